"""`dump` and `dumps` do what tomli-w does: each test runs against both."""

from __future__ import annotations

import enum
import io
from collections import OrderedDict, UserDict, defaultdict, namedtuple
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from types import MappingProxyType, ModuleType
from typing import Any

import pytest
import toml_py
import tomli_w


class NoOffset(tzinfo):
    """A time zone that does not know its offset."""

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return None

    def dst(self, dt: datetime | None) -> timedelta | None:
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        return None


class Eastern(NoOffset):
    """A time zone whose offset depends on the time."""

    def utcoffset(self, dt: datetime | None) -> timedelta:
        return timedelta(hours=-4 if dt is not None and dt.month in (6, 7) else -5)


class Stamp(datetime):
    pass


class Day(date):
    pass


class Moment(time):
    pass


def test_document(writer: ModuleType) -> None:
    data = {"table": {"nested": {}, "val3": 3}, "val2": 2, "val1": 1}
    expected = "val2 = 2\nval1 = 1\n\n[table]\nval3 = 3\n\n[table.nested]\n"
    assert writer.dumps(data) == expected
    file = io.BytesIO()
    writer.dump(data, file)
    assert file.getvalue() == expected.encode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", '""'),
        ("it's", '"it\'s"'),
        ('say "hi" \\', '"say \\"hi\\" \\\\"'),
        ("tab\there\nline\r\b\f", '"tab\there\\nline\\r\\b\\f"'),
        ("\x00\x1f\x7f\x80é😀", '"\\u0000\\u001f\\u007f\x80é😀"'),
        (True, "true"),
        (0, "0"),
        (-(2**63), "-9223372036854775808"),
        (2**63, "9223372036854775808"),
        (-(10**30), "-1000000000000000000000000000000"),
        (1.0, "1.0"),
        (1e16, "1e+16"),
        (1e-5, "1e-05"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (float("inf"), "inf"),
        (float("-inf"), "-inf"),
        (float("nan"), "nan"),
        (Decimal("1"), "1.0"),
        (Decimal("1.50"), "1.50"),
        (Decimal("-0"), "-0.0"),
        (Decimal("2E+400"), "2e+400"),
        (Decimal("0E-10"), "0e-10"),
        (Decimal("Infinity"), "inf"),
        (Decimal("-Infinity"), "-inf"),
        (Decimal("NaN"), "nan"),
        (Decimal("sNaN"), "nan"),
        (Decimal("-NaN123"), "nan"),
        (date(1, 2, 3), "0001-02-03"),
        (time(7, 32), "07:32:00"),
        (time(7, 32, 1, 500), "07:32:01.000500"),
        (datetime(1979, 5, 27, 7, 32), "1979-05-27 07:32:00"),
        (datetime(1979, 5, 27, 7, 32, 0, 1, timezone.utc), "1979-05-27 07:32:00.000001+00:00"),
        (datetime(1979, 6, 1, tzinfo=Eastern()), "1979-06-01 00:00:00-04:00"),
        (datetime(1979, 1, 1, tzinfo=Eastern()), "1979-01-01 00:00:00-05:00"),
        (datetime(1979, 1, 1, tzinfo=NoOffset()), "1979-01-01 00:00:00"),
        (datetime(1979, 12, 1, fold=1), "1979-12-01 00:00:00"),
        (datetime(9999, 12, 31, 23, 59, 59, 999_999), "9999-12-31 23:59:59.999999"),
        (time(23, 59, 59, 999_999, fold=1), "23:59:59.999999"),
        (Stamp(1979, 5, 27, tzinfo=timezone(timedelta(hours=14))), "1979-05-27 00:00:00+14:00"),
        (Day(1979, 5, 27), "1979-05-27"),
        (Moment(1, 2, 3), "01:02:03"),
        (datetime(1979, 5, 27, 7, 32, tzinfo=timezone(-timedelta(hours=7, minutes=30))), "1979-05-27 07:32:00-07:30"),
        ([], "[]"),
        ((), "[]"),
        ([1, (2, [])], "[\n    1,\n    [\n        2,\n        [],\n    ],\n]"),
        ([{"a": 1}, 2], "[\n    { a = 1 },\n    2,\n]"),
        ([{}], "[\n    {},\n]"),
        ([2, {"a": [1, [2]]}], "[\n    2,\n    { a = [\n    1,\n    [\n        2,\n    ],\n] },\n]"),
        ([[{"a": 1}]], "[\n    [\n        { a = 1 },\n    ],\n]"),
    ],
)  # fmt: skip
def test_value(writer: ModuleType, value: Any, expected: str) -> None:
    assert writer.dumps({"k": value}) == f"k = {expected}\n"


@pytest.mark.parametrize(
    ("key", "expected"),
    [("A-z_0", "A-z_0"), ("", '""'), ("a b", '"a b"'), ("é", '"é"'), ('"', '"\\""'), ("a.b", '"a.b"'), ("\n", '"\\n"')],
)
def test_key(writer: ModuleType, key: str, expected: str) -> None:
    assert writer.dumps({key: 1}) == f"{expected} = 1\n"
    assert writer.dumps({key: {key: {}}}) == f"[{expected}.{expected}]\n"


class Text(str):
    pass


class Number(int):
    pass


class Real(float):
    pass


class Row(list[Any]):
    pass


class Color(str, enum.Enum):
    RED = "red"


class Level(enum.IntEnum):
    LOW = 1


