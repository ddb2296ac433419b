"""Documents, tables and arrays do what `dict` and `list` do, and say what those say."""

from __future__ import annotations

import collections.abc
import copy
import json
import pickle
from collections import OrderedDict
from types import MappingProxyType
from typing import Any

import pytest
import toml_py
from outcomes import SOURCE, outcome, parse
from sameness import same, same_unordered


def test_copy_is_independent() -> None:
    document = parse()
    document["name"] = "Demo"
    other = copy.copy(document)
    other["name"] = "other"
    assert type(other) is toml_py.Document
    assert str(document) == SOURCE.replace("demo", "Demo")
    assert str(other) == SOURCE.replace("demo", "other")


def test_copy_of_a_table_is_a_dict_of_the_same_values() -> None:
    document = parse()
    table = copy.copy(document["t"])
    assert type(table) is dict
    assert table["l"] is document["t"]["l"]
    array = copy.copy(document["list"])
    assert type(array) is list
    assert array[1] is document["list"][1]
    assert (document["t"].copy(), document["list"].copy()) == (table, array)


def test_deepcopy_is_independent() -> None:
    document = toml_py.parse("a = { b = 1,\n } # 1.1", version="1.1")
    other = copy.deepcopy(document)
    other["a"]["b"] = 2
    assert (str(document), str(other)) == ("a = { b = 1,\n } # 1.1", "a = { b = 2,\n } # 1.1")
    assert other.version == "1.1"
    assert same(copy.deepcopy(parse()["t"]), {"k": 1, "l": [{"x": 1}, {"x": 2}]})
    assert same(copy.deepcopy(parse()["list"]), [{"n": 1}, {"n": 2}])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_keeps_the_text(protocol: int) -> None:
    document = toml_py.parse("a = { b = 1,\n } # 1.1", version="1.1")
    document["c"] = 1
    other = pickle.loads(pickle.dumps(document, protocol))
    assert type(other) is toml_py.Document
    assert (str(other), other.version) == ("a = { b = 1,\n } # 1.1\nc = 1", "1.1")
    pair = pickle.loads(pickle.dumps([document["a"], parse()["list"]], protocol))
    assert same(pair, [{"b": 1}, [{"n": 1}, {"n": 2}]])


def test_equality_is_that_of_the_data() -> None:
    document, data = parse(), parse().unwrap()
    assert document == data
    assert data == document
    assert document == parse()
    assert document == OrderedDict(reversed(list(data.items())))
    assert document == MappingProxyType(data)
    assert document["list"] == data["list"]
    assert data["list"] == document["list"]
    assert document["list"] == parse()["list"]
    assert not document != data  # noqa: SIM202


def test_difference_is_that_of_the_data() -> None:
    document = parse()
    assert document != {}
    assert document != 1
    assert document["list"] != (1, 2)
    assert document["list"] != document["t"]
    assert document["sizes"] != document["list"]
    assert document["t"] != document
    assert not document == 1  # noqa: SIM201


def test_handles_cannot_be_hashed() -> None:
    for value in (parse(), parse()["t"], parse()["list"]):
        with pytest.raises(TypeError, match="unhashable"):
            hash(value)


def test_popitem_takes_the_last_key() -> None:
    document = parse()
    assert same(document.popitem(), ("list", [{"n": 1}, {"n": 2}]))
    assert same(document.popitem(), ("t", {"k": 1, "l": [{"x": 1}, {"x": 2}]}))
    assert str(document) == '# A document.\nname = "demo"\nsizes = [3, 1, 2] # all\n'
    assert [document.popitem()[0], document.popitem()[0]] == ["sizes", "name"]
    with pytest.raises(KeyError, match="dictionary is empty"):
        document.popitem()


def test_ior_keeps_the_handle() -> None:
    document = parse()
    table = document["t"]
    document["t"] |= {"k": 2}
    table |= [("m", 3)]
    assert table is document["t"]
    assert str(document) == SOURCE.replace("k = 1\n", "k = 2\n").replace("2 }]\n", "2 }]\nm = 3\n")
    document |= {"name": "x"}
    assert document["name"] == "x"


