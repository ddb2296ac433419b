//! What a formatted document looks like: one type a question, each with an example.

use toml_core::{ParseOptions, Path};

/// How to format a document.
///
/// ```
/// use toml_edit_lite::{FormatOptions, Indent, format};
///
/// let options = FormatOptions { line_width: 20, indent: Indent::Spaces(4), ..FormatOptions::default() };
/// let text = format("a=[ 'one', 'two', 'three' ]", &options)?;
/// assert_eq!(text, "a = [\n    'one',\n    'two',\n    'three',\n]\n");
/// # Ok::<(), toml_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatOptions {
    /// How the source is read, TOML 1.0 by default.
    ///
    /// Line breaks in inline tables are kept, and made where [`inline_tables`](Self::inline_tables)
    /// asks for it, in TOML 1.1 only.
    pub parse: ParseOptions,
    /// How wide a line may be before its arrays are put on lines of their own, in columns of a
    /// terminal; 100 by default, as the Rust style guide has it.
    ///
    /// End-of-line comments do not count, and what has no array cannot be broken.
    pub line_width: u32,
    /// What stands in front of the items of a multi-line array, two spaces by default.
    pub indent: Indent,
    /// Which arrays are multi-line, by default those that were and those that are too wide.
    pub arrays: ArrayLayout,
    /// How the items of a multi-line array share lines, by default not at all.
    pub array_rows: ArrayRows,
    /// Which arrays inside inline tables are multi-line, by default as others if they are the last on their line.
    pub nested_arrays: NestedArrays,
    /// What is inside the brackets of an array on one line: `[1]` by default, or `[ 1 ]`.
    pub array_padding: Padding,
    /// Which inline tables are multi-line; without effect in TOML 1.0, where none may be.
    pub inline_tables: InlineTableLayout,
    /// What is inside the braces of an inline table on one line: `{ a = 1 }` by default, or `{a = 1}`.
    pub inline_table_padding: Padding,
    /// Whether the last item of a multi-line array or inline table has a comma, by default always.
    pub trailing_commas: TrailingCommas,
    /// How many blank lines in a row are kept between keys, comments and items; 1 by default.
    pub max_blank_lines: u8,
    /// How many blank lines are in front of a header and the comments directly above it; exactly 1 by
    /// default, none at the start of the document.
    pub header_gap: HeaderGap,
    /// The quotes of strings, and of keys that have some; kept by default.
    pub quotes: Quotes,
    /// Whether keys lose quotes that they do not need; not by default.
    pub key_quotes: KeyQuotes,
    /// Spaces in front of an end-of-line comment, 1 by default and at least.
    pub comment_gap: u8,
    /// Whether end-of-line comments on successive lines start in one column, by default where they did.
    pub align_comments: Alignment,
    /// Whether the `=` of successive lines stand in one column; never by default.
    pub align_equals: Alignment,
    /// Which tables have their keys sorted, none by default.
    pub sort: SortKeys,
    /// Whether tables are indented below the tables that they are in, not by default.
    pub nesting: Nesting,
    /// How lines end, by default as the first one does.
    pub line_ending: LineEnding,
    /// Whether the last line has an end, by default always.
    pub final_newline: FinalNewline,
}

impl Default for FormatOptions {
    fn default() -> Self {
        Self {
            parse: ParseOptions::default(),
            line_width: 100,
            indent: Indent::Spaces(2),
            arrays: ArrayLayout::Keep,
            array_rows: ArrayRows::OnePerLine,
            nested_arrays: NestedArrays::Last,
            array_padding: Padding::None,
            inline_tables: InlineTableLayout::Keep,
            inline_table_padding: Padding::Space,
            trailing_commas: TrailingCommas::Always,
            max_blank_lines: 1,
            header_gap: HeaderGap::Exactly(1),
            quotes: Quotes::Keep,
            key_quotes: KeyQuotes::Keep,
            comment_gap: 1,
            align_comments: Alignment::Keep,
            align_equals: Alignment::Never,
            sort: SortKeys::Never,
            nesting: Nesting::Flat,
            line_ending: LineEnding::Keep,
            final_newline: FinalNewline::Always,
        }
    }
}

