//! Differences of texts: what they look like, and that they lead from the old text to the new one.

use toml_edit_lite::{DiffLabels, FormatOptions, format, unified_diff};

const LABELS: DiffLabels<'_> = DiffLabels {
    old: "old.toml",
    new: "new.toml",
};

fn diff(old: &str, new: &str) -> String {
    unified_diff(old, new, LABELS)
}

#[test]
fn equal_texts_have_no_difference() {
    assert_eq!(diff("a = 1\n", "a = 1\n"), "");
    assert_eq!(diff("", ""), "");
}

#[test]
fn change_has_three_lines_round_it() {
    let old = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
    let expected = "\
--- old.toml
+++ new.toml
@@ -2,7 +2,7 @@
 b
 c
 d
-e
+E
 f
 g
 h
";
    assert_eq!(diff(old, &old.replace('e', "E")), expected);
}

#[test]
fn changes_far_apart_have_a_hunk_each() {
    let old = "a\n1\n2\n3\n4\n5\n6\n7\nb\n";
    let new = "1\n2\n3\n4\n5\n6\n7\nb\nc\n";
    let expected = "\
--- old.toml
+++ new.toml
@@ -1,4 +1,3 @@
-a
 1
 2
 3
@@ -7,3 +6,4 @@
 6
 7
 b
+c
";
    assert_eq!(diff(old, new), expected);
}

#[test]
fn missing_newline_at_the_end_is_told() {
    let expected = "\
--- old.toml
+++ new.toml
@@ -1 +1 @@
-a = 1
\\ No newline at end of file
+a = 1
";
    assert_eq!(diff("a = 1", "a = 1\n"), expected);
}

#[test]
fn line_ends_are_part_of_lines() {
    let expected = "--- old.toml\n+++ new.toml\n@@ -1,2 +1,2 @@\n-a = 1\r\n+a = 1\n b = 2\r\n";
    assert_eq!(diff("a = 1\r\nb = 2\r\n", "a = 1\nb = 2\r\n"), expected);
}

#[test]
fn text_from_nothing_and_to_nothing() {
    let to = "--- old.toml\n+++ new.toml\n@@ -0,0 +1,2 @@\n+a\n+b\n";
    assert_eq!(diff("", "a\nb\n"), to);
    let from = "--- old.toml\n+++ new.toml\n@@ -1,2 +0,0 @@\n-a\n-b\n";
    assert_eq!(diff("a\nb\n", ""), from);
}

#[test]
fn labels_stay_on_their_lines() {
    let labels = DiffLabels {
        old: "a\n+++ b",
        new: "c\r\nd",
    };
    assert_eq!(
        unified_diff("1\n", "2\n", labels),
        "--- a\n+++ c\n@@ -1 +1 @@\n-1\n+2\n"
    );
}

#[test]
fn difference_leads_from_the_old_text_to_the_new_one() {
    let manifest = include_str!("../../Cargo.toml");
    let lock = include_str!("../../Cargo.lock");
    let narrow = FormatOptions {
        line_width: 40,
        ..FormatOptions::default()
    };
    let mut texts = vec![String::new(), "a = 1".into(), "a = 1\n\n\nb = 2\r\n".into()];
    for source in [manifest, lock] {
        texts.push(source.to_owned());
        texts.push(source.replace('\n', "\r\n"));
        texts.push(format(source, &narrow).expect("the file is valid"));
        texts.push(source.lines().rev().collect::<Vec<_>>().join("\n"));
    }
    for old in &texts {
        for new in &texts {
            assert_eq!(&patched(old, &diff(old, new)), new);
        }
    }
}

/// What `patch` makes of a text; every line that the diff shows of the old text must be there.
fn patched(old: &str, diff: &str) -> String {
    let mut rest = old.split_inclusive('\n').peekable();
    let mut new = String::new();
    let mut at = 1;
    let mut lines = diff.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        let is_unended = lines.peek().is_some_and(|next| next.starts_with('\\'));
        let text = if is_unended {
            line[1..].trim_end_matches('\n')
        } else {
            &line[1..]
        };
        match line.as_bytes()[0] {
            b'@' => {
                let start = line
                    .split(['-', ',', ' '])
                    .nth(2)
                    .expect("a hunk has a start");
                let start: usize = start.parse().expect("a start is a number");
                while at < start {
                    new.push_str(rest.next().expect("a hunk starts inside of the text"));
                    at += 1;
                }
            }
            b'+' => new.push_str(text),
            b' ' | b'-' => {
                assert_eq!(rest.next(), Some(text));
                at += 1;
                new.push_str(if line.starts_with(' ') { text } else { "" });
            }
            _ => assert_eq!(line, "\\ No newline at end of file\n"),
        }
    }
    new.extend(rest);
    new
}
