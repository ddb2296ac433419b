//! Reads the cases, and runs them.
//!
//! A case has a `name`, an `input`, an `expected` text and perhaps `options`, named as the fields of
//! [`FormatOptions`]. Expected texts are formatted too: they must not change.

use std::fs;
use std::path::Path;

use toml_core::{Document, TableRef, ValueRef, Version};
use toml_edit_lite::{
    Alignment, ArrayLayout, ArrayRows, FinalNewline, FormatOptions, HeaderGap, Indent,
    InlineTableLayout, KeyQuotes, LineEnding, NestedArrays, Nesting, Padding, Quotes, SortKeys,
    TrailingCommas, format,
};

/// How many cases there are at least: fewer are a mistake in finding them.
const LEAST_CASES: usize = 100;

#[test]
fn cases_are_formatted_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format/cases");
    let entries = fs::read_dir(folder).expect("the cases are there");
    let mut count = 0;
    let mut failures = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let text = fs::read_to_string(&path).expect("the file can be read");
        let document = toml_core::parse(&text).expect("the file is valid");
        for case in cases(&document) {
            count += 1;
            if let Err(failure) = check(case) {
                let file = path.file_name().unwrap_or_default().display();
                failures.push(format!("{file}, {}: {failure}", string(case, "name")));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count >= LEAST_CASES, "only {count} cases were found");
}

fn cases<'d>(document: &'d Document<'_>) -> impl Iterator<Item = TableRef<'d>> {
    let cases = document.get("case").and_then(ValueRef::as_array);
    cases
        .expect("a file has cases")
        .iter()
        .map(|case| case.as_table().expect("a case is a table"))
}

fn check(case: TableRef<'_>) -> Result<(), String> {
    let options = options(case);
    let expected = string(case, "expected");
    for source in [string(case, "input"), expected] {
        let text = format(source, &options).map_err(|error| format!("{error} in {source:?}"))?;
        if text != expected {
            return Err(format!(
                "from:\n{source}\nexpected:\n{expected}\nfound:\n{text}"
            ));
        }
    }
    Ok(())
}

fn string<'d>(table: TableRef<'d>, key: &str) -> &'d str {
    let value = table.get(key).and_then(ValueRef::as_str);
    value.unwrap_or_else(|| panic!("`{key}` is missing in {table:?}"))
}

fn options(case: TableRef<'_>) -> FormatOptions {
    let mut options = FormatOptions::default();
    let named = case.get("options").and_then(ValueRef::as_table);
    for (key, value) in named.into_iter().flatten() {
        let is_known = set_number(&mut options, &key, value)
            || value.as_str().is_some_and(|name| {
                set_layout(&mut options, &key, name) || set_text(&mut options, &key, name)
            });
        if key.as_str() == "sort" {
            options.sort = sort(value);
        } else {
            assert!(is_known, "`{key} = {value:?}` is no option");
        }
    }
    options
}

fn set_number(options: &mut FormatOptions, key: &str, value: ValueRef<'_>) -> bool {
    let Some(number) = value.as_i64().and_then(|number| u8::try_from(number).ok()) else {
        return false;
    };
    match key {
        "line_width" => options.line_width = number.into(),
        "max_blank_lines" => options.max_blank_lines = number,
        "comment_gap" => options.comment_gap = number,
        "header_gap" => options.header_gap = HeaderGap::Exactly(number),
        "header_gap_at_least" => options.header_gap = HeaderGap::AtLeast(number),
        "indent" => options.indent = Indent::Spaces(number),
        _ => return false,
    }
    true
}

/// Sets what is about arrays and inline tables.
fn set_layout(options: &mut FormatOptions, key: &str, name: &str) -> bool {
    match (key, name) {
        ("arrays", "fit") => options.arrays = ArrayLayout::Fit,
        ("arrays", "trailing_comma") => options.arrays = ArrayLayout::TrailingComma,
        ("arrays", "multi_line") => options.arrays = ArrayLayout::MultiLine,
        ("array_rows", "keep") => options.array_rows = ArrayRows::Keep,
        ("array_rows", "fill") => options.array_rows = ArrayRows::Fill,
        ("nested_arrays", "all") => options.nested_arrays = NestedArrays::All,
        ("nested_arrays", "keep") => options.nested_arrays = NestedArrays::Keep,
        ("array_padding", "space") => options.array_padding = Padding::Space,
        ("inline_tables", "fit") => options.inline_tables = InlineTableLayout::Fit,
        ("inline_table_padding", "none") => options.inline_table_padding = Padding::None,
        ("trailing_commas", "never") => options.trailing_commas = TrailingCommas::Never,
        ("trailing_commas", "keep") => options.trailing_commas = TrailingCommas::Keep,
        _ => return false,
    }
    true
}

/// Sets what is about lines and words.
fn set_text(options: &mut FormatOptions, key: &str, name: &str) -> bool {
    match (key, name) {
        ("version", "1.1") => options.parse.version = Version::V1_1,
        ("indent", "tab") => options.indent = Indent::Tab,
        ("indent", "keep") => options.indent = Indent::Keep,
        ("quotes", "basic") => options.quotes = Quotes::Basic,
        ("quotes", "literal") => options.quotes = Quotes::Literal,
        ("key_quotes", "as_needed") => options.key_quotes = KeyQuotes::AsNeeded,
        ("align_comments", "never") => options.align_comments = Alignment::Never,
        ("align_comments", "always") => options.align_comments = Alignment::Always,
        ("align_equals", "keep") => options.align_equals = Alignment::Keep,
        ("align_equals", "always") => options.align_equals = Alignment::Always,
        ("nesting", "tables") => options.nesting = Nesting::Tables,
        ("nesting", "tables_and_keys") => options.nesting = Nesting::TablesAndKeys,
        ("line_ending", "lf") => options.line_ending = LineEnding::Lf,
        ("line_ending", "crlf") => options.line_ending = LineEnding::CrLf,
        ("final_newline", "keep") => options.final_newline = FinalNewline::Keep,
        ("final_newline", "never") => options.final_newline = FinalNewline::Never,
        _ => return false,
    }
    true
}

/// `"all"`, or a list of paths.
fn sort(value: ValueRef<'_>) -> SortKeys {
    let Some(paths) = value.as_array() else {
        assert_eq!(
            value.as_str(),
            Some("all"),
            "all tables, or a list of paths"
        );
        return SortKeys::All;
    };
    let paths = paths.iter().map(|path| {
        let path = path.as_str().expect("a path is text");
        path.parse().expect("a path is valid")
    });
    SortKeys::In(paths.collect())
}
