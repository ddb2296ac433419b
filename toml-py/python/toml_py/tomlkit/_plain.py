"""Items and plain data: what is the same, and what a dict or list holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._item import Item
from ._node import Node
from ._scalars import Bool


def plain(value: Any) -> Any:
    """Give a value as plain Python has it, all through."""
    return value.unwrap() if isinstance(value, (Item, Node)) else value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same in TOML, for which 1, 1.0 and true are three values."""
    one, other = plain(one), plain(other)
    if isinstance(one, dict) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def held(item: Item) -> Any:
    """Give what a dict or list holds for an item: booleans are plain."""
    return item.unwrap() if isinstance(item, Bool) else item
