"""Strings, numbers, booleans, dates and times: values of Python's own types that remember how they are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import Enum
from typing import TYPE_CHECKING, Any

from .. import _native
from .._native import Kit
from ._item import Item, Trivia
from ._source import Source
from .exceptions import InvalidStringError, UnexpectedCharError

if TYPE_CHECKING:
    from typing_extensions import disjoint_base
else:

    def disjoint_base(kind: type) -> type:
        """Do nothing: what is said is for type checkers."""
        return kind


def encoded(value: object) -> str:
    """Give the text of a plain value, in the layout of the package's encoder."""
    text: str = _native.dumps({"v": value})[len("v = ") : -1]
    if isinstance(value, dt.datetime):
        text = text.replace(" ", "T")
        return f"{text[:-6]}Z" if text.endswith("+00:00") else text
    return text


class StringType(Enum):
    """The quotes of a string."""

    SLB = '"'
    MLB = '"""'
    SLL = "'"
    MLL = "'''"

    @classmethod
    def select(cls, literal: bool = False, multiline: bool = False) -> StringType:
        """Give the quotes of a kind."""
        if literal:
            return cls.MLL if multiline else cls.SLL
        return cls.MLB if multiline else cls.SLB

    @property
    def escaped_sequences(self) -> Collection[str]:
        """What is written with a backslash."""
        return {StringType.SLB: ("\\", '"'), StringType.MLB: ("\\", '"""')}.get(self, ())

    @property
    def invalid_sequences(self) -> Collection[str]:
        """What cannot be written at all."""
        return {StringType.SLL: ("'", "\n"), StringType.MLL: ("'''",)}.get(self, ())

    @property
    def unit(self) -> str:
        """One quote."""
        return self.value[0]

    def is_basic(self) -> bool:
        """Tell whether there are escapes."""
        return self in (StringType.SLB, StringType.MLB)

    def is_literal(self) -> bool:
        """Tell whether there are none."""
        return not self.is_basic()

    def is_singleline(self) -> bool:
        """Tell whether newlines are escaped."""
        return self in (StringType.SLB, StringType.SLL)

    def is_multiline(self) -> bool:
        """Tell whether there may be newlines."""
        return not self.is_singleline()


class Scalar(Item):
    """A value that is neither a table nor an array."""

    _raw: str | None = None
    """Its text; None while only the document knows."""

    def as_string(self) -> str:
        """Give the text, without key and comment."""
        if self._raw is None:
            spot = self._spot()
            if spot is None:
                self._raw = encoded(self.unwrap())
            else:
                source, path = spot
                return source.kit().raw(path)
        return self._raw

    def _fix_text(self) -> None:
        self._raw = self.as_string()

    def _clone(self: Any) -> Any:
        return _scalar(self.as_string(), self.trivia._values())

    def _detach(self) -> None:
        self._raw = self.as_string()
        spot = self._spot()
        if spot is not None:
            source, path = spot
            self._trivia = Trivia(*source.kit_with_scalar(path).trivia(path))

    def __copy__(self: Any) -> Any:
        """Give the same once more, in no place."""
        return self._clone()

    def __deepcopy__(self: Any, memo: dict[int, Any]) -> Any:
        """Give the same once more, in no place."""
        return self._clone()

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Pickle as text, comment included."""
        return _scalar, (self.as_string(), self.trivia._values())


class String(str, Scalar):
    """A `str` that remembers its quotes."""

    def __new__(cls, t: StringType, value: str, original: str, trivia: Trivia) -> String:
        """Take the quotes, the value, the text between the quotes, and what stands round it."""
        made = super().__new__(cls, value)
        made._raw = f"{t.value}{original}{t.value}"
        made._trivia = trivia
        return made

    def __init__(self, t: StringType, _: str, original: str, trivia: Trivia) -> None:
        """Do nothing: a `str` is made as a whole."""

    @classmethod
    def from_raw(cls, value: str, type_: StringType = StringType.SLB, escape: bool = True) -> String:
        """Make one of a value; without `escape`, of a text that stands between quotes."""
        if not escape:
            return _string_of(f"{type_.value}{value}{type_.value}")
        text = Kit.string(value, literal=type_.is_literal(), multiline=type_.is_multiline())
        if text is None:
            raise InvalidStringError(value, type_.invalid_sequences, type_.value)
        quotes = type_.value
        if type_.is_multiline() and text.startswith(f"{quotes}\n") and not value.startswith(("\n", "\r\n")):
            text = f"{quotes}{text[len(quotes) + 1 :]}"
        return _string_of(text, value)

    @property
    def type(self) -> StringType:
        """The quotes."""
        raw = self.as_string()
        return StringType(raw[:3] if raw[:3] in ('"""', "'''") else raw[0])

    def unwrap(self) -> str:
        """Give a plain `str`."""
        return str.__str__(self)


def _string_of(text: str, value: str | None = None) -> String:
    if value is None:
        value = str(_scalar(text, ("", "", "", "\n")))
    made = str.__new__(String, value)
    made._raw = text
    return made


