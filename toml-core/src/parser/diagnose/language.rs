//! Whether a document whose first statement is wrong is JSON, YAML or INI handed in by mistake.

use crate::error::Fault;
use crate::lexer::{KeyToken, lex_key, scan};
use crate::{ErrorKind, Span};

/// How many lines are looked at to tell YAML from TOML with a colon in the wrong place.
const LINES: usize = 40;

/// The fault to report instead of the first statement's, which is at `fault`.
#[cold]
pub(super) fn recognise(source: &[u8], fault: Fault) -> Option<Fault> {
    let start = first_statement(source);
    let kind = match source.get(start)? {
        b'{' => ErrorKind::LooksLikeJson,
        b'[' if source[start + 1..].trim_ascii_start().starts_with(b"{") => {
            ErrorKind::LooksLikeJson
        }
        b';' => ErrorKind::LooksLikeIni,
        _ if source[start..].starts_with(b"---\n") || source[start..].starts_with(b"%YAML") => {
            return Some(Fault::new(
                ErrorKind::LooksLikeYaml,
                Span::of(start, start + 3),
            ));
        }
        _ if fault.kind == ErrorKind::ColonForEquals && is_yaml(source) => {
            return Some(Fault::new(ErrorKind::LooksLikeYaml, fault.span));
        }
        _ => return None,
    };
    Some(Fault::new(kind, Span::byte(start)))
}

/// Behind a byte order mark, blank lines and comments.
fn first_statement(source: &[u8]) -> usize {
    let mut at = if source.starts_with(b"\xef\xbb\xbf") {
        3
    } else {
        0
    };
    loop {
        at += source[at..]
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        if source.get(at) != Some(&b'#') {
            return at;
        }
        at = scan::comment(source, at + 1);
    }
}

/// Whether two lines or more are those of a YAML mapping or sequence, and none is a TOML statement.
fn is_yaml(source: &[u8]) -> bool {
    let mut mappings = 0;
    for line in source.split(|byte| *byte == b'\n').take(LINES) {
        let line = line.trim_ascii();
        if line.starts_with(b"#") {
            continue;
        }
        let is_statement = matches!(
            lex_key(line, 0),
            Some((
                KeyToken::KeyEquals
                    | KeyToken::KeyEqualsQuote
                    | KeyToken::DottedKeyEquals
                    | KeyToken::Header
                    | KeyToken::DottedHeader,
                _
            ))
        );
        if is_statement {
            return false;
        }
        let is_mapping = line.ends_with(b":") || line.windows(2).any(|pair| pair == b": ");
        mappings += usize::from(is_mapping || line.starts_with(b"- "));
    }
    mappings >= 2
}
