//! Codes that somebody may have meant.

use toml_core::ErrorKind;

/// How alike two codes have to be, from 0 to 1. `duplicate_keys` and `duplicate-key` are 0.86.
const SIMILARITY: f64 = 0.6;
/// What is this much less alike than the most similar one was hardly meant.
const NEAR: f64 = 0.8;
/// More suggestions than this are no help.
const MAX_SUGGESTIONS: usize = 3;

/// Codes like this one, the most similar first. A word of a code finds every code with that word.
pub(super) fn similar(code: &str) -> Vec<&'static str> {
    let wanted = bare(code).to_ascii_lowercase().replace('_', "-");
    let mut found: Vec<(f64, &str)> = ErrorKind::all()
        .iter()
        .map(|kind| (similarity(&wanted, bare(kind.code())), kind.code()))
        .filter(|(similarity, _)| *similarity >= SIMILARITY)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = found.first().map_or(0.0, |(similarity, _)| *similarity);
    found
        .into_iter()
        .take_while(|(similarity, _)| *similarity >= NEAR * best)
        .map(|(_, code)| code)
        .take(MAX_SUGGESTIONS)
        .collect()
}

fn bare(code: &str) -> &str {
    code.trim_start_matches("toml::")
}

fn similarity(wanted: &str, code: &str) -> f64 {
    let by_letters = strsim::normalized_damerau_levenshtein(wanted, code);
    if code.split('-').any(|word| word == wanted) {
        by_letters.max(SIMILARITY)
    } else {
        by_letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_by_letters_and_words() {
        assert_eq!(similar("duplicat-key")[0], "toml::duplicate-key");
        assert_eq!(similar("Duplicate_Key")[0], "toml::duplicate-key");
        assert_eq!(similar("toml::nul-value")[0], "toml::null-value");
        assert_eq!(
            similar("duplicate"),
            ["toml::duplicate-key", "toml::duplicate-table"]
        );
        assert_eq!(similar("frobnicate"), [""; 0]);
        assert_eq!(similar(""), [""; 0]);
    }
}
