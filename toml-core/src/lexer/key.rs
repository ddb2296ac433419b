//! Tokens of statements up to the `=`, and of headers.

use logos::Logos;

/// A token where a key, a header or an empty line is expected.
///
/// The common shapes of a whole line's start are one token each: the fewer and larger the tokens,
/// the fewer mispredicted jumps. No rule loops through more than one character class: each state of
/// the automaton is a function, and debug builds keep a stack frame for each state entered.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(utf8 = false)]
#[logos(subpattern bare = r"[A-Za-z0-9_\-]+")]
#[logos(subpattern equals = r"[ \t]*=[ \t]*")]
pub(crate) enum KeyToken {
    /// White space and line feeds: blank lines, and the indent of the next line.
    #[regex(r"[ \t\n]+")]
    Blank,
    /// CRLF
    #[token("\r\n")]
    CrLf,
    /// `#`; the comment's text is not part of the token.
    #[token("#")]
    Hash,
    /// `key = "` up to and with the quote.
    #[regex(r#"(?&bare)(?&equals)""#)]
    KeyEqualsQuote,
    /// `key = ` with the white space behind it.
    #[regex(r"(?&bare)(?&equals)")]
    KeyEquals,
    /// `a.b.c = ` without white space round the dots. A segment may turn out to be empty.
    #[regex(r"(?&bare)\.[A-Za-z0-9_\-.]*(?&equals)")]
    DottedKeyEquals,
    /// A bare key with something else behind it.
    #[regex(r"(?&bare)")]
    Bare,
    /// `[key]`
    #[regex(r"\[(?&bare)\]")]
    Header,
    /// `[a.b.c]` without white space. A segment may turn out to be empty.
    #[regex(r"\[(?&bare)\.[A-Za-z0-9_\-.]*\]")]
    DottedHeader,
    /// `[[key]]`
    #[regex(r"\[\[(?&bare)\]\]")]
    ArrayHeader,
    /// `[[a.b.c]]` without white space. A segment may turn out to be empty.
    #[regex(r"\[\[(?&bare)\.[A-Za-z0-9_\-.]*\]\]")]
    DottedArrayHeader,
    /// `[` of any other header.
    #[token("[")]
    OpenHeader,
    /// `[[` of any other header.
    #[token("[[")]
    OpenArrayHeader,
    /// `"` or `'` of a key in quotes.
    #[regex(r#"["']"#)]
    Quote,
    /// Anything else.
    Other,
}
