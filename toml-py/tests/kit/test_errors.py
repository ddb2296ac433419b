"""Errors: their classes, and what they tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("a = ", "UnexpectedCharError", 1),
        ("a = 1\nb = \nc = 1", "UnexpectedCharError", 2),
        ("= 1", "EmptyKeyError", 1),
        ("[]", "EmptyTableNameError", 1),
        ("a = 'x", "UnexpectedEofError", 1),
        ("a = 1__0", "InvalidNumberError", 1),
        ("a = 2020-99-99", "InvalidDateError", 1),
        ('a = "\x01"', "InvalidControlChar", 1),
        ("a = 1\na = 2", "ParseError", 2),
    ],
)
def test_texts_that_are_no_toml(kit: Any, source: str, name: str, line: int) -> None:
    with pytest.raises(kit.exceptions.ParseError) as error:
        kit.parse(source)
    assert error.value.line == line
    assert isinstance(error.value, ValueError)
    assert isinstance(error.value, kit.exceptions.TOMLKitError)
    assert isinstance(error.value, getattr(kit.exceptions, name)) or source == "a = "


@pytest.mark.parametrize("source", ["", "a = 1\n[t]\nx = 1\n"])
def test_keys_that_are_not_there(kit: Any, source: str) -> None:
    document = kit.parse(source)
    uses: list[Callable[[], object]] = [
        lambda: document["nope"],
        lambda: document.remove("nope"),
        lambda: document.pop("nope"),
        lambda: document.item("nope"),
    ]
    for use in uses:
        with pytest.raises(kit.exceptions.NonExistentKey, match='Key "nope" does not exist') as error:
            use()
        assert isinstance(error.value, KeyError)
    with pytest.raises(KeyError):
        del document["nope"]
    assert document.pop("nope", None) is None
    assert document.as_string() == source


def test_keys_that_are_there(kit: Any) -> None:
    document = kit.parse("a = 1\n[t]\nx = 1\n")
    additions: list[Callable[[], object]] = [
        lambda: document.add("a", 2),
        lambda: document.append("t", kit.table()),
        lambda: document["t"].add("x", 2),
    ]
    for add in additions:
        with pytest.raises(kit.exceptions.KeyAlreadyPresent):
            add()
    assert document.as_string() == "a = 1\n[t]\nx = 1\n"


def test_values_that_toml_does_not_have(kit: Any) -> None:
    document = kit.parse("a = 1\n")
    for value in (None, object(), {1, 2}):
        with pytest.raises((ValueError, TypeError)):
            document["b"] = value
        with pytest.raises((ValueError, TypeError)):
            document["a"] = value
    assert document.as_string() == "a = 1\n"
    assert document == {"a": 1}


def test_nothing_changes_where_one_of_many_values_is_wrong(our_kit: Any) -> None:
    source = "[t]\na = 1\n\n[u]\nb = [1, 2]\n"
    document = our_kit.parse(source)
    wrong: list[Callable[[], object]] = [
        lambda: document.__setitem__("t", {"b": 2, "c": None}),
        lambda: document["u"].__setitem__("b", [3, None]),
        lambda: document["u"]["b"].__setitem__(slice(0, 1), [3, None]),
        lambda: document.__setitem__("v", {"x": {"y": None}}),
        lambda: document["u"]["b"].append(None),
    ]
    for change in wrong:
        with pytest.raises(ValueError):
            change()
        assert document == {"t": {"a": 1}, "u": {"b": [1, 2]}}
        assert document.as_string() == source


def test_elements_that_are_not_there(kit: Any) -> None:
    array = kit.parse("a = [1]\n")["a"]
    with pytest.raises(IndexError):
        array[1]
    with pytest.raises(IndexError):
        array[1] = 2
    with pytest.raises(IndexError):
        del array[1]
    with pytest.raises(ValueError):
        array.remove(5)
    assert array == [1]


def test_comments_are_one_line(kit: Any) -> None:
    item = kit.integer(1)
    with pytest.raises(ValueError):
        item.comment("a\nb = 2")
    with pytest.raises(ValueError):
        kit.array().add_line(1, comment="a\nb")
    document = kit.parse("a = 1\n")
    with pytest.raises(ValueError):
        document["a"].comment("a\nb = 2")
    assert document.as_string() == "a = 1\n"
    assert kit.comment("a\nb").as_string() == "# a\n# b\n"


def test_comments_and_white_space_are_no_values(kit: Any) -> None:
    array = kit.array()
    for item in (kit.comment("x"), kit.nl()):
        with pytest.raises(ValueError):
            array.add_line(1, item)
    assert array == []
    assert array.as_string() == "[]"


def test_texts_that_programs_make_are_checked(our_kit: Any) -> None:
    """Where tomlkit writes what is no TOML, there is an error, and there stays one."""
    document = our_kit.parse("a = 1\n")
    document["b"] = our_kit.items.Integer(1, our_kit.items.Trivia(), "one")
    for _ in range(2):
        with pytest.raises(our_kit.exceptions.TOMLKitError, match="the text could not be edited"):
            document.as_string()


def test_tables_and_arrays_nest_as_deep_as_they_can_be_read(our_kit: Any) -> None:
    document = our_kit.parse("a = 1\n")
    table = document
    for _ in range(127):
        table["t"] = {}
        table = table["t"]
    with pytest.raises(ValueError, match="more than 128 deep"):
        table["t"] = {}
    with pytest.raises(ValueError, match="more than 128 deep"):
        table["t"] = [1]
    cycle: list[Any] = []
    cycle.append({"a": cycle})
    for value in (cycle, {"a": cycle}):
        with pytest.raises(ValueError, match="more than 128 deep"):
            document["b"] = value
    table["v"] = 1
    assert our_kit.parse(document.as_string()) == document


def test_strings_that_are_no_text_are_refused(our_kit: Any) -> None:
    document = our_kit.parse("a = 1\n")
    for value in ("\ud800", ["\ud800"], {"k": "\ud800"}, {"\ud800": 1}):
        with pytest.raises(ValueError):
            document["a"] = value
        with pytest.raises(ValueError):
            document["b"] = value
    with pytest.raises(ValueError):
        document["\ud800"] = 1
    assert document.as_string() == "a = 1\n"
    assert document == {"a": 1}
