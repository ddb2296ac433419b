"""Documents that a program builds: the whole text, which is the same under both."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest


def test_comments_blank_lines_and_tables(kit: Any) -> None:
    document = kit.document()
    document.add(kit.comment("This is a TOML document."))
    document.add(kit.nl())
    document.add("title", "TOML Example")
    owner = kit.table()
    owner.add("name", "Tom")
    owner["dob"] = dt.datetime(1979, 5, 27, 7, 32, tzinfo=dt.timezone.utc)
    owner.add("organization", "GitHub")
    owner["dob"].comment("First class dates? Why not?")
    document.add("owner", owner)
    expected = """\
# This is a TOML document.

title = "TOML Example"

[owner]
name = "Tom"
dob = 1979-05-27T07:32:00Z # First class dates? Why not?
organization = "GitHub"
"""
    assert document.as_string() == expected
    assert kit.dumps(document) == expected


def test_a_table_that_is_built_after_it_was_added(kit: Any) -> None:
    document = kit.document()
    table = kit.table()
    document["t"] = table
    table.add("a", 1)
    table.add(kit.comment("more"))
    table["b"] = {"x": 1}
    table.comment("late")
    assert document.as_string() == "[t] # late\na = 1\n# more\n\n[t.b]\nx = 1\n"


def test_a_table_that_is_built_after_it_was_added_to_a_parsed_document(kit: Any) -> None:
    document = kit.parse("title = 'x'\n")
    table = kit.table()
    document["t"] = table
    table.add("a", 1)
    table.add(kit.comment("more"))
    table["b"] = {"x": 1}
    table.comment("late")
    assert document.as_string() == "title = 'x'\n\n[t] # late\na = 1\n# more\n\n[t.b]\nx = 1\n"


def test_plain_values_go_before_tables(kit: Any) -> None:
    document = kit.document()
    document.add("t", {"x": 1})
    document.add("a", 1)
    document["t"]["sub"] = {"y": 2}
    document["t"]["z"] = 3
    assert document.as_string() == "a = 1\n\n[t]\nx = 1\nz = 3\n\n[t.sub]\ny = 2\n"


def test_comments_between_tables_stay_between_them(kit: Any) -> None:
    document = kit.document()
    document["t"] = {"a": 1}
    document.add(kit.nl())
    document.add(kit.comment("hey"))
    document["u"] = {"b": 2}
    assert document.as_string() == "[t]\na = 1\n\n# hey\n\n[u]\nb = 2\n"


def test_blank_lines_are_as_many_as_were_added(kit: Any) -> None:
    document = kit.document()
    document.add("a", 1)
    document.add(kit.nl()).add(kit.nl())
    document["t"] = {"x": 1}
    document.add(kit.ws("\n\n"))
    document["u"] = {"x": 1}
    assert document.as_string() == "a = 1\n\n\n[t]\nx = 1\n\n\n[u]\nx = 1\n"


def test_super_tables_have_no_header(kit: Any) -> None:
    document = kit.document()
    tool = kit.table(is_super_table=True)
    document.add(kit.key("tool"), tool)
    tool["one"] = {"a": 1}
    tool["two"] = kit.table()
    assert document.as_string() == "[tool.one]\na = 1\n\n[tool.two]\n"
    assert tool.is_super_table()
    tool["x"] = 1
    assert document.as_string() == "[tool]\nx = 1\n\n[tool.one]\na = 1\n\n[tool.two]\n"


def test_tables_of_tables_alone_have_no_header(kit: Any) -> None:
    document = kit.document()
    document["a"] = {"b": {"c": {"d": 1}}}
    assert document.as_string() == "[a.b.c]\nd = 1\n"
    document["a"]["b"]["x"] = 1
    assert document.as_string() == "[a.b]\nx = 1\n\n[a.b.c]\nd = 1\n"
    assert kit.dumps({"a": {"b": [{"c": 1}]}}) == "[[a.b]]\nc = 1\n"


def test_a_table_that_is_no_super_table_has_its_header(kit: Any) -> None:
    document = kit.document()
    document["t"] = kit.table(is_super_table=False)
    document["t"]["s"] = {"x": 1}
    assert document.as_string() == "[t]\n[t.s]\nx = 1\n"


def test_arrays_of_tables(kit: Any) -> None:
    document = kit.document()
    people = kit.aot()
    document["people"] = people
    first = kit.table()
    people.append(first)
    first["name"] = "Ada"
    people.append({"name": "Bob", "age": 3})
    people[0]["tags"] = {"x": True}
    assert document.as_string() == (
        '[[people]]\nname = "Ada"\n\n[people.tags]\nx = true\n\n[[people]]\nname = "Bob"\nage = 3\n'
    )
    assert document["people"].unwrap() == [{"name": "Ada", "tags": {"x": True}}, {"name": "Bob", "age": 3}]


def test_an_array_of_no_tables_is_an_array(kit: Any) -> None:
    document = kit.document()
    document["e"] = kit.aot()
    assert document.as_string() == "e = []\n"


def test_arrays_on_one_line_and_on_several(kit: Any) -> None:
    array = kit.array()
    assert array.as_string() == "[]"
    array.append(1)
    array.extend(["a", True])
    assert array.as_string() == '[1, "a", true]'
    assert array.multiline(True) is array
    array.insert(0, 0.5)
    assert array.as_string() == '[\n    0.5,\n    1,\n    "a",\n    true,\n]'
    del array[1]
    array.multiline(False)
    assert array.as_string() == '[0.5, "a", true]'


def test_lines_of_arrays(kit: Any) -> None:
    array = kit.array()
    array.add_line(1, 2, 3, comment="one to three")
    array.add_line(4)
    array.add_line(indent="")
    assert array.as_string() == "[\n    1, 2, 3, # one to three\n    4,\n]"
    other = kit.array()
    other.add_line("x", indent="  ")
    other.add_line("y", indent="  ", add_comma=False)
    other.add_line(indent="")
    other.append("z")
    assert other.as_string() == '[\n  "x",\n  "y",\n  "z",\n]'


def test_arrays_that_are_changed_after_they_were_added(kit: Any) -> None:
    document = kit.document()
    array = kit.array()
    document["a"] = array
    array.append(1)
    array.append([1, 2])
    array.append({"x": 1})
    assert document.as_string() == "a = [1, [1, 2], {x = 1}]\n"


def test_arrays_that_get_tables_after_they_were_added(kit: Any) -> None:
    for source in ("", "[u]\n\n[t]\n"):
        document = kit.parse(source)
        document["a"] = []
        document["a"].append({"x": 1})
        assert document.as_string() == f"a = [{{x = 1}}]\n{chr(10) if source else ''}{source}"


def test_inline_tables(kit: Any) -> None:
    table = kit.inline_table()
    table.append("a", 1)
    table.update({"b": "x", "c": [1]})
    assert table.as_string() == '{a = 1, b = "x", c = [1]}'
    del table["a"]
    table.comment("note")
    document = kit.document()
    document["i"] = table
    table["n"] = {"k": 1}
    assert document.as_string() == 'i = {b = "x", c = [1], n = {k = 1}} # note\n'


def test_keys(kit: Any) -> None:
    document = kit.document()
    document.append(kit.key("a b"), 1)
    document.append("c.d", 2)
    document.append(kit.key(["e", "f g"]), 3)
    document.append(kit.key(["e", "h"]), 4)
    assert document.as_string() == '"a b" = 1\n"c.d" = 2\ne."f g" = 3\ne.h = 4\n'
    assert document.unwrap() == {"a b": 1, "c.d": 2, "e": {"f g": 3, "h": 4}}


def test_scalars_of_all_kinds(kit: Any) -> None:
    document = kit.document()
    document["i"] = kit.integer(5)
    document["f"] = kit.float_(1.5)
    document["b"] = kit.boolean("true")
    document["s"] = kit.string('say "hi"\n')
    document["l"] = kit.string("c:\\x", literal=True)
    document["m"] = kit.string("a\nb", multiline=True)
    document["dt"] = kit.datetime("1979-05-27T07:32:00Z")
    document["d"] = kit.date("1979-05-27")
    document["t"] = kit.time("07:32:00")
    assert document.as_string() == (
        'i = 5\nf = 1.5\nb = true\ns = "say \\"hi\\"\\n"\nl = \'c:\\x\'\nm = """a\nb"""\n'
        "dt = 1979-05-27T07:32:00Z\nd = 1979-05-27\nt = 07:32:00\n"
    )
    assert document.unwrap() == {
        "i": 5,
        "f": 1.5,
        "b": True,
        "s": 'say "hi"\n',
        "l": "c:\\x",
        "m": "a\nb",
        "dt": dt.datetime(1979, 5, 27, 7, 32, tzinfo=dt.timezone.utc),
        "d": dt.date(1979, 5, 27),
        "t": dt.time(7, 32),
    }


def test_comments_and_indents_of_items(kit: Any) -> None:
    document = kit.document()
    number = kit.integer(5)
    number.comment("hi").indent(2)
    document["x"] = number
    document["f"] = True
    document.item("f").comment("# a flag")
    array = kit.item([1, 2])
    array.comment("two")
    document["a"] = array
    assert document.as_string() == "  x = 5 # hi\nf = true # a flag\na = [1, 2] # two\n"
    document["x"] = 6
    assert document.as_string() == "  x = 6 # hi\nf = true # a flag\na = [1, 2] # two\n"


def test_indented_tables(kit: Any) -> None:
    document = kit.document()
    document.add("a", 1)
    document.add(kit.nl())
    document.add(kit.comment("about both"))
    tables = kit.aot()
    document["t"] = tables
    for number in (1, 2):
        table = kit.table().indent(2)
        table["n"] = number
        table.add(kit.comment("indented, too"))
        tables.append(table)
    assert document.as_string() == (
        "a = 1\n\n# about both\n  [[t]]\n  n = 1\n  # indented, too\n\n  [[t]]\n  n = 2\n  # indented, too\n"
    )


def test_removing_keys(kit: Any) -> None:
    document = kit.document()
    document.add("a", 1).add("b", 2).add("c", 3).add("d", 4)
    document["t"] = {"x": 1, "y": 2}
    assert document.remove("a") is document
    del document["b"]
    assert document.pop("c") == 3
    document["t"].remove("x")
    assert document.as_string() == "d = 4\n\n[t]\ny = 2\n"


def test_dumps_of_plain_data(kit: Any) -> None:
    data = {
        "b": {"c": 1},
        "a": 1,
        "l": [{"x": 1}, {"y": 2}],
        "m": [1, {"z": 2}],
        "e": [],
        "ed": {},
        "n": {"o": {"p": {}}},
    }
    assert kit.dumps(data) == (
        "a = 1\nm = [1, {z = 2}]\ne = []\n\n[b]\nc = 1\n\n[[l]]\nx = 1\n\n[[l]]\ny = 2\n\n[ed]\n\n[n.o.p]\n"
    )
    assert kit.dumps({"b": 1, "a": 2}, sort_keys=True) == "a = 2\nb = 1\n"
    with pytest.raises(TypeError):
        kit.dumps([1])


def test_custom_encoders(kit: Any) -> None:
    class Version:
        pass

    def encode(value: object) -> Any:
        if isinstance(value, Version):
            return kit.string("1.0")
        raise kit.exceptions.ConvertError

    assert kit.register_encoder(encode) is encode
    try:
        assert kit.item([Version()]).as_string() == '["1.0"]'
    finally:
        kit.unregister_encoder(encode)
    with pytest.raises(kit.exceptions.ConvertError):
        kit.item(Version())
