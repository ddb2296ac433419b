"""Every kind of edit, by the protocol of `dict` and `list`, of everything in every valid file of toml-test.

Each edit is made to the document and to plain data beside it. Afterwards the text is valid and says the same as
that data, and so does what the document says of itself.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
import toml_py
from conftest import toml_test_folder
from sameness import same_unordered

Version = Literal["1.0", "1.1"]
Segments = tuple[str | int, ...]

# How many edits of one file are made, spread over all that there are: TOML_ALL_EDITS=1 makes all of them.
MOST_EDITS = 1_000_000 if os.environ.get("TOML_ALL_EDITS") else 60

ZONE = timezone(timedelta(hours=1))
INNER: dict[str, Any] = {"x": 1, "y z": [True]}
SAMPLES: list[Any] = [
    "it's \"né\"\n\\w",
    -42,
    1.5e300,
    False,
    datetime(1979, 5, 27, 7, 32, 0, 500_000, ZONE),
    date(1979, 5, 27),
    [1, "two", INNER],
    [],
    {"a": "text", "b": INNER, "c": {}},
    {},
    [INNER, {"a": "text"}],
]
KEYS = ["new-key_0", 'new "key" é.\\', ""]


class Edit(NamedTuple):
    """An edit: what it is called, where it takes place, and how it is made to a document or to data."""

    name: str
    path: Segments
    make: Callable[[Any], object]


def at(root: Any, path: Segments) -> Any:
    for segment in path:
        root = root[segment]
    return root


def paths(data: Any, path: Segments = ()) -> Iterator[tuple[Segments, Any]]:
    """Give the path of everything in some data, and what is there."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from paths(value, (*path, index))


def edits(data: dict[str, Any]) -> Iterator[Edit]:
    """Give one edit of each kind for everything in some data."""
    for path, value in paths(data):
        if path:
            yield from edits_of_item(path)
        if isinstance(value, dict):
            yield from edits_of_table(path, value)
        elif isinstance(value, list):
            yield from edits_of_array(path, len(value))


def edits_of_item(path: Segments) -> Iterator[Edit]:
    *outer, last = path
    parent = tuple(outer)
    for number, sample in enumerate(SAMPLES):
        yield Edit(f"set {number}", path, lambda root, new=sample: at(root, parent).__setitem__(last, new))
    yield Edit("del", path, lambda root: at(root, parent).__delitem__(last))
    yield Edit("pop", path, lambda root: at(root, parent).pop(last))


def edits_of_table(path: Segments, table: dict[str, Any]) -> Iterator[Edit]:
    for number, sample in enumerate(SAMPLES):
        yield Edit(f"add {number}", path, lambda root, new=sample: at(root, path).__setitem__(KEYS[0], new))
    for key in KEYS[1:]:
        yield Edit(f"add {key!r}", path, lambda root, key=key: at(root, path).setdefault(key, 1))
    several = {KEYS[0]: {"a": 1}, KEYS[1]: [2]}
    yield Edit("update", path, lambda root: at(root, path).update(several))
    yield Edit("clear", path, lambda root: at(root, path).clear())
    if table:
        yield Edit("popitem", path, lambda root: at(root, path).popitem())


def edits_of_array(path: Segments, length: int) -> Iterator[Edit]:
    for number, sample in enumerate(SAMPLES):
        yield Edit(f"append {number}", path, lambda root, new=sample: at(root, path).append(new))
        for index in {0, length // 2, length}:
            yield Edit(f"insert {index} {number}", path, lambda root, at_=index, new=sample: at(root, path).insert(at_, new))
    slices = [slice(0, 1), slice(1, None), slice(None, None, 2), slice(1, 1), slice(None, -1)]
    for place in slices:
        yield Edit(f"del {place}", path, lambda root, place=place: at(root, path).__delitem__(place))
    for place in [slice(0, 1), slice(1, None), slice(1, 1), slice(None)]:
        yield Edit(f"set {place}", path, lambda root, place=place: at(root, path).__setitem__(place, [1, INNER, "x"]))
        yield Edit(f"set {place} to tables", path, lambda root, place=place: at(root, path).__setitem__(place, [INNER]))
    count = len(range(length)[::2])
    yield Edit("set every second", path, lambda root: at(root, path).__setitem__(slice(None, None, 2), [{"n": 1}] * count))
    yield Edit("rotate", path, lambda root: at(root, path).__setitem__(slice(None), at(root, path)[1:] + at(root, path)[:1]))
    yield Edit("extend", path, lambda root: at(root, path).extend([{"x": 1}, INNER]))
    yield Edit("multiply", path, lambda root: at(root, path).__imul__(2))
    yield Edit("reverse", path, lambda root: at(root, path).reverse())
    yield Edit("sort", path, lambda root: at(root, path).sort(key=repr_of_data))
    yield Edit("clear", path, lambda root: at(root, path).clear())


def repr_of_data(value: Any) -> str:
    return repr(value.unwrap() if isinstance(value, (toml_py.Table, toml_py.Array)) else value)


def check(source: str, version: Version, edit: Edit) -> None:
    document = toml_py.parse(source, version=version)
    data = document.unwrap()
    edit.make(document)
    edit.make(data)
    assert same_unordered(document.unwrap(), data), edit
    text = str(document)
    assert same_unordered(toml_py.loads(text, version=version), data), (edit, text)


def files() -> list[Any]:
    cases = []
    versions: tuple[Version, ...] = ("1.0", "1.1")
    for version in versions:
        folder = toml_test_folder() / f"{version}.0"
        for path in sorted((folder / "valid").rglob("*.toml")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            cases.append(pytest.param(version, path, id=f"{version}/{name}"))
    return cases


@pytest.mark.parametrize(("version", "path"), files())
def test_every_edit(version: Version, path: Path) -> None:
    source = path.read_bytes().decode()
    every = list(edits(toml_py.loads(source, version=version)))
    step = -(-len(every) // MOST_EDITS)
    for edit in every[::step]:
        check(source, version, edit)