@disjoint_base
class Integer(int, Scalar):
    """An `int` that remembers its base and underscores."""

    def __new__(cls, value: int, trivia: Trivia | None = None, raw: str | None = None) -> Integer:
        """Take the value, what stands round it, and its text."""
        made = super().__new__(cls, value)
        made._raw = str(int(value)) if raw is None else raw
        made._trivia = trivia
        return made

    def __init__(self, value: int, trivia: Trivia | None = None, raw: str | None = None) -> None:
        """Do nothing: an `int` is made as a whole."""

    def unwrap(self) -> int:
        """Give a plain `int`."""
        return int(self)


class Float(float, Scalar):
    """A `float` that remembers its digits."""

    def __new__(cls, value: float, trivia: Trivia | None = None, raw: str | None = None) -> Float:
        """Take the value, what stands round it, and its text."""
        made = super().__new__(cls, value)
        made._raw = encoded(float(value)) if raw is None else raw
        made._trivia = trivia
        return made

    def __init__(self, value: float, trivia: Trivia | None = None, raw: str | None = None) -> None:
        """Do nothing: a `float` is made as a whole."""

    def unwrap(self) -> float:
        """Give a plain `float`."""
        return float(self)


class BoolType(Enum):
    """The two booleans."""

    TRUE = "true"
    FALSE = "false"

    def __bool__(self) -> bool:
        """Tell which."""
        return self is BoolType.TRUE


class Bool(Scalar):
    """A boolean as an item: tables and arrays give plain `bool`, and this by `item`."""

    def __init__(self, t: bool | int | BoolType, trivia: Trivia | None = None) -> None:
        """Take the value, and what stands round it."""
        self._value = bool(t)
        self._raw = "true" if self._value else "false"
        self._trivia = trivia

    def unwrap(self) -> bool:
        """Give a plain `bool`."""
        return self._value

    def is_boolean(self) -> bool:
        """Tell that this is one."""
        return True

    def __bool__(self) -> bool:
        """Give the value."""
        return self._value

    def __eq__(self, other: object) -> bool:
        """Compare with booleans."""
        return self._value == (other._value if isinstance(other, Bool) else other)

    def __hash__(self) -> int:
        """Hash as the value does."""
        return hash(self._value)

    def __repr__(self) -> str:
        """Show the value."""
        return repr(self._value)


class DateTime(Scalar, dt.datetime):
    """A `datetime` that remembers its delimiter and digits."""

    def __new__(
        cls,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: dt.tzinfo | None = None,
        trivia: Trivia | None = None,
        raw: str | None = None,
        *,
        fold: int = 0,
    ) -> DateTime:
        """Take the parts, what stands round it, and its text."""
        made = super().__new__(cls, year, month, day, hour, minute, second, microsecond, tzinfo, fold=fold)
        made._raw = raw or None
        made._trivia = trivia
        return made

    def unwrap(self) -> dt.datetime:
        """Give a plain `datetime`."""
        return dt.datetime(
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.microsecond,
            self.tzinfo,
            fold=self.fold,
        )


class Date(Scalar, dt.date):
    """A `date`."""

    def __new__(cls, year: int, month: int, day: int, trivia: Trivia | None = None, raw: str = "") -> Date:
        """Take the parts, what stands round it, and its text."""
        made = super().__new__(cls, year, month, day)
        made._raw = raw or None
        made._trivia = trivia
        return made

    def unwrap(self) -> dt.date:
        """Give a plain `date`."""
        return dt.date(self.year, self.month, self.day)


class Time(Scalar, dt.time):
    """A `time`."""

    def __new__(
        cls,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        microsecond: int = 0,
        tzinfo: dt.tzinfo | None = None,
        trivia: Trivia | None = None,
        raw: str = "",
        *,
        fold: int = 0,
    ) -> Time:
        """Take the parts, what stands round it, and its text."""
        made = super().__new__(cls, hour, minute, second, microsecond, tzinfo, fold=fold)
        made._raw = raw or None
        made._trivia = trivia
        return made

    def unwrap(self) -> dt.time:
        """Give a plain `time`."""
        return dt.time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)


def scalar_of(value: Any, raw: str | None) -> Scalar:
    """Make an item of a plain value and its text."""
    made: Scalar
    if isinstance(value, str):
        made = str.__new__(String, str.__str__(value))
    elif isinstance(value, bool):
        return Bool(value)
    elif isinstance(value, int):
        made = int.__new__(Integer, value)
    elif isinstance(value, float):
        made = float.__new__(Float, value)
    elif isinstance(value, dt.datetime):
        made = DateTime(
            value.year,
            value.month,
            value.day,
            value.hour,
            value.minute,
            value.second,
            value.microsecond,
            value.tzinfo,
            fold=value.fold,
        )
    elif isinstance(value, dt.date):
        made = Date(value.year, value.month, value.day)
    else:
        made = Time(value.hour, value.minute, value.second, value.microsecond, fold=value.fold)
    made._raw = raw
    return made


def _scalar(raw: str, trivia: tuple[str, str, str, str]) -> Scalar:
    """Make an item of its text."""
    kit = Source(f"v = {raw}").kit()
    if kit.raw(["v"]) != raw:
        raise UnexpectedCharError(1, 0, "that is more than one value")
    made = scalar_of(kit.tree(["v"])[1], raw)
    made._trivia = Trivia(*trivia)
    return made
