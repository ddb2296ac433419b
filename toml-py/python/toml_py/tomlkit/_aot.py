"""Arrays of tables under headers, or in brackets where there is no place for headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _convert as convert
from . import _edits as edits
from . import _render as render
from ._keys import SingleKey
from ._lists import ListBase
from ._mapping import TableBase
from ._node import moved, release, take_line
from ._source import Path, Plain, Source
from ._tables import Table


class AoT(ListBase):
    """An array of tables, each under a header of its own."""

    _inline = False
    """Whether it stands in brackets for lack of another place."""

    def __init__(self, body: list[Table], name: str | None = None, parsed: bool = False) -> None:
        """Take the tables."""
        list.__init__(self)
        self._own_name = name
        self.extend(body)

    _own_name: str | None = None

    @property
    def name(self) -> str | None:
        """The key of the array."""
        return str(self._name) if self._name is not None else self._own_name

    @property
    def body(self) -> list[Table]:
        """A list of the tables."""
        return list(self)

    def invalidate_display_name(self) -> None:
        """Do nothing: names are not kept."""

    def is_aot(self) -> bool:
        """Tell that this is one."""
        return True

    def _tables(self) -> list[Table]:
        return list(self)

    def as_string(self) -> str:
        """Give the text of the tables, without their own headers."""
        return "".join(table.as_string() for table in self._tables())

    def _adopt(self, value: Any) -> Table:
        if isinstance(value, Table):
            table: Any = moved(self, value)
        elif isinstance(value, Mapping):
            table = convert.table_of(value)
        else:
            raise ValueError(f"Unsupported insert value type: {type(value)}")
        self._check_depth(table)
        if table._form != "table":
            table._leave_braces()
        table._is_element = True
        made: Table = table
        return made

    # The five changes.

    def _insert_at(self, at: int, value: Any) -> None:
        table = self._adopt(value)
        if self._is_live and not len(self) and not self._inline:
            self._begin_anew()
        if self._is_live:
            source, path = self._place()
            is_last = at == len(self)
            if self._inline:
                name, path = ("push", path) if is_last else ("insert", [*path, at])
                source.wait(edits.Element(name, path, self, edits.Part(None, table, True)))
            elif is_last:
                self._append_live(source, path, table)
            else:
                source.wait(edits.Sections("before", [*path, at], self, table))
        take_line(table, self, at)
        list.insert(self, at, table)

    def _append_live(self, source: Source, path: Path, table: Table) -> None:
        last = source.last()
        if isinstance(last, edits.Sections) and last.array is self and last.name == "sections":
            last.add(table)
        else:
            source.wait(edits.Sections("sections", path, self, table))

    def _begin_anew(self) -> None:
        """Leave the brackets in which an array without tables stands: the first table takes their place."""
        parent = self._parent
        assert isinstance(parent, TableBase)
        source, path = parent._place()
        self._is_live = False
        part = edits.Part(SingleKey(str(self._name)), self, True)
        source.wait(edits.Replace(parent, path, part, None))

    def _delete_at(self, at: int, *, keep: bool) -> Any:
        table = list.__getitem__(self, at)
        release(table, keep=keep)
        if self._is_live:
            source, path = self._place()
            source.wait(Plain("remove", [*path, at]))
        list.__delitem__(self, at)
        return table

    def _set_at(self, at: int, value: Any) -> None:
        table = self._adopt(value)
        if self._is_live:
            source, path = self._place()
            if self._inline:
                source.wait(edits.Element("set", [*path, at], self, edits.Part(None, table, True)))
            else:
                source.wait(edits.Sections("instead", [*path, at], self, table))
        release(list.__getitem__(self, at), keep=False)
        take_line(table, self, at)
        list.__setitem__(self, at, table)

    def _reorder(self, order: list[int]) -> None:
        if self._is_live:
            source, path = self._place()
            source.wait(Plain("reorder", path, None, order))
        list.__setitem__(self, slice(None), [list.__getitem__(self, at) for at in order])

    def _replace_all(self, values: list[Any]) -> None:
        tables = [self._adopt(value) for value in values]
        self.clear()
        self.extend(tables)

    # Coming and going.

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Pickle as text."""
        return convert.rebuilt, ("AoT", render.sections("", [(SingleKey("v"), self._clone())], ""))

    def _clone(self) -> AoT:
        made = AoT([])
        for table in self._tables():
            made.append(table._clone())
        return made

    def _detach(self) -> None:
        if not self._is_live:
            return
        source, _ = self._place()
        source.kit()
        if self._inline:
            self._drop()
            return
        for table in self._tables():
            table._detach()
        self._is_live = False

    def _drop(self) -> None:
        if not self._is_live:
            return
        for table in self._tables():
            table._drop()
            table._form = "table"
        self._is_live = self._inline = False

    def _go_live(self, *, inline: bool) -> None:
        tables = [] if self._is_live else self._tables()
        self._is_live, self._source, self._trivia = True, None, None
        self._inline = inline and bool(tables)
        for table in tables:
            edits.settle(table, self, inline=inline)
