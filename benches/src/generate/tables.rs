//! Shapes that are about tables: deep, many and small, one and wide.

use std::fmt::Write as _;

use super::Random;
use super::words;

/// Headers, inline tables and arrays, each some levels deep.
pub(super) fn nested(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let mut path = format!("{}{number}", random.pick(words::NOUNS));
        for _ in 0..random.between(3, 9) {
            path.push('.');
            path.push_str(random.pick(words::NOUNS));
        }
        let _ = write!(text, "[{path}]\nmatrix = ");
        push_array(random, &mut text, 6);
        text.push_str("\nrule = ");
        push_inline(random, &mut text, 7);
        let _ = write!(
            text,
            "\n\n[[{path}.step]]\nrun = \"make {}\"\n",
            random.pick(words::NOUNS)
        );
        let _ = write!(
            text,
            "\n[{path}.step.env]\nDEPTH = {}\n\n",
            random.below(100)
        );
    }
    text
}

fn push_array(random: &mut Random, text: &mut String, depth: u32) {
    text.push('[');
    for at in 0..random.between(1, 3) {
        if at > 0 {
            text.push_str(", ");
        }
        if depth == 0 || (at > 0 && random.one_in(2)) {
            let _ = write!(text, "[{}, {}]", random.below(10), random.below(10));
        } else {
            push_array(random, text, depth - 1);
        }
    }
    text.push(']');
}

fn push_inline(random: &mut Random, text: &mut String, depth: u32) {
    let noun = random.pick(words::NOUNS);
    if depth == 0 {
        let _ = write!(text, "{{ {noun} = true }}");
        return;
    }
    let _ = write!(text, "{{ level = {depth}, {noun} = ");
    push_inline(random, text, depth - 1);
    if random.one_in(3) {
        let _ = write!(
            text,
            ", any-of = [{{ {} = \"{}\" }}]",
            random.pick(words::ADJECTIVES),
            random.pick(words::NOUNS)
        );
    }
    text.push_str(" }");
}

/// Tables of two to four keys each, with headers of one to three segments.
pub(super) fn small(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        let kind = random.pick(&["host", "user", "route", "job"]);
        let name = words::name(random, "-");
        let _ = match random.below(3) {
            0 => writeln!(text, "[{kind}.{name}-{number}]"),
            1 => writeln!(text, "[{kind}.\"{name}.{number}\".limits]"),
            _ => writeln!(text, "[[{kind}s]]"),
        };
        let _ = writeln!(text, "id = {number}");
        let _ = writeln!(text, "name = \"{name}\"");
        if random.one_in(2) {
            let _ = writeln!(text, "active = {}", random.one_in(2));
        }
        if random.one_in(3) {
            let _ = writeln!(
                text,
                "share = {}.{}",
                random.below(10),
                random.between(1, 99)
            );
        }
        text.push('\n');
    }
    text
}

/// How many keys the wide table has.
const WIDE_KEYS: u32 = 10_000;

/// One table of 10,000 keys; `bytes` sets the length of its values.
pub(super) fn wide(random: &mut Random, bytes: usize) -> String {
    let mut text = String::from("[errors]\n");
    for number in 0..WIDE_KEYS {
        let _ = write!(text, "{}_{number} = ", random.pick(words::NOUNS));
        let left = bytes.saturating_sub(text.len()) / (WIDE_KEYS - number) as usize;
        if random.one_in(2) || left < 12 {
            let _ = writeln!(text, "{}", random.below(100_000));
        } else {
            let _ = writeln!(text, "\"{}\"", random.hex(left * 5 / 4));
        }
    }
    while text.len() < bytes {
        let _ = writeln!(text, "# {}", words::sentence(random, 12));
    }
    text
}
