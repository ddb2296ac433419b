//! Columns that a text takes on a terminal.

use unicode_width::UnicodeWidthChar;

/// Columns that a tab at the start of a line counts as; elsewhere it counts as one.
pub(super) const TAB: u32 = 4;

/// The column behind the start of a line.
pub(super) fn column(line: &str) -> u32 {
    let tabs = line.bytes().take_while(|byte| *byte == b'\t').count() as u32;
    of(line).saturating_add(tabs.saturating_mul(TAB - 1))
}

/// The width of a text without line ends.
pub(super) fn of(text: &str) -> u32 {
    if text.is_ascii() {
        return text.len() as u32;
    }
    // By characters, so that the width of a text is that of its parts.
    text.chars().map(|c| c.width().unwrap_or(1) as u32).sum()
}
