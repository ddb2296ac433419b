"""What tables and arrays have in common: their data, their place in the document, paths below them.

Data is a real `dict` or `list` of plain values, tables and arrays. It is read when it is first used,
from the document as it was parsed, and changed by every edit at once; the text follows when it is asked
for. So an item is what it is wherever it goes, and its path is looked up in the data.
"""

from __future__ import annotations

from collections import namedtuple

from .._errors import DetachedError, EditError
from .._native import Editor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

    _Segment: TypeAlias = str | int
    _PathLike: TypeAlias = str | Sequence[str | int]
    _Part: TypeAlias = Literal["value", "key"]

    class Patch(NamedTuple):
        """A change of a text: what stands from `start` to `end`, in characters, becomes `text`."""

        start: int
        end: int
        text: str

else:
    Patch = namedtuple("Patch", "start end text")
    Patch.__doc__ = "A change of a text: what stands from `start` to `end`, in characters, becomes `text`."

# What a document gives back as it was given.
PLAIN = frozenset((str, int, float, bool))


def normal(value: object) -> Any:
    """Turn a value into what the document gives back for it: new plain objects.

    Whatever code of the caller's has to run for that does so here, before anything has changed.
    """
    if type(value) in PLAIN:
        return value
    if isinstance(value, Item):
        return value.unwrap()
    return Editor.normal(value)


def plain(value: Any) -> Any:
    """Give the plain data of a value that a document has given."""
    return value.unwrap() if isinstance(value, Item) else value


def drop(value: Any, path: list[_Segment]) -> None:
    """Detach what was at a path, if it was a table or an array."""
    if isinstance(value, Item):
        value._detach(path)


