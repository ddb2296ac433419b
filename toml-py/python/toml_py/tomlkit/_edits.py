"""Edits that wait: what the program has built goes into the text when that is needed, as it is then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from . import _render as render
from ._item import Item
from ._keys import Key
from ._node import IN_BRACES, Node
from ._source import Edit, Path

if TYPE_CHECKING:
    from ._aot import AoT
    from ._arrays import Array
    from ._mapping import TableBase
    from ._tables import Table


class Part(NamedTuple):
    """What is added: a key with an item to a table, a comment or white space without a key, an element to an array."""

    key: Key | None
    item: Item
    is_given: bool
    """Whether the program gave an item, whose text goes in as it is; that of plain values is up to the document."""


def settle(item: Item, parent: Node, *, inline: bool) -> None:
    """Take an item as part of the text, unless it has left its place meanwhile."""
    if item._parent is not parent or not parent._is_live:
        return
    if isinstance(item, Node):
        if not item._is_waiting():
            return
        is_dotted = getattr(item, "_form", "") == "dotted" and len(item) > 0  # type: ignore[arg-type]
        item._go_live(inline=inline or not (is_dotted or render.is_section(item)))
    else:
        item._trivia = None


def pair_edits(path: Path, part: Part, *, comments: bool = True) -> Iterator[Edit]:
    """Set a key to a value, in the spelling of the document or of the item."""
    yield (verb("set", part.item, is_given=part.is_given), path, render.inline(part.item), [])
    if comments and part.item._own().comment:
        yield ("note", path, part.item._own().comment, [])


def verb(name: str, item: Item, *, is_given: bool) -> str:
    """Give the edit that puts an item somewhere: as it is if the program gave an item, or there are tables in it."""
    is_spelled = is_given or isinstance(item, dict)
    if isinstance(item, list):
        is_spelled |= any(isinstance(element, (dict, list)) for element in item)
    return {"set": "put", "push": "push_raw", "insert": "insert_raw"}[name] if is_spelled else name


def _owner(table: TableBase, path: Path) -> Path:
    """Give the path of the table whose body dotted keys stand in."""
    while table._form == "dotted" and table._parent is not None:
        path, table = path[:-1], table._parent  # type: ignore[assignment]
    return path


class Append:
    """Additions to the end of a table, in the order in which they were made."""

    def __init__(self, table: TableBase, path: Path) -> None:
        """Look at the table as it is before."""
        self.table = table
        self._path = path
        self._form = table._form
        self._has_tables = any(render.is_section(child) for child in table._children())
        self._parts: list[Part] = []
        self._owner = _owner(table, path)

    def add(self, part: Part) -> None:
        """Put one more behind the others."""
        self._parts.append(part)

    def edits(self) -> Iterator[Edit]:
        """Pairs one by one as far as nothing is before them that must stay there; the rest as text."""
        head: list[render.Entry] = []
        tail: list[render.Entry] = []
        behind = self._has_tables or self._form == "super"
        for part in self._parts:
            key, item = part.key, part.item
            if key is None:
                (tail if behind or tail else head).append((key, item))
            elif self._can_have_headers() and render.is_section(item):
                tail.append((key, item))
            elif head and not behind and self._form != "dotted":
                head.append((key, item))
            elif self._form in ("table", "root") and getattr(item, "_form", "") == "dotted" and len(item):  # type: ignore[arg-type]
                yield ("body", self._path, render.pair("", key, item), [])
            else:
                yield from pair_edits([*self._path, key.key], part, comments=self._form not in IN_BRACES)
        yield from self._texts(head, tail)

    def _texts(self, head: list[render.Entry], tail: list[render.Entry]) -> Iterator[Edit]:
        if head:
            text = "".join(render.line("", *entry) for entry in head)
            yield ("body", self._owner, text, [])
        if tail:
            text = render.sections("", tail, render.key_path(self._path))
            name = "end" if tail[0][0] is None else "sections"
            yield (name, self._owner, text, [])

    def _can_have_headers(self) -> bool:
        return self._form in ("root", "table", "super")

    def settle(self) -> None:
        """Take all items as part of the text."""
        for part in self._parts:
            if part.key is not None:
                settle(part.item, self.table, inline=not self._can_have_headers())


class Replace:
    """Another item for a key of a table."""

    def __init__(self, table: TableBase, path: Path, part: Part, old: Item | None) -> None:
        """Look at what is there before."""
        self._table = table
        self._path = path
        self._part = part
        self._headers = table._form in ("root", "table", "super")
        self._was_section = old is not None and render.is_section(old)

    def edits(self) -> Iterator[Edit]:
        """Set the key; or put sections in the place of others, or behind the table's."""
        key, item = self._part.key, self._part.item
        if key is None:
            return
        path = [*self._path, key.key]
        if not self._headers or not render.is_section(item):
            yield from pair_edits(path, self._part, comments=self._table._form not in IN_BRACES)
            return
        text = render.sections("", [(key, item)], render.key_path(self._path))
        if self._was_section:
            yield ("instead", path, text, [])
        else:
            yield ("remove", path, None, [])
            yield ("sections", self._path, text, [])

    def settle(self) -> None:
        """Take the item as part of the text."""
        settle(self._part.item, self._table, inline=not self._headers)


class Element:
    """An element for an array in brackets: at the end, before the one at an index, or in the place of the one at a path."""

    def __init__(self, name: str, path: Path, array: Array | AoT, part: Part) -> None:
        """Name the edit: `push`, `set`, or `insert` with an index behind the path."""
        self._name = name
        self._path = path
        self._array = array
        self._part = part

    def edits(self) -> Iterable[Edit]:
        """Give the edit with the element's text."""
        item = self._part.item
        name = verb(self._name, item, is_given=self._part.is_given)
        path, indexes = self._path, []
        if self._name == "insert":
            *path, index = self._path
            indexes = [int(index)]
        return ((name, path, render.inline(item), indexes),)

    def settle(self) -> None:
        """Take the element as part of the text."""
        settle(self._part.item, self._array, inline=True)


class Sections:
    """Elements for an array of tables under headers: behind the last, before another, or in the place of one."""

    def __init__(self, name: str, path: Path, array: AoT, table: Table) -> None:
        """Name the edit."""
        self.name = name
        self.array = array
        self._path = path
        self._tables = [table]

    def add(self, table: Table) -> None:
        """Put one more behind the others."""
        self._tables.append(table)

    def edits(self) -> Iterable[Edit]:
        """Give the edit with the sections of the elements."""
        path = render.key_path(self._path)[:-1]
        text = ""
        for table in self._tables:
            text = render.apart(text) + render.element(table, path)
        return ((self.name, self._path, text, []),)

    def settle(self) -> None:
        """Take the elements as part of the text."""
        for table in self._tables:
            settle(table, self.array, inline=False)


class Lines:
    """An array that is on one line with each element on a line of its own, once all of them are there."""

    def __init__(self, array: Array) -> None:
        """Name the array."""
        self._array = array

    def edits(self) -> Iterable[Edit]:
        """Give its text."""
        array = self._array
        if not array._is_live or not len(array):
            return ()
        source, path = array._place()
        if "\n" in source.kit().raw(path):
            return ()
        return (("put", path, render.lines_of_array(array), []),)

    def settle(self) -> None:
        """Do nothing: the elements are the same."""
