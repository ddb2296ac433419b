//! How deep a document may nest, and what can be done with the deepest.

use toml_core::{Document, Error, ErrorKind, ParseOptions, Value, encode, parse};
use toml_tests::invariants;

use crate::{on_small_stack, on_usual_stack, rejected};

fn parse_to_depth(source: &str, max_depth: usize) -> Result<Document<'_>, Error> {
    let options = ParseOptions {
        max_depth,
        ..ParseOptions::default()
    };
    options.parse(source)
}

/// A document of a given depth, by what makes it deep.
pub(crate) fn nested(what: &str, depth: usize) -> String {
    let dotted = |count: usize| vec!["k"; count].join(".");
    let half = depth / 2;
    let rest = depth - half;
    match what {
        "arrays" => format!("k = {}{}", "[".repeat(depth), "]".repeat(depth)),
        "inline tables" => format!(
            "k = {}{}",
            "{k = ".repeat(depth - 1) + "{",
            "}".repeat(depth)
        ),
        "header" => format!("[{}]", dotted(depth)),
        "header with a value" => format!("[{}]\nk = 1", dotted(depth)),
        "array of tables" => format!("[[{}]]", dotted(depth - 1)),
        "dotted key" => format!("{} = 1", dotted(depth + 1)),
        "dotted key in braces" => format!("k = {{{} = 1}}", dotted(depth)),
        "header, then arrays" => format!(
            "[{}]\nk = {}{}",
            dotted(half),
            "[".repeat(rest),
            "]".repeat(rest)
        ),
        "header, then dotted key" => format!("[{}]\n{} = 1", dotted(half), dotted(rest + 1)),
        "header, then braces" => {
            format!(
                "[{}]\nk = {}1{}",
                dotted(half),
                "{k = ".repeat(rest),
                "}".repeat(rest)
            )
        }
        "arrays of braces" => {
            let (open, close) = ("[{k = ".repeat(half), "}]".repeat(half));
            if depth.is_multiple_of(2) {
                format!("k = {open}1{close}")
            } else {
                format!("k = {open}[]{close}")
            }
        }
        _ => unreachable!("{what} is not known"),
    }
}

pub(crate) const NESTINGS: [&str; 11] = [
    "arrays",
    "inline tables",
    "header",
    "header with a value",
    "array of tables",
    "dotted key",
    "dotted key in braces",
    "header, then arrays",
    "header, then dotted key",
    "header, then braces",
    "arrays of braces",
];

/// How many tables and arrays lie on the longest way from the root, which does not count.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(elements) => 1 + elements.iter().map(depth).max().unwrap_or(0),
        Value::Table(table) => {
            1 + table
                .iter()
                .map(|(_, value)| depth(value))
                .max()
                .unwrap_or(0)
        }
        _ => 0,
    }
}

#[test]
fn depth_limit_is_exact() {
    for what in NESTINGS {
        for limit in [1, 2, 128, 512] {
            if limit == 1 && !matches!(what, "arrays" | "inline tables" | "header" | "dotted key") {
                continue; // Does not come that flat.
            }
            check_depth_limit(what, limit);
        }
    }
}

fn check_depth_limit(what: &str, limit: usize) {
    for depth_of_source in limit.saturating_sub(1).max(2)..=limit {
        let source = nested(what, depth_of_source);
        let outcome = parse_to_depth(&source, limit);
        let document = outcome
            .unwrap_or_else(|error| panic!("{what} {depth_of_source}, limit {limit}: {error}"));
        let measured = depth(&Value::Table(document.to_table())) - 1;
        assert_eq!(measured, depth_of_source, "{what}");
    }
    let source = nested(what, limit + 1);
    let outcome = parse_to_depth(&source, limit).map(drop);
    let error = outcome.expect_err("the source is too deep");
    assert_eq!(
        error.kind(),
        ErrorKind::TooDeep,
        "{what}, limit {limit}: {error}"
    );
    assert_eq!(
        invariants::check_error(source.as_bytes(), &error),
        Ok(()),
        "{what}"
    );
}

#[test]
fn depth_limit_is_128_by_default_and_512_at_most() {
    for what in NESTINGS {
        assert!(parse(&nested(what, 128)).is_ok(), "{what}");
        assert_eq!(rejected(&nested(what, 129)), ErrorKind::TooDeep, "{what}");
        assert!(
            parse_to_depth(&nested(what, 512), usize::MAX).is_ok(),
            "{what}"
        );
        let error = parse_to_depth(&nested(what, 513), usize::MAX).map(drop);
        assert_eq!(
            error.map_err(|error| error.kind()),
            Err(ErrorKind::TooDeep),
            "{what}"
        );
    }
}

#[test]
fn deepest_document_is_usable() {
    for what in NESTINGS {
        on_small_stack(move || check_deep_document(what, 128));
        on_usual_stack(move || check_deep_document(what, ParseOptions::MAX_DEPTH_LIMIT));
    }
}

/// Converts, clones, compares, prints, encodes and drops.
fn check_deep_document(what: &str, depth_of_source: usize) {
    let source = nested(what, depth_of_source);
    let document = parse_to_depth(&source, usize::MAX).expect("the source is valid");
    let table = document.to_table();
    let copy = table.clone();
    assert!(copy == table);
    assert!(document.clone() == document.clone().into_owned());
    assert!(format!("{document:?}").len() > 128);
    assert!(format!("{table:?}").len() > 128);
    let text = encode::encode_document(&table);
    let again = parse_to_depth(&text, usize::MAX).expect("what was encoded is valid");
    assert!(again.to_table() == table);
    let value = Value::Table(table);
    let inline = format!("x = {}", encode::encode_value(&value));
    // The same data one level deeper.
    let again = parse_to_depth(&inline, usize::MAX);
    assert_eq!(
        again.is_ok(),
        depth_of_source < ParseOptions::MAX_DEPTH_LIMIT
    );
    drop((value, copy));
}
