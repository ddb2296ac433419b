"""A document, and what operations on it and on plain data beside it come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import toml_py

SOURCE = """\
# A document.
name = "demo"
sizes = [3, 1, 2] # all
[t]
k = 1
l = [{ x = 1 }, { x = 2 }]
[[list]]
n = 1
[[list]]
n = 2
"""


def parse() -> toml_py.Document:
    return toml_py.parse(SOURCE)


def outcome(make: Callable[[Any], object], value: Any) -> tuple[object, Any]:
    """Give what an operation gives, or the type of its error, and what it leaves."""
    try:
        result = make(value)
    except Exception as error:
        result = type(error)
    return plain(result), plain(value)


def plain(value: Any) -> Any:
    """Give plain data of anything."""
    if isinstance(value, (toml_py.Table, toml_py.Array)):
        return value.unwrap()
    if isinstance(value, (list, tuple)):
        return type(value)(plain(element) for element in value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return value
