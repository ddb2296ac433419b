"""What items are: `isinstance` as programs check it, values, texts, and the names of the modules."""

from __future__ import annotations

import copy
import datetime as dt
import enum
import json
import pickle
from collections.abc import MutableMapping, MutableSequence
from typing import Any

import pytest

SOURCE = """\
# top
s = 'x' # c
i = 0x1F
f = 1_0.5
b = true
d = 1979-05-27
dt = 1979-05-27T07:32:00Z
t = 07:32:00
a = [1, 2]
n = { k = 1 }

[table]
x = 1

[[many]]
y = 2

[apart.one]
[other]
[apart.two]
"""


def test_items_are_of_their_classes(kit: Any) -> None:
    document = kit.parse(SOURCE)
    items = kit.items
    classes = {
        "s": (items.String, str),
        "i": (items.Integer, int),
        "f": (items.Float, float),
        "d": (items.Date, dt.date),
        "dt": (items.DateTime, dt.datetime),
        "t": (items.Time, dt.time),
        "a": (items.Array, list),
        "n": (items.InlineTable, dict),
        "table": (items.Table, dict),
        "many": (items.AoT, list),
    }
    for key, kinds in classes.items():
        assert all(isinstance(document[key], kind) for kind in kinds), key
        assert isinstance(document[key], items.Item), key
        assert document.item(key) is document[key]
    assert document["b"] is True
    assert isinstance(document.item("b"), items.Bool)
    assert isinstance(document, kit.TOMLDocument)
    assert isinstance(document, kit.toml_document.TOMLDocument)
    assert isinstance(document, kit.container.Container)
    assert isinstance(document, dict)
    assert isinstance(document["apart"], kit.container.OutOfOrderTableProxy)
    assert not isinstance(document["table"], kit.container.OutOfOrderTableProxy)
    assert not isinstance(document["table"], items.InlineTable)
    assert not isinstance(document["n"], items.Table)
    for key in ("table", "n", "apart"):
        assert isinstance(document[key], MutableMapping)
    for key in ("a", "many"):
        assert isinstance(document[key], MutableSequence)


def test_plain_values(kit: Any) -> None:
    document = kit.parse(SOURCE)
    plain = {
        "s": "x",
        "i": 31,
        "f": 10.5,
        "b": True,
        "d": dt.date(1979, 5, 27),
        "a": [1, 2],
        "n": {"k": 1},
        "dt": dt.datetime(1979, 5, 27, 7, 32, tzinfo=dt.timezone.utc),
        "t": dt.time(7, 32),
        "table": {"x": 1},
        "many": [{"y": 2}],
        "apart": {"one": {}, "two": {}},
        "other": {},
    }
    assert document.unwrap() == plain
    assert document == plain
    assert type(document.unwrap()["many"][0]) is dict
    assert [type(document[key].unwrap()) for key in ("s", "i", "f", "a", "n", "d")] == [
        str,
        int,
        float,
        list,
        dict,
        dt.date,
    ]
    assert document["table"].value == {"x": 1}
    assert document["many"].value == [{"y": 2}]
    assert document["i"].value == 31
    assert document.value == plain


def test_texts_of_items(kit: Any) -> None:
    document = kit.parse(SOURCE)
    texts = {key: document[key].as_string() for key in ("s", "i", "f", "d", "a", "n", "table")}
    assert (
        texts
        == {
            "s": "'x'",
            "i": "0x1F",
            "f": "1_0.5",
            "d": "1979-05-27",
            "a": "[1, 2]",
            "n": "{ k = 1 }",
            "table": "x = 1\n\n",
        }
        or texts["table"] == "x = 1\n"
    )


def test_trivia(kit: Any) -> None:
    trivia = kit.parse("  a = 1  # c\n")["a"].trivia
    assert (trivia.indent, trivia.comment_ws, trivia.comment, trivia.trail) == ("  ", "  ", "# c", "\n")
    made = kit.items.Trivia(comment="# x")
    assert (made.indent, made.comment_ws, made.comment, made.trail) == ("", "", "# x", "\n")