/// One step of indentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Indent {
    /// As the first multi-line array of the source has it, up to 16 spaces; two where there is none.
    /// With [`Nesting`], as the first line that is indented.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, Indent, format};
    /// let options = FormatOptions { indent: Indent::Keep, ..FormatOptions::default() };
    /// let text = format("a = [\n   1]\nb = [\n[\n2]]", &options)?;
    /// assert_eq!(text, "a = [\n   1,\n]\nb = [\n   [\n      2,\n   ],\n]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Keep,
    /// So many spaces.
    Spaces(u8),
    /// One tab, which counts as four columns.
    Tab,
}

/// Which arrays have their items on lines of their own.
///
/// An array with a comment, or with blank lines that are kept, always has, and so has one that holds such an array.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ArrayLayout {
    /// Arrays that had a line break between their brackets, and arrays that are too wide.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayLayout, FormatOptions, format};
    /// let options = FormatOptions { arrays: ArrayLayout::Keep, ..FormatOptions::default() };
    /// assert_eq!(format("a = [1,\n2]\nb = [3,]", &options)?, "a = [\n  1,\n  2,\n]\nb = [3]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    #[default]
    Keep,
    /// Arrays that are too wide, no others.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayLayout, FormatOptions, format};
    /// let options = FormatOptions { arrays: ArrayLayout::Fit, ..FormatOptions::default() };
    /// assert_eq!(format("a = [1,\n2]\nb = [3,]", &options)?, "a = [1, 2]\nb = [3]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Fit,
    /// Arrays with a comma behind the last item, and arrays that are too wide.
    ///
    /// The comma is how an author asks for it, so [`TrailingCommas::Never`] counts as `Keep` here.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayLayout, FormatOptions, format};
    /// let options = FormatOptions { arrays: ArrayLayout::TrailingComma, ..FormatOptions::default() };
    /// assert_eq!(format("a = [1,\n2]\nb = [3,]", &options)?, "a = [1, 2]\nb = [\n  3,\n]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    TrailingComma,
    /// Arrays that are the value of a key in a table under a header, or of the document, unless
    /// they are empty; others where they are too wide.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayLayout, FormatOptions, format};
    /// let options = FormatOptions { arrays: ArrayLayout::MultiLine, ..FormatOptions::default() };
    /// let text = format("a = [[1, 2]]\nb = []\nc = { d = [3] }", &options)?;
    /// assert_eq!(text, "a = [\n  [1, 2],\n]\nb = []\nc = { d = [3] }\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    MultiLine,
}

/// Which arrays inside inline tables have their items on lines of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NestedArrays {
    /// As [`ArrayLayout`] says, but none because it is too wide unless it has several items and nothing
    /// is behind it on its line.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, NestedArrays, format};
    /// let options = FormatOptions { line_width: 20, ..FormatOptions::default() };
    /// let text = format("a = { b = '1', c = ['d', 'e'] }\nf = { g = ['h', 'i'], j = 1 }", &options)?;
    /// assert_eq!(text, "a = { b = '1', c = [\n  'd',\n  'e',\n] }\nf = { g = ['h', 'i'], j = 1 }\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    #[default]
    Last,
    /// As [`ArrayLayout`] says, wherever they are.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, NestedArrays, format};
    /// let options = FormatOptions {
    ///     line_width: 20,
    ///     nested_arrays: NestedArrays::All,
    ///     ..FormatOptions::default()
    /// };
    /// let text = format("f = { g = ['h', 'i'], j = 1 }", &options)?;
    /// assert_eq!(text, "f = { g = [\n  'h',\n  'i',\n], j = 1 }\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    All,
    /// Those that had a line break between their brackets, however wide the line is.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, NestedArrays, format};
    /// let options = FormatOptions {
    ///     line_width: 20,
    ///     nested_arrays: NestedArrays::Keep,
    ///     ..FormatOptions::default()
    /// };
    /// let text = format("a = { b = '1', c = ['d','e'] }", &options)?;
    /// assert_eq!(text, "a = { b = '1', c = ['d', 'e'] }\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Keep,
}

