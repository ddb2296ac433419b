"""The deliberate differences from tomlkit that `docs/tomlkit-differences.md` lists, each with what tomlkit does."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from toml_py import tomlkit as ours

PAGE = Path(__file__).parents[2] / "docs" / "tomlkit-differences.md"

Edit = Callable[[Any, Any], object]


def edited(kit: Any, source: str, edit: Edit) -> str:
    """Give the text of a document after an edit."""
    document = kit.parse(source)
    edit(kit, document)
    text: str = document.as_string()
    return text


def differ(source: str, edit: Edit, *, theirs: str, our_text: str) -> None:
    """Check what both make of an edit."""
    assert edited(tomlkit, source, edit) == theirs
    assert edited(ours, source, edit) == our_text
    assert theirs != our_text


def put(key: str, value: Any) -> Edit:
    """Give an edit that sets a value by a key with dots."""

    def edit(kit: Any, document: Any) -> None:
        *tables, last = key.split(".")
        for table in tables:
            document = document[table]
        document[last] = value

    return edit


def test_new_tables_are_set_off_from_what_follows() -> None:
    differ(
        "[tool.a]\nx = 1\n\n[project]\n",
        put("tool.b", {"y": 1}),
        theirs="[tool.a]\nx = 1\n\n[tool.b]\ny = 1\n[project]\n",
        our_text="[tool.a]\nx = 1\n\n[tool.b]\ny = 1\n\n[project]\n",
    )


def test_new_elements_of_arrays_of_tables_are_set_off() -> None:
    differ(
        "[[p]]\nn = 1\n",
        lambda kit, document: document["p"].append({"n": 2}),
        theirs="[[p]]\nn = 1\n[[p]]\nn = 2\n",
        our_text="[[p]]\nn = 1\n\n[[p]]\nn = 2\n",
    )


def test_comments_added_to_a_table_stay_in_it() -> None:
    differ(
        "[a]\nx = 1\n\n[b]\n",
        lambda kit, document: document["a"].add(kit.comment("about x")),
        theirs="[a]\nx = 1\n\n# about x\n[b]\n",
        our_text="[a]\nx = 1\n# about x\n\n[b]\n",
    )


def test_comments_above_go_with_their_item() -> None:
    differ(
        "a = 1\n# about b\nb = 2\n",
        lambda kit, document: document.remove("b"),
        theirs="a = 1\n# about b\n",
        our_text="a = 1\n",
    )


def test_comments_above_the_next_table_stay() -> None:
    differ(
        "[a]\nx = 1\n# about b\n[b]\n",
        lambda kit, document: document.remove("a"),
        theirs="[b]\n",
        our_text="# about b\n[b]\n",
    )


def test_gaps_before_comments_stay() -> None:
    differ(
        "a = 1   # one\n",
        lambda kit, document: document["a"].comment("two"),
        theirs="a = 1 # two\n",
        our_text="a = 1   # two\n",
    )


def test_new_keys_look_like_their_neighbours() -> None:
    differ(
        "[t]\n  a='x'\n",
        put("t.b", "y"),
        theirs="[t]\n  a='x'\nb = \"y\"\n",
        our_text="[t]\n  a='x'\n  b='y'\n",
    )


def test_line_ends_are_those_of_the_document() -> None:
    differ("a = 1\r\n", put("b", 2), theirs="a = 1\r\nb = 2\n", our_text="a = 1\r\nb = 2\r\n")


def test_a_missing_newline_at_the_end_stays_missing() -> None:
    differ("a = 1", put("b", 2), theirs="a = 1\nb = 2\n", our_text="a = 1\nb = 2")


def test_plain_values_are_spelled_as_those_before() -> None:
    differ("a = 'x'\n", put("a", "y"), theirs='a = "y"\n', our_text="a = 'y'\n")
    differ("a = 0x1F\n", put("a", 32), theirs="a = 32\n", our_text="a = 0x20\n")


def test_plain_lists_keep_the_lines_of_those_before() -> None:
    differ(
        "a = [\n  1, # one\n  2,\n]\n",
        put("a", [1, 2, 3]),
        theirs="a = [1, 2, 3]\n",
        our_text="a = [\n  1, # one\n  2,\n  3,\n]\n",
    )


def test_plain_lists_of_tables_stay_in_brackets() -> None:
    differ(
        "a = [\n  { b = 1 }, # one\n]\n",
        put("a", [{"b": 2}]),
        theirs="\n[[a]]\nb = 2\n",
        our_text="a = [\n  { b = 2 }, # one\n]\n",
    )


def test_plain_dicts_change_what_is_different() -> None:
    differ(
        "[t]\na = 1 # one\nb = 2\n",
        put("t", {"a": 1, "b": 3}),
        theirs="[t]\na = 1\nb = 3\n",
        our_text="[t]\na = 1 # one\nb = 3\n",
    )


def test_inline_tables_keep_their_spacing() -> None:
    differ(
        "a = { b = 1, c = 2 }\n",
        lambda kit, document: (document["a"].remove("b"), document["a"].add("x", 1)),
        theirs="a = {  c = 2,  x = 1}\n",
        our_text="a = { c = 2, x = 1 }\n",
    )


def test_arrays_keep_their_spacing() -> None:
    differ(
        "a = [ 1, 2 ]\n",
        lambda kit, document: document["a"].pop(),
        theirs="a = [ 1, ]\n",
        our_text="a = [ 1 ]\n",
    )


def test_arrays_can_be_put_on_one_line() -> None:
    differ(
        "a = [\n  1,\n  2,\n]\n",
        lambda kit, document: document["a"].multiline(False),
        theirs="a = [\n  1,\n  2,\n]\n",
        our_text="a = [1, 2]\n",
    )


def test_arrays_can_be_sorted() -> None:
    differ(
        "a = [3, 1]\n",
        lambda kit, document: document["a"].sort(),
        theirs="a = [3, 1]\n",
        our_text="a = [1, 3]\n",
    )


def test_slices_can_be_set() -> None:
    document = ours.parse("a = [1, 2, 3]\n")
    document["a"][:2] = [9]
    assert document.as_string() == "a = [9, 3]\n"
    with pytest.raises(ValueError):
        tomlkit.parse("a = [1, 2, 3]\n")["a"][:2] = [9]


def test_new_dotted_keys_go_behind_the_others() -> None:
    differ(
        "a.b = 1\na.c = 2\n",
        put("a.d", 3),
        theirs="a.b = 1\na.d = 3\na.c = 2\n",
        our_text="a.b = 1\na.c = 2\na.d = 3\n",
    )


def test_tables_in_dotted_keys_are_valid() -> None:
    theirs = edited(tomlkit, "a.b = 1\na.c = 2\n", put("a.d", {"x": 1}))
    assert theirs == "a.b = 1\n\n[a.d]\nx = 1\na.c = 2\n"
    assert tomlkit.parse("a.b = 1\na.c = 2\n") != tomlkit.parse(
        edited(ours, theirs, lambda kit, document: None)
    )
    assert edited(ours, "a.b = 1\na.c = 2\n", put("a.d", {"x": 1})) == "a.b = 1\na.c = 2\na.d = {x = 1}\n"


def test_tables_that_lose_their_last_key_stay() -> None:
    differ("a.b = 1\n", lambda kit, document: document["a"].remove("b"), theirs="", our_text="a = {}\n")


def test_tables_that_lose_their_last_table_stay() -> None:
    differ("[tool.x]\n", lambda kit, document: document["tool"].remove("x"), theirs="", our_text="[tool]\n")


def test_arrays_of_tables_whose_parts_stand_apart_stay_as_they_are() -> None:
    source = "[[a]]\nx = 1\n\n[b]\n\n[[a.c]]\n"
    assert edited(ours, source, lambda kit, document: None) == source
    assert edited(tomlkit, source, lambda kit, document: None) != source


def test_empty_super_tables_are_not_lost() -> None:
    def text(kit: Any) -> str:
        document = kit.document()
        document["tool"] = kit.table(is_super_table=True)
        result: str = document.as_string()
        return result

    assert (text(tomlkit), text(ours)) == ("", "[tool]\n")


def test_no_blank_line_is_left_at_the_start() -> None:
    def text(kit: Any) -> str:
        document = kit.document()
        document["a"] = 1
        document["t"] = {"x": 1}
        del document["a"]
        result: str = document.as_string()
        return result

    assert (text(tomlkit), text(ours)) == ("\n[t]\nx = 1\n", "[t]\nx = 1\n")


def test_items_in_two_places_are_two() -> None:
    def edit(kit: Any, document: Any) -> None:
        document["u"] = document["t"]
        document["u"]["b"] = 2

    differ(
        "[t]\na = 1\n",
        edit,
        theirs="\n[t]\na = 1\nb = 2\n\n[u]\na = 1\nb = 2\n",
        our_text="[t]\na = 1\n\n[u]\na = 1\nb = 2\n",
    )


def test_items_that_were_replaced_are_data() -> None:
    def edit(kit: Any, document: Any) -> None:
        item = document["t"]["a"]
        document["t"]["a"] = 2
        document["u"]["b"] = item

    differ(
        "[t]\na = 0x1 # c\n[u]\n",
        edit,
        theirs="[t]\na = 2 # c\n[u]\nb = 0x1 # c\n",
        our_text="[t]\na = 0x2 # c\n[u]\nb = 0x1\n",
    )


def test_tables_in_inline_tables_are_inline() -> None:
    with pytest.raises(ValueError, match="Inline tables cannot contain a table"):
        edited(tomlkit, "a = { b = 1 }\n", put("a.t", tomlkit.table()))
    assert edited(ours, "a = { b = 1 }\n", put("a.t", ours.table())) == "a = { b = 1, t = {} }\n"


def test_strings_without_escaping_are_read() -> None:
    assert tomlkit.string("\\u0041", escape=False) == "\\u0041"
    assert ours.string("\\u0041", escape=False) == "A"
    with pytest.raises(ours.exceptions.ParseError):
        ours.string("\\q", escape=False)
    assert tomlkit.string("\\q", escape=False).as_string() == '"\\q"'


def test_white_space_is_white() -> None:
    assert tomlkit.ws("x").as_string() == "x"
    with pytest.raises(ValueError):
        ours.ws("x")


def test_booleans_in_arrays_are_plain() -> None:
    assert json.dumps(ours.parse("a = [true]")) == '{"a": [true]}'
    with pytest.raises(TypeError):
        json.dumps(tomlkit.parse("a = [true]"))


def test_values_are_plain() -> None:
    for kit, kinds in ((tomlkit, (tomlkit.items.Integer,) * 2), (ours, (int, int))):
        document: Any = kit.parse("i = 1\n")
        assert (type(document["i"] + 1), type(document["i"].value)) == kinds


def test_containers_of_tables_are_the_tables() -> None:
    table: Any = ours.parse("[t]\nx = 1\n")["t"]
    assert table.value is table
    other: Any = tomlkit.parse("[t]\nx = 1\n")["t"]
    assert type(other.value) is tomlkit.container.Container


def test_tables_that_stand_apart_are_tables() -> None:
    source = "[a.b]\n[c]\n[a.d]\n"
    assert isinstance(ours.parse(source)["a"], ours.items.Table)
    assert not isinstance(tomlkit.parse(source)["a"], tomlkit.items.Table)


def test_bodies_of_parsed_tables_are_copies() -> None:
    document = ours.parse("a = 1\n")
    document.body.clear()
    assert document.as_string() == "a = 1\n"
    other = tomlkit.parse("a = 1\n")
    other.body.clear()
    assert other.as_string() == ""


def test_only_comments_of_parsed_items_can_be_set() -> None:
    differ_by: Any = ours.parse("a = 1\n")["a"]
    with pytest.raises(AttributeError):
        differ_by.indent(4)
    with pytest.raises(AttributeError):
        differ_by.trivia.comment_ws = "  "
    other: Any = tomlkit.parse("a = 1\n")
    other["a"].indent(4)
    assert other.as_string() == "    a = 1\n"


def test_errors_say_what_is_wrong() -> None:
    with pytest.raises(tomlkit.exceptions.ParseError, match="Unexpected character: 'n' at line 1 col 4"):
        tomlkit.parse("a = nope")
    with pytest.raises(
        ours.exceptions.ParseError, match="a string value needs quotes, found `nope` at line 1 col 4"
    ):
        ours.parse("a = nope")


def test_differences_are_all_listed() -> None:
    """Each test of this file is named on the page, and no other."""
    tree = ast.parse(Path(__file__).read_text("utf-8"))
    tests = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    listed = {word.strip("`") for word in PAGE.read_text("utf-8").split() if word.startswith("`test_")}
    assert listed == tests - {"test_differences_are_all_listed"}