def test_kinds_of_items(kit: Any) -> None:
    document = kit.parse(SOURCE)
    assert [document.item(key).is_boolean() for key in ("b", "s")] == [True, False]
    assert [document[key].is_table() for key in ("table", "n", "many")] == [True, False, False]
    assert [document[key].is_inline_table() for key in ("table", "n", "many")] == [False, True, False]
    assert [document[key].is_aot() for key in ("table", "n", "many")] == [False, False, True]
    assert document["many"][0].is_aot_element()
    assert not document["table"].is_super_table()
    assert kit.parse("[a.b]")["a"].is_super_table()
    assert document["table"].name == "table"
    assert document["many"].name == "many"


def test_bodies_can_be_read(kit: Any) -> None:
    document = kit.parse("# top\n\na = 1 # c\n# mid\nb = true\n\n[t]\nx = 1\n# in t\n")
    body = [(None if key is None else key.key, item.as_string()) for key, item in document.body]
    assert [entry for entry in body if entry[0] != "t"] == [
        (None, "# top\n"),
        (None, "\n"),
        ("a", "1"),
        (None, "# mid\n"),
        ("b", "true"),
        (None, "\n"),
    ]
    inner = [(None if key is None else key.key, item.as_string()) for key, item in document["t"].value.body]
    assert inner == [("x", "1"), (None, "# in t\n")]
    comments = [item.trivia.comment for _, item in document.body if isinstance(item, kit.items.Comment)]
    assert comments == ["# top", "# mid"]


def test_items_of_plain_data(kit: Any) -> None:
    items = kit.items
    kinds = {
        items.Integer: 1,
        items.Float: 1.5,
        items.Bool: True,
        items.String: "x",
        items.Array: [1],
        items.AoT: [{"a": 1}],
        items.Table: {"a": 1},
        items.DateTime: dt.datetime(2020, 1, 1),
        items.Date: dt.date(2020, 1, 1),
        items.Time: dt.time(1),
    }
    for kind, value in kinds.items():
        assert isinstance(kit.item(value), kind)
        assert kit.item(value).unwrap() == value
    assert isinstance(kit.item([]), items.Array)
    assert isinstance(kit.item((1, 2)), items.Array)
    made = kit.item(5)
    assert kit.item(made) is made
    for value in (None, object()):
        with pytest.raises(kit.exceptions.ConvertError):
            kit.item(value)


def test_members_of_enums_are_their_values(our_kit: Any) -> None:
    class Color(str, enum.Enum):
        RED = "red"

    class Number(enum.IntEnum):
        ONE = 1

    document = our_kit.document()
    document[Color.RED] = Color.RED
    document["n"] = Number.ONE
    assert document.as_string() == 'red = "red"\nn = 1\n'
    assert document.unwrap() == {"red": "red", "n": 1}
    assert document[Color.RED] == "red"
    assert [type(value) for value in document.unwrap().values()] == [str, int]


def test_items_of_texts(kit: Any) -> None:
    assert kit.value("0x1F").as_string() == "0x1F"
    assert kit.value("'x'") == "x"
    assert kit.value("{a=1}").as_string() == "{a=1}"
    assert kit.array("[1, 2 , 3]").as_string() == "[1, 2 , 3]"
    key, item = kit.key_value("a = 1 # c")
    assert (key.key, item, item.trivia.comment) == ("a", 1, "# c")
    assert kit.integer("1_0").as_string() == "1_0"
    assert kit.boolean("false").unwrap() is False
    assert kit.boolean(True).as_string() == "true"
    for make, text in ((kit.date, "07:32:00"), (kit.time, "1979-05-27"), (kit.datetime, "1979-05-27")):
        with pytest.raises(ValueError):
            make(text)
    for text in ("1 2", "x", " 1", "1 # c", "1\nb = 2"):
        with pytest.raises(kit.exceptions.ParseError):
            kit.value(text)


def test_keys_are_equal_to_their_names(kit: Any) -> None:
    key = kit.key("a b")
    assert (key.key, key.as_string(), str(key), key.is_bare(), key.is_dotted()) == (
        "a b",
        '"a b"',
        '"a b"',
        False,
        False,
    )
    assert key == "a b"
    assert {"a b": 1}[key] == 1
    dotted = kit.key(["a", "b c"])
    assert (dotted.as_string(), dotted.is_multi(), [part.key for part in dotted]) == (
        'a."b c"',
        True,
        ["a", "b c"],
    )
    document = kit.parse("'a b' = 1")
    assert document[key] == 1
    assert key in document


