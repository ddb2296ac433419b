//! Every word that an error says to a person. Knows no position and no parser.

use alloc::{
    borrow::Cow,
    boxed::Box,
    format,
    string::{String, ToString},
};

use super::{ErrorKind, Relation};
use crate::Span;

/// The most characters of the source that a message quotes.
const EXCERPT_CHARS: usize = 40;

/// The offending text for a message: cut to one line of at most [`EXCERPT_CHARS`] characters.
pub(super) fn excerpt(source: &[u8], span: Span) -> Box<str> {
    let end = source.len().min(span.end as usize);
    let bytes = &source[end.min(span.start as usize)..end];
    // Four bytes are the longest character, so this much always holds the excerpt.
    let bytes = &bytes[..bytes.len().min(4 * EXCERPT_CHARS + 4)];
    let text = String::from_utf8_lossy(bytes);
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let first = if line.is_empty() { &*text } else { line };
    match first.char_indices().nth(EXCERPT_CHARS) {
        Some((cut, _)) => format!("{}…", &first[..cut]).into_boxed_str(),
        None => first.into(),
    }
}

/// What is wrong: one lower-case line without full stop.
pub(super) fn message(kind: ErrorKind, found: &str) -> String {
    use ErrorKind as K;
    let text: Cow<'_, str> = match kind {
        K::TooLarge => "input is larger than 4 GiB - 1 bytes".into(),
        K::InvalidUtf8 => "input is not valid UTF-8".into(),
        K::MisplacedBom => {
            "byte order mark (U+FEFF) is allowed only at the start of the file".into()
        }
        K::ControlCharacter => {
            format!("control character {} is not allowed here", name(found)).into()
        }
        K::LoneCarriageReturn => "carriage return without a line feed behind it".into(),
        K::NonAsciiWhitespace => format!("{} is not white space in TOML", name(found)).into(),
        K::SmartQuote => format!(
            "typographic quote {} is no quotation mark in TOML",
            name(found)
        )
        .into(),
        K::MergeConflict => "merge conflict marker left in the file".into(),
        K::TooDeep => "tables, arrays and dotted keys nest too deep".into(),
        K::LooksLikeJson => "this is JSON, not TOML".into(),
        K::LooksLikeYaml => "this is YAML, not TOML".into(),
        K::LooksLikeIni => "this is an INI file, not TOML".into(),
        K::MissingKey => expected("a key", found),
        K::InvalidKeyCharacter => {
            format!("{} is not allowed in a key without quotes", name(found)).into()
        }
        K::MultilineKey => "a multi-line string cannot be a key".into(),
        K::MissingEquals => format!("expected `=` and a value after key `{found}`").into(),
        K::ColonForEquals => "expected `=` between key and value, found `:`".into(),
        K::MissingValue => expected("a value", found),
        K::ExpectedNewline => expected("the end of the line", found),
        K::UnclosedHeader => "table header is not closed".into(),
        K::UnclosedString if found.starts_with("'''") || found.starts_with("\"\"\"") => {
            "multi-line string is not closed".into()
        }
        K::UnclosedString if found.starts_with('\'') => "literal string is not closed".into(),
        K::UnclosedString => "string is not closed".into(),
        K::InvalidEscape => format!("invalid escape `{found}`").into(),
        K::EscapeSince1_1 => format!("escape `{found}` is not in TOML 1.0").into(),
        K::IncompleteUnicodeEscape => {
            format!("escape `{found}` has too few hexadecimal digits").into()
        }
        K::UnicodeEscapeOutOfRange => format!("escape `{found}` names no Unicode character").into(),
        K::UnquotedString => format!("a string value needs quotes, found `{found}`").into(),
        K::BooleanSpelling => {
            format!("`{found}` is not a value; booleans are `true` and `false`").into()
        }
        K::NullValue => format!("`{found}` is not a value; TOML has no null").into(),
        K::SpecialFloatSpelling => {
            format!("`{found}` is not a value; special floats are `inf` and `nan`").into()
        }
        K::LeadingZero => format!("number `{found}` has a leading zero").into(),
        K::MissingIntegerDigits => format!("float `{found}` needs a digit before the point").into(),
        K::MissingFractionDigits => {
            format!("float `{found}` needs a digit behind the point").into()
        }
        K::MissingExponentDigits => format!("float `{found}` needs a digit in its exponent").into(),
        K::MisplacedUnderscore => {
            format!("underscore in `{found}` is not between two digits").into()
        }
        K::IntegerOutOfRange => format!("integer `{found}` does not fit in 64 bits").into(),
        K::SignedPrefix => format!("`{found}` has a sign; only decimal integers may").into(),
        K::UppercasePrefix => format!("prefix of `{found}` must be lower case").into(),
        K::InvalidDigit if found.len() == 2 => format!("`{found}` has no digits").into(),
        K::InvalidDigit => format!("`{found}` has a digit that its base does not have").into(),
        K::InvalidNumber => format!("`{found}` is not a number").into(),
        K::InvalidDatetime => format!("`{found}` is not a date or time").into(),
        K::MonthOutOfRange => format!("month {found} is out of range 01-12").into(),
        K::DayOutOfRange { max } => {
            format!("day {found} is out of range 01-{max} for this month").into()
        }
        K::HourOutOfRange => format!("hour {found} is out of range 00-23").into(),
        K::MinuteOutOfRange => format!("minute {found} is out of range 00-59").into(),
        K::SecondOutOfRange => format!("second {found} is out of range 00-59").into(),
        K::OffsetOutOfRange => format!("offset {found} is out of range -23:59 to +23:59").into(),
        K::SecondsOptionalSince1_1 => format!("time `{found}` has no seconds").into(),
        K::MissingComma => "missing comma between elements".into(),
        K::ExtraComma => "comma without an element before it".into(),
        K::UnclosedArray => "array is not closed".into(),
        K::UnclosedInlineTable => "inline table is not closed".into(),
        K::InlineTableNewlineSince1_1 => "newline or comment inside an inline table".into(),
        K::TrailingCommaSince1_1 => "trailing comma in an inline table".into(),
        K::DuplicateKey => format!("duplicate key `{found}`").into(),
        K::DuplicateTable => format!("table `{found}` is defined twice").into(),
        K::NotATable => format!("key `{found}` holds a value, not a table").into(),
        K::TableIsArray => format!("`{found}` is an array of tables, not a table").into(),
        K::ArrayIsTable => format!("`{found}` is not an array of tables").into(),
        K::StaticArrayExtended => {
            format!("array `{found}` is complete and cannot be added to").into()
        }
        K::InlineTableExtended => {
            format!("inline table `{found}` is complete and cannot be added to").into()
        }
        K::HeaderTableExtended => format!(
            "table `{found}` has a header of its own and cannot be added to by a dotted key"
        )
        .into(),
    };
    text.into_owned()
}

