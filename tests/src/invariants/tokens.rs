//! What must hold of the tokens of a document.

use std::collections::BTreeMap;

use toml_core::{ArrayForm, Document, Kind, TableForm, TokenKind, ValueRef};

use super::ensure;

/// Checks that the tokens of a valid document are its whole source, and stand where its tree says.
///
/// # Errors
/// The first violation.
pub fn check_tokens(document: &Document<'_>) -> Result<(), String> {
    let (mut end, mut scalars) = (0, 0);
    let mut places = BTreeMap::new();
    for token in document.tokens() {
        ensure!(
            token.span.start == end && !token.span.is_empty(),
            "{token:?} does not follow {end}"
        );
        ensure!(
            token.kind != TokenKind::Unknown,
            "{token:?} in a valid document"
        );
        end = token.span.end;
        scalars += usize::from(token.kind == TokenKind::Scalar);
        places.insert(token.span.start, token);
    }
    ensure!(
        end as usize == document.source().len(),
        "the last token ends at {end}"
    );
    let mut values = vec![document.root().as_value()];
    while let Some(value) = values.pop() {
        values.extend(value.children());
        if let Some(key) = value.key() {
            let found = places.get(&key.span().start);
            ensure!(
                found.is_some_and(|token| token.kind == TokenKind::Key && token.span == key.span()),
                "{found:?} is at the key {}",
                key.span()
            );
        }
        let Some(kind) = kind(value) else { continue };
        let found = places.get(&value.span().start);
        ensure!(
            found.is_some_and(|token| token.kind == kind),
            "{found:?} is at the value {}",
            value.span()
        );
        if kind == TokenKind::Scalar {
            scalars -= 1;
            let is_whole = found.is_some_and(|token| token.span == value.span());
            ensure!(is_whole, "{found:?} is the scalar {}", value.span());
        }
    }
    ensure!(scalars == 0, "{scalars} tokens of scalars are not values");
    Ok(())
}

/// The token that a value starts with; `None` where that is the token of a key or a document.
fn kind(value: ValueRef<'_>) -> Option<TokenKind> {
    match (value.kind(), value.array_form(), value.table_form()) {
        (_, Some(ArrayForm::Inline), _) => Some(TokenKind::ArrayOpen),
        (_, Some(ArrayForm::OfTables), _) => Some(TokenKind::ArrayHeaderOpen),
        (_, _, Some(TableForm::Inline)) => Some(TokenKind::InlineTableOpen),
        (_, _, Some(TableForm::Header)) if value.key().is_some() => Some(TokenKind::HeaderOpen),
        (_, _, Some(TableForm::Header)) => Some(TokenKind::ArrayHeaderOpen),
        (Kind::Table | Kind::Array | Kind::Error, ..) => None,
        _ => Some(TokenKind::Scalar),
    }
}
