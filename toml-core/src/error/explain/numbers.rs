//! Integers and floats.

use super::{Example, Explanation, section};

pub(super) static LEADING_ZERO: Explanation = Explanation {
    summary: "a decimal number with a leading zero",
    rule: "Decimal numbers have no leading zeros. Octal numbers, such as file permissions, are \
           written with `0o`; what only looks like a number, such as a postal code, is a string.",
    example: Some(Example::new("mode = 0644\n", "mode = 0o644\n")),
    section: section::INTEGER,
};

pub(super) static MISSING_INTEGER_DIGITS: Explanation = Explanation {
    summary: "a float without a digit before the point",
    rule: "The point of a float has a digit on both sides.",
    example: Some(Example::new("ratio = .5\n", "ratio = 0.5\n")),
    section: section::FLOAT,
};

pub(super) static MISSING_FRACTION_DIGITS: Explanation = Explanation {
    summary: "a float without a digit behind the point",
    rule: "The point of a float has a digit on both sides.",
    example: Some(Example::new("ratio = 5.\n", "ratio = 5.0\n")),
    section: section::FLOAT,
};

pub(super) static MISSING_EXPONENT_DIGITS: Explanation = Explanation {
    summary: "a float without a digit in its exponent",
    rule: "Behind the `e` of a float there is an integer, with or without a sign.",
    example: Some(Example::new("mass = 6.6e\n", "mass = 6.6e-34\n")),
    section: section::FLOAT,
};

pub(super) static MISPLACED_UNDERSCORE: Explanation = Explanation {
    summary: "an underscore that is not between two digits",
    rule: "Digits may be grouped by underscores. Each has a digit on both sides, so none is \
           first, last, doubled, or beside a point, sign or prefix.",
    example: Some(Example::new(
        "population = 8__000_000\n",
        "population = 8_000_000\n",
    )),
    section: section::INTEGER,
};

pub(super) static INTEGER_OUT_OF_RANGE: Explanation = Explanation {
    summary: "an integer that does not fit in 64 bits",
    rule: "Integers go from -9223372036854775808 to 9223372036854775807. Write a larger number as \
           a string, or as a float where it need not be exact.",
    example: Some(Example::new(
        "id = 9223372036854775808\n",
        "id = \"9223372036854775808\"\n",
    )),
    section: section::INTEGER,
};

pub(super) static SIGNED_PREFIX: Explanation = Explanation {
    summary: "a sign before `0x`, `0o` or `0b`",
    rule: "Hexadecimal, octal and binary integers have no sign. Negative numbers are written in \
           decimal.",
    example: Some(Example::new("offset = -0x10\n", "offset = -16\n")),
    section: section::INTEGER,
};

pub(super) static UPPERCASE_PREFIX: Explanation = Explanation {
    summary: "a base prefix in upper case",
    rule: "The prefixes `0x`, `0o` and `0b` are in lower case. Hexadecimal digits may be in \
           either.",
    example: Some(Example::new("mask = 0XFF\n", "mask = 0xFF\n")),
    section: section::INTEGER,
};

pub(super) static INVALID_DIGIT: Explanation = Explanation {
    summary: "a digit that the base does not have",
    rule: "Behind `0x` come the digits 0-9 and a-f, behind `0o` 0-7 and behind `0b` 0 and 1, and \
           there is at least one of them.",
    example: Some(Example::new("mode = 0o689\n", "mode = 0o677\n")),
    section: section::INTEGER,
};

pub(super) static INVALID_NUMBER: Explanation = Explanation {
    summary: "a number that goes on with something else",
    rule: "A number is made of digits and what belongs to them. A unit, a second point or a \
           separator other than `_` makes it text, which needs quotes.",
    example: Some(Example::new("version = 1.2.3\n", "version = \"1.2.3\"\n")),
    section: section::FLOAT,
};