/// What to write instead; `None` where the message says it all.
pub(super) fn help(kind: ErrorKind, found: &str) -> Option<String> {
    use ErrorKind as K;
    let text: Cow<'_, str> = match kind {
        K::InvalidUtf8 => "save the file as UTF-8".into(),
        K::MisplacedBom => "delete the invisible character".into(),
        K::ControlCharacter => {
            "delete it, or write it as an escape such as `\\u0000` in a string with double quotes"
                .into()
        }
        K::LoneCarriageReturn => "end lines with LF or CRLF; in a string write `\\r`".into(),
        K::NonAsciiWhitespace => "replace it by a space".into(),
        K::SmartQuote => "use `\"` or `'`".into(),
        K::MergeConflict => "resolve the conflict and delete the marker lines".into(),
        K::TooDeep => "flatten the data, or raise `max_depth`".into(),
        K::LooksLikeJson => {
            "write `key = value` lines and `[table]` headers, without the outer braces".into()
        }
        K::LooksLikeYaml => {
            "write `key = value` instead of `key: value`, and `[table]` headers instead of indents"
                .into()
        }
        K::LooksLikeIni => "comments start with `#`, and string values need quotes".into(),
        K::MissingKey => "an empty key is written `\"\"`".into(),
        K::InvalidKeyCharacter if found == "//" => "comments start with `#`".into(),
        K::ExpectedNewline if found == ";" => "delete it; a statement ends with its line".into(),
        K::InvalidKeyCharacter => {
            "bare keys are made of A-Z, a-z, 0-9, `_` and `-`; put any other key in quotes".into()
        }
        K::MultilineKey => "use a key in single or double quotes".into(),
        K::MissingEquals => format!("write `{found} = …`").into(),
        K::ColonForEquals => "write `=` instead of `:`".into(),
        K::MissingValue => {
            "write a value on the same line, such as `\"text\"`, `1` or `true`".into()
        }
        K::ExpectedNewline => "start a new line, or delete the text".into(),
        K::UnclosedHeader => "close it with `]` (or `]]`) on the same line".into(),
        K::UnclosedString => "close it with the quote that opened it".into(),
        K::InvalidEscape => {
            "use `\\\\` for a backslash, or a literal string in single quotes: 'C:\\path'".into()
        }
        K::EscapeSince1_1 => "valid in TOML 1.1; in TOML 1.0 write it as `\\uXXXX`".into(),
        K::IncompleteUnicodeEscape => {
            "`\\x` takes 2 hexadecimal digits, `\\u` 4 and `\\U` 8".into()
        }
        K::UnicodeEscapeOutOfRange => "valid are 0000 to D7FF and E000 to 10FFFF".into(),
        K::UnquotedString => unquoted(found).into(),
        K::BooleanSpelling => format!("write `{}`", boolean(found)).into(),
        K::NullValue => "leave the key out, or use an empty value such as `\"\"`".into(),
        K::SpecialFloatSpelling => {
            "write them in lower case, with `+` or `-` before if need be".into()
        }
        K::LeadingZero => "delete the zero; an octal number is written `0o17`".into(),
        K::MissingIntegerDigits => format!("write `{}`", found.replacen('.', "0.", 1)).into(),
        K::MissingFractionDigits => format!("write `{}`", found.replacen('.', ".0", 1)).into(),
        K::MissingExponentDigits => "write digits behind the `e`".into(),
        K::MisplacedUnderscore => "put underscores only between digits, one at a time".into(),
        K::IntegerOutOfRange => format!(
            "the range is {} to {}; put larger numbers in quotes",
            i64::MIN,
            i64::MAX
        )
        .into(),
        K::SignedPrefix => "write a negative number in decimal, or delete the sign".into(),
        K::UppercasePrefix => format!("write `{}`", lower_prefix(found)).into(),
        K::InvalidDigit => "`0x` takes 0-9 and a-f, `0o` takes 0-7, `0b` takes 0 and 1".into(),
        K::InvalidNumber => "if it is text, put it in quotes".into(),
        K::InvalidDatetime => {
            "write dates as 1979-05-27, times as 07:32:00, both as 1979-05-27T07:32:00Z".into()
        }
        K::MonthOutOfRange | K::DayOutOfRange { .. } => "dates are year-month-day".into(),
        K::SecondOutOfRange => "leap seconds cannot be written".into(),
        K::SecondsOptionalSince1_1 => {
            "valid in TOML 1.1; in TOML 1.0 add the seconds, `:00`".into()
        }
        K::MissingComma => "write `,` between them".into(),
        K::ExtraComma => "delete the comma".into(),
        K::UnclosedArray => "close it with `]`".into(),
        K::UnclosedInlineTable => "close it with `}`".into(),
        K::InlineTableNewlineSince1_1 => {
            "valid in TOML 1.1; in TOML 1.0 write it on one line, or as a table with a `[header]`"
                .into()
        }
        K::TrailingCommaSince1_1 => "valid in TOML 1.1; in TOML 1.0 delete the comma".into(),
        K::DuplicateKey => "rename one of them, or delete it".into(),
        K::DuplicateTable => "move its keys to the first definition".into(),
        K::NotATable => "rename one of the two keys".into(),
        K::TableIsArray => format!("write `[[{found}]]` to add an element").into(),
        K::ArrayIsTable => "use `[…]` for a table, or rename one of them".into(),
        K::StaticArrayExtended => {
            "add the element inside the brackets, or write every element under `[[…]]`".into()
        }
        K::InlineTableExtended => {
            "add the key inside the braces, or write the table with a `[header]`".into()
        }
        K::HeaderTableExtended => "write the key below that header".into(),
        K::TooLarge | K::HourOutOfRange | K::MinuteOutOfRange | K::OffsetOutOfRange => return None,
    };
    Some(text.into_owned())
}

