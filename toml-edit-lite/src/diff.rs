//! The difference of two texts, as `diff -u` and `patch` know it.

use std::fmt::Write;
use std::time::Duration;

use similar::{Algorithm, TextDiff};

use crate::patch::Patch;

/// Lines shown round each change that have not changed.
const CONTEXT_LINES: usize = 3;
/// How long the smallest difference is searched for; then a larger one does.
const SEARCH_TIME: Duration = Duration::from_secs(2);

/// What the two texts of a [`unified_diff`] are called in its first two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DiffLabels<'l> {
    /// The text before, such as `a/Cargo.toml`.
    pub old: &'l str,
    /// The text after, such as `b/Cargo.toml`.
    pub new: &'l str,
}

/// The changes from one text to another as a unified diff; empty where there are none.
///
/// Lines are compared with their ends, so another line end is a change. Labels stand as they are,
/// up to their first line end.
///
/// ```
/// use toml_edit_lite::{DiffLabels, unified_diff};
///
/// let labels = DiffLabels { old: "a/x.toml", new: "b/x.toml" };
/// let diff = unified_diff("a = 1\nb = 2\n", "a = 1\nb = 3\n", labels);
/// assert_eq!(diff, "--- a/x.toml\n+++ b/x.toml\n@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n+b = 3\n");
/// ```
#[must_use]
pub fn unified_diff(old: &str, new: &str, labels: DiffLabels<'_>) -> String {
    let mut text = String::new();
    if old == new {
        return text;
    }
    let (old, new) = (lines(old), lines(new));
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .timeout(SEARCH_TIME)
        .newline_terminated(true)
        .diff_slices(&old, &new);
    let mut unified = diff.unified_diff();
    unified
        .context_radius(CONTEXT_LINES)
        .header(first_line(labels.old), first_line(labels.new));
    // Writing to a `String` does not fail.
    let _ = write!(text, "{unified}");
    text
}

/// What changes line by line from one text to another, each change cut to the bytes that differ.
pub(crate) fn patches_between(old: &str, new: &str) -> Vec<Patch> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .timeout(SEARCH_TIME)
        .diff_slices(&old_lines, &new_lines);
    let (mut patches, mut old_at, mut new_at) = (Vec::new(), 0, 0);
    for op in diff.ops() {
        let length = |lines: &[&str]| lines.iter().map(|line| line.len()).sum::<usize>();
        let old_end = old_at + length(&old_lines[op.old_range()]);
        let new_end = new_at + length(&new_lines[op.new_range()]);
        let (before, after) = (&old[old_at..old_end], &new[new_at..new_end]);
        if before != after {
            patches.push(cut(before, after, old_at));
        }
        (old_at, new_at) = (old_end, new_end);
    }
    patches
}

/// A replacement without what both texts begin and end with.
fn cut(old: &str, new: &str, at: usize) -> Patch {
    let start = same_characters(old.chars(), new.chars());
    let (old, new) = (&old[start..], &new[start..]);
    let end = same_characters(old.chars().rev(), new.chars().rev());
    let text = &new[..new.len() - end];
    Patch::new(at + start, at + start + old.len() - end, text)
}

/// How many bytes two texts have in common at their start.
fn same_characters(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let same = one.zip(other).take_while(|(one, other)| one == other);
    same.map(|(letter, _)| letter.len_utf8()).sum()
}

/// The lines of a text with their ends; a carriage return by itself ends none.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn first_line(label: &str) -> &str {
    label.split(['\n', '\r']).next().unwrap_or(label)
}
