"""Every operation of `dict` and `list` has the same outcome, error or not, for a table or array of a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import toml_py
from outcomes import outcome, parse
from sameness import same, same_unordered

TABLE_OPERATIONS: list[Callable[[Any], object]] = [
    lambda table: table["k"],
    lambda table: table["none"],
    lambda table: table[0],
    lambda table: table[[]],
    lambda table: table.get("none"),
    lambda table: table.get("none", 5),
    lambda table: table.__delitem__("k"),
    lambda table: table.__delitem__("none"),
    lambda table: table.pop("k"),
    lambda table: table.pop("l"),
    lambda table: table.pop("none"),
    lambda table: table.pop("none", 5),
    lambda table: table.setdefault("k", 5),
    lambda table: table.setdefault("new", {"x": 1}),
    lambda table: table.update({"k": 2}, new=3),
    lambda table: table.update([("k", 2), ("new", [])]),
    lambda table: table.update(5),
    lambda table: "k" in table,
    lambda table: 5 in table,
    lambda table: [] in table,
    lambda table: list(table),
    lambda table: list(reversed(table)),
    lambda table: len(table),
    lambda table: bool(table),
    lambda table: list(table.keys()),
    lambda table: list(table.values()),
    lambda table: list(table.items()),
    lambda table: table.keys() & {"k"},
    lambda table: 1 in table.values(),
    lambda table: table.clear(),
    lambda table: dict(table),
    lambda table: {**table},
    lambda table: table.update(table),
]


@pytest.mark.parametrize("number", range(len(TABLE_OPERATIONS)))
def test_tables_do_what_dicts_do(number: int) -> None:
    make = TABLE_OPERATIONS[number]
    document = parse()
    data = document.unwrap()
    theirs = outcome(make, data["t"])
    assert same(outcome(make, document["t"]), theirs)
    assert same_unordered(toml_py.loads(str(document)), data)


ARRAY_OPERATIONS: list[Callable[[Any], object]] = [
    lambda array: array[0],
    lambda array: array[-1],
    lambda array: array[3],
    lambda array: array["x"],
    lambda array: array.__setitem__(-1, 5),
    lambda array: array.__setitem__(3, 5),
    lambda array: array.__setitem__("x", 5),
    lambda array: array.__setitem__(slice(None), 5),
    lambda array: array.__delitem__(-3),
    lambda array: array.__delitem__(3),
    lambda array: array.append([1]),
    lambda array: array.insert(-1, 5),
    lambda array: array.insert(-100, 5),
    lambda array: array.insert(100, 5),
    lambda array: array.insert("x", 5),
    lambda array: array.pop(),
    lambda array: array.pop(0),
    lambda array: array.pop(5),
    lambda array: array.remove(1),
    lambda array: array.remove(1.0),
    lambda array: array.remove("x"),
    lambda array: array.index(2),
    lambda array: array.index(3, 1),
    lambda array: array.index("x"),
    lambda array: array.count(1),
    lambda array: 1 in array,
    lambda array: "x" in array,
    lambda array: list(array),
    lambda array: list(reversed(array)),
    lambda array: len(array),
    lambda array: bool(array),
    lambda array: array.extend(array),
    lambda array: array.extend("ab"),
    lambda array: array.extend(5),
    lambda array: array.__iadd__((1, 2)),
    lambda array: array.__imul__(0),
    lambda array: array.__imul__(3),
    lambda array: array * 2,
    lambda array: 2 * array,
    lambda array: array * "x",
    lambda array: array + [1],
    lambda array: [1] + array,
    lambda array: array + (1,),
    lambda array: array + array,
    lambda array: array.clear(),
    lambda array: array.clear() or array.pop(),
    lambda array: array.reverse(),
    lambda array: array.sort(),
    lambda array: array.sort(key=len),
    lambda array: [*array],
]


@pytest.mark.parametrize("number", range(len(ARRAY_OPERATIONS)))
def test_arrays_do_what_lists_do(number: int) -> None:
    make = ARRAY_OPERATIONS[number]
    document = parse()
    data = document.unwrap()
    assert same(outcome(make, document["sizes"]), outcome(make, data["sizes"]))
    assert same_unordered(toml_py.loads(str(document)), data)


SLICES = [
    slice(None), slice(0, 0), slice(1, 2), slice(-2, None), slice(3, 1), slice(9, 12), slice(None, None, 2),
    slice(None, None, -1), slice(4, None, -2), slice(1, None, 3), slice(None, None, 0),
]  # fmt: skip
NEW: list[Any] = [[], [7], [7, 8, 9, 10], ["x", {"y": 1}], (5,), "ab", 3, [None], range(3)]


def assign(place: slice, new: object, elements: Any) -> None:
    elements[place] = new


@pytest.mark.parametrize("place", SLICES, ids=str)
@pytest.mark.parametrize("source", ["a = [0, 1, 2, 3, 4]", "a = []", "[[a]]\nx = 0\n[[a]]\nx = 1\n[[a]]\nx = 2"])
def test_slices_are_those_of_lists(source: str, place: slice) -> None:
    def check(make: Callable[[Any], object]) -> None:
        array = toml_py.parse(source)["a"]
        data = array.unwrap()
        ours, theirs = outcome(make, array), outcome(make, data)
        assert same(ours, theirs)
        document = toml_py.parse(source)
        outcome(make, document["a"])
        assert same_unordered(toml_py.loads(str(document)), {"a": theirs[1]})

    check(lambda array: array[place])
    check(lambda array: array.__delitem__(place))
    for new in NEW:
        array = toml_py.parse(source)["a"]
        make = partial(assign, place, new)
        if new == [None] and outcome(make, array.unwrap())[0] is None:
            assert outcome(make, array) == (TypeError, array.unwrap())
            continue
        check(partial(assign, place, new))