/// What the marked bytes are, for a label in a snippet.
pub(super) fn label(kind: ErrorKind) -> &'static str {
    use ErrorKind as K;
    match kind {
        K::TooLarge => "ends here",
        K::InvalidUtf8 => "invalid byte",
        K::MisplacedBom => "byte order mark",
        K::ControlCharacter => "control character",
        K::LoneCarriageReturn => "carriage return",
        K::NonAsciiWhitespace => "not white space",
        K::SmartQuote => "typographic quote",
        K::MergeConflict => "conflict marker",
        K::TooDeep => "one level too many",
        K::LooksLikeJson => "a JSON object",
        K::LooksLikeYaml => "a YAML mapping",
        K::LooksLikeIni => "an INI comment",
        K::MissingKey => "a key belongs here",
        K::MultilineKey => "not a key",
        K::MissingEquals => "has no value",
        K::ColonForEquals => "`=` belongs here",
        K::MissingValue => "a value belongs here",
        K::ExpectedNewline => "too much on this line",
        K::UnclosedHeader | K::UnclosedString | K::UnclosedArray | K::UnclosedInlineTable => {
            "not closed"
        }
        K::InvalidEscape | K::IncompleteUnicodeEscape | K::UnicodeEscapeOutOfRange => {
            "invalid escape"
        }
        K::EscapeSince1_1
        | K::SecondsOptionalSince1_1
        | K::InlineTableNewlineSince1_1
        | K::TrailingCommaSince1_1 => "only in TOML 1.1",
        K::InvalidKeyCharacter | K::UnquotedString => "needs quotes",
        K::BooleanSpelling | K::NullValue | K::SpecialFloatSpelling => "not a value",
        K::LeadingZero => "leading zero",
        K::MissingIntegerDigits | K::MissingFractionDigits | K::MissingExponentDigits => {
            "digit missing"
        }
        K::MisplacedUnderscore => "misplaced underscore",
        K::IntegerOutOfRange => "too large",
        K::SignedPrefix => "sign not allowed",
        K::UppercasePrefix => "prefix in upper case",
        K::InvalidDigit => "invalid digit",
        K::InvalidNumber => "not a number",
        K::InvalidDatetime => "not a date or time",
        K::MonthOutOfRange
        | K::DayOutOfRange { .. }
        | K::HourOutOfRange
        | K::MinuteOutOfRange
        | K::SecondOutOfRange
        | K::OffsetOutOfRange => "out of range",
        K::MissingComma => "comma missing before this",
        K::ExtraComma => "nothing before this comma",
        K::DuplicateKey | K::DuplicateTable => "defined again",
        K::NotATable | K::TableIsArray | K::ArrayIsTable => "used in another way",
        K::StaticArrayExtended | K::InlineTableExtended | K::HeaderTableExtended => "added to here",
    }
}

