//! Tokens of values.

use logos::Logos;

/// A token where a value is expected.
///
/// Strings and brackets are no tokens of this set; the parser finds their ends. Underscores may
/// stand anywhere behind a number's first digit here, so that no rule loops through more than one
/// character class (see [`KeyToken`](super::KeyToken)); the parser checks their places.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(utf8 = false)]
#[logos(subpattern digits = r"[0-9][0-9_]*")]
#[logos(subpattern decimal = r"[+\-]?(0|[1-9][0-9_]*)")]
#[logos(subpattern date = r"[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]")]
#[logos(subpattern time = r"[0-9][0-9]:[0-9][0-9](:[0-9][0-9](\.[0-9]+)?)?")]
pub(crate) enum ValueToken {
    /// `dec-int = [ minus / plus ] unsigned-dec-int`
    #[regex(r"(?&decimal)", priority = 20)]
    Decimal,
    /// `hex-int = hex-prefix HEXDIG *( HEXDIG / underscore HEXDIG )`
    #[regex(r"0x[0-9A-Fa-f][0-9A-Fa-f_]*", priority = 20)]
    Hexadecimal,
    /// `oct-int = oct-prefix digit0-7 *( digit0-7 / underscore digit0-7 )`
    #[regex(r"0o[0-7][0-7_]*", priority = 20)]
    Octal,
    /// `bin-int = bin-prefix digit0-1 *( digit0-1 / underscore digit0-1 )`
    #[regex(r"0b[01][01_]*", priority = 20)]
    Binary,
    /// `float = float-int-part ( exp / frac [ exp ] )`
    #[regex(r"(?&decimal)(\.(?&digits))?[eE][+\-]?(?&digits)", priority = 20)]
    #[regex(r"(?&decimal)\.(?&digits)", priority = 20)]
    Float,
    /// `special-float = [ minus / plus ] ( inf / nan )`
    #[regex(r"[+\-]?(inf|nan)", priority = 20)]
    SpecialFloat,
    /// `date-time`, its ranges not checked yet.
    #[regex(r"(?&date)", priority = 20)]
    #[regex(r"(?&time)", priority = 20)]
    #[regex(
        r"(?&date)[Tt ](?&time)([Zz]|[+\-][0-9][0-9]:[0-9][0-9])?",
        priority = 20
    )]
    Datetime,
    /// `true`
    #[token("true", priority = 20)]
    True,
    /// `false`
    #[token("false", priority = 20)]
    False,
    /// Anything else that could be meant as one value without quotes.
    #[regex(r#"[^\x00-\x20\x7f,\[\]{}#"'=]+"#, priority = 1)]
    Word,
    /// Anything else.
    Other,
}
