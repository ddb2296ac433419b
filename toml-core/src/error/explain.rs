//! The rule behind each kind of error, with a wrong and a right example: what `toml explain` prints.
//!
//! Knows no source and no place; what is said of one file is in `wording.rs`.

mod collections;
mod datetimes;
mod keys;
mod numbers;
mod section;
mod source;
mod strings;
mod structure;
#[cfg(test)]
mod tests;
mod values;

use super::ErrorKind;

/// A rule of TOML, as it is explained to somebody who has broken it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What was done, in one lower-case line without full stop.
    pub summary: &'static str,
    /// The rule, in one to three sentences; code is between backticks.
    pub rule: &'static str,
    /// How not to do it, and how to; `None` where an example would be 4 GiB long.
    pub example: Option<Example>,
    /// Where TOML 1.0 says so; `None` for limits that are this parser's own.
    pub section: Option<Section>,
}

/// A document that breaks a rule, and what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Fails with the kind of error that it stands for. Not always UTF-8.
    pub wrong: &'static [u8],
    /// Is valid TOML 1.0.
    pub right: &'static str,
}

/// A section of the specification of TOML 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub name: &'static str,
    /// Its address.
    pub url: &'static str,
}

impl ErrorKind {
    /// Every kind, in the order of their definition. A kind that carries a number has some valid one.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        ALL
    }

    /// The kind with this code, `toml::duplicate-key` or just `duplicate-key`.
    ///
    /// ```
    /// use toml_core::ErrorKind;
    ///
    /// assert_eq!(ErrorKind::from_code("toml::null-value"), Some(ErrorKind::NullValue));
    /// assert_eq!(ErrorKind::from_code("null-value"), Some(ErrorKind::NullValue));
    /// assert_eq!(ErrorKind::from_code("null"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let short = |code| str::strip_prefix(code, "toml::").unwrap_or(code);
        let is_meant = |kind: &&Self| short(kind.code()) == short(code);
        ALL.iter().find(is_meant).copied()
    }

    /// The rule that this kind stands for, with an example.
    ///
    /// ```
    /// use toml_core::ErrorKind;
    ///
    /// let explanation = ErrorKind::NullValue.explanation();
    /// assert_eq!(explanation.summary, "a null value");
    /// ```
    #[must_use]
    pub fn explanation(self) -> &'static Explanation {
        explanation(self)
    }
}

impl Example {
    const fn new(wrong: &'static str, right: &'static str) -> Self {
        Self::of_bytes(wrong.as_bytes(), right)
    }

    const fn of_bytes(wrong: &'static [u8], right: &'static str) -> Self {
        Self { wrong, right }
    }
}

/// Makes the list of all kinds and the way to their texts out of one table. A kind that is missing
/// here does not compile.
macro_rules! explanations {
    ($($kind:ident $({ $field:ident: $value:expr })? => $text:path,)*) => {
        const ALL: &[ErrorKind] = &[$(ErrorKind::$kind $({ $field: $value })?,)*];

        fn explanation(kind: ErrorKind) -> &'static Explanation {
            match kind {
                $(ErrorKind::$kind $({ $field: _ })? => &$text,)*
            }
        }
    };
}

explanations! {
    TooLarge => source::TOO_LARGE,
    InvalidUtf8 => source::INVALID_UTF8,
    MisplacedBom => source::MISPLACED_BOM,
    ControlCharacter => source::CONTROL_CHARACTER,
    LoneCarriageReturn => source::LONE_CARRIAGE_RETURN,
    NonAsciiWhitespace => source::NON_ASCII_WHITESPACE,
    SmartQuote => source::SMART_QUOTE,
    MergeConflict => source::MERGE_CONFLICT,
    TooDeep => source::TOO_DEEP,
    LooksLikeJson => source::LOOKS_LIKE_JSON,
    LooksLikeYaml => source::LOOKS_LIKE_YAML,
    LooksLikeIni => source::LOOKS_LIKE_INI,

    MissingKey => keys::MISSING_KEY,
    InvalidKeyCharacter => keys::INVALID_KEY_CHARACTER,
    MultilineKey => keys::MULTILINE_KEY,
    MissingEquals => keys::MISSING_EQUALS,
    ColonForEquals => keys::COLON_FOR_EQUALS,
    MissingValue => keys::MISSING_VALUE,
    ExpectedNewline => keys::EXPECTED_NEWLINE,
    UnclosedHeader => keys::UNCLOSED_HEADER,

    UnclosedString => strings::UNCLOSED_STRING,
    InvalidEscape => strings::INVALID_ESCAPE,
    EscapeSince1_1 => strings::ESCAPE_SINCE_1_1,
    IncompleteUnicodeEscape => strings::INCOMPLETE_UNICODE_ESCAPE,
    UnicodeEscapeOutOfRange => strings::UNICODE_ESCAPE_OUT_OF_RANGE,

    UnquotedString => values::UNQUOTED_STRING,
    BooleanSpelling => values::BOOLEAN_SPELLING,
    NullValue => values::NULL_VALUE,
    SpecialFloatSpelling => values::SPECIAL_FLOAT_SPELLING,

    LeadingZero => numbers::LEADING_ZERO,
    MissingIntegerDigits => numbers::MISSING_INTEGER_DIGITS,
    MissingFractionDigits => numbers::MISSING_FRACTION_DIGITS,
    MissingExponentDigits => numbers::MISSING_EXPONENT_DIGITS,
    MisplacedUnderscore => numbers::MISPLACED_UNDERSCORE,
    IntegerOutOfRange => numbers::INTEGER_OUT_OF_RANGE,
    SignedPrefix => numbers::SIGNED_PREFIX,
    UppercasePrefix => numbers::UPPERCASE_PREFIX,
    InvalidDigit => numbers::INVALID_DIGIT,
    InvalidNumber => numbers::INVALID_NUMBER,

    InvalidDatetime => datetimes::INVALID_DATETIME,
    MonthOutOfRange => datetimes::MONTH_OUT_OF_RANGE,
    DayOutOfRange { max: 31 } => datetimes::DAY_OUT_OF_RANGE,
    HourOutOfRange => datetimes::HOUR_OUT_OF_RANGE,
    MinuteOutOfRange => datetimes::MINUTE_OUT_OF_RANGE,
    SecondOutOfRange => datetimes::SECOND_OUT_OF_RANGE,
    OffsetOutOfRange => datetimes::OFFSET_OUT_OF_RANGE,
    SecondsOptionalSince1_1 => datetimes::SECONDS_OPTIONAL_SINCE_1_1,

    MissingComma => collections::MISSING_COMMA,
    ExtraComma => collections::EXTRA_COMMA,
    UnclosedArray => collections::UNCLOSED_ARRAY,
    UnclosedInlineTable => collections::UNCLOSED_INLINE_TABLE,
    InlineTableNewlineSince1_1 => collections::INLINE_TABLE_NEWLINE_SINCE_1_1,
    TrailingCommaSince1_1 => collections::TRAILING_COMMA_SINCE_1_1,

    DuplicateKey => structure::DUPLICATE_KEY,
    DuplicateTable => structure::DUPLICATE_TABLE,
    NotATable => structure::NOT_A_TABLE,
    TableIsArray => structure::TABLE_IS_ARRAY,
    ArrayIsTable => structure::ARRAY_IS_TABLE,
    StaticArrayExtended => structure::STATIC_ARRAY_EXTENDED,
    InlineTableExtended => structure::INLINE_TABLE_EXTENDED,
    HeaderTableExtended => structure::HEADER_TABLE_EXTENDED,
}
