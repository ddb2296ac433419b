//! Columns that a text takes on a terminal.

use unicode_width::UnicodeWidthStr;

/// Columns that a tab at the start of a line counts as; elsewhere it counts as one.
pub(super) const TAB: u32 = 4;

/// The column behind the start of a line.
pub(super) fn column(line: &str) -> u32 {
    let tabs = line.bytes().take_while(|byte| *byte == b'\t').count() as u32;
    of(line) + tabs * (TAB - 1)
}

/// The width of a text without line ends.
pub(super) fn of(text: &str) -> u32 {
    if text.is_ascii() {
        return text.len() as u32;
    }
    text.width() as u32 + text.matches('\t').count() as u32
}