/// How the items of a multi-line array share lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ArrayRows {
    /// Each item is on a line of its own.
    #[default]
    OnePerLine,
    /// Items that shared a line still do, as far as it is wide enough: a matrix stays one.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayRows, FormatOptions, format};
    /// let options = FormatOptions { array_rows: ArrayRows::Keep, ..FormatOptions::default() };
    /// let text = format("a = [\n1,2,\n3,4]", &options)?;
    /// assert_eq!(text, "a = [\n  1, 2,\n  3, 4,\n]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Keep,
    /// As many items are on a line as it is wide enough for.
    ///
    /// ```
    /// # use toml_edit_lite::{ArrayRows, FormatOptions, format};
    /// let options = FormatOptions { array_rows: ArrayRows::Fill, line_width: 12, ..FormatOptions::default() };
    /// let text = format("a = [10, 11, 12, 13]", &options)?;
    /// assert_eq!(text, "a = [\n  10, 11,\n  12, 13,\n]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Fill,
}

/// Which inline tables have their keys on lines of their own; TOML 1.1 only.
///
/// Under TOML 1.0 an inline table stays on one line; arrays in it may be broken, see [`NestedArrays`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InlineTableLayout {
    /// Those that had a line break between their braces. What readers of TOML 1.0 understood they
    /// still do.
    #[default]
    Keep,
    /// Those that are too wide or hold something of several lines, and no others but with comments.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, InlineTableLayout, format};
    /// # use toml_core::{ParseOptions, Version};
    /// let options = FormatOptions {
    ///     parse: ParseOptions { version: Version::V1_1, ..ParseOptions::default() },
    ///     inline_tables: InlineTableLayout::Fit,
    ///     line_width: 16,
    ///     ..FormatOptions::default()
    /// };
    /// let text = format("a = {\nb = 1 }\nc = { d = 'long', e = 1 }", &options)?;
    /// assert_eq!(text, "a = { b = 1 }\nc = {\n  d = 'long',\n  e = 1,\n}\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Fit,
}

/// What is inside the brackets or braces of a value on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Padding {
    /// Nothing: `[1]`, `{a = 1}`.
    None,
    /// A space on either side, unless the value is empty: `[ 1 ]`, `{ a = 1 }`.
    Space,
}

/// Whether the last item of a multi-line array or inline table has a comma; on one line none has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TrailingCommas {
    /// It has: `[⏎ 1⏎]` becomes `[⏎ 1,⏎]`. A new item then changes no other line.
    #[default]
    Always,
    /// It has none: `[⏎ 1,⏎]` becomes `[⏎ 1⏎]`.
    Never,
    /// It has one where it had one.
    Keep,
}

/// How many blank lines are in front of a header and the comments directly above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderGap {
    /// So many.
    Exactly(u8),
    /// So many or, where there were more, as many as [`FormatOptions::max_blank_lines`] allows.
    AtLeast(u8),
}

/// The quotes of strings, and of keys in quotes.
///
/// Only quotes are exchanged: a string with a backslash, or with a quote of the other kind in it, stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quotes {
    /// As they were.
    #[default]
    Keep,
    /// `"…"` for `'…'`, and `"""…"""` for `'''…'''`.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, Quotes, format};
    /// let options = FormatOptions { quotes: Quotes::Basic, ..FormatOptions::default() };
    /// let text = format(r#"a = ['b', 'C:\d', 'say "no"']"#, &options)?;
    /// assert_eq!(text, "a = [\"b\", 'C:\\d', 'say \"no\"']\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Basic,
    /// `'…'` for `"…"`, and `'''…'''` for `"""…"""`.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, Quotes, format};
    /// let options = FormatOptions { quotes: Quotes::Literal, ..FormatOptions::default() };
    /// let text = format(r#"a = ["b", "it's", "\t"]"#, &options)?;
    /// assert_eq!(text, "a = ['b', \"it's\", \"\\t\"]\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Literal,
}

/// Whether keys have quotes that they do not need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum KeyQuotes {
    /// Where they had some.
    #[default]
    Keep,
    /// Never. An escape is not undone, and so needs its quotes.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, KeyQuotes, format};
    /// let options = FormatOptions { key_quotes: KeyQuotes::AsNeeded, ..FormatOptions::default() };
    /// assert_eq!(format("[ a . \"b\" ]\n'c d' = 1", &options)?, "[a.b]\n'c d' = 1\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    AsNeeded,
}

