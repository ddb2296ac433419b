"""Containers, under tomlkit's name: what documents are."""

from __future__ import annotations

from typing import Any

from . import _convert as convert
from . import _render as render
from ._item import Item
from ._keys import Key
from ._source import Source
from ._mapping import TableBase
from ._tables import OutOfOrderTableProxy


class Container(TableBase):
    """A table that is no item of another: a document."""

    _form = "root"
    _parent = None
    _name = None

    def __init__(self, parsed: bool = False) -> None:
        """Begin without entries."""
        dict.__init__(self)
        self._entries: list[tuple[Key | None, Item]] = []

    @property
    def value(self) -> dict[str, Any]:
        """Plain dicts, lists and values, all through."""
        return self.unwrap()

    def as_string(self) -> str:
        """Give the text."""
        if self._is_live:
            source, _ = self._place()
            return source.kit().text()
        return render.body(self._entries, "")

    def last_item(self) -> Item | None:
        """Give the last item of the body."""
        body = self.body
        return body[-1][1] if body else None

    def parsing(self, parsing: bool) -> None:
        """Do nothing: kept for its name."""

    def _load(self, text: str) -> None:
        self._source = Source(text)
        convert.fill(self, self._source.kit().tree([])[1])

    def _clone(self: Any) -> Any:
        made = type(self)()
        if self._is_live:
            made._load(self.as_string())
            return made
        made._copy_entries(self)
        return made

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Pickle as text."""
        return _parsed, (type(self), self.as_string())


def _parsed(kind: type[Container], text: str) -> Container:
    made = kind()
    made._load(text)
    return made


__all__ = ["Container", "OutOfOrderTableProxy"]
