"""Items, under tomlkit's names."""

from __future__ import annotations

from ._aot import AoT
from ._arrays import Array
from ._convert import item
from ._item import Comment, Item, Null, Trivia, Whitespace
from ._keys import DottedKey, Key, KeyType, SingleKey
from ._scalars import Bool, BoolType, Date, DateTime, Float, Integer, String, StringType, Time
from ._tables import AbstractTable, InlineTable, Table

__all__ = [
    "AbstractTable",
    "AoT",
    "Array",
    "Bool",
    "BoolType",
    "Comment",
    "Date",
    "DateTime",
    "DottedKey",
    "Float",
    "InlineTable",
    "Integer",
    "Item",
    "Key",
    "KeyType",
    "Null",
    "SingleKey",
    "String",
    "StringType",
    "Table",
    "Time",
    "Trivia",
    "Whitespace",
    "item",
]
