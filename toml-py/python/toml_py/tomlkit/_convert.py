"""Plain data, and what the parser has read, as items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from . import _aot as aots
from . import _arrays as arrays
from . import _mapping as mapping
from . import _tables as tables
from ._item import Item, Trivia
from ._node import DEEPEST, IN_BRACES, take_line
from ._scalars import Scalar, encoded, scalar_of
from ._source import Source
from .exceptions import ConvertError

if TYPE_CHECKING:
    from ._aot import AoT
    from ._arrays import Array
    from ._mapping import TableBase
    from ._tables import Table

Encoder = Callable[..., Item]

encoders: list[Encoder] = []
"""Functions of the program that make items of objects that TOML has no value for."""


def item(value: Any, _parent: object = None, _sort_keys: bool = False) -> Any:
    """Make an item of plain data: a `Table` of a dict, an `AoT` of a list of nothing but dicts, an `Array` of others.

    Raises `ConvertError` for an object that TOML has no value for, `ValueError` for data that nests too deep, or in itself.
    """
    try:
        return _item(value, _parent, _sort_keys)
    except RecursionError:
        raise ValueError(f"data nests more than {DEEPEST} deep") from None


def _item(value: Any, _parent: object, _sort_keys: bool) -> Any:
    if isinstance(value, Item):
        return value
    if isinstance(value, Mapping):
        return _mapping(value, _parent, _sort_keys)
    if isinstance(value, (list, tuple)):
        is_tables = bool(value) and all(isinstance(element, Mapping) for element in value)
        if is_tables and (_parent is None or _has_headers(_parent)):
            return aots.AoT([_table(element, _sort_keys) for element in value])
        return array_of(value, _sort_keys)
    if isinstance(value, (str, bool, int, float, dt.datetime, dt.date, dt.time)):
        return _scalar(value)
    return _encoded(value, _parent, _sort_keys)


def _scalar(value: Any) -> Scalar:
    return scalar_of(value, encoded(value))


def _table(value: Mapping[Any, Any], sort_keys: bool = False) -> Table:
    made = new_table()
    for key in sorted(value) if sort_keys else value:
        made[key] = _item(value[key], made, sort_keys)
    return made


def _mapping(value: Mapping[Any, Any], parent: object, sort_keys: bool) -> TableBase:
    if parent is None or _has_headers(parent):
        return _table(value, sort_keys)
    made = new_inline_table()
    for key in sorted(value) if sort_keys else value:
        made[key] = _item(value[key], made, sort_keys)
    return made


def _has_headers(parent: object) -> bool:
    """Tell whether what is in an item can have headers."""
    if isinstance(parent, mapping.TableBase):
        return parent._form in ("root", "table", "super")
    return isinstance(parent, aots.AoT) and not parent._inline


def _encoded(value: Any, parent: object, sort_keys: bool) -> Item:
    for encoder in encoders:
        for arguments in ({"_parent": parent, "_sort_keys": sort_keys}, {}):
            try:
                made = encoder(value, **arguments)
            except ConvertError:
                break
            except TypeError:
                continue
            if not isinstance(made, Item):
                raise ConvertError(
                    f"Custom encoder is expected to return an instance of Item, got {type(made)}"
                )
            return made
    raise ConvertError(f"Unable to convert an object of {type(value)} to a TOML item")


def new_table(*, form: str = "table", is_super: bool | None = None) -> Table:
    """Make a table without entries."""
    made = tables.Table(None, Trivia(), is_super_table=is_super)
    made._form = form
    return made


def new_inline_table() -> tables.InlineTable:
    """Make an inline table without entries."""
    return tables.InlineTable(None, Trivia())


def array_of(values: Any, sort_keys: bool = False) -> Array:
    """Make an array in brackets of plain data."""
    made = arrays.Array([], Trivia())
    made.extend(_item(value, made, sort_keys) for value in values)
    return made


def table_of(value: Mapping[str, Any]) -> Table:
    """Make a table of a document with its formatting, or of plain data."""
    if isinstance(value, tables.Table):
        made: Table = value._clone()
        return made
    if not isinstance(value, mapping.TableBase) or value._form in IN_BRACES:
        return _table(value)
    copied = value._clone()
    return tables.Table(_taken(copied), Trivia())


def _taken(document: TableBase) -> TableBase:
    """Give a document whose entries can be had as they are."""
    if document._is_live:
        source, path = document._place()
        entries = document._entries_of(source.kit(), path, with_next=False)
        for _, own in entries:
            own._detach()
        document._is_live = False
        document._entries = entries
    for key, own in document._entries:
        if key is not None:
            own._parent = None
    return document


def live_of(value: Any) -> Any:
    """Make what a table or array holds of plain data that is in a text already, in brackets or braces."""
    if isinstance(value, Mapping):
        table = new_inline_table()
        table._is_live = True
        for key, child in value.items():
            _put(table, key, live_of(child))
        return table
    if isinstance(value, (list, tuple)):
        array = arrays.Array([], Trivia())
        array._is_live = True
        for at, child in enumerate(value):
            made = live_of(child)
            list.append(array, made)
            if isinstance(made, Item):
                take_line(made, array, at)
        return array
    return value if isinstance(value, bool) else scalar_of(value, None)


def _put(table: TableBase, key: str, value: Any) -> None:
    dict.__setitem__(table, key, value)
    if isinstance(value, Item):
        take_line(value, table, key)


def loaded(node: tuple[str, Any, Any], within: str = "root") -> Any:
    """Make what a table or array holds of what the parser has read, in a table of a form."""
    kind, content, raw = node
    if kind == "boolean":
        return content
    if kind == "array":
        return _fill_list(arrays.Array.__new__(arrays.Array), content)
    if kind == "aot":
        return _fill_list(aots.AoT.__new__(aots.AoT), content)
    if kind == "inline":
        return fill(tables.InlineTable.__new__(tables.InlineTable), content)
    if kind in ("table", "super", "dotted"):
        of_kind = tables.OutOfOrderTableProxy if raw else tables.Table
        table = of_kind.__new__(of_kind)
        table._form = "inner" if within in IN_BRACES else kind
        return fill(table, content)
    return scalar_of(content, raw)


def _fill_list(array: Array | AoT, content: list[Any]) -> Array | AoT:
    array._is_live = True
    if isinstance(array, arrays.Array):
        array._parts = []
    for at, node in enumerate(content):
        child = loaded(node)
        list.append(array, child)
        if isinstance(child, Item):
            child._parent = array
            child._name = at
    return array


def fill(table: Any, content: list[Any]) -> Any:
    """Put what the parser has read into a table."""
    table._is_live = True
    table._entries = []
    for key, _, node in content:
        child = loaded(node, within=table._form)
        dict.__setitem__(table, key, child)
        if isinstance(child, Item):
            child._parent = table
            child._name = key
    return table


def rebuilt(kind: str, text: str) -> Any:
    """Make a table or array of its text, as it is pickled."""
    if kind == "AoT":
        return _root(text).pop("v", None) or aots.AoT([])
    if kind in ("Table", "OutOfOrderTableProxy"):
        return tables.Table(_taken(_root(text)), Trivia())
    source = Source(f"v = {text}", ("v",))
    made = loaded(source.kit().tree(["v"]))
    made._source = source
    return made


def _root(text: str) -> TableBase:
    from .container import Container

    container = Container()
    container._load(text)
    return container
