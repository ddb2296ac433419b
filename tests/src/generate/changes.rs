//! Small changes of a text, as a slip of the hand or a broken merge would make them.

use arbitrary::{Result, Unstructured};

/// Tokens, pieces of tokens and mistakes that people make.
const TOKENS: [&str; 40] = [
    "a",
    "\"a\"",
    "'b'",
    "=",
    " = ",
    ".",
    ",",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
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
    "1",
    "-",
    "+",
    "_",
    "0x",
    "1e5",
    "1.5",
    "inf",
    "true",
    "null",
    "1979-05-27",
    "07:32",
    "\u{feff}",
    "é",
];

/// Changes a text in up to four places.
///
/// # Errors
/// None that matters: those of `arbitrary`.
pub fn change(u: &mut Unstructured<'_>, text: &str) -> Result<String> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..u.int_in_range(0..=4)? {
        change_once(u, &mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn change_once(u: &mut Unstructured<'_>, bytes: &mut Vec<u8>) -> Result<()> {
    let at = u.int_in_range(0..=bytes.len())?;
    match u.int_in_range(0..=9)? {
        0 | 1 => {
            let bits: u8 = u.arbitrary()?;
            bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= bits);
        }
        2..5 => {
            let end = bytes.len().min(at + u.int_in_range(1..=3)?);
            bytes.drain(at..end);
        }
        5..8 => {
            let token = *u.choose(&TOKENS)?;
            bytes.splice(at..at, token.bytes());
        }
        8 => {
            let end = bytes.len().min(at + u.int_in_range(1..=40)?);
            let piece = bytes[at..end].to_vec();
            let to = u.int_in_range(0..=bytes.len())?;
            bytes.splice(to..to, piece);
        }
        _ => bytes.truncate(at),
    }
    Ok(())
}
