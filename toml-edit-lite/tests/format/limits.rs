//! The formatter at the limits of the parser: nesting as deep as it allows, sources that are refused.

use toml_core::{ErrorKind, ParseOptions, Version};
use toml_edit_lite::{FormatOptions, InlineTableLayout, Nesting, SortKeys, format};

/// Options under which every part of the formatter that goes down into values does so.
fn deep() -> FormatOptions {
    FormatOptions {
        parse: ParseOptions {
            version: Version::V1_1,
            max_depth: ParseOptions::MAX_DEPTH_LIMIT,
            ..ParseOptions::default()
        },
        sort: SortKeys::All,
        nesting: Nesting::TablesAndKeys,
        ..FormatOptions::default()
    }
}

/// `open` and `close` as often as the parser allows.
fn nested(open: &str, inner: &str, close: &str) -> String {
    let levels = ParseOptions::MAX_DEPTH_LIMIT;
    format!(
        "a = {}{inner}{}\n",
        open.repeat(levels),
        close.repeat(levels)
    )
}

#[test]
fn arrays_nested_to_the_limit() {
    let wide = FormatOptions {
        line_width: u32::MAX,
        ..deep()
    };
    let text = nested("[", "1", "]");
    assert_eq!(format(&text, &wide).as_deref(), Ok(&text[..]));

    let broken = format(&text, &deep()).expect("the source is valid");
    let steps = "  ".repeat(ParseOptions::MAX_DEPTH_LIMIT - 1);
    let innermost = format!("\n{steps}[\n{steps}  1,\n{steps}],\n");
    assert!(broken.contains(&innermost), "{broken}");
    assert_eq!(format(&broken, &deep()).as_deref(), Ok(&broken[..]));
}

#[test]
fn inline_tables_nested_to_the_limit() {
    let text = nested("{ b = ", "1", " }");
    assert_eq!(format(&text, &deep()).as_deref(), Ok(&text[..]));

    let options = FormatOptions {
        inline_tables: InlineTableLayout::Fit,
        ..deep()
    };
    let broken = format(&text, &options).expect("the source is valid");
    assert_eq!(format(&broken, &options).as_deref(), Ok(&broken[..]));
    assert_eq!(format(&broken, &deep()).as_deref(), Ok(&broken[..]));
}

#[test]
fn tables_in_arrays_nested_to_the_limit() {
    let levels = ParseOptions::MAX_DEPTH_LIMIT / 2;
    let text = format!("a = {}1{}\n", "[{b=".repeat(levels), "},]".repeat(levels));
    let broken = format(&text, &deep()).expect("the source is valid");
    assert_eq!(format(&broken, &deep()).as_deref(), Ok(&broken[..]));
}

#[test]
fn deeper_than_the_limit_is_refused() {
    let text = format!("a = {}{}", "[".repeat(129), "]".repeat(129));
    let error = format(&text, &FormatOptions::default()).expect_err("too deep");
    assert_eq!(error.kind(), ErrorKind::TooDeep);
}

#[test]
fn refusal_is_that_of_the_parser() {
    for source in ["a = ", "a = { b = 1,\n}", "a = 1\na = 2", "[a", "\0"] {
        let expected = toml_core::parse(source).expect_err("not valid");
        assert_eq!(format(source, &FormatOptions::default()), Err(expected));
    }
}
