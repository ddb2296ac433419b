//! Where lines are cut, and that labels stay on their text.

use std::fmt::Write as _;

use super::*;

const WIDTH: usize = 40;

/// The blocks as text, each label on a line of its own below the block: `line:column [text]`.
fn show(source: &[u8], spans: &[(u32, u32)]) -> String {
    let mark = |(start, end): &(u32, u32)| Mark {
        span: Span::new(*start, *end),
        label: "label",
    };
    let marks: Vec<Mark> = spans.iter().map(mark).collect();
    let excerpt = Excerpt::new("a.toml", source, &marks, WIDTH);
    let mut shown = String::new();
    for block in &excerpt.blocks {
        for (at, line) in block.text.lines().enumerate() {
            let _ = writeln!(shown, "{}|{line}", block.first_line + at);
        }
        let end = block.offset + block.text.len();
        for label in excerpt
            .labels
            .iter()
            .filter(|label| (block.offset..end).contains(&label.span.start))
        {
            let text = &block.text[label.span.start - block.offset..label.span.end - block.offset];
            let _ = writeln!(shown, "{}:{} [{text}]", label.at.line, label.at.column);
        }
    }
    shown
}

#[test]
fn excerpt_context_lines() {
    assert_eq!(
        show(b"a = 1\nb = x\nc = 2\nd = 3\n", &[(10, 11)]),
        "1|a = 1\n2|b = x\n3|c = 2\n2:5 [x]\n"
    );
    assert_eq!(show(b"b = x", &[(4, 5)]), "1|b = x\n1:5 [x]\n");
    assert_eq!(show(b"", &[(0, 0)]), "1|\n1:1 []\n");
}

#[test]
fn excerpt_end_of_line_and_file() {
    assert_eq!(
        show(b"a =\r\nb = 1\r\n", &[(3, 5)]),
        "1|a =\n2|b = 1\n1:4 []\n"
    );
    assert_eq!(
        show(b"a = [\n", &[(6, 6), (4, 5)]),
        "1|a = [\n2|\n1:5 [[]\n2:1 []\n"
    );
    assert_eq!(show(b"a = [", &[(5, 5)]), "1|a = [\n1:6 []\n");
    assert_eq!(show(b"a = [", &[(9, 12)]), "1|a = [\n1:6 []\n");
}

#[test]
fn excerpt_far_marks_get_blocks() {
    let source = b"a = 1\n\n\n\n\n\n\na = 2\n";
    assert_eq!(
        show(source, &[(12, 13), (0, 1)]),
        "1|a = 1\n2|\n1:1 [a]\n7|\n8|a = 2\n8:1 [a]\n"
    );
    let source = b"a = 1\n\n\na = 2\n";
    assert_eq!(
        show(source, &[(8, 9), (0, 1)]),
        "1|a = 1\n2|\n3|\n4|a = 2\n1:1 [a]\n4:1 [a]\n"
    );
}

#[test]
fn excerpt_many_lines_marked_shows_first() {
    assert_eq!(
        show(b"a = '''\nb\nc", &[(4, 11)]),
        "1|a = '''\n2|b\n1:5 [''']\n"
    );
}

#[test]
fn excerpt_long_line_cut_round_mark() {
    let source = [
        b"k = '".as_slice(),
        &[b'x'; 5000],
        b"' oops ",
        &[b'y'; 5000],
    ]
    .concat();
    let (x, y) = ("x".repeat(34), "y".repeat(28));
    assert_eq!(
        show(&source, &[(5007, 5011)]),
        format!("1|…xxx' oops {y}…\n1:5008 [oops]\n")
    );
    assert_eq!(
        show(&source, &[(4, 10012)]),
        format!("1|k = '{x}…\n1:5 ['{x}]\n")
    );
}

#[test]
fn excerpt_label_needs_room() {
    let source = b"key = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, x]";
    assert_eq!(
        show(source, &[(38, 39)]),
        "1|… 2, 3, 4, 5, 6, 7, 8, 9, 10, x]\n1:39 [x]\n"
    );
}

#[test]
fn excerpt_not_utf8() {
    assert_eq!(
        show(b"a = '\xff\xfe' # \xe2\x82\n", &[(5, 6)]),
        "1|a = '\u{fffd}\u{fffd}' # \u{fffd}\n1:6 [\u{fffd}]\n"
    );
}

#[test]
fn excerpt_wide_tab_control() {
    assert_eq!(
        show("\tä表\x1b\tx".as_bytes(), &[(8, 9)]),
        "1|    ä表␛    x\n1:6 [x]\n"
    );
    assert_eq!(
        show("\tä表\x1b\tx".as_bytes(), &[(0, 3)]),
        "1|    ä表␛    x\n1:1 [    ä]\n"
    );
}

#[test]
fn excerpt_byte_order_mark_hidden() {
    assert_eq!(show(b"\xef\xbb\xbfa = x", &[(7, 8)]), "1|a = x\n1:5 [x]\n");
}