def test_or_gives_a_dict() -> None:
    table = parse()["t"]
    assert same(table | {"k": 2}, {"k": 2, "l": [{"x": 1}, {"x": 2}]})
    assert same({"k": 2} | table, {"k": 1, "l": [{"x": 1}, {"x": 2}]})
    assert same(table | table, table.unwrap())
    others: list[Any] = [[("k", 2)], 1]
    for other in others:
        with pytest.raises(TypeError, match="unsupported operand"):
            table | other
        with pytest.raises(TypeError, match="unsupported operand"):
            other | table


def test_slice_keeps_elements_that_stay() -> None:
    document = parse()
    one, two = document["list"]
    document["list"][:] = [two, {"n": 3}, one]
    assert [document["list"][0], document["list"][2]] == [two, one]
    assert document["list"][0] is two
    assert document["list"][2] is one
    document["list"][:] = [element for element in document["list"] if element["n"] != 2]
    one["seen"] = True
    assert same(document["list"].unwrap(), [{"n": 3}, {"n": 1, "seen": True}])
    assert same_unordered(toml_py.loads(str(document))["list"], document["list"].unwrap())


def test_slice_keeps_elements_that_are_empty() -> None:
    document = toml_py.parse("a = [{}, [], 1]")
    table, array, _ = document["a"]
    document["a"][:2] = [array, 2, table]
    table["x"] = 1
    array.append(3)
    assert str(document) == "a = [[3], 2, { x = 1 }, 1]"


def test_slice_that_is_another_order_takes_comments_along() -> None:
    document = toml_py.parse("a = [\n    'b', # of b\n    'a', # of a\n    1e3, # of 1000\n]\n")
    document["a"][:2] = sorted(document["a"][:2])
    document["a"][:] = reversed(document["a"])
    assert str(document) == "a = [\n    1e3, # of 1000\n    'b', # of b\n    'a', # of a\n]\n"


def test_sort_takes_a_key() -> None:
    document = parse()
    document["sizes"].sort(key=lambda size: -size)
    document["list"].sort(key=lambda table: table["n"], reverse=True)
    document["t"]["l"].reverse()
    assert str(document) == (
        SOURCE.replace("3, 1, 2", "3, 2, 1")
        .replace("n = 1", "n = 0")
        .replace("n = 2", "n = 1")
        .replace("n = 0", "n = 2")
        .replace("{ x = 1 }, { x = 2 }", "{ x = 2 }, { x = 1 }")
    )


def test_sort_is_stable_and_compares_as_lists_do() -> None:
    pairs = [[2, 0], [1, 1], [2, 1], [1, 0]]
    for reverse in (False, True):
        array = toml_py.parse(f"a = {pairs}")["a"]
        array.sort(key=lambda pair: pair[0], reverse=reverse)
        assert array.unwrap() == sorted(pairs, key=lambda pair: pair[0], reverse=reverse)
        array.sort(reverse=reverse)
        assert array.unwrap() == sorted(pairs, reverse=reverse)
    assert outcome(lambda array: array.sort(), parse()["list"]) == (TypeError, [{"n": 1}, {"n": 2}])
    array = toml_py.parse("a = [[1], [2]]")["a"]
    comparisons = (array[0] < array[1], array[0] <= [1], array[1] > [1, 5], [2] >= array[1], array[0] < [1])
    assert comparisons == (True, True, True, True, False)


def test_sort_with_a_key_that_edits_is_refused() -> None:
    array = parse()["sizes"]
    with pytest.raises(ValueError, match="modified"):
        array.sort(key=lambda size: array.append(size) or size)
    assert toml_py.parse(SOURCE)["sizes"] == array[:3]


def test_abstract_classes_know_them() -> None:
    document = parse()
    for table in (document, document["t"], document["list"][0]):
        assert isinstance(table, collections.abc.MutableMapping)
        assert not isinstance(table, (dict, collections.abc.Sequence, collections.abc.Hashable))
    for array in (document["sizes"], document["list"]):
        assert isinstance(array, collections.abc.MutableSequence)
        assert not isinstance(array, (list, collections.abc.Mapping, collections.abc.Hashable))