def test_quotes_of_strings(kit: Any) -> None:
    kinds = kit.items.StringType
    string = kit.items.String
    assert string.from_raw("x", kinds.SLL).as_string() == "'x'"
    assert string.from_raw('"', kinds.SLB).as_string() == '"\\""'
    assert kinds.select(literal=True, multiline=True) is kinds.MLL
    for text, quotes in (
        ("a'b", {"literal": True}),
        ("a\nb", {"literal": True}),
        ("'''", {"literal": True, "multiline": True}),
    ):
        with pytest.raises(kit.exceptions.InvalidStringError):
            kit.string(text, **quotes)


def test_comments_and_white_space(kit: Any) -> None:
    assert kit.comment("x").as_string() == "# x\n"
    assert kit.comment("").as_string() == "#\n"
    assert kit.nl().as_string() == "\n"
    assert (kit.ws("  ").s, kit.ws("  ").value) == ("  ", "  ")
    with pytest.raises(ValueError):
        kit.document().add(kit.integer(1))


@pytest.mark.parametrize("source", [SOURCE, ""])
def test_copies_are_independent(kit: Any, source: str) -> None:
    document = kit.parse(source)
    document["new"] = 1
    for made in (
        copy.copy(document),
        copy.deepcopy(document),
        document.copy(),
        pickle.loads(pickle.dumps(document)),
    ):
        assert made == document
        assert type(made) is type(document)
    made = copy.deepcopy(document)
    made["new"] = 2
    assert document["new"] == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (1.5, "1.5"),
        (True, "true"),
        ("x", '"x"'),
        (dt.datetime(2018, 10, 11, 12, 34, 56, 5), "2018-10-11T12:34:56.000005"),
        (dt.date(2018, 10, 11), "2018-10-11"),
        (dt.time(12, 34), "12:34:00"),
        ([1, 2], "[1, 2]"),
        ({"a": {"b": 1}}, "[a]\nb = 1\n"),
        ([{"a": 1}, {"b": 2}], "a = 1\nb = 2\n"),
    ],
)
def test_items_can_be_pickled_and_copied(kit: Any, value: Any, text: str) -> None:
    item = kit.item(value)
    for made in (pickle.loads(pickle.dumps(item)), copy.copy(item), copy.deepcopy(item)):
        assert type(made) is type(item)
        assert made.as_string() == text
        assert made.unwrap() == value


def test_dates_and_times_can_be_calculated_with(kit: Any) -> None:
    document = kit.parse("d = 2018-07-22 # a day\ndt = 2018-07-22T12:34:56\nt = 07:32:00\n")
    document["d"] += dt.timedelta(days=1)
    document["dt"] -= dt.timedelta(hours=1)
    document["t"] = document["t"].replace(hour=8)
    assert document.as_string() == "d = 2018-07-23 # a day\ndt = 2018-07-22T11:34:56\nt = 08:32:00\n"


def test_json(kit: Any) -> None:
    document = kit.parse("a = 1\nb = [1, {c = 'x'}]\n[t]\n[t.u]\nd = 1.5\ne = true\n")
    assert json.loads(json.dumps(document)) == document.unwrap()
    assert json.dumps(kit.parse("")) == "{}"


def test_arithmetic_and_methods_of_values(kit: Any) -> None:
    document = kit.parse("i = 5 # five\ns = 'x'\n")
    assert (document["i"] + 1, document["i"] * 2, -document["i"], document["i"] == 5) == (6, 10, -5, True)
    assert (document["s"] + "y", document["s"].upper(), f"{document['s']}") == ("xy", "X", "x")
    document["i"] += 1
    assert document.as_string() == "i = 6 # five\ns = 'x'\n"


def test_classes_can_be_made_as_tomlkit_does(kit: Any) -> None:
    items, trivia = kit.items, kit.items.Trivia
    container = kit.container.Container()
    container.append("a", kit.item(1))
    document = kit.document()
    document["t"] = items.Table(container, trivia(), False)
    document["l"] = items.Array([items.Integer(1, trivia(), "1")], trivia(), multiline=True)
    document["s"] = items.String(items.StringType.SLL, "x", "x", trivia())
    document["e"] = items.InlineTable(kit.container.Container(), trivia())
    document["q"] = items.AoT([items.Table(kit.container.Container(), trivia(), True)])
    assert document.as_string() == "l = [\n    1,\n]\ns = 'x'\ne = {}\n\n[t]\na = 1\n\n[[q]]\n"
