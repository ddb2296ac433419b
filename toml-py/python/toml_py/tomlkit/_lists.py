"""What arrays in brackets and arrays of tables have in common: the protocol of lists, in terms of five changes.

The list holds items; booleans are plain, as in tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, SupportsIndex, TypeVar, overload

from . import _convert as convert
from . import _render as render
from ._item import Item
from ._node import Node
from ._plain import plain

Self = TypeVar("Self", bound="ListBase")


class ListBase(Node, Item, list[Any]):
    """What both kinds of arrays have in common: all of it is said in terms of five changes."""

    def _insert_at(self, at: int, value: Any) -> None:
        raise NotImplementedError

    def _delete_at(self, at: int, *, keep: bool) -> Any:
        raise NotImplementedError

    def _set_at(self, at: int, value: Any) -> None:
        raise NotImplementedError

    def _reorder(self, order: list[int]) -> None:
        raise NotImplementedError

    def _replace_all(self, values: list[Any]) -> None:
        raise NotImplementedError

    # The protocol of lists.

    def insert(self, index: SupportsIndex, value: Any) -> None:
        """Put an element before the one at an index."""
        at = range(len(self))[: int(index)] if int(index) >= 0 else range(max(len(self) + int(index), 0))
        self._insert_at(len(at), value)

    def append(self, value: Any) -> None:
        """Put an element at the end."""
        self._insert_at(len(self), value)

    def extend(self, values: Iterable[Any]) -> None:
        """Put elements at the end."""
        for value in list(values):
            self._insert_at(len(self), value)

    def pop(self, index: SupportsIndex = -1) -> Any:
        """Remove an element, and give it with the formatting that it had."""
        return self._delete_at(self._index(index, "pop"), keep=True)

    def remove(self, value: Any) -> None:
        """Remove the first element that is equal to a value."""
        self._delete_one(self.index(value))

    def clear(self) -> None:
        """Remove all elements."""
        for at in reversed(range(len(self))):
            self._delete_at(at, keep=False)

    def reverse(self) -> None:
        """Put the elements in the opposite order, comments included."""
        self._reorder(list(reversed(range(len(self)))))

    def sort(self, *, key: Callable[[Any], Any] | None = None, reverse: bool = False) -> None:
        """Put the elements in order, comments included."""

        def key_at(at: int) -> Any:
            return self[at] if key is None else key(self[at])

        self._reorder(sorted(range(len(self)), key=key_at, reverse=reverse))

    def copy(self: Self) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    def __copy__(self: Self) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    def __deepcopy__(self: Self, memo: dict[int, Any]) -> Self:
        """Give the same once more, with its formatting, in no place."""
        return self._clone()

    @overload
    def __setitem__(self, index: SupportsIndex, value: Any) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[Any]) -> None: ...
    def __setitem__(self, index: SupportsIndex | slice, value: Any) -> None:
        """Set one element, or those of a slice."""
        if isinstance(index, slice):
            values = list(self)
            values[index] = list(value)
            self._replace_all(values)
            return
        at = self._index(index, "assignment")
        if self[at] is not value:
            self._set_at(at, value)

    def __delitem__(self, index: SupportsIndex | slice) -> None:
        """Remove one element, or those of a slice."""
        if isinstance(index, slice):
            for at in sorted(range(len(self))[index], reverse=True):
                self._delete_at(at, keep=False)
            return
        self._delete_one(self._index(index, "assignment"))

    def _delete_one(self, at: int) -> None:
        """Remove an element; a table or array that the program has keeps its formatting."""
        self._delete_at(at, keep=isinstance(list.__getitem__(self, at), Node))

    def __iadd__(self: Self, values: Iterable[Any]) -> Self:  # type: ignore[misc]
        """Put elements at the end."""
        self.extend(values)
        return self

    def __imul__(self: Self, count: SupportsIndex) -> Self:
        """Repeat the elements."""
        self._replace_all(list(self) * int(count))
        return self

    # What the kinds share.

    def _index(self, index: SupportsIndex, what: str) -> int:
        try:
            return range(len(self))[index]
        except IndexError:
            raise IndexError(f"list {what} index out of range") from None

    def _step_of(self, item: object) -> str | int:
        hint = getattr(item, "_name", 0)
        if isinstance(hint, int) and hint < len(self) and list.__getitem__(self, hint) is item:
            return hint
        for at, own in enumerate(self):
            if own is item and isinstance(own, Item):
                own._name = at
                return at
        return hint

    def _children(self) -> list[Item]:
        return [value for value in self if isinstance(value, Node) and isinstance(value, Item)]

    def unwrap(self) -> list[Any]:
        """Give a plain list of plain values, all through."""
        return [plain(value) for value in self]

    @property
    def value(self) -> list[Any]:
        """A list of the elements."""
        return list(self)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """Pickle as text."""
        return convert.rebuilt, (type(self).__name__, render.inline(self))
