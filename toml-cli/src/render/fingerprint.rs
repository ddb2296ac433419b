//! What tells one finding from every other, and stays the same while lines above it come and go.

use std::collections::HashMap;
use std::hash::Hasher as _;

use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::lines::line_at;
use crate::check::Report;

/// So much of a line counts, in bytes. Findings that differ only behind it are told apart by number.
const MAX_LINE: usize = 4096;

/// The fingerprint of each error of a report: a hash of its code, its dotted path and the text of its
/// line, without indent, and how many before it had the same.
///
/// The file's name is not part of it: `context` is there for formats that need one across files.
pub(super) fn fingerprints(report: &Report<'_>, context: &str) -> Vec<String> {
    let mut seen: HashMap<u128, usize> = HashMap::new();
    let fingerprint = |error: &toml_core::Error| {
        let offset = report.source.len().min(error.span().start as usize);
        let line = &report.source[line_at(report.source, offset)];
        let line = line.trim_ascii();
        let parts = [
            context.as_bytes(),
            error.code().as_bytes(),
            error.path().unwrap_or_default().as_bytes(),
            &line[..line.len().min(MAX_LINE)],
        ];
        let hash = hash(parts);
        let count = seen.entry(hash).or_default();
        *count += 1;
        format!("{hash:032x}:{count}")
    };
    report.errors.iter().map(fingerprint).collect()
}

/// A hash that is the same in every version and on every machine.
pub(super) fn hash<const N: usize>(parts: [&[u8]; N]) -> u128 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(&(part.len() as u64).to_le_bytes());
        hasher.write(part);
    }
    hasher.finish128().as_u128()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::samples::report;

    fn of(source: &str) -> Vec<String> {
        fingerprints(&report("a.toml", source.as_bytes()), "")
    }

    #[test]
    fn fingerprint_survives_lines_above_and_indent() {
        let one = of("a = yes\n");
        assert_eq!(of("# new\n\n  a = yes\n"), one);
        assert_ne!(of("a = no\n"), one);
        assert_ne!(of("b = yes\n"), one);
        assert_ne!(of("[t]\na = yes\n"), one);
    }

    #[test]
    fn fingerprint_same_everywhere() {
        assert_eq!(of("a = yes\n"), ["2856eb4ead015963a105d9dc11c7c208:1"]);
    }

    #[test]
    fn fingerprint_counts_repeats() {
        let all = of("a = [yes, yes, yes]\na = 1\na = 1\n");
        let distinct: std::collections::HashSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn fingerprint_parts_do_not_run_together() {
        assert_ne!(hash([b"ab", b"c"]), hash([b"a", b"bc"]));
    }
}
