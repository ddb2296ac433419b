//! Strings and their escapes.

use super::{Example, Explanation, section};

pub(super) static UNCLOSED_STRING: Explanation = Explanation {
    summary: "a string without its closing quote",
    rule: "A string ends with the quote that opened it, and on the same line. Text of several \
           lines goes between three quotes, `\"\"\"` or `'''`.",
    example: Some(Example::new(
        "name = \"ada\nage = 36\n",
        "name = \"ada\"\nage = 36\n",
    )),
    section: section::STRING,
};

pub(super) static INVALID_ESCAPE: Explanation = Explanation {
    summary: "a backslash before what is no escape",
    rule: "Between double quotes, a backslash starts one of the escapes `\\b`, `\\t`, `\\n`, \
           `\\f`, `\\r`, `\\\"`, `\\\\`, `\\uXXXX` and `\\UXXXXXXXX`. A path with backslashes is \
           best written between single quotes, where they mean nothing special.",
    example: Some(Example::new(
        "path = \"C:\\projects\"\n",
        "path = 'C:\\projects'\n",
    )),
    section: section::STRING,
};

pub(super) static ESCAPE_SINCE_1_1: Explanation = Explanation {
    summary: "an escape that is new in TOML 1.1",
    rule: "TOML 1.1 has the escapes `\\e` for the escape character and `\\xHH` for characters up \
           to U+00FF. In TOML 1.0 both are written `\\uXXXX`.",
    example: Some(Example::new(
        "red = \"\\e[31m\"\n",
        "red = \"\\u001B[31m\"\n",
    )),
    section: section::STRING,
};

pub(super) static INCOMPLETE_UNICODE_ESCAPE: Explanation = Explanation {
    summary: "a Unicode escape with too few digits",
    rule: "`\\u` takes exactly four hexadecimal digits and `\\U` exactly eight. Fill up with \
           zeros on the left.",
    example: Some(Example::new(
        "letter = \"\\uE9\"\n",
        "letter = \"\\u00E9\"\n",
    )),
    section: section::STRING,
};

pub(super) static UNICODE_ESCAPE_OUT_OF_RANGE: Explanation = Explanation {
    summary: "a Unicode escape that names no character",
    rule: "Unicode escapes name characters from U+0000 to U+D7FF and from U+E000 to U+10FFFF. \
           What lies between are surrogates, halves of characters in UTF-16; a pair of them is \
           written as one `\\U` escape.",
    example: Some(Example::new(
        "smile = \"\\uD83D\\uDE00\"\n",
        "smile = \"\\U0001F600\"\n",
    )),
    section: section::STRING,
};
