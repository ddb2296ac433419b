//! What must hold of every document that is formatted.

use toml_core::{Document, TableRef, TokenKind, ValueRef, Version};
use toml_edit_lite::{
    Alignment, ArrayLayout, ArrayRows, DocumentMut, FinalNewline, FormatOptions, HeaderGap, Indent,
    InlineTableLayout, KeyQuotes, LineEnding, NestedArrays, Nesting, Padding, Quotes, SortKeys,
    TrailingCommas, format,
};

use super::{check_patches, ensure, same_table};

/// Formats a text and checks the outcome; what is not valid must be refused with the parser's error.
///
/// The data stays equal, all comments stay, as do their order, the order of keys and the spelling of
/// scalars unless the options ask for another; what TOML 1.0 reads it still does; no line ends in
/// white space; and formatting once more changes nothing.
///
/// # Errors
/// The first violation.
pub fn check_format(source: &str, options: &FormatOptions) -> Result<(), String> {
    let (before, text) = match (options.parse.parse(source), format(source, options)) {
        (Ok(before), Ok(text)) => (before, text),
        (Err(error), Err(refused)) if error == refused => return Ok(()),
        (parsed, formatted) => {
            return Err(format!("{parsed:?} is parsed, {formatted:?} formatted"));
        }
    };
    let after = options
        .parse
        .parse(&text)
        .map_err(|error| format!("{error}, once formatted:\n{text}"))?;
    check_same(&before, &after, options)
        .map_err(|error| format!("{error}, once formatted:\n{text}"))?;
    check_version(source, &text, options)?;
    let again = format(&text, options).map_err(|error| error.to_string())?;
    ensure!(
        again == text,
        "not the same once more:\n{text}\nbut:\n{again}"
    );
    check_document(source, &text, options)
}

/// The editor formats a document as its text is formatted, and its patches tell how.
fn check_document(source: &str, text: &str, options: &FormatOptions) -> Result<(), String> {
    let as_text = |error: toml_edit_lite::Error| error.to_string();
    let mut document = DocumentMut::parse_with(source, options.parse).map_err(as_text)?;
    document.fmt(options).map_err(as_text)?;
    ensure!(
        document.as_str() == text,
        "the editor formats otherwise:\n{document}\nbut:\n{text}"
    );
    check_patches(source, &document)
}

/// What must not have changed between two documents.
fn check_same(
    before: &Document<'_>,
    after: &Document<'_>,
    options: &FormatOptions,
) -> Result<(), String> {
    ensure!(
        same_table(&before.to_table(), &after.to_table()),
        "other data"
    );
    let is_sorted = options.sort != SortKeys::Never;
    let in_order = |mut texts: Vec<String>| {
        if is_sorted {
            texts.sort_unstable();
        }
        texts
    };
    let comments = |document| in_order(texts(document, &[TokenKind::Comment]));
    ensure!(comments(before) == comments(after), "other comments");
    if !is_sorted {
        ensure!(
            key_order(before.root()) == key_order(after.root()),
            "another order of keys"
        );
    }
    if options.quotes == Quotes::Keep && options.line_ending == LineEnding::Keep {
        let scalars = |document| in_order(texts(document, &[TokenKind::Scalar]));
        ensure!(scalars(before) == scalars(after), "another spelling");
    }
    if options.quotes == Quotes::Keep && options.key_quotes == KeyQuotes::Keep {
        let keys = |document| in_order(texts(document, &[TokenKind::Key]));
        ensure!(keys(before) == keys(after), "another spelling of keys");
    }
    let marks = |document| texts(document, &[TokenKind::ByteOrderMark]);
    ensure!(marks(before) == marks(after), "another byte order mark");
    check_line_ends(after)
}

/// The texts of the tokens of some kinds, without white space at their ends.
fn texts(document: &Document<'_>, kinds: &[TokenKind]) -> Vec<String> {
    document
        .tokens()
        .filter(|token| kinds.contains(&token.kind))
        .map(|token| &document.source()[token.span.range()])
        .map(|text| text.trim_end_matches([' ', '\t']).to_owned())
        .collect()
}

/// All keys, each table's in the order that they stand in.
fn key_order(table: TableRef<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    let mut left = vec![table.as_value()];
    while let Some(value) = left.pop() {
        keys.extend(value.key().map(|key| key.as_str().to_owned()));
        let children: Vec<ValueRef<'_>> = value.children().collect();
        left.extend(children.into_iter().rev());
    }
    keys
}