/// What stands at the related place, for a label in a snippet.
pub(super) fn related_label(relation: Relation) -> &'static str {
    match relation {
        Relation::FirstDefinition => "first defined here",
        Relation::OpenedHere => "opened here",
        Relation::ExpectedHere => "expected to be closed here",
        Relation::DefinedHere => "defined here",
    }
}

/// `expected X, found Y`, where nothing found is the end of the line.
fn expected(what: &str, found: &str) -> Cow<'static, str> {
    match found {
        "" => format!("expected {what}, found the end of the line").into(),
        _ => format!("expected {what}, found `{found}`").into(),
    }
}

/// The first character of `found` as a person would name it.
fn name(found: &str) -> String {
    let Some(character) = found.chars().next() else {
        return "end of file".to_string();
    };
    let code = u32::from(character);
    match character_name(character) {
        Some(name) => format!("U+{code:04X} ({name})"),
        None if character.is_control() => format!("U+{code:04X}"),
        None if character.is_ascii() => format!("`{character}`"),
        None => format!("`{character}` (U+{code:04X})"),
    }
}

/// Names of the characters that cannot be seen, or not be told from their ASCII look-alikes.
fn character_name(character: char) -> Option<&'static str> {
    Some(match character {
        ' ' => "space",
        '\t' => "tab",
        '\0' => "null",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\u{b}' => "vertical tab",
        '\u{c}' => "form feed",
        '\r' => "carriage return",
        '\u{1b}' => "escape",
        '\u{7f}' => "delete",
        '\u{85}' => "next line",
        '\u{a0}' => "no-break space",
        '\u{1680}' => "ogham space mark",
        '\u{2000}'..='\u{200a}' => "typographic space",
        '\u{200b}' => "zero width space",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202f}' => "narrow no-break space",
        '\u{205f}' => "medium mathematical space",
        '\u{3000}' => "ideographic space",
        '\u{2018}' => "left single quotation mark",
        '\u{2019}' => "right single quotation mark",
        '\u{201c}' => "left double quotation mark",
        '\u{201d}' => "right double quotation mark",
        _ => return None,
    })
}

