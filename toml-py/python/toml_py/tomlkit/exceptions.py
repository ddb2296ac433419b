"""What can go wrong, under tomlkit's names. Positions are 1-based lines and 0-based columns in characters."""

from __future__ import annotations

from collections.abc import Collection

from .._errors import TOMLDecodeError


class TOMLKitError(Exception):
    """The base of all errors of this package."""


class ParseError(ValueError, TOMLKitError):
    """A text that is not TOML.

    `line` is 1-based, `col` 0-based in characters.

    >>> import toml_py.tomlkit as tomlkit
    >>> tomlkit.parse("a = 1\\nb = nope")
    Traceback (most recent call last):
    toml_py.tomlkit.exceptions.UnexpectedCharError: a string value needs quotes at line 2 col 4
    """

    def __init__(self, line: int, col: int, message: str | None = None) -> None:
        """Name the place, and what is wrong there."""
        self._line = line
        self._col = col
        super().__init__(f"{message or 'invalid TOML'} at line {line} col {col}")

    @property
    def line(self) -> int:
        """The line, 1-based."""
        return self._line

    @property
    def col(self) -> int:
        """The column in characters, 0-based."""
        return self._col


class MixedArrayTypesError(ParseError):
    """Kept for its name: arrays may mix types since TOML 1.0."""


class InvalidNumberError(ParseError):
    """A number that is not written as TOML has it."""


class InvalidDateTimeError(ParseError):
    """A date-time that is not written as TOML has it."""


class InvalidDateError(ParseError):
    """A date that does not exist."""


class InvalidTimeError(ParseError):
    """A time that does not exist."""


class InvalidNumberOrDateError(ParseError):
    """Something that starts as a number or date and is none."""


class InvalidUnicodeValueError(ParseError):
    """An escape that stands for no character."""


class UnexpectedCharError(ParseError):
    """A character where something else was expected."""


class EmptyKeyError(ParseError):
    """A key without a name."""


class EmptyTableNameError(ParseError):
    """A header without a name."""


class InvalidCharInStringError(ParseError):
    """A character that has no place in a string."""


class UnexpectedEofError(ParseError):
    """The end of the text inside of something."""


class InternalParserError(ParseError):
    """Kept for its name."""


class InvalidControlChar(ParseError):
    """A control character in a string or comment."""


class NonExistentKey(KeyError, TOMLKitError):
    """A key that a table does not have."""

    def __init__(self, key: object) -> None:
        """Name the key."""
        super().__init__(f'Key "{key}" does not exist.')


class KeyAlreadyPresent(TOMLKitError):
    """A key that a table has already."""

    def __init__(self, key: object) -> None:
        """Name the key."""
        super().__init__(f'Key "{getattr(key, "key", key)}" already exists.')


class InvalidStringError(ValueError, TOMLKitError):
    """A text that cannot be written in the quotes that were asked for."""

    def __init__(self, value: str, invalid_sequences: Collection[str], delimiter: str) -> None:
        """Name the text, what it must not have, and the quotes."""
        listed = ", ".join(repr(sequence) for sequence in invalid_sequences)
        super().__init__(f"{value!r} has what a string in {delimiter} cannot hold: one of {listed}")


class ConvertError(TypeError, ValueError, TOMLKitError):
    """An object that TOML has no value for."""


_CLASSES: dict[str, type[ParseError]] = {
    "missing-key": EmptyKeyError,
    "control-character": InvalidControlChar,
    "unclosed-string": UnexpectedEofError,
    "unclosed-array": UnexpectedEofError,
    "unclosed-inline-table": UnexpectedEofError,
    "invalid-escape": InvalidCharInStringError,
    "incomplete-unicode-escape": InvalidUnicodeValueError,
    "unicode-escape-out-of-range": InvalidUnicodeValueError,
    "leading-zero": InvalidNumberError,
    "missing-integer-digits": InvalidNumberError,
    "missing-fraction-digits": InvalidNumberError,
    "missing-exponent-digits": InvalidNumberError,
    "misplaced-underscore": InvalidNumberError,
    "signed-prefix": InvalidNumberError,
    "uppercase-prefix": InvalidNumberError,
    "invalid-digit": InvalidNumberError,
    "invalid-number": InvalidNumberError,
    "invalid-datetime": InvalidDateTimeError,
    "month-out-of-range": InvalidDateError,
    "day-out-of-range": InvalidDateError,
    "hour-out-of-range": InvalidTimeError,
    "minute-out-of-range": InvalidTimeError,
    "second-out-of-range": InvalidTimeError,
    "offset-out-of-range": InvalidTimeError,
    "duplicate-key": ParseError,
    "duplicate-table": ParseError,
    "not-a-table": ParseError,
    "too-deep": ParseError,
}


def parse_error(error: TOMLDecodeError) -> ParseError:
    """Make the error that tomlkit's users expect of ours."""
    code = (error.code or "").removeprefix("toml::")
    kind = _CLASSES.get(code, UnexpectedCharError)
    line = error.doc.split("\n")[error.lineno - 1] if error.doc else ""
    if kind is EmptyKeyError and line.lstrip().startswith("["):
        kind = EmptyTableNameError
    made = kind.__new__(kind)
    ParseError.__init__(made, error.lineno, error.colno - 1, error.msg)
    return made
