//! Formats a document: spacing, line breaks, commas, and what the options ask for besides.
//!
//! ```text
//! source ──▶ toml_core ──▶ read ──▶ order ──▶ measure ──▶ print ──▶ align ──▶ text
//!             tokens      outline   sorted     widths     lines     comments
//! ```
//! Knows which token stands where, and leaves to `toml_core` what a token is.

mod align;
mod headers;
mod measure;
mod options;
mod order;
mod outline;
mod print;
mod read;
mod spell;
mod values;
mod width;

pub use options::{
    Alignment, ArrayLayout, ArrayRows, FinalNewline, FormatOptions, HeaderGap, Indent,
    InlineTableLayout, KeyQuotes, LineEnding, NestedArrays, Nesting, Padding, Quotes, SortKeys,
    TrailingCommas,
};

use toml_core::{Document, Error};

/// Formats a document.
///
/// The data stays equal, every comment stays, word by word and in its order unless keys are
/// [sorted](SortKeys), and numbers, date-times and escapes stay as they were written. Formatting the
/// result again with the same options changes nothing. Only white space at the end of comments goes.
///
/// ```
/// use toml_edit_lite::{FormatOptions, format};
///
/// let source = "[ tool . black ]  # style\nline-length=88\nextend-exclude = [ 'build',\n 'dist' ]";
/// assert_eq!(format(source, &FormatOptions::default())?, "\
/// [tool.black] # style
/// line-length = 88
/// extend-exclude = [
///   'build',
///   'dist',
/// ]
/// ");
/// # Ok::<(), toml_core::Error>(())
/// ```
///
/// # Errors
/// Where the source is not valid TOML of the version in [`FormatOptions::parse`].
pub fn format(source: &str, options: &FormatOptions) -> Result<String, Error> {
    Ok(format_document(&options.parse.parse(source)?, options))
}

/// [`format`] of a document that has been parsed as the options say.
pub(crate) fn format_document(document: &Document<'_>, options: &FormatOptions) -> String {
    let mut outline = read::read(document);
    outline.limit_blank_lines(options.max_blank_lines.into());
    order::sort(&mut outline, &options.sort);
    measure::measure(&mut outline, options);
    print::print(&outline, options)
}
