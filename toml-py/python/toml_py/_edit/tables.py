"""Tables: mappings whose edits are edits of the document's text."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from .._errors import EditError
from .items import Item, drop, normal, path_text, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterator, KeysView, ValuesView
    from typing import Any

    from typing_extensions import Self

    from .items import _Segment

_MISSING = object()


class Table(Item, MutableMapping[str, "Any"]):
    """A table of a document.

    It is used as a `dict` is, and its values are plain objects of Python, `Table`s and `Array`s. The order of
    keys is that of a `dict`, too: new ones come last, even where the text has them before a header.

    What is assigned is copied: a table of the same document at a new key with its text and comments, all else as
    data. What is taken out by `pop` is plain data. Once a table is no longer in
    its document, because it was deleted or another value took its place, using it is a `DetachedError`.

    >>> import toml_py
    >>> document = toml_py.parse("[server]\\nport = 80 # http\\n")
    >>> server = document["server"]
    >>> server["port"] += 1
    >>> server |= {"host": "localhost"}
    >>> print(document, end="")
    [server]
    port = 81 # http
    host = "localhost"
    """

    __slots__ = ()

    _data: dict[str, Any] | None

    if TYPE_CHECKING:

        def _live(self) -> dict[str, Any]: ...
        def unwrap(self) -> dict[str, Any]: ...

    def __getitem__(self, key: str) -> Any:
        return (self._data or self._live())[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._live())

    def __reversed__(self) -> Iterator[str]:
        return reversed(self._live())

    def __len__(self) -> int:
        return len(self._live())

    def __contains__(self, key: object) -> bool:
        return key in self._live()

    def get(self, key: str, default: Any = None) -> Any:
        """Give the value of a key, or the default if there is no such key."""
        return self._live().get(key, default)

    def keys(self) -> KeysView[str]:
        """Give the keys, as a view."""
        return self._live().keys()

    def values(self) -> ValuesView[Any]:
        """Give the values, as a view."""
        return self._live().values()

    def items(self) -> ItemsView[str, Any]:
        """Give pairs of keys and values, as a view."""
        return self._live().items()

    def __setitem__(self, key: str, value: Any) -> None:
        self._put(key, value)

    def _put(self, segment: _Segment, value: Any) -> None:
        key = _text(segment)
        if isinstance(value, Item) and self._live().get(key) is value:
            return
        new = normal(value)
        data = self._live()
        path = [*self._path(), key]
        if key in data or not self._is_copied(value, path, new):
            self._editor.set(path, new)
        drop(data.get(key), path)
        data[key] = self._wrap(key, new)

    def _add(self, way: list[_Segment], value: Any) -> None:
        """Set a value where the first key of the way to it is missing."""
        for segment in way[1:]:
            if isinstance(segment, int):
                raise IndexError(path_text(way))
        value = normal(value)
        data = self._live()
        self._editor.set([*self._path(), *way], value)
        for segment in reversed(way[1:]):
            value = {segment: value}
        key = _text(way[0])
        data[key] = self._wrap(key, value)

    def _step(self, segment: _Segment) -> Any:
        return self._live()[segment]  # type: ignore[index]  # an index is no key, hence a KeyError

    def __delitem__(self, key: str) -> None:
        data = self._live()
        value = data[key]
        path = [*self._path(), key]
        self._editor.remove(path)
        del data[key]
        drop(value, path)

    def pop(self, key: str, default: Any = _MISSING) -> Any:
        """Remove a key and give its value as plain data, or the default if there is no such key."""
        data = self._live()
        if key not in data and default is not _MISSING:
            return default
        value = plain(data[key])
        del self[key]
        return value

    def popitem(self) -> tuple[str, Any]:
        """Remove the last key and give it with its value as plain data."""
        data = self._live()
        if not data:
            data.popitem()
        key = next(reversed(data))
        return key, self.pop(key)

    def clear(self) -> None:
        """Remove all keys."""
        data = self._live()
        if not data:
            return
        path = self._path()
        self._editor.clear(path)
        values = list(data.items())
        data.clear()
        for key, value in values:
            drop(value, [*path, key])

    def setdefault(self, key: str, default: Any = None) -> Any:
        """Give the value of a key, which is the default from now on if there was no such key."""
        data = self._live()
        if key not in data:
            self[key] = default
        return self._live()[key]

    def copy(self) -> dict[str, Any]:
        """Give a `dict` with the same keys and values; tables and arrays in it are those of the document."""
        return dict(self._live())

    __copy__ = copy

    def __deepcopy__(self, memo: object) -> dict[str, Any]:
        return self.unwrap()

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (self.unwrap(),)

    def __eq__(self, other: object) -> bool:
        data = self._live()
        if isinstance(other, Table):
            return data == other._live()
        if isinstance(other, dict):
            return data == other
        if isinstance(other, Mapping):
            return data == dict(other.items())
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __or__(self, other: Any) -> dict[str, Any]:
        if not isinstance(other, (dict, Table)):
            return NotImplemented
        return {**self.unwrap(), **plain(other)}

    def __ror__(self, other: Any) -> dict[str, Any]:
        if not isinstance(other, dict):
            return NotImplemented
        return {**other, **self.unwrap()}

    def __ior__(self, other: Any) -> Self:
        self.update(other)
        return self

    def insert_before(self, key: str, new_key: str, value: Any) -> None:
        """Add a key before another one and the comments of that.

        Raises `KeyError` if there is no such key, and `EditError` if the new one is there already.

        >>> import toml_py
        >>> document = toml_py.parse("b = 2\\n")
        >>> document.insert_before("b", "a", 1)
        >>> print(document, end="")
        a = 1
        b = 2
        """
        self._insert(key, "before", new_key, value)

    def insert_after(self, key: str, new_key: str, value: Any) -> None:
        """Add a key behind another one.

        Raises `KeyError` if there is no such key, and `EditError` if the new one is there already, or where a
        plain value would stand behind a table with a header.

        >>> import toml_py
        >>> document = toml_py.parse("a = 1\\nc = 3\\n")
        >>> document.insert_after("a", "b", 2)
        >>> print(document, end="")
        a = 1
        b = 2
        c = 3
        """
        self._insert(key, "after", new_key, value)

    def _insert(self, key: str, side: str, new_key: str, value: Any) -> None:
        new_key = _text(new_key)
        value = normal(value)
        data = self._live()
        data[key]
        self._check_free(new_key)
        self._editor.insert_beside([*self._path(), key], side, new_key, value)
        entries = list(data.items())
        at = list(data).index(key) + (side == "after")
        entries.insert(at, (new_key, self._wrap(new_key, value)))
        data.clear()
        data.update(entries)

    def _check_free(self, key: str) -> None:
        if key in self._live():
            message = f"the key exists already at {path_text([*self._path(), key])}"
            raise EditError(message)

    def rename(self, key: str, new_key: str) -> None:
        """Give a value another key, in its place, in every header and dotted key that names it.

        Raises `KeyError` if there is no such key, and `EditError` if the new one is there already.

        >>> import toml_py
        >>> document = toml_py.parse("[a]\\n[a.b]\\n")
        >>> document.rename("a", "c")
        >>> print(document, end="")
        [c]
        [c.b]
        """
        new_key = _text(new_key)
        data = self._live()
        value = data[key]
        if key == new_key:
            return
        self._check_free(new_key)
        self._editor.rename([*self._path(), key], new_key)
        entries = [(new_key if old == key else old, inner) for old, inner in data.items()]
        data.clear()
        data.update(entries)
        if isinstance(value, Item):
            value._key = new_key

    def sort_keys(self, *, key: Callable[[str], Any] | None = None, reverse: bool = False) -> None:
        """Sort the keys: lines with their comments, and the sections of tables among each other.

        `key` and `reverse` are those of `sorted`. Tables in the table are not sorted.

        >>> import toml_py
        >>> document = toml_py.parse("b = 2 # two\\na = 1\\n")
        >>> document.sort_keys()
        >>> print(document, end="")
        a = 1
        b = 2 # two
        """
        data = self._live()
        keys = sorted(data, key=key, reverse=reverse)
        data = self._live()
        entries = [(name, data[name]) for name in keys]
        self._editor.sort_keys(self._path(), keys)
        data.clear()
        data.update(entries)

    def update_from(self, data: Mapping[str, Any]) -> None:
        """Make the data equal to that of a mapping, with the smallest change of the text.

        Tables and arrays that both have stay what they are, with their comments.

        >>> import toml_py
        >>> document = toml_py.parse("a = 1 # one\\nb = [1, 2] # two\\n")
        >>> document.update_from({"a": 1, "b": [1, 2, 3], "c": 3})
        >>> print(document, end="")
        a = 1 # one
        b = [1, 2, 3] # two
        c = 3
        """
        new = normal(data)
        if type(new) is not dict:
            message = f"a mapping is needed, not '{type(data).__qualname__}'"
            raise TypeError(message)
        self._live()
        path = self._path()
        self._editor.set(path, new)
        self._become(new, path)

    def _become(self, new: Any, path: list[_Segment]) -> None:
        """Take new data; tables and arrays that stay keep what stays in them."""
        data = self._live()
        for key in [key for key in data if key not in new]:
            drop(data.pop(key), [*path, key])
        for key, value in new.items():
            old = data.get(key)
            if not _became(old, value, [*path, key]):
                drop(old, [*path, key])
                data[key] = self._wrap(key, value)


def _became(old: Any, new: Any, path: list[_Segment]) -> bool:
    """Give an item new data, if it can have it."""
    if not isinstance(old, Item) or type(new) is not type(old._live()):
        return False
    old._become(new, path)
    return True


def _text(key: object) -> str:
    """Give a key as plain text."""
    if type(key) is str:
        return key
    if isinstance(key, str):
        return str.__str__(key)
    message = f"Invalid mapping key '{key}' of type '{type(key).__qualname__}'. A string is required."
    raise TypeError(message)


Item._kinds[dict] = Table
