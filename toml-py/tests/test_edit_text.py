"""What only documents have: comments, forms, places, patches, and edits beyond the protocol."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import toml_py
from edits import items
from hypothesis import given
from hypothesis import strategies as st
from sameness import same
from test_edit_sequences import SOURCES

SOURCE = """\
# About all.

# Éé is above.
name = "ü" # beside
a.b = 1
a.c.d = [1, { x = 2 }] # in a
[t] # header
k = 1

# The list.
[[list]] # first
n = 1
[[list]]
n = { m = '''
x''' }
[u.v.w]

# The end.
"""


def parse() -> toml_py.Document:
    return toml_py.parse(SOURCE)


def test_paths_are_texts_or_segments() -> None:
    document = toml_py.parse("a.'b c'.d = [1, [2, { e = 3 }]]")
    paths: list[str | Sequence[str | int]] = [
        "a.'b c'.d[1][1].e",
        'a."b c".d[-1][-1].e',
        ["a", "b c", "d", 1, 1, "e"],
        ("a", "b c", "d", -1, -1, "e"),
    ]
    for path in paths:
        assert document.get_path(path) == 3
    assert document.get_path("") is document
    assert document["a"].get_path("'b c'.d[0]") == 1
    for text in ("x", "a.x.y", "a.'b c'.d[2]", "a.'b c'.d[0].x", "a[0]", "a.'b c'.d.x"):
        assert document.get_path(text) is None
        assert document.get_path(text, 5) == 5
    for wrong in ("a.", "[0", "a b", "."):
        with pytest.raises(ValueError, match="not a path"):
            document.get_path(wrong)


def test_set_path_makes_tables() -> None:
    document = toml_py.parse("[tool]\n")
    document.set_path("tool.ruff.lint.select", ["E"])
    document.set_path(["tool", "ruff", "lint", "select", 0], "F")
    document["tool"].set_path("ruff.lint.'per file'", {})
    assert document.unwrap() == {"tool": {"ruff": {"lint": {"select": ["F"], "per file": {}}}}}
    assert toml_py.loads(str(document)) == document.unwrap()


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("", toml_py.EditError, "leads to no place"),
        ("t.k.x", toml_py.EditError, "a plain value at t.k"),
        ("list[2]", IndexError, "out of range"),
        ("list[2].n", IndexError, "out of range"),
        ("list.n", KeyError, "n"),
        ("new[0]", IndexError, r"new\[0\]"),
        ("new.x[0].y", IndexError, r"new.x\[0\].y"),
        ("t[0]", TypeError, "A string is required"),
    ],
)
def test_set_path_that_leads_nowhere(path: str, error: type[Exception], message: str) -> None:
    document = parse()
    with pytest.raises(error, match=message):
        document.set_path(path, 1)
    assert (str(document), document.unwrap()) == (SOURCE, toml_py.loads(SOURCE))


def test_comments_are_given() -> None:
    document = parse()
    beside = {
        "name": "beside", "a.b": None, "a.c.d": "in a", "t": "header", "t.k": None,
        "list": "first", "list[0]": "first", "list[1]": None,
    }  # fmt: skip
    assert {path: document.comment(path) for path in beside} == beside
    above = {path: document.comments_above(path) for path in ("name", "list[0]", "t", "")}
    assert above == {"name": ["Éé is above."], "list[0]": ["The list."], "t": [], "": ["About all."]}
    assert document.epilogue() == ["The end."]
    assert document["list"].comment([0]) == "first"
    assert document["t"].comment() == "header"
    with pytest.raises(KeyError):
        document.comment("none")
    with pytest.raises(IndexError):
        document.comment("list[2]")


def test_comments_are_set() -> None:
    document = parse()
    document.set_comment("name", None)
    document["t"].set_comment((), "new header")
    document["t"].set_comment("k", "new")
    document.set_comments_above("name", [])
    document["list"][1].set_comments_above((), ["The second", "", "one."])
    document.set_comments_above((), ["All."])
    document.set_epilogue([])
    assert str(document) == (
        SOURCE.replace("About all", "All")
        .replace("# Éé is above.\n", "")
        .replace(" # beside", "")
        .replace("header", "new header")
        .replace("k = 1", "k = 1 # new")
        .replace("[[list]]\nn = {", "# The second\n#\n# one.\n[[list]]\nn = {")
        .replace("\n# The end.\n", "")
    )


def test_comments_that_have_no_place_are_refused() -> None:
    document = parse()
    edits: list[tuple[Any, str]] = [
        (lambda: document.set_comment("name", "two\nlines"), "a comment is one line"),
        (lambda: document.set_comment("u", "x"), "no comment can stand there at u"),
        (lambda: document.set_comment("list[1].n.m", "x"), "no comment can stand there"),
        (lambda: document.set_comments_above("list[1].n.m", ["x"]), "no comment can stand there"),
        (lambda: document.set_comment((), "x"), "no comment can stand there at the root"),
    ]
    for edit, message in edits:
        with pytest.raises(toml_py.EditError, match=message) as caught:
            edit()
        assert caught.value.code is not None
        assert caught.value.code.startswith("toml::edit::")
        assert isinstance(caught.value, ValueError)
    assert str(document) == SOURCE


def test_comment_lines_are_no_text() -> None:
    document = parse()
    with pytest.raises(TypeError, match="a list of texts"):
        document.set_comments_above("name", "ab")
    with pytest.raises(TypeError, match="a list of texts"):
        document.set_epilogue("ab")
    assert str(document) == SOURCE


def test_edit_that_turns_out_to_be_impossible_is_named_and_changes_no_text() -> None:
    document = parse()
    text = str(document)
    document["t"]["k"] = 2
    # A mistake of ours, as data knows what is there.
    document._editor.remove(["t", "none"])
    uses: list[Callable[[], object]] = [
        lambda: str(document),
        lambda: document.comment("name"),
        lambda: document.patches(),
        lambda: document.to_inline("t"),
    ]
    for use in uses:
        with pytest.raises(toml_py.EditError, match="cannot remove t.none: no such key at t.none") as caught:
            use()
        assert (caught.value.code, caught.value.path) == ("toml::edit::no-such-key", "t.none")
    assert document["t"]["k"] == 2
    assert text == SOURCE


def test_forms_are_changed() -> None:
    document = toml_py.parse("[a]\nb = { c = 1 }\n")
    document["a"]["b"].to_table()
    assert str(document) == "[a]\n\n[a.b]\nc = 1\n"
    document.to_dotted("a.b")
    assert str(document) == "[a]\nb.c = 1\n"
    document["a"].to_inline("b")
    document.to_inline("a")
    assert str(document) == "a = { b = { c = 1 } }\n"
    with pytest.raises(toml_py.EditError, match="between braces") as caught:
        document["a"].to_table("b")
    assert (caught.value.code, caught.value.path) == ("toml::edit::in-braces", "a.b")
    for refused in (document.to_inline, document.to_table, document.to_dotted):
        with pytest.raises(toml_py.EditError):
            refused()
        with pytest.raises(toml_py.EditError):
            refused("a.b.c")
        with pytest.raises(KeyError):
            refused("none")
    assert document.unwrap() == {"a": {"b": {"c": 1}}}


def test_arrays_are_put_on_lines() -> None:
    document = toml_py.parse("a = [1, 2]\n[[t]]\n")
    document["a"].set_lines(one_each=True)
    assert str(document) == "a = [\n    1,\n    2,\n]\n[[t]]\n"
    document["a"].set_lines(one_each=False)
    assert str(document) == "a = [1, 2]\n[[t]]\n"
    with pytest.raises(toml_py.EditError):
        document["t"].set_lines(one_each=True)


def test_insertion_has_a_place_in_text_and_data() -> None:
    document = parse()
    document.insert_before("a", "before", 1)
    document.insert_after("name", "after", [2])
    document["t"].insert_after("k", "l", {"x": 1})
    document["list"][1].insert_before("n", "m", "first")
    assert list(document) == ["name", "after", "before", "a", "t", "list", "u"]
    assert list(document["list"][1]) == ["m", "n"]
    document["after"].append(3)
    assert str(document) == (
        SOURCE.replace("beside\n", "beside\nafter = [2, 3]\nbefore = 1\n")
        .replace("k = 1\n", "k = 1\nl = { x = 1 }\n")
        .replace("[[list]]\nn = {", '[[list]]\nm = "first"\nn = {')
    )


def test_insertion_that_is_refused_changes_nothing() -> None:
    document = parse()
    with pytest.raises(KeyError, match="none"):
        document.insert_before("none", "x", 1)
    with pytest.raises(toml_py.EditError, match="the key exists already at t"):
        document.insert_after("name", "t", 1)
    with pytest.raises(toml_py.EditError, match="cannot stand behind a table with a header"):
        document.insert_after("t", "x", 1)
    assert (str(document), document.unwrap()) == (SOURCE, toml_py.loads(SOURCE))


def test_rename_keeps_place_and_value() -> None:
    document = parse()
    table = document["t"]
    document.rename("name", "e f")
    document.rename("t", "s")
    document["a"].rename("c", "x")
    document.rename("list", "list")
    assert list(document) == ["e f", "a", "s", "list", "u"]
    assert document["s"] is table
    assert str(document) == SOURCE.replace("name =", '"e f" =').replace("[t]", "[s]").replace("a.c.d", "a.x.d")
    with pytest.raises(toml_py.EditError, match="the key exists already at s"):
        document.rename("a", "s")
    with pytest.raises(KeyError, match="none"):
        document.rename("none", "x")


def test_keys_are_sorted_by_any_order() -> None:
    document = toml_py.parse("b = 1 # b\nC = 2\n# a\na = 3\n[t]\n[s]\n")
    document.sort_keys(key=str.lower)
    assert list(document) == ["a", "b", "C", "s", "t"]
    assert str(document) == "# a\na = 3\nb = 1 # b\nC = 2\n[s]\n[t]\n"
    document.sort_keys(reverse=True)
    assert list(document) == ["t", "s", "b", "a", "C"]
    assert str(document) == "b = 1 # b\n# a\na = 3\nC = 2\n[t]\n[s]\n"


def test_update_from_makes_the_smallest_change() -> None:
    document = parse()
    data = document.unwrap()
    document.update_from(data)
    assert str(document) == SOURCE
    data["t"]["k"] = 2
    data["a"]["c"]["d"].insert(1, "new")
    data["list"].append({"n": 5})
    del data["u"]
    document.update_from(data)
    assert document == data
    assert str(document) == (
        SOURCE.replace("k = 1", "k = 2").replace("[1, {", '[1, "new", {').replace("[u.v.w]\n", "\n[[list]]\nn = 5\n")
    )
    with pytest.raises(TypeError, match="a mapping is needed, not 'list'"):
        document.update_from([])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


SPANS = {
    "name": ('"ü"', "name"),
    "a": ("a", "a"),
    "a.b": ("1", "b"),
    "a.c": ("c", "c"),
    "a.c.d": ("[1, { x = 2 }]", "d"),
    "a.c.d[0]": ("1", None),
    "a.c.d[1]": ("{ x = 2 }", None),
    "a.c.d[1].x": ("2", "x"),
    "t": ("[t]", "t"),
    "t.k": ("1", "k"),
    "list": ("[[list]]", "list"),
    "list[0]": ("[[list]]", None),
    "list[0].n": ("1", "n"),
    "list[1]": ("[[list]]", None),
    "list[1].n": ("{ m = '''\nx''' }", "n"),
    "list[1].n.m": ("'''\nx'''", "m"),
    "u": ("u", "u"),
    "u.v": ("v", "v"),
    "u.v.w": ("[u.v.w]", "w"),
}


def test_spans_are_there_for_every_key_and_value() -> None:
    document = parse()
    assert len(SPANS) + 1 == len(list(items(document)))
    for path, (value, key) in SPANS.items():
        start, end = document.span(path)
        assert SOURCE[start:end] == value
        if key is None:
            with pytest.raises(KeyError, match="no key at"):
                document.span(path, of="key")
        else:
            start, end = document.span(path, of="key")
            assert SOURCE[start:end] == key
    assert document.span() == (0, len(SOURCE))
    assert document["list"].span([1]) == (SOURCE.rindex("[[list]]"), SOURCE.rindex("[[list]]") + 8)
    with pytest.raises(KeyError, match="no key at the document"):
        document.span(of="key")


def test_positions_are_lines_and_columns_of_spans() -> None:
    document = toml_py.parse("'é' = 'ü'\r\n\t'ö' = [1, # x\r\n  22]\r\n")
    places = {path: document.position(path) for path in ("'é'", "'ö'", "'ö'[0]", "'ö'[1]")}
    assert places == {"'é'": (1, 7), "'ö'": (2, 8), "'ö'[0]": (2, 9), "'ö'[1]": (3, 3)}
    assert (document.position(["ö"], of="key"), document.position()) == ((2, 2), (1, 1))
    document["new"] = 1
    # It is indented as the line above.
    assert document.position("new") == (4, 8)
    document["é"] = 10**9
    assert document["ö"].position([0]) == (2, 9)


@given(st.sampled_from(SOURCES))
def test_every_key_and_value_has_a_place(source: str) -> None:
    document = toml_py.parse(source)
    for path, value in items(document):
        start, end = document.span(path)
        assert document.position(path) == (source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start))
        if not isinstance(value, (toml_py.Table, toml_py.Array)):
            assert same(toml_py.loads("value = " + source[start:end]), {"value": value})
        if path and isinstance(path[-1], str) and path[-1].isidentifier():
            start, end = document.span(path, of="key")
            assert source[start:end].strip("'\"") == path[-1] or "\\" in source[start:end]


def test_patches_lead_from_the_checkpoint() -> None:
    document = toml_py.parse("# é\na = 1\nb = 2\n")
    assert document.patches() == []
    document["b"] = 3
    document["ü"] = "ß"
    first = document.patches()
    assert first == [(14, 15, "3"), (16, 16, '"ü" = "ß"\n')]
    assert [type(patch).__name__ for patch in first] == ["Patch"] * len(first)
    assert (first[0].start, first[0].end, first[0].text) == tuple(first[0])
    document.checkpoint()
    assert (document.patches(), document.diff()) == ([], "")
    document["a"] = 5
    assert document.patches() == [toml_py.Patch(8, 9, "5")]
    assert document.diff("x", "y").splitlines()[:2] == ["--- x", "+++ y"]
    document["a"] = 1
    assert document.patches() == []


def test_line_ends_and_byte_order_mark_stay() -> None:
    document = toml_py.parse("\ufeffa = 1\r\n[t]\r\nb = 2")
    document["a"] = 2
    document["t"]["c"] = 3
    document["d"] = [{"x": 1}]
    assert str(document) == "\ufeffa = 2\r\n[t]\r\nb = 2\r\nc = 3\r\n\r\n[[d]]\r\nx = 1"


def test_bytes_and_versions() -> None:
    assert str(toml_py.parse(b"a = 1")) == str(toml_py.parse(bytearray(b"a = 1"))) == "a = 1"
    with pytest.raises(toml_py.TOMLDecodeError, match="trailing comma"):
        toml_py.parse("a = { b = 1, }")
    document = toml_py.parse("a = { b = 1, }", version="1.1")
    document["a"]["c"] = 2
    assert str(document) == "a = { b = 1, c = 2, }"
    with pytest.raises(ValueError, match="version must be"):
        toml_py.parse("", version="2.0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="Expected str object"):
        toml_py.parse(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(UnicodeDecodeError):
        toml_py.parse(b"a = '\xff'")


def test_what_python_cannot_have_is_refused_at_once() -> None:
    with pytest.raises(toml_py.TOMLDecodeError, match="year 0") as caught:
        toml_py.parse("a = [{ b = 0000-01-01 }]")
    assert caught.value.pos == 11
    with pytest.raises(toml_py.TOMLDecodeError, match="limit"):
        toml_py.parse("a = { b = " + "9" * 5000 + " }")


def test_text_is_not_made_again() -> None:
    document = parse()
    assert str(document) is str(document)
    document["a"]["b"] = 2
    assert str(document) is str(document)
