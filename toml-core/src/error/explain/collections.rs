//! Arrays and inline tables.

use super::{Example, Explanation, section};

pub(super) static MISSING_COMMA: Explanation = Explanation {
    summary: "two elements without a comma between them",
    rule: "The elements of arrays and the pairs of inline tables are separated by commas. A line \
           break in an array separates nothing.",
    example: Some(Example::new(
        "ports = [\n  80\n  443\n]\n",
        "ports = [\n  80,\n  443,\n]\n",
    )),
    section: section::ARRAY,
};

pub(super) static EXTRA_COMMA: Explanation = Explanation {
    summary: "a comma without an element before it",
    rule: "Every comma follows an element. One comma behind the last element of an array is fine, \
           two are not, nor is one before the first.",
    example: Some(Example::new("ports = [80,, 443]\n", "ports = [80, 443]\n")),
    section: section::ARRAY,
};

pub(super) static UNCLOSED_ARRAY: Explanation = Explanation {
    summary: "an array without its closing bracket",
    rule: "An array ends with `]`. It may span lines; everything up to the bracket belongs to it.",
    example: Some(Example::new(
        "ports = [80, 443\nhost = \"::1\"\n",
        "ports = [80, 443]\nhost = \"::1\"\n",
    )),
    section: section::ARRAY,
};

pub(super) static UNCLOSED_INLINE_TABLE: Explanation = Explanation {
    summary: "an inline table without its closing brace",
    rule: "An inline table ends with `}`, in TOML 1.0 on the line on which it starts.",
    example: Some(Example::new(
        "point = { x = 1, y = 2\n",
        "point = { x = 1, y = 2 }\n",
    )),
    section: section::INLINE_TABLE,
};

pub(super) static INLINE_TABLE_NEWLINE_SINCE_1_1: Explanation = Explanation {
    summary: "a line break or comment in an inline table",
    rule: "In TOML 1.0 an inline table is on one line, but for line breaks inside its values; \
           larger tables get a header. TOML 1.1 allows line breaks and comments between the \
           pairs.",
    example: Some(Example::new(
        "point = {\n  x = 1,\n  y = 2\n}\n",
        "[point]\nx = 1\ny = 2\n",
    )),
    section: section::INLINE_TABLE,
};

pub(super) static TRAILING_COMMA_SINCE_1_1: Explanation = Explanation {
    summary: "a comma behind the last pair of an inline table",
    rule: "In TOML 1.0 an inline table has no comma behind its last pair, unlike an array. TOML \
           1.1 allows it.",
    example: Some(Example::new(
        "point = { x = 1, y = 2, }\n",
        "point = { x = 1, y = 2 }\n",
    )),
    section: section::INLINE_TABLE,
};
