"""Tables under headers or dotted keys, and inline tables."""

from __future__ import annotations

from typing import Any

from .._native import Kit
from . import _convert as convert
from . import _edits as edits
from . import _render as render
from ._item import Item, Trivia, Whitespace
from ._keys import Key, SingleKey
from ._mapping import TableBase
from ._node import IN_BRACES, take_line
from ._scalars import Bool
from ._source import Path, Source


class AbstractTable(TableBase, Item):
    """Tables and inline tables."""

    def __init__(self, value: TableBase | None, trivia: Trivia) -> None:
        """Take the entries of a container, and what stands round the table."""
        dict.__init__(self)
        self._entries = []
        self._trivia = trivia
        for key, item in value.body if value is not None else ():
            self.append(key, item)

    def _indent_new(self, item: Item) -> None:
        own = self._own().indent
        if own and not own.strip(" ") and not isinstance(item, Whitespace) and not item._own().indent:
            item._trivia = item._own().copy()
            item._trivia.indent = own

    @property
    def value(self) -> Any:
        """The table itself, which has everything that tomlkit's container has."""
        return self

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Pickle as text."""
        text = render.inline(self) if self._form in IN_BRACES else self.as_string()
        return convert.rebuilt, (type(self).__name__, text)

    def _clone(self: Any) -> Any:
        if not self._is_live:
            made: Any = self.__class__.__new__(self.__class__)
            made._entries = []
            made.__dict__.update(
                {name: vars(self)[name] for name in ("_form", "_is_super") if name in vars(self)}
            )
            made._trivia = self.trivia.copy()
            made._copy_entries(self)
            return made
        kit, path = self._look_up()
        if self._source is not None or isinstance(self, InlineTable):
            made = convert.rebuilt("InlineTable", self.as_string())
            made._trivia = self.trivia.copy() if self._is_on_line() else self._own().copy()
            return made
        made = convert.loaded(kit.tree(path))
        made._parent, made._name, made._form = self._parent, path[-1], self._form
        made._detach()
        made._parent = None
        return made

    def _detach(self) -> None:
        if not self._is_live or self._source is not None:
            return
        kit, path = self._look_up()
        if self._form == "inner":
            self._drop()
            return
        if self._form == "inline":
            self._trivia = Trivia(*kit.trivia(path)) if self._is_on_line() else Trivia()
            self._source = Source(f"v = {kit.raw(path)}", ("v",))
            return
        self._trivia = Trivia(*kit.trivia(path)) if self._form == "table" else Trivia()
        entries = self._entries_of(kit, path, with_next=False)
        for key, item in entries:
            if key is not None:
                item._detach()
                take_line(item, self, key.key)
        while entries and isinstance(entries[-1][1], Whitespace):
            entries.pop()
        self._entries = entries
        self._is_live = False

    def _look_up(self) -> tuple[Kit, Path]:
        """Give the text and the path in it, of a table in it; whether it has braces, the text alone may know.

        Dotted keys in an array stay such when all of the array is set, and they are the same as before.
        """
        source, path = self._place()
        kit = source.kit()
        if self._form == "inline" and kit.tree(path)[0] == "dotted":
            self._form = "inner"
        return kit, path

    def _is_on_line(self) -> bool:
        """Tell whether the table has a line of the document, and so a comment, for itself."""
        return isinstance(self._parent, TableBase) and self._parent._form not in IN_BRACES

    def _drop(self) -> None:
        if not self._is_live or self._source is not None:
            return
        self._is_live = False
        self._entries = []
        if self._form == "inner":
            self._form = "inline"
        for key, value in dict.items(self):
            item = Bool(value) if isinstance(value, bool) else value
            item._drop()
            take_line(item, self, key)
            self._entries.append((SingleKey(key), item))

    def _leave_braces(self) -> None:
        """Forget the braces that the table has stood in, for a place under a header."""
        if self._is_live and self._source is not None:
            self._source = None
            self._drop()
        self._form = "table"

    def _go_live(self, *, inline: bool) -> None:
        if inline:
            self._form = "inner" if self._form == "inner" else "inline"
        entries = [] if self._is_live else self._entries
        self._is_live, self._source, self._entries, self._trivia = True, None, [], None
        in_braces = self._form in IN_BRACES
        for key, item in entries:
            is_dotted = isinstance(item, AbstractTable) and item._form == "dotted" and len(item) > 0
            if in_braces and is_dotted:
                item._form = "inner"  # type: ignore[attr-defined]
            if key is not None:
                edits.settle(item, self, inline=in_braces or (self._form == "dotted" and not is_dotted))


class Table(AbstractTable):
    """A table under a header, or named by headers or dotted keys alone."""

    _is_super: bool | None = None
    _is_element = False

    def __init__(
        self,
        value: TableBase | None,
        trivia: Trivia,
        is_aot_element: bool = False,
        is_super_table: bool | None = None,
        name: str | None = None,
        display_name: str | None = None,
    ) -> None:
        """Take the entries of a container, and how the table is written."""
        super().__init__(value, trivia)
        self._is_super = is_super_table
        self._is_element = is_aot_element
        self._own_name = name or display_name

    _own_name: str | None = None

    @property
    def name(self) -> str | None:
        """The key of the table."""
        name = self._parent._name if self._parent is not None and isinstance(self._name, int) else self._name
        return str(name) if name is not None else self._own_name

    @property
    def display_name(self) -> str | None:
        """The key of the table."""
        return self.name

    def invalidate_display_name(self) -> None:
        """Do nothing: names are not kept."""

    def is_table(self) -> bool:
        """Tell that this is one."""
        return True

    def is_aot_element(self) -> bool:
        """Tell whether the table is in an array of tables."""
        return self._is_element or isinstance(self._name, int)

    def is_super_table(self) -> bool:
        """Tell whether the table has no header of its own."""
        if self._is_live:
            return self._form == "super"
        return bool(self._is_super) or not render.has_header(self)

    def raw_append(self, key: Key | str | None, _item: Any) -> Table:
        """Add a key with a value."""
        return self.append(key, _item)

    def indent(self, indent: int) -> Table:
        """Set the number of spaces before the header and all entries of a table that is in no document yet."""
        super().indent(indent)
        for _, item in self._entries_now():
            if not isinstance(item, Whitespace):
                item.indent(indent)
        return self

    def as_string(self) -> str:
        """Give the text of the table and those below it, without its own header."""
        if self._is_live:
            kit, path = self._look_up()
            if self._form == "inline":
                return kit.raw(path)
        table = self._clone() if self._is_live else self
        return render.body(table._entries, "")

    def _go_live(self, *, inline: bool) -> None:
        if not inline and self._form != "dotted" and not self._is_live:
            is_named = self.is_aot_element() or render.has_header(self)
            self._form = "table" if is_named else "super"
        super()._go_live(inline=inline)


class OutOfOrderTableProxy(Table):
    """A table whose parts stand apart in the text. It can do all that any other can."""


class InlineTable(AbstractTable):
    """A table in braces."""

    _form = "inline"

    def __init__(self, value: TableBase | None, trivia: Trivia, new: bool = False) -> None:
        """Take the entries of a container, and what stands round the table."""
        super().__init__(value, trivia)

    def is_inline_table(self) -> bool:
        """Tell that this is one."""
        return True

    def as_string(self) -> str:
        """Give the text with its braces."""
        if self._is_live:
            kit, path = self._look_up()
            if self._form == "inline":
                return kit.raw(path)
            return render.braces((SingleKey(key), self._child(key)) for key in self)
        return render.braces((key, item) for key, item in self._entries if key is not None)