class Item:
    """A table or an array of a document."""

    __slots__ = ("__weakref__", "_data", "_editor", "_key", "_parent", "_source")

    # The classes for what is in a dict and in a list.
    _kinds: ClassVar[dict[type, type[Item]]] = {}

    _editor: Editor
    # What it is in; the document is in nothing.
    _parent: Item | None
    # Its key, or the index that it had when that was last looked up.
    _key: _Segment
    # What is in it; None before it is read, and when it is detached.
    _data: Any
    # Where it is read from: its number in the document as parsed, or plain data. A path once it is detached.
    _source: int | dict[str, Any] | list[Any] | Detached | None

    def __init__(self, editor: Editor, parent: Item, key: _Segment, source: Any) -> None:
        """Make an item that is read later; documents do this."""
        self._editor = editor
        self._parent = parent
        self._key = key
        self._source = source
        self._data = None

    def _live(self) -> Any:
        """Give the data, which is read if need be; raise an error if the item is detached."""
        if self._data is not None:
            return self._data
        source = self._source
        if type(source) is Detached:
            message = f"no longer part of the document; it was at {path_text(source.path)}"
            raise DetachedError(message)
        if type(source) is int:
            data, inner = self._editor.level(source)
            table, array = Item._kinds[dict], Item._kinds[list]
            for key, is_table, number in inner:
                data[key] = (table if is_table else array)(self._editor, self, key, number)
        else:
            data = self._wrapped(source)
        self._data = data
        self._source = None
        return data

    def _wrapped(self, source: Any) -> Any:
        """Give new data of plain data, with items for the tables and arrays in it."""
        if type(source) is dict:
            return {key: self._wrap(key, value) for key, value in source.items()}
        return [self._wrap(index, value) for index, value in enumerate(source)]

    def _wrap(self, key: _Segment, value: Any) -> Any:
        kind = Item._kinds.get(type(value))
        return value if kind is None else kind(self._editor, self, key, value)

    def _detach(self, path: list[_Segment]) -> None:
        """Make the item and all that is in it useless, as it is no longer in the document."""
        data = self._data
        self._data = None
        self._source = Detached(path)
        if data:
            for key, value in data.items() if isinstance(data, dict) else enumerate(data):
                drop(value, [*path, key])

    def _path(self) -> list[_Segment]:
        """Give the keys and indexes that lead to the item."""
        path: list[_Segment] = []
        item = self
        while item._parent is not None:
            parent = item._parent
            key = item._key
            if isinstance(key, int) and not _is_at(parent._data, key, item):
                for index, value in enumerate(parent._data):
                    if isinstance(value, Item):
                        value._key = index
                key = item._key
            path.append(key)
            item = parent
        path.reverse()
        return path

    def _become(self, new: Any, path: list[_Segment]) -> None:
        raise NotImplementedError

    def _is_copied(self, value: object, path: list[_Segment], data: Any) -> bool:
        """Have the text of an item of this document stand at a new place, too, if `value` is one."""
        if not isinstance(value, Item) or value._editor is not self._editor or value._parent is None:
            return False
        return self._editor.copy(value._path(), path, data)

    def unwrap(self) -> Any:
        """Give the data as new plain objects: `dict`, `list`, `str`, `int` and so on.

        >>> import toml_py
        >>> toml_py.parse("a = { b = [1] }")["a"].unwrap()
        {'b': [1]}
        """
        data = self._data
        if data is None and type(self._source) is int:
            return self._editor.plain(self._source)
        data = self._live()
        if isinstance(data, dict):
            return {key: plain(value) for key, value in data.items()}
        return [plain(value) for value in data]

    def __repr__(self) -> str:
        """Show the data."""
        name = type(self).__name__
        if type(self._source) is Detached:
            return f"<detached {name}, was at {path_text(self._source.path)}>"
        return f"{name}({self.unwrap()!r})"

    def _find(self, path: _PathLike) -> Any:
        """Give what is at a path below the item."""
        value: Any = self
        for segment in segments(path):
            if not isinstance(value, Item):
                raise KeyError(segment)
            value = value._step(segment)
        return value

    def _step(self, segment: _Segment) -> Any:
        raise NotImplementedError

    def _at(self, path: _PathLike) -> list[_Segment]:
        """Give the path from the document of what is at a path below the item."""
        way = segments(path)
        if not way:
            self._live()
            return self._path()
        holder = self._find(way[:-1])
        if not isinstance(holder, Item):
            raise KeyError(path_text(way))
        holder._step(way[-1])
        last = way[-1]
        if isinstance(last, int) and last < 0:
            last += len(holder._live())
        return [*holder._path(), last]

    def get_path(self, path: _PathLike, default: Any = None) -> Any:
        """Give what is at a path, or the default if there is nothing.

        A path is a text such as `"a.b[0]"`, or a sequence of keys and indexes. An index may be negative.

        >>> import toml_py
        >>> document = toml_py.parse("a.b = [1, 2]")
        >>> document.get_path("a.b[-1]"), document.get_path(["a", "b", 0]), document.get_path("a.c")
        (2, 1, None)
        """
        way = segments(path)
        self._live()
        try:
            return self._find(way)
        except (KeyError, IndexError):
            return default

    def comment(self, path: _PathLike = ()) -> str | None:
        """Give the comment at the end of an item's line, or of its header's line, without `#` and the space behind it.

        >>> import toml_py
        >>> toml_py.parse("port = 80 # http").comment("port")
        'http'
        """
        return self._editor.comment(self._at(path))

    def set_comment(self, path: _PathLike, text: str | None) -> None:
        """Set the comment at the end of an item's line, or remove it. `text` is without `#`.

        Raises `EditError` where no comment can stand, and for a text of several lines.

        >>> import toml_py
        >>> document = toml_py.parse("port = 80")
        >>> document.set_comment("port", "http")
        >>> print(document)
        port = 80 # http
        """
        self._editor.set_comment(self._at(path), text)

    def comments_above(self, path: _PathLike = ()) -> list[str]:
        """Give the comment lines right above an item, without `#` and the space behind it.

        Those of the document are the ones that it starts with, up to a blank line.

        >>> import toml_py
        >>> toml_py.parse("# Where it listens.\\nport = 80").comments_above("port")
        ['Where it listens.']
        """
        return self._editor.comments_above(self._at(path))

    def set_comments_above(self, path: _PathLike, lines: Iterable[str]) -> None:
        """Set the comment lines right above an item, or remove them. They are without `#`.

        Raises `EditError` where no comment can stand.

        >>> import toml_py
        >>> document = toml_py.parse("port = 80")
        >>> document.set_comments_above("port", ["Where it listens,", "for now."])
        >>> print(document)
        # Where it listens,
        # for now.
        port = 80
        """
        self._editor.set_comments_above(self._at(path), lines_of(lines))

    def span(self, path: _PathLike = (), *, of: _Part = "value") -> tuple[int, int]:
        """Give where a value or its key stands in the text of the document: start and end, in characters from 0.

        The value of a table with a header is that header; of an array of tables, the first header; of a table
        that only other headers or dotted keys name, its key where it is first named; of the document, all of it.
        The element of an array has no key: that is a KeyError.

        >>> import toml_py
        >>> document = toml_py.parse("name = 'é'\\nport = 80")
        >>> start, end = document.span("port")
        >>> str(document)[start:end]
        '80'
        """
        return self._place(self._editor.span(self._at(path), of), path)

    def position(self, path: _PathLike = (), *, of: _Part = "value") -> tuple[int, int]:
        """Give line and column, both from 1, in characters, of where a value or its key starts; see `span`.

        >>> import toml_py
        >>> document = toml_py.parse("name = 'é'\\nport = 80")
        >>> document.position("port"), document.position("port", of="key")
        ((2, 8), (2, 1))
        """
        return self._place(self._editor.position(self._at(path), of), path)

    def _place(self, place: tuple[int, int] | None, path: _PathLike) -> tuple[int, int]:
        if place is None:
            raise KeyError(f"no key at {path_text(segments(path))}")
        return place

    def set_path(self, path: _PathLike, value: Any) -> None:
        """Set what is at a path; tables on the way are made where they are missing.

        >>> import toml_py
        >>> document = toml_py.parse("[tool]")
        >>> document.set_path("tool.ruff.line-length", 100)
        >>> document.unwrap()
        {'tool': {'ruff': {'line-length': 100}}}
        """
        way = segments(path)
        if not way:
            message = "a path of no keys leads to no place"
            raise EditError(message)
        holder: Any = self
        for at, segment in enumerate(way[:-1]):
            try:
                inner = holder._step(segment)
            except KeyError:
                holder._add(way[at:], value)
                return
            if not isinstance(inner, Item):
                message = f"there is a plain value at {path_text(way[: at + 1])}"
                raise EditError(message)
            holder = inner
        holder._put(way[-1], value)

    def _put(self, segment: _Segment, value: Any) -> None:
        raise NotImplementedError

    def to_inline(self, path: _PathLike = ()) -> None:
        """Write a table, or an array of tables, in braces behind its key.

        Raises `EditError` for what is none of these, and for the document.

        >>> import toml_py
        >>> document = toml_py.parse("[a]\\nb = 1\\n")
        >>> document.to_inline("a")
        >>> print(document, end="")
        a = { b = 1 }
        """
        self._editor.convert(self._at(path), "inline")

    def to_table(self, path: _PathLike = ()) -> None:
        """Write a table, or an array of tables, under headers of its own.

        Raises `EditError` for what is none of these, for the document, and for what stands in braces.

        >>> import toml_py
        >>> document = toml_py.parse("a = { b = 1 }\\n")
        >>> document.to_table("a")
        >>> print(document, end="")
        [a]
        b = 1
        """
        self._editor.convert(self._at(path), "table")

    def to_dotted(self, path: _PathLike = ()) -> None:
        """Write a table as dotted keys.

        Raises `EditError` for what is none, for the document, and for what stands in braces.

        >>> import toml_py
        >>> document = toml_py.parse("a = { b = 1 }\\n")
        >>> document.to_dotted("a")
        >>> print(document, end="")
        a.b = 1
        """
        self._editor.convert(self._at(path), "dotted")


class Detached:
    """Where an item was before it was detached."""

    __slots__ = ("path",)

    def __init__(self, path: list[_Segment]) -> None:
        """Keep a path."""
        self.path = path


def _is_at(data: list[Any], index: int, item: Item) -> bool:
    return index < len(data) and data[index] is item


def lines_of(lines: Iterable[str]) -> list[str]:
    """Give lines as a list; a text is none, though it has characters that could be lines."""
    if isinstance(lines, str):
        message = "comment lines are a list of texts, not 'str'"
        raise TypeError(message)
    return list(lines)


def segments(path: _PathLike) -> list[_Segment]:
    """Give the keys and indexes of a path."""
    return Editor.path(path) if isinstance(path, str) else list(path)


def path_text(path: list[_Segment]) -> str:
    """Give a path in the syntax of dotted keys."""
    return Editor.path_text(path) or "the document"
