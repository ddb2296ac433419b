//! All codes with their summaries.

use std::fmt::Write as _;

use anstyle::Style;
use toml_core::ErrorKind;

use super::page::paint;
use crate::terminal::Terminal;

/// One line a code, codes without `toml::`, in the order of their definition.
pub(super) fn all(terminal: Terminal) -> String {
    let bold = paint(terminal, Style::new().bold());
    let code = |kind: &ErrorKind| kind.code().trim_start_matches("toml::");
    let width = ErrorKind::all().iter().map(|kind| code(kind).len()).max();
    let width = width.unwrap_or(0);
    let mut text = String::new();
    for kind in ErrorKind::all() {
        let (code, summary) = (code(kind), kind.explanation().summary);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{bold}{code:width$}{bold:#}  {summary}");
    }
    text.push_str("\nMore on one of them: toml explain CODE\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{Color, Glyphs};

    #[test]
    fn all_codes_fit_80_columns() {
        let text = all(Terminal {
            color: Color::Off,
            glyphs: Glyphs::Unicode,
            width: 80,
        });
        let codes = text.lines().filter(|line| line.contains("  ")).count();
        assert_eq!(codes, ErrorKind::all().len());
        for line in text.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
    }
}
