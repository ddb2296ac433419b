"""Properties that hold for all data and for all texts, against the libraries that are stood in for."""

from __future__ import annotations

import io
import tomllib
from datetime import timedelta, timezone
from typing import Any

import toml_py
import tomli_w
from conftest import toml_test_folder
from hypothesis import given
from hypothesis import strategies as st
from sameness import same, same_unordered

characters = st.characters(exclude_categories=["Cs"])
text = st.text(characters, max_size=20) | st.text(st.sampled_from("ab \"'\\\n\r\t\0\x7fé😀#=[]{},."), max_size=12)
keys = st.text(st.sampled_from("abcXYZ019-_"), min_size=1, max_size=8) | text
zones = st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
scalars = st.one_of(
    text,
    st.text(characters, min_size=60, max_size=110),
    st.booleans(),
    st.integers(),
    st.integers(-(2**63), 2**64),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(timezones=zones),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
documents = st.dictionaries(keys, values, max_size=5)



@given(documents, st.booleans(), st.integers(0, 9))
def test_dumps_is_tomli_w(data: dict[str, Any], multiline: bool, indent: int) -> None:
    theirs = tomli_w.dumps(data, multiline_strings=multiline, indent=indent)
    assert toml_py.dumps(data, multiline_strings=multiline, indent=indent) == theirs


@given(documents, st.none() | st.integers(0, 120), st.booleans(), st.integers(0, 9))
def test_what_is_written_is_read(data: dict[str, Any], width: int | None, sort_keys: bool, indent: int) -> None:
    written = toml_py.dumps(data, width=width, sort_keys=sort_keys, indent=indent)
    assert same_unordered(toml_py.loads(written), data)
    assert same_unordered(tomllib.loads(written), data)
    file = io.BytesIO()
    toml_py.dump(data, file, width=width, sort_keys=sort_keys, indent=indent)
    assert file.getvalue().decode() == written


# Half of the latter are exactly between two numbers of the fewest digits.
@given(st.floats() | st.integers(2**45, 2**51).map(lambda number: number / 8))
def test_float_is_written_as_python_has_it(number: float) -> None:
    assert toml_py.dumps({"a": number}) == f"a = {number!r}\n"


@given(documents)
def test_loads_is_tomllib(data: dict[str, Any]) -> None:
    written = tomli_w.dumps(data)
    assert same(toml_py.loads(written), tomllib.loads(written))
    crlf = written.replace("\n", "\r\n")
    assert same(toml_py.loads(crlf), tomllib.loads(crlf))


def sources() -> list[str]:
    texts = []
    for path in sorted(toml_test_folder().glob("1.0.0/**/*.toml")):
        content = path.read_bytes()
        try:
            texts.append(content.decode())
        except UnicodeDecodeError:
            continue
    return texts


SOURCES = sources()


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Take a file of toml-test, and put, take or copy a few characters."""
    source = draw(st.sampled_from(SOURCES))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(source)))
        end = draw(st.integers(at, min(len(source), at + 5)))
        piece = draw(st.sampled_from(["", "\n", "\r\n", '"', "'", "=", ".", "[", "]", "{", "}", ",", "#", " ", "0", "1", "_", "-", "+", "e", "T", ":", "a", "\\", "\t", "\0", "é", "\r", source[at:end] * 2]))
        source = source[:at] + piece + source[end:]
    return source  # fmt: skip


def read(module: Any, source: str) -> Any:
    try:
        return module.loads(source)
    except module.TOMLDecodeError:
        return None


@given(damaged())
def test_damaged_text_is_read_or_refused_as_by_tomllib(source: str) -> None:
    if "\ufeff" in source:
        return
    ours, theirs = read(toml_py, source), read(tomllib, source)
    assert same_unordered(ours, theirs), source


@given(st.text() | damaged())
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        data = toml_py.loads(source, version="1.1")
    except toml_py.TOMLDecodeError as error:
        assert 0 <= error.pos <= len(source)
        assert error.lineno == source.count("\n", 0, error.pos) + 1
        assert "\n" not in str(error)
        assert error.render()
    else:
        assert same_unordered(toml_py.loads(toml_py.dumps(data)), data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(source: bytes) -> None:
    try:
        toml_py.load(io.BytesIO(source))
    except (toml_py.TOMLDecodeError, UnicodeDecodeError):
        pass
