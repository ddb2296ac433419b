//! Words that are no values.

use super::{Example, Explanation, section};

pub(super) static UNQUOTED_STRING: Explanation = Explanation {
    summary: "text without quotes",
    rule: "Text is always between quotes. Without them there are only numbers, dates and times, \
           `true`, `false`, `inf` and `nan`.",
    example: Some(Example::new("name = ada\n", "name = \"ada\"\n")),
    section: section::STRING,
};

pub(super) static BOOLEAN_SPELLING: Explanation = Explanation {
    summary: "a boolean other than `true` and `false`",
    rule: "Booleans are `true` and `false`, in lower case. `True`, `yes` and `on` are of other \
           languages.",
    example: Some(Example::new("debug = True\n", "debug = true\n")),
    section: section::BOOLEAN,
};

pub(super) static NULL_VALUE: Explanation = Explanation {
    summary: "a null value",
    rule: "TOML has no value for nothing. Leave out the key, and let the program use its default.",
    example: Some(Example::new("proxy = null\nport = 80\n", "port = 80\n")),
    section: section::KEY_VALUE_PAIR,
};

pub(super) static SPECIAL_FLOAT_SPELLING: Explanation = Explanation {
    summary: "a special float as other languages spell it",
    rule: "The special floats are `inf` and `nan`, in lower case and not in full, with `+` or `-` \
           before them if need be.",
    example: Some(Example::new("limit = Infinity\n", "limit = inf\n")),
    section: section::FLOAT,
};