/// What to write instead of a word that is no value.
fn unquoted(found: &str) -> String {
    let text = quoted(found);
    match meant_word(found) {
        Some(word) => format!("did you mean `{word}`? Text is written {text}"),
        None => format!("write {text}"),
    }
}

/// The word of TOML that somebody may have meant: one with a letter changed, or up to two cut off or added.
fn meant_word(found: &str) -> Option<&'static str> {
    let is_near = |word: &str| {
        let is_cut = found.len() > 1 && found.len().abs_diff(word.len()) <= 2;
        let is_prefix = is_cut && (word.starts_with(found) || found.starts_with(word));
        let changed = word
            .bytes()
            .zip(found.bytes())
            .filter(|(a, b)| a != b)
            .count();
        is_prefix || word.len() == found.len() && changed == 1
    };
    ["true", "false"].into_iter().find(|word| is_near(word))
}

/// The boolean that a misspelling most likely means.
fn boolean(found: &str) -> &'static str {
    let is_true = ["true", "yes", "on", "y", "t"];
    if is_true.iter().any(|word| found.eq_ignore_ascii_case(word)) {
        "true"
    } else {
        "false"
    }
}

/// Text between the quotes that it needs, unless it was cut short or holds quotes itself.
fn quoted(found: &str) -> String {
    if found.ends_with('…') || found.contains(['"', '\'']) {
        return "it between quotes".to_string();
    }
    if found.contains('\\') {
        format!("`'{found}'`")
    } else {
        format!("`\"{found}\"`")
    }
}

/// A number with its base prefix in lower case.
fn lower_prefix(found: &str) -> String {
    found
        .chars()
        .enumerate()
        .map(|(at, c)| if at == 1 { c.to_ascii_lowercase() } else { c })
        .collect()
}
