//! What kind of mistake an error is about, for programs; and what it knows beyond that.

use alloc::string::String;

use super::Found;

/// What is wrong with a document or value that could not be read into a Rust type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not TOML; the rule that it breaks.
    Syntax(crate::ErrorKind),
    /// The value has another type than the one that was expected.
    InvalidType,
    /// The value has the right type and is out of range, or wrong in another way.
    InvalidValue,
    /// The array or table has too many or too few elements.
    InvalidLength,
    /// The enum has no variant of that name.
    UnknownVariant,
    /// The table has a key that it must not have.
    UnknownField,
    /// The table lacks a key.
    MissingField,
    /// The table has a key twice, under two names.
    DuplicateField,
    /// No variant of an untagged enum matched.
    NoVariant,
    /// What a `Deserialize` or a conversion said in words of its own.
    Custom,
}

impl ErrorKind {
    /// The stable code of the kind, such as `toml::invalid-type`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax(kind) => kind.code(),
            Self::InvalidType => "toml::invalid-type",
            Self::InvalidValue => "toml::invalid-value",
            Self::InvalidLength => "toml::invalid-length",
            Self::UnknownVariant => "toml::unknown-variant",
            Self::UnknownField => "toml::unknown-field",
            Self::MissingField => "toml::missing-field",
            Self::DuplicateField => "toml::duplicate-field",
            Self::NoVariant => "toml::no-variant",
            Self::Custom => "toml::custom",
        }
    }
}

/// Where an error came from, with what the message was made of.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Cause {
    Syntax(crate::Error),
    /// A value of a wrong type, or a wrong value of the right type.
    Value {
        kind: ErrorKind,
        problem: &'static str,
        found: Found,
        expected: String,
    },
    InvalidLength,
    UnknownName {
        kind: ErrorKind,
        name: String,
        expected: &'static [&'static str],
    },
    MissingField(&'static str),
    DuplicateField,
    NoVariant,
    Custom,
}

impl Cause {
    pub(super) fn kind(&self) -> ErrorKind {
        match self {
            Self::Syntax(error) => ErrorKind::Syntax(error.kind()),
            Self::Value { kind, .. } | Self::UnknownName { kind, .. } => *kind,
            Self::InvalidLength => ErrorKind::InvalidLength,
            Self::MissingField(_) => ErrorKind::MissingField,
            Self::DuplicateField => ErrorKind::DuplicateField,
            Self::NoVariant => ErrorKind::NoVariant,
            Self::Custom => ErrorKind::Custom,
        }
    }
}
