//! Inputs of the targets, out of documents and choices: the fuzzer's seeds, and the cases of the generated tests.

use arbitrary::{Result, Unstructured};

use super::Input;
use crate::generate::{changes, layout, values};

/// Most bytes of choices.
const MAX_CHOICES: usize = 1000;

/// What a line between two layers of configuration may say; see `configuration.rs`.
const RULES: [&str; 16] = [
    "text",
    "text",
    "set",
    "env",
    "defaults",
    "append a",
    "append a.b",
    "merge-by a b",
    "replace a",
    "any-type a",
    "rename a b",
    "rename a.b c",
    "secret a",
    "delete no",
    "interpolate",
    "1.1",
];

/// Lines that are assignments, variables and TOML at once.
const LINES: &str = "\na=1\nAPP__A__B=x\nb.c=\"${a:-y}\"\n";

/// An input out of documents, changed in a few places or not at all.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn input(input: Input, documents: &[Vec<u8>], u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    match input {
        Input::Choices => {
            let length = u.len().min(MAX_CHOICES);
            Ok(u.bytes(length)?.to_vec())
        }
        Input::Document => document(documents, u),
        Input::Numbered => {
            let mut text = format!("#{}\n", u.arbitrary::<u64>()?).into_bytes();
            text.extend(document(documents, u)?);
            Ok(text)
        }
        Input::Layers => layers(documents, u),
    }
}

/// One of the documents, or a generated one.
fn document(documents: &[Vec<u8>], u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let is_generated = documents.is_empty() || u.ratio(1, 3)?;
    let text = if is_generated {
        let table = values::table(u)?;
        let choices = u.bytes(u.len().min(100))?;
        layout::render(&table, choices)
    } else {
        match std::str::from_utf8(u.choose(documents)?) {
            Ok(text) => text.to_owned(),
            // Changes are for texts alone.
            Err(_) => return Ok(u.choose(documents)?.clone()),
        }
    };
    Ok(changes::change(u, &text)?.into_bytes())
}

/// Up to four documents as layers, with rules between them.
fn layers(documents: &[Vec<u8>], u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut text = document(documents, u)?;
    for _ in 0..u.int_in_range(0..=3)? {
        let rule = u.choose(&RULES)?;
        text.extend(format!("\n#% {rule}\n").bytes());
        if u.ratio(1, 3)? {
            text.extend(LINES.bytes());
        } else {
            text.extend(document(documents, u)?);
        }
    }
    Ok(text)
}
