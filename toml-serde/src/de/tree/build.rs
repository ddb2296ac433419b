//! From a source to the tree, by way of a parsed document.
//!
//! Recursion is safe here: a document nests no deeper than the parser lets it.

use toml_core::{IntegerBase, KeyRef, Kind, TableRef, ValueRef};

use super::{DeArray, DeFloat, DeInteger, DeString, DeTable, DeValue};
use crate::Spanned;
use crate::de::Error;
use crate::de::all::push_of;
use crate::de::deserializer::parse_options;

/// Parses a document.
pub(super) fn parse(source: &str) -> Result<Spanned<DeTable<'_>>, Error> {
    match parse_options().parse(source) {
        Ok(document) => Ok(build_root(document.root(), source)),
        Err(error) => Err(Error::from(error).with_input(source)),
    }
}

/// Parses as much of a document as can be read.
pub(super) fn parse_recoverable(source: &str) -> (Spanned<DeTable<'_>>, Vec<Error>) {
    let (document, mistakes) = parse_options().parse_recoverable(source);
    let mut errors = Vec::new();
    for mistake in mistakes {
        push_of(source, mistake.into(), &mut errors);
    }
    (build_root(document.root(), source), errors)
}

/// Parses a value.
pub(super) fn parse_value(source: &str) -> Result<Spanned<DeValue<'_>>, Error> {
    match parse_options().parse_value(source) {
        Ok(value) => Ok(build_value(value.value(), source)),
        Err(error) => Err(Error::from(error).with_input(source)),
    }
}

fn build_root<'i>(root: TableRef<'_>, source: &'i str) -> Spanned<DeTable<'i>> {
    let span = root.as_value().span();
    Spanned::new(span.range(), build_table(root, source))
}

fn build_table<'i>(table: TableRef<'_>, source: &'i str) -> DeTable<'i> {
    let mut entries = DeTable::with_capacity(table.len());
    for (key, value) in table {
        entries.insert(build_key(key, source), build_value(value, source));
    }
    entries
}

fn build_key<'i>(key: KeyRef<'_>, source: &'i str) -> Spanned<DeString<'i>> {
    let text = match key.text_span() {
        Some(span) => source[span.range()].into(),
        None => key.as_str().to_owned().into(),
    };
    Spanned::new(key.span().range(), text)
}

fn build_value<'i>(value: ValueRef<'_>, source: &'i str) -> Spanned<DeValue<'i>> {
    let built = if let Some(table) = value.as_table() {
        DeValue::Table(build_table(table, source))
    } else if let Some(array) = value.as_array() {
        let elements = array.iter().map(|element| build_value(element, source));
        DeValue::Array(elements.collect::<DeArray<'_>>())
    } else {
        build_scalar(value, source)
    };
    Spanned::new(value.span().range(), built)
}

/// On its own so that it takes no stack for each level of nesting.
#[inline(never)]
fn build_scalar<'i>(value: ValueRef<'_>, source: &'i str) -> DeValue<'i> {
    let raw = &source[value.span().range()];
    match value.kind() {
        Kind::Integer => DeValue::Integer(build_integer(value, raw)),
        Kind::Float => DeValue::Float(DeFloat::new(without_underscores(raw))),
        Kind::Boolean => DeValue::Boolean(value.as_bool().unwrap_or_default()),
        Kind::Datetime => match value.as_datetime() {
            Some(datetime) => DeValue::Datetime(datetime),
            None => DeValue::String(raw.into()),
        },
        Kind::String => DeValue::String(match value.text_span() {
            Some(span) => source[span.range()].into(),
            None => value.as_str().unwrap_or_default().to_owned().into(),
        }),
        Kind::Array | Kind::Table | Kind::Error => DeValue::String(raw.into()),
    }
}

fn build_integer<'i>(value: ValueRef<'_>, raw: &'i str) -> DeInteger<'i> {
    let (radix, digits) = match value.integer_base() {
        Some(IntegerBase::Hexadecimal) => (16, &raw[2..]),
        Some(IntegerBase::Octal) => (8, &raw[2..]),
        Some(IntegerBase::Binary) => (2, &raw[2..]),
        Some(IntegerBase::Decimal) | None => (10, raw),
    };
    DeInteger::new(without_underscores(digits), radix)
}

fn without_underscores(text: &str) -> DeString<'_> {
    if text.contains('_') {
        text.replace('_', "").into()
    } else {
        text.into()
    }
}
