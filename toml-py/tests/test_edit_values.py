"""What can be put into a document, and what cannot, which then changes nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

import pytest
import toml_py
from outcomes import SOURCE, parse
from sameness import same, same_unordered


class Color(Enum):
    """Members that are written as their values."""

    RED = "red"


class Name(str):
    """A string of a class of its own."""


def test_what_comes_in_is_what_comes_out() -> None:
    document = toml_py.parse("")
    zone = timezone(timedelta(hours=2))
    given: dict[str, Any] = {
        "tuple": (1, 2), "mapping": MappingProxyType({"a": 1}), "enum": Color.RED, "name": Name("x"),
        "decimal": Decimal("1.50"), "datetime": datetime(2020, 1, 2, 3, 4, 5, 6, zone),
        "nested": [OrderedDict(b=Name("y"))],
    }  # fmt: skip
    document.update(given)
    expected = {
        "tuple": [1, 2], "mapping": {"a": 1}, "enum": "red", "name": "x",
        "decimal": 1.5, "datetime": datetime(2020, 1, 2, 3, 4, 5, 6, zone), "nested": [{"b": "y"}],
    }  # fmt: skip
    assert same(document.unwrap(), expected)
    assert same_unordered(toml_py.loads(str(document)), expected)
    assert type(document["name"]) is str


def test_assigned_data_is_copied() -> None:
    document = toml_py.parse("")
    inner = [1]
    document["a"] = {"b": inner}
    inner.append(2)
    document["a"]["b"].append(3)
    assert (inner, document.unwrap()) == ([1, 2], {"a": {"b": [1, 3]}})


RECURSIVE: list[Any] = []
RECURSIVE.append(RECURSIVE)
REFUSED: list[tuple[object, type[Exception], str]] = [
    (None, TypeError, "Object of type 'NoneType' is not TOML serializable"),
    ({"a": [{1, 2}]}, TypeError, r"Object of type 'set' is not TOML serializable \(at .*a\[0\]\)"),
    ({1: 2}, TypeError, "Invalid mapping key '1' of type 'int'"),
    ("\ud800", ValueError, "lone surrogates"),
    ({"\ud800": 1}, ValueError, "lone surrogates"),
    (2**63, ValueError, "Integers of an edited document have 64 bits"),
    ([-(2**63) - 1], ValueError, r"have 64 bits \(at .*\[0\]\)"),
    (RECURSIVE, ValueError, "nested more than 128 deep"),
    (datetime(2020, 1, 1, tzinfo=timezone(timedelta(seconds=1))), ValueError, "offsets are whole minutes"),
]


@pytest.mark.parametrize(("value", "error", "message"), REFUSED)
def test_what_is_refused_changes_nothing(value: object, error: type[Exception], message: str) -> None:
    document = parse()
    edits: list[Callable[[], object]] = [
        lambda: document.__setitem__("name", value),
        lambda: document.setdefault("new", value),
        lambda: document["sizes"].append(value),
        lambda: document["sizes"].insert(0, value),
        lambda: document["sizes"].extend([1, value]),
        lambda: document["sizes"].__setitem__(0, value),
        lambda: document["sizes"].__setitem__(slice(1, 2), [1, value]),
        lambda: document.set_path("a.b", value),
        lambda: document.insert_before("name", "new", value),
        lambda: document.update_from({"name": value}),
    ]
    for edit in edits:
        with pytest.raises(error, match=message):
            edit()
    assert same(document.unwrap(), toml_py.loads(SOURCE))
    assert str(document) == SOURCE


@pytest.mark.parametrize("key", [1, None, b"name", ("a",)])
def test_key_that_is_no_string_is_refused(key: Any) -> None:
    document = parse()
    edits: list[Callable[[], object]] = [
        lambda: document.__setitem__(key, 1),
        lambda: document.setdefault(key, 1),
        lambda: document.rename("name", key),
    ]
    for edit in edits:
        with pytest.raises(TypeError, match="A string is required"):
            edit()
    assert str(document) == SOURCE


def nested(depth: int, *, tables: bool) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = {"k": value} if tables else [value]
    return value


@pytest.mark.parametrize("tables", [False, True])
@pytest.mark.parametrize("steps", [1, 2, 7])
def test_depth_is_limited_as_when_reading(steps: int, tables: bool) -> None:
    path = ["s"] * steps
    document = toml_py.parse("")
    with pytest.raises(ValueError, match="nested more than 128 deep"):
        document.set_path(path, nested(130 - steps, tables=tables))
    assert (str(document), document.unwrap()) == ("", {})
    document.set_path(path, nested(129 - steps, tables=tables))
    assert same_unordered(toml_py.loads(str(document)), document.unwrap())


def test_integers_beyond_64_bits_stay_where_they_are() -> None:
    big = 2**100
    document = toml_py.parse(f"a = {big} # big\nb = [{big}, 2]\n")
    data: dict[str, Any] = {"a": big, "b": [big, 2]}
    assert same(document.unwrap(), data)
    edits: list[Callable[[Any], object]] = [
        lambda array: array.append(3),
        lambda array: array.__setitem__(slice(1, None), [4, 5, 6]),
        lambda array: array.__setitem__(slice(1, 3), []),
        lambda array: array.__setitem__(slice(1, 1), [7, 8]),
        lambda array: array.__setitem__(slice(1, 4, 2), [9, 10]),
        lambda array: array.reverse(),
    ]
    for edit in edits:
        edit(document["b"])
        edit(data["b"])
    assert same(document.unwrap(), data)
    assert same_unordered(toml_py.loads(str(document)), data)
