"""Arrays: sequences whose edits are edits of the document's text."""

from __future__ import annotations

from collections.abc import MutableSequence
from operator import index as as_index

from .items import Item, drop, normal, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from typing_extensions import Self

    from .items import _Segment


class Array(Item, MutableSequence["Any"]):
    """An array of a document, in brackets or of tables under `[[headers]]`.

    It is used as a `list` is, and its elements are plain objects of Python, `Table`s and `Array`s. They follow
    their text: a table of the array is the same after others before it were inserted, removed or sorted.

    >>> import toml_py
    >>> document = toml_py.parse("ports = [80, 443]\\n")
    >>> document["ports"].insert(1, 8080)
    >>> document["ports"] += [9000]
    >>> print(document, end="")
    ports = [80, 8080, 443, 9000]
    """

    __slots__ = ()

    _data: list[Any] | None

    if TYPE_CHECKING:

        def _live(self) -> list[Any]: ...
        def unwrap(self) -> list[Any]: ...

    def __getitem__(self, index: Any) -> Any:
        return (self._data or self._live())[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._live())

    def __reversed__(self) -> Iterator[Any]:
        elements: Iterator[Any] = reversed(self._live())
        return elements

    def __len__(self) -> int:
        return len(self._live())

    def __contains__(self, value: object) -> bool:
        return value in self._live()

    def index(self, value: Any, *range: int) -> int:
        """Give the index of the first element that is equal to a value."""
        return self._live().index(value, *range)

    def count(self, value: Any) -> int:
        """Count the elements that are equal to a value."""
        return self._live().count(value)

    def __setitem__(self, index: Any, value: Any) -> None:
        if isinstance(index, slice):
            self._set_slice(index, value)
        else:
            self._put(as_index(index), value)

    def _put(self, segment: _Segment, value: Any) -> None:
        old = self._step(segment)
        if old is value and isinstance(value, Item):
            return
        value = normal(value)
        data = self._live()
        at = range(len(data))[int(segment)]
        path = [*self._path(), at]
        self._editor.set(path, value)
        drop(data[at], path)
        data[at] = self._wrap(at, value)

    def _step(self, segment: _Segment) -> Any:
        data = self._live()
        if isinstance(segment, str):
            raise KeyError(segment)
        return data[segment]

    def _set_slice(self, place: slice, values: Iterable[Any]) -> None:
        """Replace elements. Those that are among the new ones, too, stay what they are."""
        # The errors of a list come first.
        self._live()[place]
        values = list(values)
        list(self._live())[place] = values
        new: list[Any] = [value if isinstance(value, Item) else _New(normal(value)) for value in values]
        data = self._live()
        known = {id(value) for value in data[place] if isinstance(value, Item)}
        for index, value in enumerate(new):
            if isinstance(value, Item):
                if id(value) in known:
                    known.remove(id(value))
                else:
                    new[index] = _New(value.unwrap())
        old = range(len(data))[place]
        if not new:
            del self[place]
        elif not old and old.step == 1:
            self._insert_all(old.start, [value.data for value in new])
        elif len(old) == len(new) == 1 and isinstance(new[0], _New):
            self._put(old[0], new[0].data)
        else:
            self._become_list(place, new, known)

    def _become_list(self, place: slice, new: list[Any], gone: set[int]) -> None:
        """Replace elements; of the old ones, those with the ids in `gone` are not among the new."""
        data = self._live()
        whole = list(data)
        whole[place] = new
        order = _order_of(data, whole)
        if order is not None:
            self._reorder(order)
            return
        path = self._path()
        self._set_text(path, place, [value.data if type(value) is _New else plain(value) for value in whole])
        for index, value in enumerate(data):
            if id(value) in gone:
                drop(value, [*path, index])
        for index, value in enumerate(whole):
            if type(value) is _New:
                whole[index] = self._wrap(index, value.data)
        data[:] = whole

    def _set_text(self, path: list[_Segment], place: slice, whole: list[Any]) -> None:
        """Have the text say other elements: those that are equal keep theirs."""
        try:
            self._editor.set(path, whole)
        except ValueError:
            # There is something in the array that only a text can say, such as an integer beyond 64 bits.
            old = range(len(self._live()))
            places = old[place]
            step = places.step if len(whole) == len(old) else 1
            count = len(whole) - len(old) + len(places)
            new = whole[place] if step != 1 else whole[places.start : places.start + count]
            for at, value in zip(places, new):
                self._editor.set([*path, at], value)
            for at in reversed(places[len(new) :]):
                self._editor.remove([*path, at])
            for at, value in enumerate(new[len(places) :], places.start + len(places)):
                self._editor.insert(path, at, [value])

    def __delitem__(self, index: Any) -> None:
        data = self._live()
        if isinstance(index, slice):
            places = sorted(range(len(data))[index], reverse=True)
        else:
            data[index]
            places = [range(len(data))[index]]
        path = self._path()
        for at in places:
            self._editor.remove([*path, at])
        gone = [(at, data[at]) for at in places]
        del data[index]
        for at, value in gone:
            drop(value, [*path, at])

    def insert(self, index: int, value: Any) -> None:
        """Add an element before the one at an index."""
        index = as_index(index)
        self._insert(lambda data: slice(index, None).indices(len(data))[0], value)

    def append(self, value: Any) -> None:
        """Add an element behind the last one."""
        self._insert(len, value)

    def _insert(self, index_in: Callable[[list[Any]], int], value: Any) -> None:
        new = normal(value)
        data = self._live()
        at = index_in(data)
        path = self._path()
        if self._is_copied(value, [*path, at], new):
            data.insert(at, self._wrap(at, new))
        else:
            self._insert_all(at, [new])

    def _insert_all(self, at: int, new: list[Any]) -> None:
        """Add plain values before the element at an index: all of them, or none."""
        data = self._live()
        if not new:
            return
        if at == len(data):
            self._editor.extend(self._path(), at, new)
        else:
            self._editor.insert(self._path(), at, new)
        data[at:at] = [self._wrap(index, value) for index, value in enumerate(new, at)]

    def extend(self, values: Iterable[Any]) -> None:
        """Add elements behind the last one: all of them, or none if one of them is nothing for a document."""
        new = [normal(value) for value in values]
        self._insert_all(len(self._live()), new)

    def pop(self, index: int = -1) -> Any:
        """Remove an element, the last one by default, and give it as plain data."""
        data = self._live()
        if not data:
            data.pop(index)
        value = plain(data[index])
        del self[index]
        return value

    def remove(self, value: Any) -> None:
        """Remove the first element that is equal to a value."""
        del self[self._live().index(value)]

    def clear(self) -> None:
        """Remove all elements."""
        data = self._live()
        if not data:
            return
        path = self._path()
        self._editor.clear(path)
        values = list(data)
        data.clear()
        for index, value in enumerate(values):
            drop(value, [*path, index])

    def reverse(self) -> None:
        """Turn the order of the elements round. Their comments go with them."""
        self._reorder(list(reversed(range(len(self._live())))))

    def sort(self, *, key: Callable[[Any], Any] | None = None, reverse: bool = False) -> None:
        """Sort the elements, as `list.sort` does. Their comments go with them."""
        before = list(self._live())
        by = before.__getitem__ if key is None else lambda at: key(before[at])
        order = sorted(range(len(before)), key=by, reverse=reverse)
        after = self._live()
        if len(after) != len(before) or any(one is not other for one, other in zip(before, after)):
            message = "array modified during sort"
            raise ValueError(message)
        self._reorder(order)

    def _reorder(self, order: list[int]) -> None:
        data = self._live()
        if order == list(range(len(data))):
            return
        self._editor.reorder(self._path(), order)
        data[:] = [data[at] for at in order]

    def copy(self) -> list[Any]:
        """Give a `list` of the same elements; tables and arrays in it are those of the document."""
        return list(self._live())

    __copy__ = copy

    def __deepcopy__(self, memo: object) -> list[Any]:
        return self.unwrap()

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (self.unwrap(),)

    def __eq__(self, other: object) -> bool:
        other = _list(other)
        return NotImplemented if other is None else self._live() == other

    __hash__ = None  # type: ignore[assignment]

    def __lt__(self, other: object) -> bool:
        other = _list(other)
        return NotImplemented if other is None else self._live() < other

    def __le__(self, other: object) -> bool:
        other = _list(other)
        return NotImplemented if other is None else self._live() <= other

    def __gt__(self, other: object) -> bool:
        other = _list(other)
        return NotImplemented if other is None else self._live() > other

    def __ge__(self, other: object) -> bool:
        other = _list(other)
        return NotImplemented if other is None else self._live() >= other

    def __add__(self, other: Any) -> list[Any]:
        other = _list(other)
        return NotImplemented if other is None else self.unwrap() + other

    def __radd__(self, other: Any) -> list[Any]:
        other = _list(other)
        return NotImplemented if other is None else other + self.unwrap()

    def __iadd__(self, other: Iterable[Any]) -> Self:  # type: ignore[misc]
        self.extend(other)
        return self

    def __mul__(self, count: int) -> list[Any]:
        return self.unwrap() * count

    __rmul__ = __mul__

    def __imul__(self, count: int) -> Self:
        count = as_index(count)
        if count < 1:
            self.clear()
        else:
            self.extend(self.unwrap() * (count - 1))
        return self

    def set_lines(self, *, one_each: bool) -> None:
        """Put each element on a line of its own, or all of them on one line.

        Raises `EditError` for an array of tables, and where a comment is in the way.

        >>> import toml_py
        >>> document = toml_py.parse("ports = [80, 443]\\n")
        >>> document["ports"].set_lines(one_each=True)
        >>> print(document, end="")
        ports = [
            80,
            443,
        ]
        """
        self._live()
        self._editor.set_lines(self._path(), one_each)

    def _become(self, new: Any, path: list[_Segment]) -> None:
        """Take new data; the tables and arrays at the places of new ones stay."""
        data = self._live()
        length = len(new)
        for index, value in enumerate(data[length:], length):
            drop(value, [*path, index])
        del data[length:]
        for index, value in enumerate(new):
            old = data[index] if index < len(data) else None
            if isinstance(old, Item) and type(old._live()) is type(value):
                old._key = index
                old._become(value, [*path, index])
                continue
            drop(old, [*path, index])
            data[index : index + 1] = [self._wrap(index, value)]


def _order_of(old: list[Any], new: list[Any]) -> list[int] | None:
    """Give the old indexes of new elements, if those are the old ones in some order."""
    if len(old) != len(new):
        return None
    places: dict[object, list[int]] = {}
    for index in reversed(range(len(old))):
        places.setdefault(_identity(old[index]), []).append(index)
    order = []
    for value in new:
        free = places.get(_identity(value.data if type(value) is _New else value))
        if not free:
            return None
        order.append(free.pop())
    return order


def _identity(value: Any) -> object:
    """Give what tells an element from others: itself for a table or array, else type and text."""
    if isinstance(value, (Item, dict, list)):
        return id(value)
    return type(value), repr(value)


class _New:
    """An element that is not in the array yet."""

    __slots__ = ("data",)

    def __init__(self, data: Any) -> None:
        self.data = data


def _list(value: object) -> list[Any] | None:
    """Give the elements of an array or list."""
    if isinstance(value, Array):
        return value._live()
    return value if isinstance(value, list) else None


Item._kinds[list] = Array
