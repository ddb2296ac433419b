"""Documents that were parsed and are edited: the whole text, which is the same under both."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

POETRY = """\
[tool.poetry]
name = "demo" # the name
version = "1.0.0"

[tool.poetry.dependencies]
python = "^3.10"  # see the matrix
rich = { version = "^13", extras = ["jupyter"] }

[[tool.poetry.source]]
name = "one"
url = "https://one.example"

[build-system]
requires = ["poetry-core"]
"""


def test_nothing_changes_what_is_only_read(kit: Any) -> None:
    source = "\n # a\n'k' =  0x0F\t# b\n[ t . u ]\n\n  x=[1,\n2 ]\n[[a]]\n[a.b]\n[[a]]"
    document = kit.parse(source)
    assert document.as_string() == source
    assert kit.dumps(document) == source
    assert document["a"][0]["b"] == {}
    assert document["t"]["u"]["x"] == [1, 2]


def test_values_keep_their_place_and_comment(kit: Any) -> None:
    document = kit.parse(POETRY)
    document["tool"]["poetry"]["name"] = "other"
    document["tool"]["poetry"]["version"] = "2.0.0"
    assert document.as_string() == POETRY.replace('"demo"', '"other"').replace("1.0.0", "2.0.0")


def test_new_keys_go_to_the_end_of_their_table(kit: Any) -> None:
    document = kit.parse(POETRY)
    document["tool"]["poetry"]["dependencies"]["httpx"] = "^0.28"
    document["tool"]["poetry"].add("license", "MIT")
    assert document.as_string() == POETRY.replace(
        'extras = ["jupyter"] }\n', 'extras = ["jupyter"] }\nhttpx = "^0.28"\n'
    ).replace('version = "1.0.0"\n', 'version = "1.0.0"\nlicense = "MIT"\n')


def test_inline_tables_are_edited_in_their_braces(kit: Any) -> None:
    document = kit.parse(POETRY)
    document["tool"]["poetry"]["dependencies"]["rich"]["version"] = "^14"
    document["tool"]["poetry"]["dependencies"]["rich"]["extras"].append("x")
    assert document.as_string() == POETRY.replace("^13", "^14").replace('["jupyter"]', '["jupyter", "x"]')


def test_arrays_on_several_lines(kit: Any) -> None:
    document = kit.parse('[project]\ndependencies = [\n    "a",\n    "b", # bb\n]\n')
    dependencies = document["project"]["dependencies"]
    dependencies.append("c")
    dependencies.insert(0, "0")
    assert (
        document.as_string()
        == '[project]\ndependencies = [\n    "0",\n    "a",\n    "b", # bb\n    "c",\n]\n'
    )
    dependencies.remove("b")
    assert document.as_string() == '[project]\ndependencies = [\n    "0",\n    "a",\n    "c",\n]\n'
    dependencies.add_line("z", comment="last")
    assert document.as_string() == (
        '[project]\ndependencies = [\n    "0",\n    "a",\n    "c",\n    "z", # last\n]\n'
    )


def test_arrays_of_one_line_on_several(kit: Any) -> None:
    document = kit.parse("a = [1, 2]\nb = []\n")
    document["a"].multiline(True)
    document["b"].multiline(True)
    document["a"].append(3)
    document["b"].append("x")
    document["b"].append("y")
    assert document.as_string() == 'a = [\n    1,\n    2,\n    3,\n]\nb = [\n    "x",\n    "y",\n]\n'


def test_comments_can_be_set(kit: Any) -> None:
    document = kit.parse("a = 1\nf = false # old\n[t]\n")
    document["a"].comment("one")
    document.item("f").comment("new")
    document["t"].comment("a table")
    assert document.as_string() == "a = 1 # one\nf = false # new\n[t] # a table\n"
    assert document["a"].trivia.comment == "# one"


def test_values_with_comments_of_their_own(kit: Any) -> None:
    document = kit.parse("[t]\na = 1\n")
    value = kit.integer("0xFF")
    value.comment("hex")
    document["t"]["b"] = value
    document["t"]["c"] = kit.string("x", literal=True)
    assert document.as_string() == "[t]\na = 1\nb = 0xFF # hex\nc = 'x'\n"


def test_comments_and_blank_lines_at_the_end(kit: Any) -> None:
    document = kit.parse("[a]\nx = 1\n\n[b]\ny = 2\n")
    document["b"].add(kit.nl())
    document["b"].add(kit.comment("note"))
    document["b"]["z"] = 3
    document.add(kit.nl())
    document.add(kit.comment("end"))
    assert document.as_string() == "[a]\nx = 1\n\n[b]\ny = 2\n\n# note\nz = 3\n\n# end\n"


def test_new_tables_at_the_end(kit: Any) -> None:
    document = kit.parse("a = 1\n")
    table = kit.table()
    table.add(kit.comment("about x"))
    table.add("x", [1])
    document["t"] = table
    document["u"] = {"v": {"w": 1}}
    assert document.as_string() == "a = 1\n\n[t]\n# about x\nx = [1]\n\n[u.v]\nw = 1\n"


def test_sub_tables(kit: Any) -> None:
    document = kit.parse("[tool.x]\na = 1\n")
    group = kit.table(is_super_table=True)
    group["dev"] = kit.table(is_super_table=True)
    group["dev"]["dependencies"] = kit.table()
    document["tool"]["x"]["group"] = group
    group["dev"]["dependencies"]["pytest"] = "^9"
    assert document.as_string() == '[tool.x]\na = 1\n\n[tool.x.group.dev.dependencies]\npytest = "^9"\n'


def test_moving_an_item_with_its_comment(kit: Any) -> None:
    document = kit.parse("[a]\nx = 0x1 # c\n")
    item = document["a"].pop("x")
    document["a"]["y"] = item
    assert document.as_string() == "[a]\ny = 0x1 # c\n"


def test_moving_what_was_removed(kit: Any) -> None:
    source = "[t]\na = 0x1F # c\n\n# k\nb = [1, # x\n 2]\n[u]\n"
    document = kit.parse(source)
    table = document["t"]
    document.remove("t")
    document["v"] = table
    assert document.as_string() == "[u]\n\n[v]\na = 0x1F # c\n\n# k\nb = [1, # x\n 2]\n"
    document = kit.parse(source)
    scalar, array = document["t"]["a"], document["t"]["b"]
    del document["t"]["a"]
    del document["t"]["b"]
    document["u"]["x"] = scalar
    document["u"]["y"] = array
    assert "[u]\nx = 0x1F # c\ny = [1, # x\n 2]\n" in document.as_string()


def test_moving_elements_that_were_removed(kit: Any) -> None:
    document = kit.parse("a = [{b = 0x1}, {b = 2}]\n\n[[t]]\nn = 0x1 # one\n[[t]]\nn = 2\n[[u]]\nn = 3\n")
    inline, table = document["a"][0], document["t"][0]
    del document["a"][0]
    document["a"].append(inline)
    del document["t"][0]
    document["u"].append(table)
    lines = document.as_string().replace("\n\n", "\n")  # whether a blank line sets the new one off is another question
    assert lines == "a = [{b = 2}, {b = 0x1}]\n[[t]]\nn = 2\n[[u]]\nn = 3\n[[u]]\nn = 0x1 # one\n"


def test_setdefault_update_and_get(kit: Any) -> None:
    document = kit.parse("a = 1\n")
    assert document.setdefault("a", 2) == 1
    assert document.setdefault("b", 3) == 3
    document.update({"a": 5, "c": [1]})
    assert document.get("x") is None
    assert document.get("x", {}).get("y") is None
    document.setdefault("t", {})["k"] = "v"
    assert document.as_string() == 'a = 5\nb = 3\nc = [1]\n\n[t]\nk = "v"\n'


def test_deleting_tables_and_elements(kit: Any) -> None:
    document = kit.parse(POETRY)
    del document["tool"]["poetry"]["source"][0]
    del document["build-system"]
    document["tool"]["poetry"].remove("dependencies")
    assert document.unwrap() == {"tool": {"poetry": {"name": "demo", "version": "1.0.0", "source": []}}} or (
        document.unwrap() == {"tool": {"poetry": {"name": "demo", "version": "1.0.0"}}}
    )


def test_files(kit: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 1 # one\r\nb = 2\r\n")
    file = kit.toml_file.TOMLFile(path)
    document = file.read()
    document["a"] = 3
    file.write(document)
    assert path.read_bytes() == b"a = 3 # one\r\nb = 2\r\n"


def test_load_and_dump(kit: Any) -> None:
    assert kit.load(io.StringIO("a = 1")) == {"a": 1}
    assert kit.load(io.BytesIO(b"a = 1")) == {"a": 1}
    assert kit.loads(b"a = 1") == {"a": 1}
    out = io.StringIO()
    kit.dump(kit.parse("a = 1 # c"), out)
    kit.dump({"b": 2}, out)
    assert out.getvalue() == "a = 1 # cb = 2\n"


def test_inline_tables_in_arrays(kit: Any) -> None:
    document = kit.parse('[project]\nauthors = [\n    {name = "A"},\n]\n')
    document["project"]["authors"].append({"name": "B"})
    table = kit.inline_table()
    table.update({"name": "C", "email": "c@example.org"})
    document["project"]["authors"].append(table)
    assert document.as_string() == (
        '[project]\nauthors = [\n    {name = "A"},\n    {name = "B"},\n    {name = "C", email = "c@example.org"},\n]\n'
    )


def test_copies_of_dotted_keys_in_arrays_that_were_set(our_kit: Any) -> None:
    document = our_kit.parse("a = [{b.c = 1}, 2]\n")
    document["a"][1:] = [3]
    assert document["a"][0]["b"].as_string() == "{c = 1}"
    document["d"] = document["a"][0]["b"]
    document["e"] = document["a"][0].pop("b")
    assert document.as_string() == "a = [{}, 3]\nd = {c = 1}\ne = {c = 1}\n"