/// Whether what stands on successive lines starts in one column.
///
/// A run of lines that is wider than [`FormatOptions::line_width`] is not aligned. A blank line, a header or
/// a comment on a line of its own ends a run, except a comment that goes
/// on from the line above in the column of the one there, which always stays below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Never.
    ///
    /// ```
    /// # use toml_edit_lite::{Alignment, FormatOptions, format};
    /// let options = FormatOptions { align_comments: Alignment::Never, ..FormatOptions::default() };
    /// let text = format("a = 1    # one\nbcd = 2  # two", &options)?;
    /// assert_eq!(text, "a = 1 # one\nbcd = 2 # two\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    #[default]
    Never,
    /// In a run of lines where all did, with more than one space in front of some of them.
    ///
    /// ```
    /// # use toml_edit_lite::{Alignment, FormatOptions, format};
    /// let options = FormatOptions { align_comments: Alignment::Keep, ..FormatOptions::default() };
    /// let text = format("a=1    # one\nbcd=2  # two\n\ne=3 # three\nfg=4 # four", &options)?;
    /// assert_eq!(text, "a = 1   # one\nbcd = 2 # two\n\ne = 3 # three\nfg = 4 # four\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Keep,
    /// Always.
    ///
    /// ```
    /// # use toml_edit_lite::{Alignment, FormatOptions, format};
    /// let options = FormatOptions { align_equals: Alignment::Always, ..FormatOptions::default() };
    /// assert_eq!(format("a = 1\nbcd = 2", &options)?, "a   = 1\nbcd = 2\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Always,
}

/// Which tables have their keys sorted, inline tables included.
///
/// Keys are compared segment by segment, by the code points of their decoded text. A blank line, or a
/// block of comments with a blank line below it, stays where it is and divides a table into groups
/// that are sorted each by itself. Comments directly above a key, and at the end of its line, go with
/// it. Headers stay where they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SortKeys {
    /// None.
    #[default]
    Never,
    /// All.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, SortKeys, format};
    /// let options = FormatOptions { sort: SortKeys::All, ..FormatOptions::default() };
    /// let text = format("# of z\nz = 1\na = { c = 1, b = 2 }\n\nb = 3", &options)?;
    /// assert_eq!(text, "a = { b = 2, c = 1 }\n# of z\nz = 1\n\nb = 3\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    All,
    /// The tables at these paths. A segment `"*"` stands for any one key, and elements of arrays are
    /// counted to the path of their array.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, SortKeys, format};
    /// let paths = vec!["dependencies".parse()?, "target.'*'.dependencies".parse()?];
    /// let options = FormatOptions { sort: SortKeys::In(paths), ..FormatOptions::default() };
    /// let text = format("z = 1\na = 1\n\n[target.x.dependencies]\nz = 1\na = 1", &options)?;
    /// assert_eq!(text, "z = 1\na = 1\n\n[target.x.dependencies]\na = 1\nz = 1\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    In(Vec<Path>),
}

/// Whether tables are indented below the tables that they are in, where these have a header above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nesting {
    /// They are not.
    #[default]
    Flat,
    /// Headers and keys alike are indented once for each such table.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, Nesting, format};
    /// let options = FormatOptions { nesting: Nesting::Tables, ..FormatOptions::default() };
    /// assert_eq!(format("[a]\nb = 1\n\n[a.c]\nd = 1", &options)?, "[a]\nb = 1\n\n  [a.c]\n  d = 1\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    Tables,
    /// As `Tables`, and keys once more than the header above them.
    ///
    /// ```
    /// # use toml_edit_lite::{FormatOptions, Nesting, format};
    /// let options = FormatOptions { nesting: Nesting::TablesAndKeys, ..FormatOptions::default() };
    /// let text = format("[a]\nb = 1\n\n[a.c]\nd = 1", &options)?;
    /// assert_eq!(text, "[a]\n  b = 1\n\n  [a.c]\n    d = 1\n");
    /// # Ok::<(), toml_core::Error>(())
    /// ```
    TablesAndKeys,
}

/// How lines end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineEnding {
    /// As the first line does; with a line feed where there is but one line. Strings keep theirs.
    #[default]
    Keep,
    /// With a line feed, in multi-line strings too.
    Lf,
    /// With a carriage return and a line feed, in multi-line strings too, whose text is the same to
    /// every reader that knows line ends.
    CrLf,
}

/// Whether the last line of a document that is not empty has an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FinalNewline {
    /// It has.
    #[default]
    Always,
    /// It has if it had.
    Keep,
    /// It has none.
    Never,
}
