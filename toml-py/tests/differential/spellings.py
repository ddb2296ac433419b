"""One value or key, in all the spellings that TOML 1.0 has, and in some that it has not.

Knows nothing of documents: where a key may stand is a matter of `documents.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

BARE = ["a", "b", "c", "name", "x-1", "_", "1", "1979-05-27", "true", "inf", "0x1F", "-"]
TEXTS = ["", " ", "a", "é", "😀", "\u2028", "#", "=", "a.b", "[x]", "{}", ",", "\t", "true"]
ESCAPES = ["\\b", "\\t", "\\n", "\\f", "\\r", '\\"', "\\\\", "\\u00e9", "\\U0001F600", "\\u0000", "\\uFFFF"]
NUMBERS = ["0", "-0", "+0", "1", "+7", "-17", "1_000", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "123_456_789_012_345_678_901", "0x0", "0xDEAD_beef", "0x00ff", "0o755", "0o0_7", "0b1101_0110", "0b0", "0xffffffffffffffffffff"]  # fmt: skip
FLOATS = ["0.0", "-0.0", "+1.5", "3.1415926535897932384626", "1e6", "1E+06", "-2e-2", "6.626e-34", "1_0.0_1", "1e1_0", "1e400", "-1e-400", "0e0", "inf", "+inf", "-inf", "nan", "+nan", "-nan", "9007199254740993.0", "5e-324", "00.0"[1:]]  # fmt: skip
DATES = ["1979-05-27", "0001-01-01", "9999-12-31", "2000-02-29"]
TIMES = ["07:32:00", "00:00:00", "23:59:59", "12:30:15.5", "12:30:15.123456", "12:30:15.123456789", "01:02:03.000"]
OFFSETS = ["Z", "z", "+00:00", "-00:00", "-08:00", "+23:59", "+05:30"]

# Each of these is one mistake, or valid in TOML 1.1 only.
NOT_VALUES = ["", "yes", "True", "01", "-01", "+0x1", "0X1", "0x", "0xG", "0b2", "0o8", "1__0", "_1", "1_", "0x_1", "1.", ".5", "1.e1", "1e", "1e1.5", "1_.0", "1._0", "Inf", "NaN", "+-1", "1,0", "2021-02-30", "2021-13-01", "0000-01-01", "2021-1-01", "25:00:00", "12:60:00", "12:00:60", "12:00", "12:00:00.", "2021-01-01T", "2021-01-01T25:00:00", "2021-01-01T12:00:00+24:00", "2021-01-01T12:00:00+01:60", "2021-01-01  12:00:00", "2021-01-01T12:00", "12:00:00Z", "word", "two words", "/path", "$x", "é", "1 2", "'a' 'b'", '"a', "'a", '"a\n"', "'a\n'", '"""a', "'''a", '"\\q"', '"\\x41"', '"\\e"', '"\\u12"', '"\\uD800"', '"\\U00110000"', '"\\u+123"', '"\x00"', '"\x7f"', "'\x1f'", '"""\x0b"""', '"""\r"""', "'''\r'''", '"""a\\ b"""', '""""""""', "''''''''", "[1", "[1 2]", "[,]", "[1,,2]", "[1]]", "{a=1", "{a=1,}", "{,}", "{a}", "{a=1 b=2}", "{a=1,,b=2}", "{\na=1}", "{a=1\n}", "{a=1,a=2}", "{a=1,a.b=2}", "{a.b=1,a=2}", "{a={},a.b=2}", "{a.b=1,a.b.c=2}", "{a=[],a.b=1}", "[{a=1},{a=2", "[1]#", "{}#\n"]  # fmt: skip
NOT_KEYS = ["", "é", "a b", "a.", ".a", "a..b", '"a', "'a", '"""a"""', "'''a'''", "a#", "a,b", '"\\q"', '"\n"', "a\n", "a[0]", "+1", "a:b", "*", "[a", '"\ud7ff\\uD800"', "a\r"]  # fmt: skip


@dataclass
class Speller:
    """Spells what a source of random choices wants.

    `slips` is how often a spelling is wrong, from 0 to 1.
    """

    random: Random
    slips: float = 0.0

    def slip(self) -> bool:
        """Tell whether the next thing is to be wrong."""
        return self.slips > 0 and self.random.random() < self.slips

    def key(self) -> str:
        """Spell the segment of a key."""
        if self.slip():
            return self.random.choice(NOT_KEYS)
        return self.quoted_key() if self.random.random() < 0.2 else self.random.choice(BARE)

    def quoted_key(self) -> str:
        return self.random.choice([self.basic, self.literal])()

    def dot(self) -> str:
        return self.random.choice([".", ".", ".", " . ", "\t.", ". "])

    def equals(self) -> str:
        return self.random.choice([" = ", " = ", "=", "\t=\t", "  = "])

    def newline(self) -> str:
        return self.random.choice(["\n", "\n", "\n", "\r\n"])

    def comment(self) -> str:
        """Spell a comment, or nothing; the line is still to be ended."""
        if self.slip():
            return self.random.choice(["#\x00", "#\x7f", "#a\rb", "#\x1b[0m", "; a", "// a"])
        return self.random.choice(["", "", "", "", "#", " # é \t", "\t#[a]", "# 'x"])

    def value(self, depth: int = 3) -> str:
        """Spell a value, with at most `depth` arrays and inline tables in one another."""
        if self.slip():
            return self.random.choice(NOT_VALUES)
        scalars: list[Callable[[], str]] = [self.number, self.date_time, self.string, self.boolean]
        if depth == 0 or self.random.random() < 0.75:
            return self.random.choice(scalars)()
        return self.random.choice([self.array, self.inline_table])(depth - 1)

    def boolean(self) -> str:
        return self.random.choice(["true", "false"])

    def number(self) -> str:
        return self.random.choice([*NUMBERS, *FLOATS])

    def date_time(self) -> str:
        date, time = self.random.choice(DATES), self.random.choice(TIMES)
        both = date + self.random.choice("Tt ") + time
        return self.random.choice([date, time, both, both + self.random.choice(OFFSETS)])

    def string(self) -> str:
        kinds = [self.basic, self.literal, self.long_basic, self.long_literal]
        return self.random.choice(kinds)()

    def some(self, pieces: list[str]) -> str:
        """Put up to three pieces together."""
        return "".join(self.random.choice(pieces) for _ in range(self.random.randrange(4)))

    def basic(self) -> str:
        return '"' + self.some([*TEXTS, *ESCAPES, "'"]) + '"'

    def literal(self) -> str:
        return "'" + self.some([*TEXTS, '"', "\\", "\\u0041"]) + "'"

    def long_basic(self) -> str:
        text = self.some([*TEXTS, *ESCAPES, "'''", "\\\n  ", "\\ \t\r\n\n", '"x', '""x', "\n", "\r\n"])
        return '"""' + text + self.random.choice(["", 'x"', 'x""', "\\\n"]) + '"""'

    def long_literal(self) -> str:
        text = self.some([*TEXTS, "\\", "'x", "''x", '"""', "\n", "\r\n"])
        return "'''" + text + self.random.choice(["", "x'", "x''", "\n"]) + "'''"

    def gap(self) -> str:
        """Spell what may stand between the elements of an array."""
        if self.random.random() < 0.6:
            return self.random.choice(["", " ", "\t"])
        return self.comment() + self.newline() + self.random.choice(["", "    "])

    def array(self, depth: int) -> str:
        elements = [self.gap() + self.value(depth) + self.gap() for _ in range(self.random.randrange(4))]
        last = self.random.choice(["", ",", "," + self.gap()]) if elements else self.gap()
        return f"[{','.join(elements)}{last}]"

    def inline_table(self, depth: int) -> str:
        count = self.random.randrange(4)
        keys = [self.key() if self.slip() else f"k{number}" for number in range(count)]
        dotted = [key + self.dot() + self.key() if self.random.random() < 0.2 else key for key in keys]
        entries = [f" {key}{self.equals()}{self.value(depth)} " for key in dotted]
        return f"{{{','.join(entries)}}}"
