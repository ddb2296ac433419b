"""`load` and `loads` do what the documentation of `tomllib` says: each test runs against both."""

from __future__ import annotations

import gc
import io
import math
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sameness import same

DOCUMENT = """\
title = "TOML"
[owner]
born = 1979-05-27T07:32:00-08:00
[[products]]
name = "Hammer"
[[products]]
[products.physical]
color = "red"
"""


def test_document(reader: ModuleType) -> None:
    pacific = timezone(timedelta(hours=-8))
    expected = {
        "title": "TOML",
        "owner": {"born": datetime(1979, 5, 27, 7, 32, tzinfo=pacific)},
        "products": [{"name": "Hammer"}, {"physical": {"color": "red"}}],
    }
    assert same(reader.loads(DOCUMENT), expected)
    assert same(reader.load(io.BytesIO(DOCUMENT.encode())), expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("'text'", "text"),
        (r'"\u00e9\n"', "é\n"),
        ("'😀'", "😀"),
        ("true", True),
        ("42", 42),
        ("+0x1F", None),
        ("0xdead_BEEF", 0xDEADBEEF),
        ("-9_223_372_036_854_775_808", -(2**63)),
        ("9223372036854775808", 2**63),
        ("1" + "0" * 100, 10**100),
        ("-1" + "0" * 100, -(10**100)),
        ("0x" + "f" * 100, 16**100 - 1),
        ("0o" + "7" * 100, 8**100 - 1),
        ("0b1" + "0" * 100, 2**100),
        ("1.5", 1.5),
        ("-0.0", -0.0),
        ("1_000.000_1", 1000.0001),
        ("1e400", math.inf),
        ("-1e400", -math.inf),
        ("5e-324", 5e-324),
        ("0.1e-400", 0.0),
        ("inf", math.inf),
        ("-inf", -math.inf),
        ("+nan", math.nan),
        ("1979-05-27", date(1979, 5, 27)),
        ("07:32:00.123456789", time(7, 32, 0, 123456)),
        ("1979-05-27 07:32:00.5", datetime(1979, 5, 27, 7, 32, 0, 500_000)),
        ("1979-05-27T07:32:00Z", datetime(1979, 5, 27, 7, 32, tzinfo=timezone.utc)),
        ("1979-05-27t07:32:00+00:00", datetime(1979, 5, 27, 7, 32, tzinfo=timezone.utc)),
        ("1979-05-27T07:32:00.9999999+05:45", datetime(1979, 5, 27, 7, 32, 0, 999_999, timezone(timedelta(hours=5, minutes=45)))),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31T23:59:59.999999-23:59", datetime(9999, 12, 31, 23, 59, 59, 999_999, timezone(-timedelta(hours=23, minutes=59)))),
        ("0000-01-01", None),
        ("0000-01-01T00:00:00Z", None),
        ("2023-02-29", None),
        ("[]", []),
        ("[1, [2.0, {x = 'y'}], ]", [1, [2.0, {"x": "y"}]]),
        ("{}", {}),
        ("{a.b = 1, a.c = 2}", {"a": {"b": 1, "c": 2}}),
    ],
)  # fmt: skip
def test_value(reader: ModuleType, value: str, expected: Any) -> None:
    if expected is None:
        with pytest.raises(reader.TOMLDecodeError):
            reader.loads(f"k = {value}")
    else:
        assert same(reader.loads(f"k = {value}"), {"k": expected})


def test_utc_is_the_one_of_the_standard_library(reader: ModuleType) -> None:
    assert reader.loads("t = 1979-05-27T07:32:00Z")["t"].tzinfo is timezone.utc


def test_line_ends_in_strings_are_line_feeds(reader: ModuleType) -> None:
    source = "a = '''\r\nx\r\ny'''\r\nb = \"\"\"\r\nx\\\r\n  y\r\n\"\"\"\r\n"
    assert reader.loads(source) == {"a": "x\ny", "b": "xy\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9.90", "9.90"), ("1_0.5e-3", "10.5e-3"), ("+inf", "inf"), ("nan", "nan"), ("-0.0", "-0.0")],
)
def test_parse_float_gets_the_text(reader: ModuleType, text: str, expected: str) -> None:
    seen = []

    def parse(text: str) -> Decimal:
        seen.append(text)
        return Decimal(text)

    price = reader.loads(f"price = {text}\ncount = 1", parse_float=parse)["price"]
    assert seen == [text]
    assert price.compare_total(Decimal(expected)) == 0
    file = io.BytesIO(f"price = {text}".encode())
    assert str(reader.load(file, parse_float=str)["price"]) == text


@pytest.mark.parametrize("value", [{}, [], type("D", (dict,), {})(), type("L", (list,), {})()])
def test_parse_float_must_not_return_a_collection(reader: ModuleType, value: Any) -> None:
    with pytest.raises(ValueError, match="^parse_float must not return dicts or lists$"):
        reader.loads("x = 1.0", parse_float=lambda _: value)


