//! Why a document was rejected: one variant for each rule that can be broken.

/// Why a document was rejected. Each variant is one rule that was broken, and one thing to fix.
///
/// Sections are those of the TOML 1.0.0 specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    // The source as a whole.
    /// The source is longer than 4 GiB - 1 bytes, the most that 32-bit offsets can name.
    TooLarge,
    /// The source is not UTF-8 (section "Spec").
    InvalidUtf8,
    /// A byte order mark stands somewhere other than at the very start.
    MisplacedBom,
    /// A control character that TOML forbids (sections "Comment" and "String").
    ControlCharacter,
    /// A carriage return that no line feed follows (section "Spec": a newline is LF or CRLF).
    LoneCarriageReturn,
    /// White space other than tab and space, such as U+00A0 (section "Spec").
    NonAsciiWhitespace,
    /// A typographic quotation mark where `"` or `'` is meant.
    SmartQuote,
    /// A merge conflict marker (`<<<<<<<`, `=======`, `>>>>>>>`) left in the file.
    MergeConflict,
    /// Tables, arrays or dotted keys nest deeper than `ParseOptions::max_depth`.
    TooDeep,

    /// The document is JSON.
    LooksLikeJson,
    /// The document is YAML.
    LooksLikeYaml,
    /// The document is an INI file: it has comments that start with `;`.
    LooksLikeIni,

    // Keys and statements.
    /// A key was expected (section "Keys": a bare key is not empty).
    MissingKey,
    /// A character that a bare key cannot contain (section "Keys").
    InvalidKeyCharacter,
    /// A multi-line string used as a key (section "Keys").
    MultilineKey,
    /// A key with neither `=` nor value behind it (section "Key/Value Pair").
    MissingEquals,
    /// `:` where `=` is meant.
    ColonForEquals,
    /// A key and `=` with no value (section "Key/Value Pair").
    MissingValue,
    /// Something behind a complete statement on the same line (section "Key/Value Pair").
    ExpectedNewline,
    /// A `[header]` that is not closed on its line (section "Table").
    UnclosedHeader,

    // Strings.
    /// A string that is not closed on its line, or a multi-line string not closed at all (section "String").
    UnclosedString,
    /// A backslash followed by a character that is no escape (section "String").
    InvalidEscape,
    /// An escape such as `\x41` or `\e` that TOML 1.1 has and TOML 1.0 does not.
    EscapeSince1_1,
    /// `\x`, `\u` or `\U` with too few hexadecimal digits (section "String").
    IncompleteUnicodeEscape,
    /// `\u` or `\U` naming no Unicode scalar value (section "String").
    UnicodeEscapeOutOfRange,

    // Values that are none.
    /// A word that is no value; a string needs quotes (section "String").
    UnquotedString,
    /// `True`, `yes`, `on` and the like; booleans are `true` and `false` (section "Boolean").
    BooleanSpelling,
    /// `null`, `None` or `nil`; TOML has no null.
    NullValue,

    /// `NaN`, `Infinity` and the like; special floats are `inf` and `nan` (section "Float").
    SpecialFloatSpelling,

    // Numbers.
    /// A decimal number with a leading zero (sections "Integer" and "Float").
    LeadingZero,
    /// A float without a digit before its point, `.5` (section "Float").
    MissingIntegerDigits,
    /// A float without a digit behind its point, `5.` (section "Float").
    MissingFractionDigits,
    /// A float without a digit in its exponent, `1e` (section "Float").
    MissingExponentDigits,
    /// An underscore that is not between two digits (sections "Integer" and "Float").
    MisplacedUnderscore,
    /// An integer that does not fit in 64 bits (section "Integer").
    IntegerOutOfRange,
    /// A sign in front of a hexadecimal, octal or binary integer (section "Integer").
    SignedPrefix,
    /// An upper-case prefix, `0X`, `0O` or `0B` (section "Integer").
    UppercasePrefix,
    /// A digit that the integer's base does not have, or none at all (section "Integer").
    InvalidDigit,
    /// Something that starts like a number and is none.
    InvalidNumber,

    // Date-times.
    /// Something that starts like a date or a time and is none (section "Offset Date-Time" and the following).
    InvalidDatetime,
    /// A month outside 01 to 12 (RFC 3339, section 5.7).
    MonthOutOfRange,
    /// A day outside the days of its month (RFC 3339, section 5.7).
    DayOutOfRange {
        /// The last day of that month in that year.
        max: u8,
    },
    /// An hour outside 00 to 23 (RFC 3339, section 5.7).
    HourOutOfRange,
    /// A minute outside 00 to 59 (RFC 3339, section 5.7).
    MinuteOutOfRange,
    /// A second outside 00 to 59 (RFC 3339, section 5.7; leap seconds are not accepted).
    SecondOutOfRange,
    /// An offset outside -23:59 to +23:59 (RFC 3339, section 5.6).
    OffsetOutOfRange,
    /// A time without seconds, which TOML 1.1 allows and TOML 1.0 does not.
    SecondsOptionalSince1_1,

    // Arrays and inline tables.
    /// Two elements with no comma between them (sections "Array" and "Inline Table").
    MissingComma,
    /// A comma with no element before it (sections "Array" and "Inline Table").
    ExtraComma,
    /// An array that is not closed (section "Array").
    UnclosedArray,
    /// An inline table that is not closed (section "Inline Table").
    UnclosedInlineTable,
    /// A newline or comment inside an inline table, which TOML 1.1 allows and TOML 1.0 does not.
    InlineTableNewlineSince1_1,
    /// A comma behind an inline table's last pair, which TOML 1.1 allows and TOML 1.0 does not.
    TrailingCommaSince1_1,

    // Structure.
    /// A key was defined twice in one table; `related` points at the first (section "Keys").
    DuplicateKey,
    /// A table was defined twice; `related` points at the first (section "Table").
    DuplicateTable,
    /// A dotted key or header leads through a key that holds a plain value (sections "Keys" and "Table").
    NotATable,
    /// `[name]` where `name` is an array of tables (section "Array of Tables").
    TableIsArray,
    /// `[[name]]` where `name` is a table (section "Array of Tables").
    ArrayIsTable,
    /// A header or dotted key that adds to an array written with `[…]` (section "Array of Tables").
    StaticArrayExtended,
    /// A header or dotted key that adds to an inline table (section "Inline Table").
    InlineTableExtended,
    /// A dotted key that adds to a table that has a `[header]` of its own (section "Table").
    HeaderTableExtended,
}

