"""What documents and tables have in common: dicts whose entries stand in a text, or are still built by the program.

The dict holds items; booleans are plain, as tomlkit gives them. What is in a text is edited there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from .._native import Kit
from . import _arrays as arrays
from . import _convert as convert
from . import _edits as edits
from . import _render as render
from ._item import Comment, Item, Trivia, Whitespace
from ._keys import DottedKey, Key, SingleKey, name_of, segments
from ._node import IN_BRACES, Node, inherit, moved, release, take_line
from ._plain import held, plain, same
from ._scalars import Bool
from ._source import Path, Plain
from .exceptions import KeyAlreadyPresent, NonExistentKey

Self = TypeVar("Self", bound="TableBase")
Entry = tuple[Key | None, Item]

_EMPTIED = {"dotted": "inline", "inner": "inline", "super": "table"}
"""What becomes of tables that others have named, when nothing is left in them."""


class TableBase(Node, dict[str, Any]):
    """What documents and tables have in common."""

    _form: str = "table"
    """`root`, `table` with a header, `super` without one, `dotted`, `inline`, or `inner` for dotted keys in braces."""
    _entries: list[Entry]
    """Keys, comments and white space in order, while the program builds the table."""

    # Reading.

    def __missing__(self, key: object) -> Any:
        """Raise the error for a key that is not there."""
        raise NonExistentKey(key)

    def item(self, key: Key | str) -> Any:
        """Give the item of a key, also where it is a boolean."""
        value = self[name_of(key)]
        if not isinstance(value, bool):
            return value
        if not self._is_live:
            return next(item for own, item in self._entries if own is not None and own.key == key)
        made = Bool(value)
        made._raw = None
        take_line(made, self, name_of(key))
        return made

    def _child(self, key: str) -> Item:
        made: Item = self.item(key)
        return made

    @property
    def body(self) -> list[Entry]:
        """The keys with their items, and the comments and white space between them, which have no key.

        Of a table that was parsed, this is a new list: what is done to it is not done to the table.
        """
        if not self._is_live:
            return self._entries
        source, path = self._place()
        return self._entries_of(source.kit(), path, with_next=True)

    def _entries_of(self, kit: Kit, path: Path, *, with_next: bool) -> list[Entry]:
        entries: list[Entry] = []
        for kind, text, key, sep in kit.body(path, with_next=with_next):
            if kind == "key":
                entries.append((SingleKey(text, None, sep, key), self._child(text)))
            elif kind == "comment":
                entries.append((None, Comment(Trivia(comment=text))))
            else:
                entries.append((None, Whitespace(text)))
        return entries

    def _entries_now(self) -> list[Entry]:
        if self._is_live:
            return [(SingleKey(key), self._child(key)) for key in self]
        return self._entries

    def unwrap(self) -> dict[str, Any]:
        """Give plain dicts, lists and values, all through."""
        return {str(key): plain(value) for key, value in self.items()}

    def copy(self: Self) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    def __copy__(self: Self) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    def __deepcopy__(self: Self, memo: dict[int, Any]) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    def _clone(self: Self) -> Self:
        raise NotImplementedError

    def _step_of(self, item: object) -> str | int:
        name: str | int | None = getattr(item, "_name", None)
        assert name is not None
        return name

    def _children(self) -> list[Item]:
        return [value for value in dict.values(self) if isinstance(value, Node) and isinstance(value, Item)]

    # Adding.

    def add(self: Self, key: Key | str | Item, value: Any = None) -> Self:
        """Add a key with a value, or a comment or white space alone; give the table."""
        if value is None and isinstance(key, Item):
            if not isinstance(key, (Comment, Whitespace)):
                raise ValueError("Non comment/whitespace items must have an associated key")
            return self.append(None, key)
        return self.append(key, value)  # type: ignore[arg-type]

    def append(self: Self, key: Key | str | None, item: Any) -> Self:
        """Add a key with a value at the end, or a comment or white space without key; give the table."""
        if key is None:
            self._append_trivia(item)
            return self
        if len(segments(key)) == 1 and name_of(key) in self:
            self._append_to(dict.__getitem__(self, name_of(key)), key, item)
            return self
        self._insert(key, item)
        return self

    def _append_to(self, old: Any, key: Key | str, item: Any) -> None:
        """Add the entries of a table to one that others have named, and that has none of them."""
        is_named = isinstance(old, TableBase) and (
            old._form in ("super", "dotted") or getattr(old, "_is_super", None)
        )
        if not is_named or not isinstance(item, Mapping) or not old.keys().isdisjoint(item):
            raise KeyAlreadyPresent(key)
        for name, value in item.items():
            old.append(name, value)

    def _append_trivia(self, item: Any) -> None:
        if not isinstance(item, (Comment, Whitespace)):
            raise ValueError("only comments and white space have no key")
        if self._form in IN_BRACES:
            raise ValueError("an inline table is one line, without comments")
        if self._is_live:
            self._append_live(edits.Part(None, item._clone(), True))
        else:
            self._indent_new(item)
            self._entries.append((None, item))

    def _indent_new(self, item: Item) -> None:
        """Give an item that is added the indent of an indented table."""

    def _insert(self, key: Key | str, value: Any) -> None:
        """Add a key that is not there yet; one with dots, in the tables that it names."""
        first, *rest = segments(key)
        if rest:
            self._insert_dotted(first, rest, value)
            return
        item = self._adopt(value)
        own = key if isinstance(key, SingleKey) else first
        take_line(item, self, first.key)
        if self._is_live:
            self._append_live(edits.Part(own, item, isinstance(value, Item)))
        else:
            self._indent_new(item)
            self._entries.append((own, item))
        self._hold(first.key, item)

    def _insert_dotted(self, first: SingleKey, rest: list[SingleKey], value: Any) -> None:
        inner: Any = dict.get(self, first.key)
        if inner is None:
            table = convert.new_table(form="dotted")
            table.append(DottedKey(rest), value)
            self._insert(first, table)
        elif isinstance(inner, TableBase):
            inner.append(DottedKey(rest), value)
        else:
            raise KeyAlreadyPresent(first)

    def _append_live(self, part: edits.Part) -> None:
        source, path = self._place()
        last = source.last()
        if not isinstance(last, edits.Append) or last.table is not self:
            last = edits.Append(self, path)
            source.wait(last)
        last.add(part)

    def _adopt(self, value: Any) -> Item:
        """Make an item of a value, one that is in no other place."""
        if isinstance(value, TableBase) and not isinstance(value, Item):
            item: Item = convert.table_of(value)
        elif isinstance(value, Item):
            item = moved(self, value)
        else:
            item = convert.item(value, self)
        self._check_depth(item)
        if isinstance(item, TableBase) and not item._is_live:
            if self._form in IN_BRACES:
                item._form = "inline"
            elif item._form == "inline":
                item._form = type(item)._form
            elif item._form == "dotted" and self._form == "super":
                item._form = "table"
        return item

    def _hold(self, name: str, item: Item) -> None:
        dict.__setitem__(self, name, held(item))

    def _copy_entries(self, other: TableBase) -> None:
        """Take a copy of each entry of a table that the program builds, in a table that has none."""
        for key, item in other._entries:
            clone = item._clone()
            self._entries.append((key, clone))
            if key is not None:
                take_line(clone, self, key.key)
                self._hold(key.key, clone)

    # Changing.

    def __setitem__(self, key: Key | str, value: Any) -> None:
        """Set the value of a key; one that is there keeps its place and comment."""
        name = name_of(key)
        if name not in self:
            self._insert(key, value)
            return
        old = dict.__getitem__(self, name)
        if value is old:
            return
        if self._is_live and _becomes(old, value):
            old._become(value)
            return
        self._replace(name, value, old)

    def _replace(self, name: str, value: Any, old: Any) -> None:
        item = self._adopt(value)
        before = old if isinstance(old, Item) else None
        if self._is_live:
            if isinstance(item, TableBase) and item._form == "dotted":
                item._form = "table"
            source, path = self._place()
            part = edits.Part(SingleKey(name), item, isinstance(value, Item))
            source.wait(edits.Replace(self, path, part, before))
        else:
            at = next(at for at, (key, _) in enumerate(self._entries) if key is not None and key.key == name)
            key, previous = self._entries[at]
            if not render.is_section(item) and not render.is_section(previous):
                inherit(item, previous)
            self._entries[at] = (key, item)
        release(old, keep=False)
        take_line(item, self, name)
        self._hold(name, item)

    def _become(self, data: Mapping[str, Any]) -> None:
        """Take over plain data, key by key, so that what is equal stays as it is."""
        # What cannot be an item is found out before anything changes.
        self._check_depth(convert.item(data))
        gone = [key for key in self if key not in data]
        for key, value in data.items():
            if key not in self or not same(dict.__getitem__(self, key), value):
                self[key] = value
        for key in gone:
            self._take(key, keep=False)

    def __delitem__(self, key: Key | str) -> None:
        """Remove a key with its value; an item that the program has keeps its formatting."""
        self._take(name_of(key), keep=True)

    def _take(self, name: str, *, keep: bool) -> Any:
        value = self[name]
        release(value, keep=keep)
        if self._is_live:
            source, path = self._place()
            source.wait(Plain("remove", [*path, name]))
        else:
            self._entries[:] = [entry for entry in self._entries if entry[0] is None or entry[0].key != name]
        dict.__delitem__(self, name)
        if self._is_live and not self:
            self._form = _EMPTIED.get(self._form, self._form)
        return value

    def remove(self: Self, key: Key | str) -> Self:
        """Remove a key with its value; give the table."""
        del self[name_of(key)]
        return self

    _NOTHING = object()

    def pop(self, key: Key | str, default: Any = _NOTHING) -> Any:
        """Remove a key, and give its item with the formatting that it had."""
        name = name_of(key)
        if name not in self and default is not self._NOTHING:
            return default
        return self._take(name, keep=True)

    def popitem(self) -> tuple[str, Any]:
        """Remove the first key, and give it with its item."""
        for key in self:
            return key, self.pop(key)
        raise KeyError("the table is empty")

    def clear(self) -> None:
        """Remove all keys."""
        for key in list(self):
            self._take(key, keep=False)

    def setdefault(self, key: Key | str, default: Any = None) -> Any:
        """Give the value of a key, which is set to a default first if it is not there."""
        name = name_of(key)
        if name not in self:
            self[key] = default
        return self[name]

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Set many keys."""
        for key, value in dict(*args, **kwargs).items() if args or kwargs else ():
            self[key] = value

    def __ior__(self: Self, other: Any) -> Self:  # type: ignore[override]
        """Set many keys."""
        self.update(other)
        return self

    def __or__(self: Self, other: Any) -> Self:  # type: ignore[override]
        """Give a copy with many keys set."""
        made = self._clone()
        made.update(other)
        return made


def _becomes(old: Any, value: Any) -> bool:
    """Tell whether a live item can take over plain data, and stay the item that it is."""
    if isinstance(value, (Item, TableBase)):
        return False
    if isinstance(old, TableBase):
        return isinstance(value, Mapping) and old._is_live
    if not isinstance(old, arrays.Array) or not old._is_live or not isinstance(value, (list, tuple)):
        return False
    has_tables = any(isinstance(element, dict) for element in old)
    return has_tables or not value or not all(isinstance(element, Mapping) for element in value)