class View(Mapping[str, Any]):
    """A mapping that is no dict."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def __getitem__(self, key: str) -> Any:
        return self.data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)


Point = namedtuple("Point", "x y")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Text("x"), 'k = "x"\n'),
        (Number(3), "k = 3\n"),
        (Real(1.5), "k = 1.5\n"),
        (Row([1]), "k = [\n    1,\n]\n"),
        (Color.RED, 'k = "red"\n'),
        (Level.LOW, "k = 1\n"),
        (Point(1, "y"), 'k = [\n    1,\n    "y",\n]\n'),
        (OrderedDict(b=1, a=2), "[k]\nb = 1\na = 2\n"),
        (defaultdict(int, b=1), "[k]\nb = 1\n"),
        (UserDict(b=1), "[k]\nb = 1\n"),
        (MappingProxyType({"b": 1}), "[k]\nb = 1\n"),
        (View({"b": View({})}), "[k.b]\n"),
        ([View({"b": 1})], "k = [\n    { b = 1 },\n]\n"),
        ({Text("a b"): 1}, '[k]\n"a b" = 1\n'),
    ],
)
def test_subclass(writer: ModuleType, value: Any, expected: str) -> None:
    assert writer.dumps({"k": value}) == expected
    assert writer.dumps(View({"k": value})) == expected


def test_order_of_an_ordered_dict_is_its_own(writer: ModuleType) -> None:
    data = OrderedDict(a=1, b=2)
    data.move_to_end("a")
    assert writer.dumps(data) == "b = 2\na = 1\n"


def test_arrays_of_tables(writer: ModuleType) -> None:
    long = "x" * 100
    data = {
        "inline": [{"a": 1}, {"b": {"c": 2}}],
        "long": [{"a": long}, {}],
        "lines": [{"a": [1]}],
        "tuple": ({"a": long},),
        "empty": [],
    }
    expected = f"""\
inline = [
    {{ a = 1 }},
    {{ b = {{ c = 2 }} }},
]
empty = []

[[long]]
a = "{long}"

[[long]]

[[lines]]
a = [
    1,
]

[[tuple]]
a = "{long}"
"""
    assert writer.dumps(data) == expected


@pytest.mark.parametrize("indent", [0, 1, 4, 30])
def test_indent(writer: ModuleType, indent: int) -> None:
    gap = " " * indent
    expected = f"a = [\n{gap}1,\n{gap}[\n{gap}{gap}2,\n{gap}],\n]\n"
    assert writer.dumps({"a": [1, [2]]}, indent=indent) == expected


def test_indent_counts_for_the_width_of_inline_tables(writer: ModuleType) -> None:
    # `{ a = "…" },` has 11 characters besides the text.
    data = {"t": [{"a": "x" * 79}]}
    assert writer.dumps(data, indent=10) == f't = [\n{" " * 10}{{ a = "{"x" * 79}" }},\n]\n'
    assert writer.dumps(data, indent=11) == f'[[t]]\na = "{"x" * 79}"\n'


def test_indent_must_not_be_negative(writer: ModuleType) -> None:
    with pytest.raises(ValueError, match="^Indent width must be non-negative$"):
        writer.dumps({}, indent=-1)


def test_multiline_strings(writer: ModuleType) -> None:
    data = {"s": "here's a newline\r\n", "t": 'a "quote"', "u": '\n"""\r\\\t', "v": [{"w": "x\ny"}], "a\nb": 1}
    expected = '''\
s = """
here's a newline
"""
t = "a \\"quote\\""
u = """

\\"\\"\\"\\r\\\\\t"""
"a\\nb" = 1

[[v]]
w = """
x
y"""
'''
    assert writer.dumps(data, multiline_strings=True) == expected


@pytest.mark.parametrize("value", [None, object(), b"bytes", {1, 2}, 1j, range(3), int])
def test_other_types_are_a_type_error(writer: ModuleType, value: Any) -> None:
    name = type(value).__qualname__
    for data in ({"k": value}, {"k": {"l": [value]}}, {"k": [{"l": value}]}):
        with pytest.raises(TypeError, match=f"^Object of type '{name}' is not TOML serializable"):
            writer.dumps(data)


@pytest.mark.parametrize("key", [1, None, 1.5, b"k"])
def test_other_keys_are_a_type_error(writer: ModuleType, key: Any) -> None:
    with pytest.raises(TypeError):
        writer.dumps({key: 1.5 if key == b"k" else 1, "other": "x"})


def test_offset_time_is_a_value_error(writer: ModuleType) -> None:
    with pytest.raises(ValueError, match="^TOML does not support offset times"):
        writer.dumps({"t": time(1, tzinfo=timezone.utc)})


def test_file_in_text_mode_is_a_type_error(writer: ModuleType, tmp_path: Any) -> None:
    with (tmp_path / "a.toml").open("w") as file, pytest.raises(TypeError):
        writer.dump({"a": 1}, file)


def test_arguments_are_positional_and_keywords(writer: ModuleType) -> None:
    with pytest.raises(TypeError):
        writer.dumps(obj={})
    with pytest.raises(TypeError):
        writer.dumps({}, True)
    with pytest.raises(TypeError):
        writer.dump({}, fp=io.BytesIO())


def test_error_of_a_mapping_is_passed_on(writer: ModuleType) -> None:
    class Broken(View):
        def __iter__(self) -> Iterator[str]:
            raise KeyError("broken")

    with pytest.raises(KeyError, match="broken"):
        writer.dumps({"a": Broken({})})


def test_both_agree_on_the_layout_of_real_files() -> None:
    data = toml_py.loads(
        """
        [project]
        name = "x"
        dependencies = ["a>=1", "b; python_version < '3.12'"]
        authors = [{ name = "Ada", email = "ada@example.org" }]
        [project.optional-dependencies]
        test = ["pytest"]
        [tool.ruff.lint]
        select = ["ALL"]
        [[tool.mypy.overrides]]
        module = ["a.*"]
        ignore_missing_imports = true
        [tool.empty]
        """
    )
    assert toml_py.dumps(data) == tomli_w.dumps(data)
