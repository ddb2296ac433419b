"""The deliberate differences that `README.md` lists, each with what the other library does."""

from __future__ import annotations

import enum
import io
import tomllib
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import toml_py
import tomli
import tomli_w


def test_byte_order_mark_is_skipped() -> None:
    source = "\ufeffa = 1"
    assert toml_py.loads(source) == {"a": 1}
    assert toml_py.load(io.BytesIO(source.encode())) == {"a": 1}
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(source)


def test_lone_surrogate_is_refused_when_reading() -> None:
    source = "a = '\ud800'"
    with pytest.raises(toml_py.TOMLDecodeError):
        toml_py.loads(source)
    assert tomllib.loads(source) == {"a": "\ud800"}


def test_deep_nesting_is_refused() -> None:
    def source(depth: int) -> str:
        return f"a = {'[' * depth}{']' * depth}"

    with pytest.raises(toml_py.TOMLDecodeError, match="nest too deep"):
        toml_py.loads(source(129))
    toml_py.loads(source(128))
    tomllib.loads(source(200))
    with pytest.raises(RecursionError):
        tomllib.loads(source(100_000))


def test_positions_are_those_of_the_text_as_given() -> None:
    source = "a = 1\r\nb = 1\r\nb = 2"
    with pytest.raises(toml_py.TOMLDecodeError) as ours:
        toml_py.loads(source)
    with pytest.raises(tomli.TOMLDecodeError) as theirs:
        tomli.loads(source)
    assert source[ours.value.pos :] == "b = 2"
    assert ours.value.doc == source
    assert theirs.value.doc == source.replace("\r\n", "\n")


def test_integer_that_python_declines_has_a_place() -> None:
    source = f"a = {'1' * 5000}"
    with pytest.raises(toml_py.TOMLDecodeError, match=r"\(at line 1, column 5\)$"):
        toml_py.loads(source)
    with pytest.raises(ValueError) as theirs:
        tomllib.loads(source)
    assert theirs.type is ValueError


def test_bytes_may_be_read_as_a_string() -> None:
    bytes_: Any = b"a = 1"
    assert toml_py.loads(bytes_) == {"a": 1}
    with pytest.raises(TypeError):
        tomllib.loads(bytes_)


def test_root_that_is_no_mapping_is_a_type_error() -> None:
    root: Any = [1]
    with pytest.raises(TypeError):
        toml_py.dumps(root)
    with pytest.raises(AttributeError):
        tomli_w.dumps(root)


def test_cycle_is_a_value_error() -> None:
    data: dict[str, Any] = {}
    data["a"] = [data]
    with pytest.raises(ValueError, match="nested more than 128 deep"):
        toml_py.dumps(data)
    with pytest.raises(RecursionError):
        tomli_w.dumps(data)


def test_enum_without_another_type_is_written() -> None:
    class Color(enum.Enum):
        RED = "red"

    assert toml_py.dumps({"c": Color.RED}) == 'c = "red"\n'
    with pytest.raises(TypeError):
        tomli_w.dumps({"c": Color.RED})


def test_subclass_has_no_say_in_its_text() -> None:
    class Shouting(int):
        def __str__(self) -> str:
            return "one!"

    assert toml_py.dumps({"a": Shouting(1)}) == "a = 1\n"
    assert tomli_w.dumps({"a": Shouting(1)}) == "a = one!\n"


def test_what_would_be_invalid_is_refused() -> None:
    data: list[dict[str, Any]] = [
        {"a": "\ud800"},
        {"a": datetime(2000, 1, 1, tzinfo=timezone(timedelta(seconds=90)))},
    ]
    for invalid in data:
        with pytest.raises(ValueError):
            toml_py.dumps(invalid)
        tomli_w.dumps(invalid)


def test_key_that_is_no_string_is_refused() -> None:
    data: Any = {("a", "b"): 1}
    with pytest.raises(TypeError):
        toml_py.dumps(data)
    assert tomli_w.dumps(data) == "('a', 'b') = 1\n"


def test_indent_is_at_most_255() -> None:
    with pytest.raises(ValueError, match="^Indent width must be at most 255$"):
        toml_py.dumps({"a": [1]}, indent=256)
    assert tomli_w.dumps({"a": [1]}, indent=256) == f"a = [\n{' ' * 256}1,\n]\n"


def test_file_is_written_at_once() -> None:
    file = io.BytesIO()
    with pytest.raises(TypeError):
        toml_py.dump({"a": 1, "b": {"c": None}}, file)
    assert file.getvalue() == b""
    with pytest.raises(TypeError):
        tomli_w.dump({"a": 1, "b": {"c": None}}, file)
    assert file.getvalue() == b"a = 1\n\n[b]\n"
