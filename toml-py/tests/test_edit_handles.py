"""A table or array that was got from a document follows its text, and is an error once it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import toml_py
from edits import items

SOURCE = """\
[[fruit]]
name = "apple"
[[fruit.kind]]
name = "red"
[[fruit.kind]]
name = "green"
[[fruit]]
name = "pear"
[tool.a]
list = [[1], { x = [2] }]
[tool.b]
c.d = { e = 1 }
"""


def parse() -> toml_py.Document:
    return toml_py.parse(SOURCE)


BEFORE: list[Callable[[toml_py.Document], object]] = [
    lambda document: document["fruit"].insert(0, {"name": "new"}),
    lambda document: document["fruit"][0]["kind"].insert(0, {"name": "new"}),
    lambda document: document["fruit"][0]["kind"].pop(0),
    lambda document: document["fruit"].reverse(),
    lambda document: document["fruit"].sort(key=lambda fruit: fruit["name"], reverse=True),
    lambda document: document["fruit"].__delitem__(1),
    lambda document: document["fruit"].__setitem__(slice(1, None), [{"n": 1}, {"n": 2}]),
    lambda document: document["fruit"].__setitem__(slice(None), [{"n": 1}, document["fruit"][0]]),
    lambda document: document["fruit"][0].pop("name"),
    lambda document: document.rename("fruit", "fruits"),
    lambda document: document["fruit"][0].rename("kind", "kinds"),
    lambda document: document.sort_keys(reverse=True),
    lambda document: document["fruit"][0].sort_keys(),
    lambda document: document.to_inline("fruit"),
    lambda document: document.insert_before("fruit", "new", 1),
    lambda document: document.update_from(document.unwrap() | {"new": 1}),
    lambda document: str(document),
    lambda document: document.checkpoint(),
]


@pytest.mark.parametrize("number", range(len(BEFORE)))
def test_handle_follows_its_item(number: int) -> None:
    document = parse()
    green = document["fruit"][0]["kind"][1]
    BEFORE[number](document)
    green["seen"] = True
    assert green == {"name": "green", "seen": True}
    read = toml_py.loads(str(document))
    assert [value for _, value in items(read) if isinstance(value, dict) and "seen" in value] == [green]


def test_handles_follow_all_edits_together() -> None:
    document = parse()
    apple, pear = document["fruit"]
    red, green = apple["kind"]
    apple["kind"].insert(0, {"name": "brown"})
    document["fruit"].insert(0, {"name": "new"})
    del apple["kind"][0]
    document["fruit"].reverse()
    document["fruit"].append({"name": "last"})
    red["a"], green["b"], apple["c"], pear["d"] = 1, 2, 3, 4
    assert toml_py.loads(str(document))["fruit"] == [
        {"name": "pear", "d": 4},
        {"name": "apple", "c": 3, "kind": [{"name": "red", "a": 1}, {"name": "green", "b": 2}]},
        {"name": "new"},
        {"name": "last"},
    ]


GONE: list[tuple[str, Callable[[toml_py.Document], object]]] = [
    ("tool.a", lambda document: document["tool"].__delitem__("a")),
    ("tool.a", lambda document: document["tool"].__setitem__("a", {"list": []})),
    ("tool.a", lambda document: document["tool"].__setitem__("a", 1)),
    ("tool.a", lambda document: document["tool"].pop("a")),
    ("tool.a", lambda document: document["tool"].clear()),
    ("tool.a", lambda document: document["tool"].update(a={})),
    ("tool.a", lambda document: document.__setitem__("tool", {"a": {"list": [1]}})),
    ("tool.a", lambda document: document.__delitem__("tool")),
    ("tool.a", lambda document: document.popitem()),
    ("tool.a", lambda document: document.clear()),
    ("tool.a", lambda document: document.set_path("tool", 1)),
    ("tool.a", lambda document: document.update_from({})),
    ("tool.a", lambda document: document["tool"].update_from({"a": 1})),
    ("fruit[0].kind[1]", lambda document: document["fruit"].__delitem__(0)),
    ("fruit[0].kind[1]", lambda document: document["fruit"].pop(0)),
    ("fruit[0].kind[1]", lambda document: document["fruit"].clear()),
    ("fruit[0].kind[1]", lambda document: document["fruit"].__setitem__(0, {})),
    ("fruit[0].kind[1]", lambda document: document["fruit"].__setitem__(slice(0, 1), [{}, {}])),
    ("fruit[0].kind[1]", lambda document: document["fruit"].__delitem__(slice(None))),
    ("fruit[0].kind[1]", lambda document: document["fruit"][0]["kind"].remove({"name": "green"})),
    ("fruit[0].kind[1]", lambda document: document["fruit"].__imul__(0)),
    ("tool.a.list", lambda document: document["tool"]["a"].__setitem__("list", [1])),
    ("tool.a.list[0]", lambda document: document["tool"]["a"]["list"].__setitem__(0, [1])),
    ("tool.b.c.d", lambda document: document["tool"]["b"].__delitem__("c")),
]


@pytest.mark.parametrize(("path", "edit"), GONE)
def test_handle_of_what_is_gone_is_an_error(path: str, edit: Callable[[toml_py.Document], object]) -> None:
    document = parse()
    item = document.get_path(path)
    edit(document)
    message = f"no longer part of the document; it was at {path}".replace("[", r"\[")
    uses: list[Callable[[], object]] = [
        lambda: len(item),
        lambda: item[0],
        lambda: list(item),
        lambda: list(reversed(item)),
        lambda: 1 in item,
        lambda: item == item.copy(),
        lambda: item.clear(),
        lambda: item.pop(),
        lambda: item.unwrap(),
        lambda: item.get_path("x"),
        lambda: item.set_path("x", 1),
        lambda: item.comment(),
        lambda: item.set_comment((), "x"),
        lambda: item.comments_above(),
        lambda: item.span(),
        lambda: item.position(),
        lambda: item.to_inline(),
        lambda: item.copy(),
    ]
    for use in uses:
        if use.__code__ is uses[7].__code__ and isinstance(item, toml_py.Table):
            continue
        with pytest.raises(toml_py.DetachedError, match=message):
            use()
    assert repr(item) == f"<detached {type(item).__name__}, was at {path}>"
    assert toml_py.loads(str(document)) == document.unwrap()


def test_tables_that_are_gone_refuse_what_only_tables_have() -> None:
    document = parse()
    table = document["tool"].get("a")
    del document["tool"]
    uses: list[Callable[[], object]] = [
        lambda: table.get("x"),
        lambda: table.keys(),
        lambda: table.values(),
        lambda: table.items(),
        lambda: table.setdefault("x", 1),
        lambda: table.update(x=1),
        lambda: table.popitem(),
        lambda: table | {},
        lambda: table.rename("list", "x"),
        lambda: table.insert_before("list", "x", 1),
        lambda: table.sort_keys(),
        lambda: table.update_from({}),
        lambda: table.__delitem__("list"),
    ]
    for use in uses:
        with pytest.raises(toml_py.DetachedError, match="it was at tool.a"):
            use()


def test_arrays_that_are_gone_refuse_what_only_arrays_have() -> None:
    document = parse()
    array = document["tool"]["a"]["list"]
    document["tool"]["a"]["list"] = []
    uses: list[Callable[[], object]] = [
        lambda: array.append(1),
        lambda: array.insert(0, 1),
        lambda: array.extend([]),
        lambda: array.sort(),
        lambda: array.reverse(),
        lambda: array.index(1),
        lambda: array.count(1),
        lambda: array + [],
        lambda: array * 2,
        lambda: array.__setitem__(slice(None), []),
        lambda: array.__delitem__(slice(None)),
        lambda: array < [],
        lambda: array.set_lines(one_each=True),
    ]
    for use in uses:
        with pytest.raises(toml_py.DetachedError, match="it was at tool.a.list"):
            use()


def test_error_survives_that_the_document_is_forgotten() -> None:
    item: Any = parse()["fruit"][0]
    assert item["name"] == "apple"
    document = parse()
    item = document["fruit"][0]
    del document["fruit"]
    del document
    with pytest.raises(toml_py.DetachedError):
        item["name"]


def test_what_is_the_same_stays() -> None:
    document = parse()
    tool, array = document["tool"], document["tool"]["a"]["list"]
    document["tool"] = document["tool"]
    document["tool"]["a"]["list"][1] = document["tool"]["a"]["list"][1]
    document.update(document)
    assert document["tool"] is tool
    assert array[1]["x"] == [2]
    assert str(document) == SOURCE


def test_handle_that_is_assigned_elsewhere_is_copied() -> None:
    document = parse()
    document["copy"] = document["tool"]["b"]
    document["copy"]["c"]["d"]["e"] = 2
    assert document["tool"]["b"] == {"c": {"d": {"e": 1}}}
    document["fruit"].append(document["fruit"][1])
    document["fruit"][2]["name"] = "plum"
    assert [fruit["name"] for fruit in document["fruit"]] == ["apple", "pear", "plum"]
    document["tool"]["b"]["c"] = document["tool"]["b"]
    assert document["tool"]["b"] == {"c": {"c": {"d": {"e": 1}}}}
    document["fruit"][0] = document["fruit"][1]
    document["fruit"][1]["name"] = "fig"
    assert [fruit["name"] for fruit in document["fruit"]] == ["pear", "fig", "plum"]
    assert toml_py.loads(str(document)) == document.unwrap()


def test_update_from_keeps_what_both_have() -> None:
    document = parse()
    apple, b = document["fruit"][0], document["tool"]["b"]
    document.update_from({"fruit": [{"name": "apple", "size": 1}], "tool": {"b": {"c": {"d": {"e": 2}}}}})
    assert document["fruit"][0] is apple
    assert b["c"]["d"] == {"e": 2}
    assert str(document) == '[[fruit]]\nname = "apple"\nsize = 1\n[tool.b]\nc.d = { e = 2 }\n'


def test_copy_has_the_text_and_the_comments_of_what_it_is_of() -> None:
    document = toml_py.parse("# about a\n[a] # header\nb = 0x1F # hex\n[c]\n")
    document["c"]["d"] = document["a"]
    document["a"]["b"] += 1
    document["c"]["d"]["e"] = 1
    assert str(document) == (
        "# about a\n[a] # header\nb = 0x20 # hex\n[c]\n\n# about a\n[c.d] # header\nb = 0x1F # hex\ne = 1\n"
    )
    document = toml_py.parse(f"[[a]] # one\nb = {2**100}\n")
    document["a"].append(document["a"][0])
    assert str(document) == f"[[a]] # one\nb = {2**100}\n\n[[a]] # one\nb = {2**100}\n"


def test_copy_of_what_is_new_is_what_it_is_then() -> None:
    document = toml_py.parse("")
    document["a"] = {"x": 1}
    document["b"] = document["a"]
    document["a"]["x"] = 2
    document["b"]["y"] = document["a"]
    document["b"]["x"] = 3
    assert document.unwrap() == toml_py.loads(str(document)) == {"a": {"x": 2}, "b": {"x": 3, "y": {"x": 2}}}


def test_copy_from_another_document_is_data() -> None:
    one, other = toml_py.parse("a = { b = 0x1F } # hex"), toml_py.parse("")
    other["a"] = one["a"]
    other["all"] = one
    assert other.unwrap() == {"a": {"b": 31}, "all": {"a": {"b": 31}}}
    assert toml_py.loads(str(other)) == other.unwrap()
