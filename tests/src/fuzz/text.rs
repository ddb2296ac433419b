//! The targets whose input is a document.

use crate::invariants;

/// Any bytes are read as both versions of TOML; spans, tokens, lookup and errors are sound.
pub(super) fn parse(bytes: &[u8]) -> Result<(), String> {
    invariants::check_bytes(bytes)
}

/// Any bytes are read in spite of their mistakes.
pub(super) fn recover(bytes: &[u8]) -> Result<(), String> {
    invariants::check_recovery(bytes)
}

/// What is valid is written in every way, and read as the same data.
pub(super) fn roundtrip(bytes: &[u8]) -> Result<(), String> {
    std::str::from_utf8(bytes).map_or(Ok(()), invariants::check_round_trip)
}

/// A text is formatted; the number in a comment at its start, as in `#17`, chooses the options.
pub(super) fn format(bytes: &[u8]) -> Result<(), String> {
    let Ok(source) = std::str::from_utf8(bytes) else {
        return Ok(());
    };
    let options = invariants::format_options(leading_number(source));
    invariants::check_format(source, &options)
        .map_err(|violation| format!("{violation}\nfrom:\n{source}\nwith {options:#?}"))
}

/// The number in the comment that a text starts with; 0 where there is none.
fn leading_number(source: &str) -> u64 {
    let digits = source.strip_prefix('#').unwrap_or_default();
    let length = digits
        .bytes()
        .take_while(u8::is_ascii_digit)
        .take(19)
        .count();
    digits[..length].parse().unwrap_or(0)
}

/// Peers give the same verdict, and read the same values.
pub(super) fn differential(bytes: &[u8]) -> Result<(), String> {
    std::str::from_utf8(bytes).map_or(Ok(()), invariants::check_peers)
}

#[cfg(test)]
mod tests;
