//! Where a string of a valid source ends, by its quotes alone.
//!
//! Checks nothing: the parser reads strings itself. What is not closed ends with the source.

use super::scan;

/// Most quotes that may stand at the end of a multi-line string: two of its text, three that close it.
const MOST_CLOSING_QUOTES: usize = 5;

/// Offset just behind the string whose opening quote is at `at`.
pub(crate) fn string(source: &[u8], at: usize) -> usize {
    let quote = source[at];
    if source[at..].starts_with(&[quote; 3]) {
        return multiline_string(source, at + 3, quote);
    }
    let mut end = at + 1;
    loop {
        end = match quote {
            b'"' => scan::basic_string(source, end),
            _ => scan::literal_string(source, end),
        };
        match source.get(end) {
            Some(b'\\') => end += 2,
            Some(byte) if *byte == quote => return end + 1,
            Some(_) => end += 1,
            None => return source.len(),
        }
    }
}

/// Offset just behind the multi-line string whose text starts at `at`.
fn multiline_string(source: &[u8], at: usize, quote: u8) -> usize {
    let mut end = at;
    loop {
        end = match quote {
            b'"' => scan::multiline_basic_string(source, end),
            _ => scan::multiline_literal_string(source, end),
        };
        match source.get(end) {
            Some(b'\\') => end += 2,
            Some(byte) if *byte == quote => {
                let run = source[end..].iter().take(MOST_CLOSING_QUOTES);
                let quotes = run.take_while(|byte| **byte == quote).count();
                end += quotes;
                if quotes >= 3 {
                    return end;
                }
            }
            Some(_) => end += 1,
            None => return source.len(),
        }
    }
}
