//! Spans of values and errors.

use serde::Deserialize;

use crate::Holder;

/// The whole document has a span in ours.
#[test]
fn span_of_the_document() {
    let value: toml_serde::Spanned<Holder<i64>> = toml_serde::from_str("v = 1 # x").unwrap();
    assert_eq!(value.span(), 0..9);
    let value: toml::Spanned<Holder<i64>> = toml::from_str("v = 1 # x").unwrap();
    assert_eq!(value.span(), 0..0);
    let error = toml_serde::from_str::<Holder<i64>>("w = 1").unwrap_err();
    assert_eq!(
        (error.message(), error.span()),
        ("missing field `v`", Some(0..5))
    );
    let error = toml::from_str::<Holder<i64>>("w = 1").unwrap_err();
    assert_eq!(
        (error.message(), error.span()),
        ("missing field `v`", Some(0..0))
    );
}

/// Ours finds the spans of what serde has buffered.
#[test]
fn spans_in_flattened_fields() {
    #[derive(Debug, Deserialize)]
    struct Flat<T> {
        #[serde(flatten)]
        inner: Holder<T>,
    }
    let value: Flat<toml_serde::Spanned<i64>> = toml_serde::from_str("v = 10").unwrap();
    assert_eq!(value.inner.v.span(), 4..6);
    let error = toml::from_str::<Flat<toml::Spanned<i64>>>("v = 10").unwrap_err();
    let expected = "invalid type: integer `10`, expected a spanned value";
    assert_eq!(error.message(), expected);
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum Tagged<T> {
    Table { v: T },
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Table { v: T },
}

#[test]
fn spans_in_tagged_and_untagged_enums() {
    use toml_serde::{Spanned, from_str};

    let text = "[v]\ntype = 'Table'\nv = 10";
    let value: Holder<Tagged<Spanned<i64>>> = from_str(text).unwrap();
    let Tagged::Table { v } = value.v;
    assert_eq!(v.span(), 23..25);
    assert!(toml::from_str::<Holder<Tagged<toml::Spanned<i64>>>>(text).is_err());
    let value: Holder<Untagged<Spanned<i64>>> = from_str(text).unwrap();
    let Untagged::Table { v } = value.v;
    assert_eq!(v.span(), 23..25);
    assert!(toml::from_str::<Holder<Untagged<toml::Spanned<i64>>>>(text).is_err());
}

#[test]
fn spans_in_enums_that_are_the_document() {
    use toml_serde::{Spanned, from_str};

    let text = "type = 'Table'\nv = 10";
    let Tagged::Table { v } = from_str::<Tagged<Spanned<i64>>>(text).unwrap();
    assert_eq!(v.span(), 19..21);
    assert!(toml::from_str::<Tagged<toml::Spanned<i64>>>(text).is_err());
    let Untagged::Table { v } = from_str::<Untagged<Spanned<i64>>>(text).unwrap();
    assert_eq!(v.span(), 19..21);
    assert!(toml::from_str::<Untagged<toml::Spanned<i64>>>(text).is_err());
}

/// Ours finds the place of an error in what serde has buffered.
#[test]
fn spans_of_errors_in_what_is_buffered() {
    let text = "[v]\ntype = 'Table'\nv = 'x'";
    let error = toml_serde::from_str::<Holder<Tagged<i64>>>(text).unwrap_err();
    assert_eq!(error.span(), Some(23..26));
    let error = toml::from_str::<Holder<Tagged<i64>>>(text).unwrap_err();
    assert_eq!(error.span(), Some(0..3));
}

#[test]
fn spans_of_errors_in_enums_that_are_the_document() {
    let text = "type = 'Table'\nv = 'x'";
    let error = toml_serde::from_str::<Tagged<i64>>(text).unwrap_err();
    assert_eq!(error.span(), Some(19..22));
    let error = toml::from_str::<Tagged<i64>>(text).unwrap_err();
    assert_eq!(error.span(), None);
}

/// Ours points at the wrong element, `toml` at the array.
#[test]
fn span_of_what_a_type_rejects() {
    #[derive(Debug)]
    struct Never;
    impl<'de> Deserialize<'de> for Never {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            i64::deserialize(deserializer)?;
            Err(serde::de::Error::custom("never"))
        }
    }
    let ours = toml_serde::from_str::<Holder<Vec<Never>>>("v = [10]").unwrap_err();
    assert_eq!((ours.message(), ours.span()), ("never", Some(5..7)));
    let theirs = toml::from_str::<Holder<Vec<Never>>>("v = [10]").unwrap_err();
    assert_eq!((theirs.message(), theirs.span()), ("never", Some(4..8)));
}
