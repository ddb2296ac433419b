"""What `toml_py` has more than the libraries that it stands in for."""

from __future__ import annotations

import enum
import io
import pathlib
import re
from datetime import datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import toml_py


def test_path_is_opened_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 'x'\r\n")
    assert toml_py.load(path) == {"a": "x"}
    with pytest.raises(FileNotFoundError) as caught:
        toml_py.load(tmp_path / "none.toml")
    assert caught.value.filename == str(tmp_path / "none.toml")


def test_name_of_a_file_is_no_path() -> None:
    nothing: Any = "pyproject.toml"
    with pytest.raises(AttributeError, match="read"):
        toml_py.load(nothing)


def test_bytes_are_read() -> None:
    assert toml_py.loads("a = 'é'".encode()) == {"a": "é"}
    with pytest.raises(UnicodeDecodeError):
        toml_py.loads(b"a = '\xff'")


def test_version() -> None:
    source = "a = { b = '\\e',\n}".replace("'", '"')
    assert toml_py.loads(source, version="1.1") == {"a": {"b": "\x1b"}}
    assert toml_py.load(io.BytesIO(source.encode()), version="1.1") == {"a": {"b": "\x1b"}}
    for version in ("1.0", None):
        with pytest.raises(toml_py.TOMLDecodeError):
            toml_py.loads(source, **({"version": version} if version else {}))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="^version must be '1.0' or '1.1', not '2.0'$"):
        toml_py.loads("", version="2.0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_sort_keys() -> None:
    data = {"b": 1, "é": {"z": 1, "y": [{"d": 1, "c": 2}]}, "Z": 2, "a": {}, "😀": 3, "\uffff": 4}
    expected = """\
Z = 2
b = 1
"\uffff" = 4
"😀" = 3

[a]

["é"]
y = [
    { c = 2, d = 1 },
]
z = 1
"""
    assert toml_py.dumps(data, sort_keys=True) == expected
    assert list(data) == ["b", "é", "Z", "a", "😀", "\uffff"]


def test_none_is_skipped_on_request() -> None:
    data = {"a": None, "b": {"c": None}, "d": [{"e": None, "f": 1}], "g": 1}
    assert toml_py.dumps(data, none="skip") == "d = [\n    { f = 1 },\n]\ng = 1\n\n[b]\n"
    with pytest.raises(TypeError, match=r"'NoneType' is not TOML serializable \(at a\)$"):
        toml_py.dumps(data)
    with pytest.raises(ValueError, match=r"^None in an array cannot be left out \(at a\[1\]\)$"):
        toml_py.dumps({"a": [1, None]}, none="skip")
    with pytest.raises(ValueError, match="^none must be 'error' or 'skip', not 'null'$"):
        toml_py.dumps({}, none="null")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_width() -> None:
    data = {"key": [1, [2, 3]], "t": [{"x": [1]}, {"y": 2}]}
    assert toml_py.dumps(data, width=80) == "key = [1, [2, 3]]\nt = [{ x = [1] }, { y = 2 }]\n"
    # Exactly as wide as the first line.
    first = "key = [1, [2, 3]]\n"
    assert toml_py.dumps(data, width=17) == first + "t = [\n    { x = [1] },\n    { y = 2 },\n]\n"
    assert toml_py.dumps(data, width=16, indent=2).startswith("key = [\n  1,\n  [2, 3],\n]\n")
    # No table fits here.
    assert toml_py.dumps({"t": [{"x": 1}]}, width=0) == "[[t]]\nx = 1\n"
    with pytest.raises(ValueError, match="^width must be non-negative$"):
        toml_py.dumps({}, width=-1)


class Plain(enum.Enum):
    NAME = "name"
    NUMBER = 3
    NESTED = {"a": [1]}


def test_members_of_plain_enums_are_their_values() -> None:
    text = 'name = "name"\nnumber = 3\n\n[nested]\na = [\n    1,\n]\n'
    data = {"name": Plain.NAME, "number": Plain.NUMBER, "nested": Plain.NESTED}
    assert toml_py.dumps(data) == text


@pytest.mark.parametrize(
    ("data", "kind", "message"),
    [
        ({"a": {"b c": [1, pathlib.PurePosixPath("/x")]}}, TypeError, "Object of type 'PurePosixPath' is not TOML serializable (at a.\"b c\"[1])"),
        ({"a": [{"b": {"c": object}}]}, TypeError, "Object of type 'type' is not TOML serializable (at a[0].b.c)"),
        ({"a": [{"b": "x" * 100}, {"c": {1: 2}}]}, TypeError, "Invalid mapping key '1' of type 'int'. A string is required. (at a[1].c)"),
        ({None: 1}, TypeError, "Invalid mapping key 'None' of type 'NoneType'. A string is required."),
        ({"a": "\ud800"}, ValueError, "TOML does not support lone surrogates (at a)"),
        ({"a": {"\ud800": 1}}, ValueError, "TOML does not support lone surrogates (at a)"),
        ({"a": time(1, tzinfo=timezone.utc)}, ValueError, "TOML does not support offset times (at a)"),
        (
            {"a": datetime(2000, 1, 1, tzinfo=timezone(timedelta(seconds=90)))},
            ValueError,
            "TOML does not support the date-time 2000-01-01 00:00:00+00:01:30: offsets are whole minutes (at a)",
        ),
    ],
)  # fmt: skip
def test_error_names_the_keys_that_lead_to_it(data: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=f"^{re.escape(message)}$"):
        toml_py.dumps(data)


@pytest.mark.parametrize("data", [[], "text", None, 1, [("a", 1)]])
def test_root_must_be_a_mapping(data: Any) -> None:
    name = type(data).__name__
    with pytest.raises(TypeError, match=f"^Expected a mapping, not '{name}'$"):
        toml_py.dumps(data)


def test_nothing_is_written_if_there_is_an_error(tmp_path: Path) -> None:
    class File(io.BytesIO):
        calls = 0

        def write(self, data: Any) -> int:
            self.calls += 1
            return super().write(data)

    file = File()
    with pytest.raises(TypeError):
        toml_py.dump({"a": 1, "b": {"c": object()}}, file)
    assert file.calls == 0
    toml_py.dump({"a": 1, "b": {"c": 2}}, file)
    assert (file.calls, file.getvalue()) == (1, b"a = 1\n\n[b]\nc = 2\n")


def test_subclass_is_written_as_what_it_is() -> None:
    class Shouting(int):
        def __str__(self) -> str:
            return "one!"

        __repr__ = __str__

    class Fancy(datetime):
        def __str__(self) -> str:
            return "some day"

        def isoformat(self, *args: Any, **kwargs: Any) -> str:
            return "some day"

    data = {"a": Shouting(1), "b": Shouting(10**20), "c": Fancy(2000, 1, 1)}
    assert toml_py.dumps(data) == "a = 1\nb = 100000000000000000000\nc = 2000-01-01 00:00:00\n"


def test_key_twice_is_an_error() -> None:
    class Text(str):
        __hash__ = object.__hash__

        def __eq__(self, other: object) -> bool:
            return self is other

    with pytest.raises(ValueError, match="^Two keys have the text 'x' "):
        toml_py.dumps({"a": {"x": 1, Text("x"): 2}})


def test_dict_that_changes_while_it_is_written() -> None:
    data: dict[str, Any] = {}

    class Spoiler(dict[str, Any]):
        def items(self) -> Any:
            data[f"new{len(data)}"] = 1
            return super().items()

    data.update({str(number): Spoiler(x=number) for number in range(5)})
    text = toml_py.dumps(data)
    assert toml_py.loads(text) == {str(number): {"x": number} for number in range(5)}
