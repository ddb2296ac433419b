//! Texts that are hard in one way each, of any length.

use std::fmt::Write as _;

use toml_core::ParseOptions;

/// A hard text.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is called.
    pub name: &'static str,
    push: Push,
}

/// How the text is made of its `n`-th piece.
#[derive(Clone, Copy, Debug)]
enum Push {
    /// Pieces one after the other.
    Lines(fn(&mut String, u32)),
    /// Pieces between a start and an end.
    Between(&'static str, fn(&mut String, u32), &'static str),
}

/// All shapes.
pub const SHAPES: &[Shape] = &[
    lines("keys", |text, n| {
        let _ = writeln!(text, "k{n} = {n}");
    }),
    lines("keys with a prefix", |text, n| {
        let _ = writeln!(text, "a_prefix_that_all_of_the_keys_have_in_common_{n} = 1");
    }),
    lines("dotted keys", |text, n| {
        let _ = writeln!(text, "some.common.prefix.k{n} = 1");
    }),
    lines("tables", |text, n| {
        let _ = writeln!(text, "[t{n}]");
    }),
    lines("arrays of tables", |text, _| text.push_str("[[a]]\n")),
    lines("deep table, re-opened", |text, n| {
        let _ = writeln!(text, "[a.b.c.d.e.f.g.h.i.j.k{n}]");
    }),
    Shape {
        name: "numbers",
        push: Push::Between(
            "a = [",
            |text, n| {
                let _ = write!(text, "{n},");
            },
            "]",
        ),
    },
    lines("nesting", push_nesting),
    Shape {
        name: "escapes",
        push: Push::Between("a = \"", |text, _| text.push_str("\\n\\\"\\u00e9\\t"), "\""),
    },
    lines("comments", |text, n| {
        let _ = writeln!(text, "# line {n}");
    }),
    lines("blank lines", |text, _| text.push('\n')),
];

const fn lines(name: &'static str, push: fn(&mut String, u32)) -> Shape {
    Shape {
        name,
        push: Push::Lines(push),
    }
}

/// A key with as many arrays round each other as may be.
fn push_nesting(text: &mut String, n: u32) {
    let depth = ParseOptions::default().max_depth;
    let (open, close) = ("[".repeat(depth), "]".repeat(depth));
    let _ = writeln!(text, "k{n} = {open}{close}");
}

impl Shape {
    /// The shape of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// The text, of at least so many bytes.
    #[must_use]
    pub fn text(&self, bytes: usize) -> String {
        let (start, push, end) = match self.push {
            Push::Lines(push) => ("", push, ""),
            Push::Between(start, push, end) => (start, push, end),
        };
        let mut text = String::with_capacity(bytes + 512);
        text.push_str(start);
        let mut n = 0;
        while text.len() < bytes {
            push(&mut text, n);
            n += 1;
        }
        text.push_str(end);
        text
    }
}
