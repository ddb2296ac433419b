"""Editing: a text is parsed, one value set, and the text of the result made, by toml_py and by its peers."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tomlkit
import tomlrt
import toml_py

Path = list[str | int]


@dataclass(frozen=True)
class Editor:
    """A library that edits: from text to a document, and back."""

    name: str
    parse: Callable[[str], Any]
    text: Callable[[Any], str]


OURS = Editor("toml_py", toml_py.parse, str)
PEERS = [Editor("tomlrt", tomlrt.loads, tomlrt.dumps), Editor("tomlkit", tomlkit.parse, tomlkit.dumps)]


@dataclass(frozen=True)
class Edit:
    """One value of one text to be set."""

    source: str
    path: Path
    value: Any

    def run(self, editor: Editor) -> str:
        """Do what is measured."""
        document = editor.parse(self.source)
        set_in(document, self.path, self.value)
        return editor.text(document)

    def is_right(self, text: str, same: Callable[[Any, Any], bool]) -> bool:
        """Tell whether a result has the data that it should have."""
        expected = copy.deepcopy(tomllib.loads(self.source))
        set_in(expected, self.path, self.value)
        return same(tomllib.loads(text), expected)


def middle_edit(source: str) -> Edit | None:
    """Choose the scalar in the middle of a document, and set it to other text or another number."""
    data = tomllib.loads(source)
    paths = [path for path, value in scalars(data, []) if isinstance(value, str | int) and not isinstance(value, bool)]
    if not paths:
        return None
    path = paths[len(paths) // 2]
    value = get_in(data, path)
    return Edit(source, path, value + " edited" if isinstance(value, str) else value // 2 + 1)


def scalars(data: Any, path: Path) -> list[tuple[Path, Any]]:
    """List all scalars with their paths, in the order of the data."""
    if isinstance(data, dict):
        entries: list[tuple[str | int, Any]] = list(data.items())
    elif isinstance(data, list):
        entries = list(enumerate(data))
    else:
        return [(path, data)]
    return [found for key, value in entries for found in scalars(value, [*path, key])]


def get_in(data: Any, path: Path) -> Any:
    for key in path:
        data = data[key]
    return data


def set_in(data: Any, path: Path, value: Any) -> None:
    get_in(data, path[:-1])[path[-1]] = value