@pytest.mark.parametrize("value", [None, (), "text", object])
def test_parse_float_may_return_anything_else(reader: ModuleType, value: Any) -> None:
    assert reader.loads("x = [1.0]", parse_float=lambda _: value) == {"x": [value]}


def test_parse_float_may_raise(reader: ModuleType) -> None:
    class Refusal(Exception):
        pass

    def refuse(_: str) -> float:
        raise Refusal

    with pytest.raises(Refusal):
        reader.loads("a = [{ x = 1.0 }]", parse_float=refuse)


def test_parse_float_may_read_another_document(reader: ModuleType) -> None:
    def parse(text: str) -> Any:
        return reader.loads(f"inner = '{text}'")["inner"]

    assert reader.loads("a = 1.5\ninner = 2.5", parse_float=parse) == {"a": "1.5", "inner": "2.5"}


def test_parse_float_never_sees_a_list_that_is_not_full(reader: ModuleType) -> None:
    def parse(text: str) -> str:
        seen.extend(tuple(item) for item in gc.get_objects() if type(item) is list and item[:1] == ["marker"])
        return text

    seen: list[Any] = []
    data = reader.loads("a = ['marker', 1.5, 2.5]", parse_float=parse)
    assert data == {"a": ["marker", "1.5", "2.5"]}
    assert all(None not in row for row in seen)


def test_file_in_text_mode_is_a_type_error(reader: ModuleType) -> None:
    message = r"^File must be opened in binary mode, e\.g\. use `open\('foo\.toml', 'rb'\)`$"
    with pytest.raises(TypeError, match=message):
        reader.load(io.StringIO("a = 1"))


def test_file_is_left_open(reader: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 1")
    with path.open("rb") as file:
        assert reader.load(file) == {"a": 1}
        assert not file.closed
        assert reader.load(file) == {}


def test_file_that_is_not_utf8(reader: ModuleType) -> None:
    with pytest.raises(UnicodeDecodeError, match="position 5: invalid start byte"):
        reader.load(io.BytesIO(b"a = '\xff'"))


def test_file_may_give_a_bytearray(reader: ModuleType) -> None:
    class File:
        def read(self) -> bytearray:
            return bytearray(b"a = '\xc3\xa9'")

    assert reader.load(File()) == {"a": "é"}


def test_file_may_fail(reader: ModuleType) -> None:
    class File:
        def read(self) -> bytes:
            raise OSError("disk on fire")

    with pytest.raises(OSError, match="disk on fire"):
        reader.load(File())


@pytest.mark.parametrize("value", [None, 1, ["a = 1"], object()])
def test_what_is_no_text_is_a_type_error(reader: ModuleType, value: Any) -> None:
    with pytest.raises((TypeError, AttributeError)) as caught:
        reader.loads(value)
    assert reader.__name__ == "tomllib" or caught.type is TypeError


def test_arguments_are_positional_and_keywords(reader: ModuleType) -> None:
    with pytest.raises(TypeError):
        reader.loads(s="a = 1")
    with pytest.raises(TypeError):
        reader.loads("a = 1", float)
    with pytest.raises(TypeError):
        reader.load(fp=io.BytesIO(b""))
    with pytest.raises(TypeError):
        reader.load(io.BytesIO(b""), float)


def test_str_subclass(reader: ModuleType) -> None:
    class Text(str):
        pass

    assert reader.loads(Text("a = 'é'")) == {"a": "é"}


def test_types_are_the_plain_ones(reader: ModuleType) -> None:
    data = reader.loads("a = 'x'\nb = [{c = 1}]\n[d]\n[[e]]")
    assert type(data) is dict
    assert type(data["b"]) is list and type(data["b"][0]) is dict
    assert type(data["d"]) is dict and type(data["e"]) is list
    assert type(data["a"]) is str and type(data["b"][0]["c"]) is int


def test_result_is_the_callers_to_change(reader: ModuleType) -> None:
    first = reader.loads("[a]\nb = [1]\n")
    first["a"]["b"].append(2)
    first["a"]["c"] = first
    assert reader.loads("[a]\nb = [1]\n") == {"a": {"b": [1]}}


def test_order_is_that_of_the_file(reader: ModuleType) -> None:
    source = "z = 1\n[y.x]\nb = 1\n[w]\n[y.a]\n"
    data = reader.loads(source)
    assert list(data) == ["z", "y", "w"]
    assert list(data["y"]) == ["x", "a"]


def test_integer_with_too_many_digits_is_a_value_error(reader: ModuleType) -> None:
    with pytest.raises(ValueError, match="Exceeds the limit"):
        reader.loads(f"a = {'1' * 5000}")
    assert reader.loads(f"a = 0x{'1' * 5000}") == {"a": int("1" * 5000, 16)}
