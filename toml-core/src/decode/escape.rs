//! Escapes of basic strings (TOML section "String").

use crate::error::Fault;
use crate::{ErrorKind, Span, Version};

/// What an escape stands for, and the offset just behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Escape {
    pub(crate) character: char,
    pub(crate) end: usize,
}

/// The character of an escape that is a single letter in every version.
#[inline]
pub(crate) fn simple(letter: u8) -> Option<char> {
    Some(match letter {
        b'n' => '\n',
        b't' => '\t',
        b'"' => '"',
        b'\\' => '\\',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        _ => return None,
    })
}

/// `escape-seq-char` of the escape whose backslash is at `at`.
///
/// # Errors
/// With the escape's span: an unknown one, one with too few digits, one that names no character,
/// one that only TOML 1.1 has.
pub(crate) fn decode(source: &[u8], at: usize, version: Version) -> Result<Escape, Fault> {
    let letter = source.get(at + 1).copied().unwrap_or(b'\n');
    if let Some(character) = simple(letter) {
        return Ok(Escape {
            character,
            end: at + 2,
        });
    }
    let character = match letter {
        b'u' => return hexadecimal(source, at, 4),
        b'U' => return hexadecimal(source, at, 8),
        b'e' | b'x' if version < Version::V1_1 => return Err(newer(source, at)),
        b'e' => '\u{1b}',
        b'x' => return hexadecimal(source, at, 2),
        _ => return Err(unknown(source, at)),
    };
    Ok(Escape {
        character,
        end: at + 2,
    })
}

/// The value of each hexadecimal digit; [`NO_DIGIT`] for any other byte.
const DIGITS: [u8; 256] = {
    let mut digits = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        digits[b"0123456789abcdef"[value] as usize] = value as u8;
        digits[b"0123456789ABCDEF"[value] as usize] = value as u8;
        value += 1;
    }
    digits
};

const NO_DIGIT: u8 = 0xff;

#[inline]
fn hexadecimal(source: &[u8], at: usize, length: usize) -> Result<Escape, Fault> {
    let end = at + 2 + length;
    let digits = source.get(at + 2..end).unwrap_or_default();
    let (mut code, mut seen) = (0_u32, 0_u8);
    for digit in digits {
        let value = DIGITS[usize::from(*digit)];
        seen |= value;
        code = code << 4 | u32::from(value);
    }
    if digits.is_empty() || seen == NO_DIGIT {
        return Err(incomplete(source, at, length));
    }
    match char::from_u32(code) {
        Some(character) => Ok(Escape { character, end }),
        None => Err(Fault::new(
            ErrorKind::UnicodeEscapeOutOfRange,
            Span::of(at, end),
        )),
    }
}

/// An escape of fewer digits than its letter takes.
#[cold]
fn incomplete(source: &[u8], at: usize, length: usize) -> Fault {
    let digits = hexadecimal_digits(source, at + 2, length);
    Fault::new(
        ErrorKind::IncompleteUnicodeEscape,
        Span::of(at, at + 2 + digits),
    )
}

/// How many hexadecimal digits stand at `start`, up to `length`.
fn hexadecimal_digits(source: &[u8], start: usize, length: usize) -> usize {
    let digits = source.iter().skip(start).take(length);
    digits.take_while(|digit| digit.is_ascii_hexdigit()).count()
}

/// An escape of TOML 1.1, or one that would be none there either.
#[cold]
fn newer(source: &[u8], at: usize) -> Fault {
    if source[at + 1] == b'e' {
        return Fault::new(ErrorKind::EscapeSince1_1, Span::of(at, at + 2));
    }
    let digits = hexadecimal_digits(source, at + 2, 2);
    let kind = if digits < 2 {
        ErrorKind::IncompleteUnicodeEscape
    } else {
        ErrorKind::EscapeSince1_1
    };
    Fault::new(kind, Span::of(at, at + 2 + digits))
}

/// An escape that no version has; its span is the backslash and one whole character.
#[cold]
fn unknown(source: &[u8], at: usize) -> Fault {
    let letter = source.get(at + 1).copied().unwrap_or(b'\n');
    if letter == b'\n' || letter == b'\r' {
        return Fault::new(ErrorKind::InvalidEscape, Span::byte(at));
    }
    let continues = |byte: &&u8| **byte & 0xc0 == 0x80;
    let tail = source.iter().skip(at + 2).take_while(continues).count();
    Fault::new(ErrorKind::InvalidEscape, Span::of(at, at + 2 + tail))
}
