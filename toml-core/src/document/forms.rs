//! How a value was written.

use crate::tree::Kind as NodeKind;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    String,
    /// A 64-bit signed integer.
    Integer,
    /// A 64-bit float.
    Float,
    /// `true` or `false`.
    Boolean,
    /// One of the four forms of date and time.
    Datetime,
    /// An array, written with brackets or as `[[…]]` tables.
    Array,
    /// A table, however it was written.
    Table,
    /// A value that could not be read; only in a document parsed with recovery.
    Error,
}

/// The quotes of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StringForm {
    /// `"…"`
    Basic,
    /// `'…'`
    Literal,
    /// `"""…"""`
    MultilineBasic,
    /// `'''…'''`
    MultilineLiteral,
}

/// The base in which an integer was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntegerBase {
    /// Base 10.
    Decimal,
    /// Base 16, `0x…`
    Hexadecimal,
    /// Base 8, `0o…`
    Octal,
    /// Base 2, `0b…`
    Binary,
}

/// How an array was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArrayForm {
    /// `[…]`
    Inline,
    /// `[[header]]` for each element.
    OfTables,
}

/// How a table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableForm {
    /// The document itself.
    Root,
    /// `{…}`
    Inline,
    /// Has a `[header]`, or is an element of an array of tables.
    Header,
    /// Named only by the headers of tables below it.
    Implicit,
    /// Named only by dotted keys.
    Dotted,
}

pub(super) fn kind(kind: NodeKind) -> Kind {
    match kind {
        NodeKind::Error => Kind::Error,
        NodeKind::BasicString
        | NodeKind::LiteralString
        | NodeKind::MultilineBasicString
        | NodeKind::MultilineLiteralString => Kind::String,
        NodeKind::Decimal | NodeKind::Hexadecimal | NodeKind::Octal | NodeKind::Binary => {
            Kind::Integer
        }
        NodeKind::Float => Kind::Float,
        NodeKind::Boolean => Kind::Boolean,
        NodeKind::Datetime => Kind::Datetime,
        NodeKind::Array | NodeKind::ArrayOfTables => Kind::Array,
        NodeKind::RootTable
        | NodeKind::InlineTable
        | NodeKind::HeaderTable
        | NodeKind::ImplicitTable
        | NodeKind::DottedTable => Kind::Table,
    }
}

pub(super) fn string_form(kind: NodeKind) -> Option<StringForm> {
    Some(match kind {
        NodeKind::BasicString => StringForm::Basic,
        NodeKind::LiteralString => StringForm::Literal,
        NodeKind::MultilineBasicString => StringForm::MultilineBasic,
        NodeKind::MultilineLiteralString => StringForm::MultilineLiteral,
        _ => return None,
    })
}

pub(super) fn integer_base(kind: NodeKind) -> Option<IntegerBase> {
    Some(match kind {
        NodeKind::Decimal => IntegerBase::Decimal,
        NodeKind::Hexadecimal => IntegerBase::Hexadecimal,
        NodeKind::Octal => IntegerBase::Octal,
        NodeKind::Binary => IntegerBase::Binary,
        _ => return None,
    })
}

pub(super) fn array_form(kind: NodeKind) -> Option<ArrayForm> {
    match kind {
        NodeKind::Array => Some(ArrayForm::Inline),
        NodeKind::ArrayOfTables => Some(ArrayForm::OfTables),
        _ => None,
    }
}

pub(super) fn table_form(kind: NodeKind) -> Option<TableForm> {
    Some(match kind {
        NodeKind::RootTable => TableForm::Root,
        NodeKind::InlineTable => TableForm::Inline,
        NodeKind::HeaderTable => TableForm::Header,
        NodeKind::ImplicitTable => TableForm::Implicit,
        NodeKind::DottedTable => TableForm::Dotted,
        _ => return None,
    })
}
