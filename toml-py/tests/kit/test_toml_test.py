"""Every valid file of toml-test: nothing is lost or changed when it is read, copied, taken apart or put elsewhere."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import toml_py
from conftest import toml_test_folder
from sameness import same_unordered
from toml_py import tomlkit as kit

FOLDER = toml_test_folder() / "1.1.0" / "valid"
FILES = [
    pytest.param(path, id=path.relative_to(FOLDER).as_posix()) for path in sorted(FOLDER.rglob("*.toml"))
]


def read(path: Path) -> tuple[str, Any]:
    """Give a file's text and data."""
    text = path.read_bytes().decode()
    return text, toml_py.loads(text, version="1.1")


def data(text: str) -> Any:
    """Give the data of a text."""
    return toml_py.loads(text, version="1.1")


def items(item: Any) -> Iterator[Any]:
    """Give all tables and arrays in one, itself first."""
    if isinstance(item, (dict, list)):
        yield item
        for child in item.values() if isinstance(item, dict) else item:
            yield from items(child)


@pytest.mark.parametrize("path", FILES)
def test_documents_stay_as_they_are(path: Path) -> None:
    text, plain = read(path)
    document = kit.parse(text)
    assert document.as_string() == text
    assert same_unordered(document.unwrap(), plain)
    assert same_unordered(data(kit.dumps(plain)), plain)


@pytest.mark.parametrize("path", FILES)
def test_copies_are_the_same(path: Path) -> None:
    text, _ = read(path)
    document = kit.parse(text)
    for item in items(document):
        for made in (copy.deepcopy(item), pickle.loads(pickle.dumps(item))):
            assert same_unordered(made.unwrap(), item.unwrap())
        if isinstance(item, kit.items.AoT):
            continue
        own = item.as_string()
        in_braces = isinstance(item, (kit.items.Array, kit.items.InlineTable)) or own.startswith("{")
        read_again = data(f"v = {own}")["v"] if in_braces else data(own)
        assert same_unordered(read_again, item.unwrap())
    assert document.as_string() == text


@pytest.mark.parametrize("path", FILES)
def test_items_can_be_taken_out_and_put_back(path: Path) -> None:
    text, plain = read(path)
    for at in range(len(list(items(plain)))):
        document, other = kit.parse(text), copy.deepcopy(plain)
        item, part = list(items(document))[at], list(items(other))[at]
        if isinstance(part, dict):
            for key in list(part):
                item[f"{key}+"], part[f"{key}+"] = item.pop(key), part.pop(key)
        elif part:
            item.insert(0, item.pop())
            part.insert(0, part.pop())
        assert same_unordered(data(document.as_string()), other)


@pytest.mark.parametrize("path", FILES)
def test_documents_can_be_tables_of_others(path: Path) -> None:
    text, plain = read(path)
    for other in (kit.document(), kit.parse("[before]\nx = 1\n\n[t.u]\n\n[after]\ny = 2\n")):
        expected = other.unwrap()
        other["t"] = kit.parse(text)
        other["t+"] = {}
        other["t+"]["u"] = other["t"]
        expected["t"] = plain
        expected["t+"] = {"u": plain}
        assert same_unordered(data(other.as_string()), expected)
        assert same_unordered(other.unwrap(), expected)
