//! The source as a whole: encoding, characters, size.

use super::{Example, Explanation, section};

/// Three times 43 brackets, one more than the 128 that may enclose one another.
const DEEP: &str = concat!(
    "matrix = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
    "  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
    "  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
    "  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    "  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
    "  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
);

pub(super) static TOO_LARGE: Explanation = Explanation {
    summary: "more than 4 GiB - 1 bytes",
    rule: "A file may have up to 4 GiB - 1 bytes, the most that 32-bit offsets can name. This is \
           a limit of this parser; TOML itself sets none.",
    example: None,
    section: None,
};

pub(super) static INVALID_UTF8: Explanation = Explanation {
    summary: "text that is not UTF-8",
    rule: "A TOML file is encoded as UTF-8. Files saved as Latin-1, Windows-1252 or UTF-16 have \
           to be converted.",
    example: Some(Example::of_bytes(
        b"name = \"caf\xe9\"\n",
        "name = \"café\"\n",
    )),
    section: section::SPEC,
};

pub(super) static MISPLACED_BOM: Explanation = Explanation {
    summary: "a byte order mark inside of the file",
    rule: "A byte order mark (U+FEFF) is skipped at the very start of a file, and has no place in \
           the rest of it. It gets there when files are joined, and cannot be seen.",
    example: Some(Example::new(
        "# first file\n\u{feff}name = \"ada\"  # second file\n",
        "# first file\nname = \"ada\"  # second file\n",
    )),
    section: section::SPEC,
};

pub(super) static CONTROL_CHARACTER: Explanation = Explanation {
    summary: "a control character that is not escaped",
    rule: "Comments and strings hold no control characters but tab, and line breaks where a \
           string spans lines. In a string between double quotes they are written as escapes, such \
           as `\\u0007` or `\\u001B`.",
    example: Some(Example::new(
        "bell = \"ding\u{7}\"\n",
        "bell = \"ding\\u0007\"\n",
    )),
    section: section::STRING,
};

pub(super) static LONE_CARRIAGE_RETURN: Explanation = Explanation {
    summary: "a carriage return without a line feed",
    rule: "A line ends with a line feed, or with a carriage return and a line feed. A carriage \
           return alone ends no line, and is not allowed in comments and strings; in a string \
           between double quotes it is written `\\r`.",
    example: Some(Example::new("a = 1\rb = 2\n", "a = 1\nb = 2\n")),
    section: section::SPEC,
};

pub(super) static NON_ASCII_WHITESPACE: Explanation = Explanation {
    summary: "white space other than tab and space",
    rule: "White space is tab (U+0009) and space (U+0020). No-break spaces and their relatives \
           often come with text that is copied from a web page or a word processor.",
    example: Some(Example::new(
        "port =\u{a0}80  # U+00A0 behind `=`\n",
        "port = 80\n",
    )),
    section: section::SPEC,
};

pub(super) static SMART_QUOTE: Explanation = Explanation {
    summary: "a typographic quotation mark",
    rule: "Strings are enclosed in `\"` or `'`. Word processors and chat programs turn them into \
           typographic quotes, which mean nothing to TOML.",
    example: Some(Example::new("name = “ada”\n", "name = \"ada\"\n")),
    section: section::STRING,
};

pub(super) static MERGE_CONFLICT: Explanation = Explanation {
    summary: "a merge conflict marker",
    rule: "A line of `<`, `=` or `>` is what a version control system leaves where two changes \
           meet. Choose between them and delete the three marker lines.",
    example: Some(Example::new(
        "<<<<<<< ours\nport = 80\n=======\nport = 443\n>>>>>>> theirs\n",
        "port = 443\n",
    )),
    section: section::SPEC,
};

pub(super) static TOO_DEEP: Explanation = Explanation {
    summary: "too many tables or arrays inside one another",
    rule: "Tables, arrays and the parts of dotted keys may enclose one another up to 128 levels \
           deep, or as deep as `max_depth` says. This is a limit of this parser; TOML itself sets \
           none.",
    example: Some(Example::new(DEEP, "matrix = [[1, 2], [3, 4]]\n")),
    section: None,
};

pub(super) static LOOKS_LIKE_JSON: Explanation = Explanation {
    summary: "a JSON document",
    rule: "A TOML document is a list of statements, with no braces round it. Keys of words need \
           no quotes, `=` stands for `:`, and statements end with their line instead of with a \
           comma.",
    example: Some(Example::new(
        "{\n  \"name\": \"ada\",\n  \"server\": { \"port\": 80 }\n}\n",
        "name = \"ada\"\n\n[server]\nport = 80\n",
    )),
    section: section::SPEC,
};

pub(super) static LOOKS_LIKE_YAML: Explanation = Explanation {
    summary: "a YAML document",
    rule: "TOML has `=` for `:`, quotes round all text, and headers for what YAML nests by \
           indent. Indents mean nothing.",
    example: Some(Example::new(
        "name: ada\nserver:\n  port: 80\n",
        "name = \"ada\"\n\n[server]\nport = 80\n",
    )),
    section: section::SPEC,
};

pub(super) static LOOKS_LIKE_INI: Explanation = Explanation {
    summary: "an INI file",
    rule: "Headers look alike in both, but in TOML comments start with `#`, and text needs \
           quotes.",
    example: Some(Example::new(
        "; who\n[owner]\nname = ada\n",
        "# who\n[owner]\nname = \"ada\"\n",
    )),
    section: section::COMMENT,
};
