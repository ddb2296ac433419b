//! Keys, statements and headers.

use super::{Example, Explanation, section};

pub(super) static MISSING_KEY: Explanation = Explanation {
    summary: "no key where there has to be one",
    rule: "Every value has a key before its `=`, and a dotted key has one on both sides of every \
           dot. An empty key is possible, but needs quotes: `\"\"`.",
    example: Some(Example::new("= \"ada\"\n", "name = \"ada\"\n")),
    section: section::KEYS,
};

pub(super) static INVALID_KEY_CHARACTER: Explanation = Explanation {
    summary: "a character that needs a key in quotes",
    rule: "A key without quotes is made of the letters A-Z and a-z, digits, `_` and `-`. A key \
           with any other character goes between quotes.",
    example: Some(Example::new("grüße = 1\n", "\"grüße\" = 1\n")),
    section: section::KEYS,
};

pub(super) static MULTILINE_KEY: Explanation = Explanation {
    summary: "a multi-line string as a key",
    rule: "A key in quotes is a string of one line, in single or double quotes. Multi-line \
           strings, in three quotes, can only be values.",
    example: Some(Example::new("\"\"\"name\"\"\" = 1\n", "\"name\" = 1\n")),
    section: section::KEYS,
};

pub(super) static MISSING_EQUALS: Explanation = Explanation {
    summary: "a key without `=` and a value",
    rule: "A statement is a key, `=` and a value, with the first two on one line and the value \
           starting there. There are no keys without a value; a switch is written with `true`.",
    example: Some(Example::new("verbose\n", "verbose = true\n")),
    section: section::KEY_VALUE_PAIR,
};

pub(super) static COLON_FOR_EQUALS: Explanation = Explanation {
    summary: "`:` between key and value",
    rule: "Key and value are separated by `=`. The colon is of YAML and JSON.",
    example: Some(Example::new("name: \"ada\"\n", "name = \"ada\"\n")),
    section: section::KEY_VALUE_PAIR,
};

pub(super) static MISSING_VALUE: Explanation = Explanation {
    summary: "a key and `=` without a value",
    rule: "A value starts on the line of its key, and is never left out. Where there is nothing \
           to say, leave out the key too, or write `\"\"`.",
    example: Some(Example::new("name =\n", "name = \"\"\n")),
    section: section::KEY_VALUE_PAIR,
};

pub(super) static EXPECTED_NEWLINE: Explanation = Explanation {
    summary: "more than one statement on a line",
    rule: "A line holds one statement, that is a key with its value or a header. Behind it there \
           can only be a comment.",
    example: Some(Example::new(
        "a = 1, b = 2\n",
        "a = 1\nb = 2  # a comment\n",
    )),
    section: section::KEY_VALUE_PAIR,
};

pub(super) static UNCLOSED_HEADER: Explanation = Explanation {
    summary: "a header without its closing bracket",
    rule: "A table header is a key between `[` and `]`, or between `[[` and `]]` for an element \
           of an array of tables. It is closed on the line on which it is opened.",
    example: Some(Example::new(
        "[server\nport = 80\n",
        "[server]\nport = 80\n",
    )),
    section: section::TABLE,
};