impl ErrorKind {
    /// The stable code of this kind, such as `toml::duplicate-key`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "toml::too-large",
            Self::InvalidUtf8 => "toml::invalid-utf8",
            Self::MisplacedBom => "toml::misplaced-bom",
            Self::ControlCharacter => "toml::control-character",
            Self::LoneCarriageReturn => "toml::lone-carriage-return",
            Self::NonAsciiWhitespace => "toml::non-ascii-whitespace",
            Self::SmartQuote => "toml::smart-quote",
            Self::MergeConflict => "toml::merge-conflict",
            Self::TooDeep => "toml::too-deep",
            Self::LooksLikeJson => "toml::looks-like-json",
            Self::LooksLikeYaml => "toml::looks-like-yaml",
            Self::LooksLikeIni => "toml::looks-like-ini",
            Self::MissingKey => "toml::missing-key",
            Self::InvalidKeyCharacter => "toml::invalid-key-character",
            Self::MultilineKey => "toml::multiline-key",
            Self::MissingEquals => "toml::missing-equals",
            Self::ColonForEquals => "toml::colon-for-equals",
            Self::MissingValue => "toml::missing-value",
            Self::ExpectedNewline => "toml::expected-newline",
            Self::UnclosedHeader => "toml::unclosed-header",
            Self::UnclosedString => "toml::unclosed-string",
            Self::InvalidEscape => "toml::invalid-escape",
            Self::EscapeSince1_1 => "toml::escape-since-1-1",
            Self::IncompleteUnicodeEscape => "toml::incomplete-unicode-escape",
            Self::UnicodeEscapeOutOfRange => "toml::unicode-escape-out-of-range",
            Self::UnquotedString => "toml::unquoted-string",
            Self::BooleanSpelling => "toml::boolean-spelling",
            Self::NullValue => "toml::null-value",
            Self::SpecialFloatSpelling => "toml::special-float-spelling",
            Self::LeadingZero => "toml::leading-zero",
            Self::MissingIntegerDigits => "toml::missing-integer-digits",
            Self::MissingFractionDigits => "toml::missing-fraction-digits",
            Self::MissingExponentDigits => "toml::missing-exponent-digits",
            Self::MisplacedUnderscore => "toml::misplaced-underscore",
            Self::IntegerOutOfRange => "toml::integer-out-of-range",
            Self::SignedPrefix => "toml::signed-prefix",
            Self::UppercasePrefix => "toml::uppercase-prefix",
            Self::InvalidDigit => "toml::invalid-digit",
            Self::InvalidNumber => "toml::invalid-number",
            Self::InvalidDatetime => "toml::invalid-datetime",
            Self::MonthOutOfRange => "toml::month-out-of-range",
            Self::DayOutOfRange { .. } => "toml::day-out-of-range",
            Self::HourOutOfRange => "toml::hour-out-of-range",
            Self::MinuteOutOfRange => "toml::minute-out-of-range",
            Self::SecondOutOfRange => "toml::second-out-of-range",
            Self::OffsetOutOfRange => "toml::offset-out-of-range",
            Self::SecondsOptionalSince1_1 => "toml::seconds-optional-since-1-1",
            Self::MissingComma => "toml::missing-comma",
            Self::ExtraComma => "toml::extra-comma",
            Self::UnclosedArray => "toml::unclosed-array",
            Self::UnclosedInlineTable => "toml::unclosed-inline-table",
            Self::InlineTableNewlineSince1_1 => "toml::inline-table-newline-since-1-1",
            Self::TrailingCommaSince1_1 => "toml::trailing-comma-since-1-1",
            Self::DuplicateKey => "toml::duplicate-key",
            Self::DuplicateTable => "toml::duplicate-table",
            Self::NotATable => "toml::not-a-table",
            Self::TableIsArray => "toml::table-is-array",
            Self::ArrayIsTable => "toml::array-is-table",
            Self::StaticArrayExtended => "toml::static-array-extended",
            Self::InlineTableExtended => "toml::inline-table-extended",
            Self::HeaderTableExtended => "toml::header-table-extended",
        }
    }

    /// Whether the mistake is that something else was defined before.
    pub(crate) const fn is_conflict(self) -> bool {
        matches!(
            self,
            Self::DuplicateKey
                | Self::DuplicateTable
                | Self::NotATable
                | Self::TableIsArray
                | Self::ArrayIsTable
                | Self::StaticArrayExtended
                | Self::InlineTableExtended
                | Self::HeaderTableExtended
        )
    }

    /// Whether the document is not TOML at all, but a language with similar looks.
    #[must_use]
    pub const fn is_other_language(self) -> bool {
        matches!(
            self,
            Self::LooksLikeJson | Self::LooksLikeYaml | Self::LooksLikeIni
        )
    }

    /// Whether TOML 1.1 accepts what TOML 1.0 rejects here.
    #[must_use]
    pub const fn is_valid_in_1_1(self) -> bool {
        matches!(
            self,
            Self::EscapeSince1_1
                | Self::SecondsOptionalSince1_1
                | Self::InlineTableNewlineSince1_1
                | Self::TrailingCommaSince1_1
        )
    }
}