/// No white space stands at the end of a line, nor a blank line at the end of the document.
fn check_line_ends(document: &Document<'_>) -> Result<(), String> {
    let (mut before, mut newlines) = (TokenKind::Newline, 0);
    for token in document.tokens() {
        let text = &document.source()[token.span.range()];
        if token.kind == TokenKind::Newline {
            newlines += 1;
            ensure!(
                before != TokenKind::Whitespace,
                "white space at the end of a line"
            );
        } else {
            newlines = 0;
        }
        ensure!(
            token.kind != TokenKind::Comment || !text.ends_with([' ', '\t']),
            "white space at the end of {text:?}"
        );
        before = token.kind;
    }
    ensure!(newlines < 2, "blank lines at the end");
    ensure!(
        before != TokenKind::Whitespace,
        "white space at the end of the document"
    );
    Ok(())
}

/// What readers of TOML 1.0 understood they still do, unless inline tables may be broken.
fn check_version(source: &str, text: &str, options: &FormatOptions) -> Result<(), String> {
    let mut old = options.parse;
    old.version = Version::V1_0;
    let is_old = old.parse(source).is_ok() && options.inline_tables == InlineTableLayout::Keep;
    match old.parse(text) {
        Err(error) if is_old => Err(format!("{error}, for a reader of TOML 1.0:\n{text}")),
        _ => Ok(()),
    }
}

/// Options for each number: every choice of every option is there, in every combination with others.
#[must_use]
pub fn format_options(number: u64) -> FormatOptions {
    let mut left = number;
    let mut pick = |count: u64| {
        let picked = left % count;
        left /= count;
        picked as usize
    };
    let mut options = FormatOptions {
        line_width: [100, 80, 40, 20, 0][pick(5)],
        arrays: [
            ArrayLayout::Keep,
            ArrayLayout::Fit,
            ArrayLayout::TrailingComma,
            ArrayLayout::MultiLine,
        ][pick(4)],
        array_rows: [ArrayRows::OnePerLine, ArrayRows::Keep, ArrayRows::Fill][pick(3)],
        nested_arrays: [NestedArrays::Last, NestedArrays::All, NestedArrays::Keep][pick(3)],
        trailing_commas: [
            TrailingCommas::Always,
            TrailingCommas::Never,
            TrailingCommas::Keep,
        ][pick(3)],
        align_comments: [Alignment::Keep, Alignment::Always, Alignment::Never][pick(3)],
        align_equals: [Alignment::Never, Alignment::Always, Alignment::Keep][pick(3)],
        inline_tables: [InlineTableLayout::Keep, InlineTableLayout::Fit][pick(2)],
        max_blank_lines: [1, 0, 3][pick(3)],
        header_gap: [
            HeaderGap::Exactly(1),
            HeaderGap::Exactly(0),
            HeaderGap::Exactly(2),
            HeaderGap::AtLeast(0),
            HeaderGap::AtLeast(1),
        ][pick(5)],
        quotes: [Quotes::Keep, Quotes::Basic, Quotes::Literal][pick(3)],
        key_quotes: [KeyQuotes::Keep, KeyQuotes::AsNeeded][pick(2)],
        indent: [
            Indent::Spaces(2),
            Indent::Keep,
            Indent::Tab,
            Indent::Spaces(5),
            Indent::Spaces(0),
        ][pick(5)],
        nesting: [Nesting::Flat, Nesting::Tables, Nesting::TablesAndKeys][pick(3)],
        line_ending: [LineEnding::Keep, LineEnding::Lf, LineEnding::CrLf][pick(3)],
        final_newline: [
            FinalNewline::Always,
            FinalNewline::Keep,
            FinalNewline::Never,
        ][pick(3)],
        array_padding: [Padding::None, Padding::Space][pick(2)],
        inline_table_padding: [Padding::Space, Padding::None][pick(2)],
        comment_gap: [1, 2, 0][pick(3)],
        ..FormatOptions::default()
    };
    options.parse.version = [Version::V1_0, Version::V1_1][pick(2)];
    options.sort = [SortKeys::Never, SortKeys::All][pick(2)].clone();
    options
}
