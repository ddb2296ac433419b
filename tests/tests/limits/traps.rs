//! Sources of any length, each a trap for a reader that goes over the same thing again and again.

use std::fmt::Write as _;

/// A source of any number of lines.
#[derive(Clone, Copy)]
pub(crate) struct Trap {
    pub(crate) name: &'static str,
    /// Whether it is TOML 1.0.
    pub(crate) is_valid: bool,
    push: Push,
}

/// How the source is made of its pieces, which get their numbers.
#[derive(Clone, Copy)]
enum Push {
    Lines(fn(&mut String, usize)),
    Between(&'static str, fn(&mut String, usize), &'static str),
}

impl Trap {
    /// The source with that many pieces.
    pub(crate) fn text(&self, count: usize) -> String {
        let (start, push, end) = match self.push {
            Push::Lines(push) => ("", push, ""),
            Push::Between(start, push, end) => (start, push, end),
        };
        let mut text = start.to_owned();
        for number in 0..count {
            push(&mut text, number);
            if let Push::Lines(_) = self.push {
                text.push('\n');
            }
        }
        text + end
    }
}

const fn valid(name: &'static str, push: fn(&mut String, usize)) -> Trap {
    let push = Push::Lines(push);
    Trap {
        name,
        is_valid: true,
        push,
    }
}

const fn invalid(name: &'static str, push: fn(&mut String, usize)) -> Trap {
    let push = Push::Lines(push);
    Trap {
        name,
        is_valid: false,
        push,
    }
}

const fn within(
    name: &'static str,
    is_valid: bool,
    push: fn(&mut String, usize),
    (start, end): (&'static str, &'static str),
) -> Trap {
    let push = Push::Between(start, push, end);
    Trap {
        name,
        is_valid,
        push,
    }
}

/// A piece with its number, `n`.
macro_rules! piece {
    ($format:literal) => {
        |text, number| {
            let _ = write!(text, $format, n = number);
        }
    };
}

/// A piece that is always the same.
macro_rules! same {
    ($piece:literal) => {
        |text, _| text.push_str($piece)
    };
}

/// Documents that are valid.
pub(crate) const VALID: &[Trap] = &[
    valid("keys", piece!("k{n} = 1")),
    valid(
        "dotted keys with a prefix",
        piece!("a.b.c.d.e.f.g.h.k{n} = 1"),
    ),
    valid("headers", piece!("[t{n}]\nx = 1")),
    valid("headers with a prefix", piece!("[a.b.c.d.e.f.g.h.t{n}]")),
    valid("tables continued in turns", piece!("[a.b{n}]\n[c.d{n}]")),
    valid("arrays of tables", piece!("[[a]]\nx = {n}")),
    valid(
        "nested arrays of tables",
        same!("[[a]]\n[[a.b]]\n[[a.b.c]]\n[a.d]"),
    ),
    within(
        "an array of tables in an element",
        true,
        same!("[[a.b]]\n"),
        ("[[a]]\n", ""),
    ),
    within(
        "an array on one line",
        true,
        piece!("{n},"),
        ("a = [", "]\n"),
    ),
    within(
        "an array with comments",
        true,
        piece!("\n  1, # {n}"),
        ("a = [", "\n]\n"),
    ),
    within(
        "an inline table",
        true,
        piece!("k{n} = 1, "),
        ("a = { ", "k = 1 }\n"),
    ),
    within(
        "dotted keys in an inline table",
        true,
        piece!("x.y.k{n} = 1, "),
        ("a = { ", "k = 1 }\n"),
    ),
    within(
        "inline tables in an array",
        true,
        piece!("{{x = {n}}}, "),
        ("a = [", "]\n"),
    ),
    valid(
        "nesting",
        piece!("k{n} = [[[[[[[[{{a = {{b = {{c = 1}}}}}}]]]]]]]]"),
    ),
    valid("comments", piece!("# {n}")),
    valid("comments above keys", piece!("# {n}\nk{n} = 1 # {n}")),
    valid("blank lines", same!("")),
    within("escapes", true, piece!("\\t{n}\\u00e9"), ("a = \"", "\"\n")),
    within(
        "a string over lines",
        true,
        piece!("{n} \\\n"),
        ("a = \"\"\"", "\"\"\"\n"),
    ),
];

/// Documents that are not: every line is a mistake, or leaves something open.
pub(crate) const INVALID: &[Trap] = &[
    invalid("unclosed strings", piece!("k{n} = \"abc")),
    invalid("unclosed literal strings", piece!("k{n} = 'abc")),
    invalid(
        "unclosed strings over lines",
        piece!("k{n} = \"\"\"abc\nl{n} = '''abc"),
    ),
    invalid("escaped closing quotes", same!("a = [\"\"\" \\\"\"\"")),
    invalid("four quotes", same!("a = ''''")),
    invalid("unclosed quoted keys", piece!("\"k{n} = 1")),
    invalid("unclosed arrays", piece!("k{n} = [1,")),
    invalid(
        "unclosed brackets of all kinds",
        piece!("k{n} = [[1, {{x = ["),
    ),
    within(
        "unclosed arrays in one",
        false,
        piece!("  k{n} = [1,\n"),
        ("k = [\n", ""),
    ),
    invalid("unclosed inline tables", piece!("k{n} = {{a = 1,")),
    invalid("unclosed headers", piece!("[k{n}")),
    invalid("opening brackets", same!("[")),
    invalid("closing brackets", same!("]")),
    invalid("opening braces", same!("a = {")),
    invalid("quotes", same!("\"")),
    invalid("keys alone", piece!("x{n}")),
    invalid("the same key", piece!("a = {n}")),
    invalid("the same header", piece!("[a]\nb = {n}")),
    invalid("a key that is no table", piece!("a = 1\na.b{n} = 2")),
    invalid("words", piece!("k{n} = some words")),
    invalid(
        "words in an array of tables",
        piece!("[[a]]\nk{n} = some words"),
    ),
    within("words in an array", false, same!("yes, "), ("a = [", "]\n")),
    within(
        "the same key in an inline table",
        false,
        piece!("x = {n}, "),
        ("a = { ", "}\n"),
    ),
    invalid("TOML 1.1", piece!("k{n} = {{a = 1,\n b = 2,}}")),
    invalid("dates", piece!("k{n} = 1979-13-01")),
    within(
        "wrong escapes",
        false,
        same!("\\q\n"),
        ("a = \"\"\"", "\"\"\"\n"),
    ),
    invalid("control characters", same!("#\u{1}")),
    invalid("carriage returns", piece!("a = 1\rb = {n}")),
    invalid(
        "conflict markers",
        same!("<<<<<<< a\na = 1\n=======\na = 2\n>>>>>>> b"),
    ),
    invalid(
        "tables in an inline table",
        piece!("a = {{}}\n[a.b{n}]\nx = 1"),
    ),
];
