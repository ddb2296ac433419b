//! What must hold of what is read in spite of mistakes.

use toml_core::{Document, Error, ParseOptions, ValueRef, Version};

use super::{check_document, check_encode, check_error, ensure, same_table};

/// Reads any bytes as both versions of TOML in spite of mistakes, and checks all that must hold of the outcome.
///
/// The first error is that of a plain parse, all errors are well formed and none is told twice, a valid document is the
/// same as without recovery, and what was read of any other is inside of the source, and data.
///
/// # Errors
/// The first violation.
pub fn check_recovery(source: &[u8]) -> Result<(), String> {
    for version in [Version::V1_0, Version::V1_1] {
        let options = ParseOptions {
            version,
            ..ParseOptions::default()
        };
        check_version(source, options).map_err(|what| format!("{version:?}: {what}"))?;
    }
    Ok(())
}

fn check_version(source: &[u8], options: ParseOptions) -> Result<(), String> {
    let (document, errors) = options.parse_bytes_recoverable(source);
    let plain = options.parse_bytes(source);
    ensure!(
        errors.first() == plain.as_ref().err(),
        "the first error of {errors:?} is not that of a parse, {:?}",
        plain.as_ref().err()
    );
    ensure!(
        errors.len() <= options.max_errors,
        "{} errors",
        errors.len()
    );
    for (at, error) in errors.iter().enumerate() {
        check_error(source, error)?;
        ensure!(!errors[..at].contains(error), "told twice: {error:?}");
    }
    match &plain {
        Ok(plain) => {
            ensure!(
                same_table(&plain.to_table(), &document.to_table()),
                "other data than without recovery"
            );
            check_document(&document, options.version)?;
        }
        Err(_) => check_broken(&document)?,
    }
    if let Ok(text) = std::str::from_utf8(source) {
        check_text(text, options, &document, &errors)?;
    }
    Ok(())
}

/// What was read of a document with mistakes.
fn check_broken(document: &Document<'_>) -> Result<(), String> {
    let source = document.source();
    let mut open = vec![document.root().as_value()];
    while let Some(value) = open.pop() {
        check_place(source, value)?;
        open.extend(value.children());
    }
    check_encode(&document.to_table())
}

/// A value and its key lie in the source, cut no character, and are found by lookup.
fn check_place(source: &str, value: ValueRef<'_>) -> Result<(), String> {
    let span = value.span();
    ensure!(
        source.get(span.range()) == Some(value.raw()),
        "raw text is not at {span}"
    );
    if let Some(key) = value.key() {
        let span = key.span();
        ensure!(
            source.get(span.range()) == Some(key.raw()),
            "raw key is not at {span}"
        );
    }
    for (key, child) in value.as_table().into_iter().flatten() {
        let found = value.as_table().and_then(|table| table.get(&key));
        ensure!(
            found.map(ValueRef::span) == Some(child.span()),
            "lookup of key `{}` finds {found:?}",
            key.raw()
        );
    }
    Ok(())
}

/// Text is read as its bytes are, and a lower limit of errors gives the first of them.
fn check_text(
    text: &str,
    options: ParseOptions,
    document: &Document<'_>,
    errors: &[Error],
) -> Result<(), String> {
    let (again, same) = options.parse_recoverable(text);
    ensure!(
        same == errors,
        "text and bytes differ: {same:?}, {errors:?}"
    );
    ensure!(
        same_table(&again.to_table(), &document.to_table()),
        "text and bytes are other data"
    );
    for max_errors in [errors.len().div_ceil(2), errors.len().saturating_sub(1)] {
        let limited = ParseOptions {
            max_errors,
            ..options
        };
        let (broken_off, fewer) = limited.parse_recoverable(text);
        // A limit of none is one of one.
        let expected = &errors[..max_errors.max(1).min(errors.len())];
        ensure!(
            fewer == expected,
            "at most {max_errors} errors: {fewer:?}, not {expected:?}"
        );
        check_broken(&broken_off)?;
    }
    Ok(())
}