def test_patterns_match_them() -> None:
    match parse().copy():
        case {"t": {"k": 1, "l": [{"x": one}, {"x": two}]}, "sizes": [3, *rest]}:
            assert (one, two, rest) == (1, 2, [1, 2])
        case _:
            raise AssertionError


def test_values_are_plain() -> None:
    document = toml_py.parse("a = 1\nb = 1.5\nc = true\nd = 'x'\ne = 1979-05-27T07:32:00Z\nf = 07:32:00\ng = [1]")
    kinds = [type(value).__name__ for value in document.values()]
    assert kinds == ["int", "float", "bool", "str", "datetime", "time", "Array"]
    assert type(document["g"][0]) is int


def test_iteration_while_editing_is_the_error_of_dict() -> None:
    document, data = parse(), parse().unwrap()

    def add(mapping: Any) -> None:
        for key in mapping:
            mapping["new " + key] = 1

    def remove(mapping: Any) -> None:
        for key in mapping.keys():  # noqa: SIM118
            del mapping[key]

    def clear(mapping: Any) -> None:
        for _ in mapping.items():
            mapping.clear()

    for edit in (add, remove, clear):
        assert outcome(edit, document) == outcome(edit, data)
        data["again"] = document["again"] = 1
        assert same_unordered(toml_py.loads(str(document)), data)


def test_iteration_of_a_list_goes_on_while_editing() -> None:
    array, data = parse()["sizes"], [3, 1, 2]

    def edit(elements: Any) -> list[int]:
        seen = []
        for element in elements:
            seen.append(element)
            if len(elements) < 5:
                elements.insert(0, 9)
        return seen

    assert outcome(edit, array) == outcome(edit, data)


def test_operators_that_assign_keep_the_handle() -> None:
    document = parse()
    sizes = document["sizes"]
    document["sizes"] += [4]
    document["sizes"] *= 2
    assert document["sizes"] is sizes
    document["name"] += "!"
    document["t"]["k"] -= 3
    document["sizes"][0] <<= 4
    expected = SOURCE.replace("demo", "demo!").replace("k = 1", "k = -2")
    assert str(document) == expected.replace("3, 1, 2", "48, 1, 2, 4, 3, 1, 2, 4")


def test_repr_shows_the_data() -> None:
    document = toml_py.parse("a = [{ b = 1 }]")
    assert repr(document) == "Document({'a': [{'b': 1}]})"
    assert repr(document["a"]) == "Array([{'b': 1}])"
    assert repr(document["a"][0]) == "Table({'b': 1})"


def test_json_takes_unwrapped_data() -> None:
    assert json.loads(json.dumps(parse().unwrap())) == toml_py.loads(SOURCE)


def test_dumps_gives_the_text() -> None:
    document = parse()
    document["name"] = "x"
    assert toml_py.dumps(document) == str(document) == SOURCE.replace("demo", "x")
    every: list[dict[str, Any]] = [{"indent": 2}, {"sort_keys": True}, {"multiline_strings": True}]
    every += [{"width": 80}, {"none": "skip"}]
    for options in every:
        with pytest.raises(TypeError, match="layout of its own|has its own layout"):
            toml_py.dumps(document, **options)


def test_dumps_takes_tables_and_arrays_as_data() -> None:
    document = parse()
    written = toml_py.dumps({"t": document["t"], "in": [document["list"], document["list"][0]]}, width=80)
    expected = {"t": {"k": 1, "l": [{"x": 1}, {"x": 2}]}, "in": [[{"n": 1}, {"n": 2}], {"n": 1}]}
    assert same_unordered(toml_py.loads(written), expected)
    assert toml_py.dumps(document["list"][0]) == "n = 1\n"
    assert toml_py.dumps(document["list"][0], indent=2) == "n = 1\n"


def test_document_may_be_new() -> None:
    document = toml_py.Document()
    document["project"] = {"name": "demo", "authors": [{"name": "x"}]}
    assert str(document) == '[project]\nname = "demo"\n\n[[project.authors]]\nname = "x"\n'
