from collections.abc import Callable, Mapping
from os import PathLike
from typing import Any, Literal, Protocol, final

__all__ = ["VERSION", "Editor", "Kit", "dump", "dumps", "load", "loads"]

class _Readable(Protocol):
    def read(self) -> bytes | bytearray: ...

class _Writable(Protocol):
    def write(self, data: bytes, /) -> object: ...

VERSION: str

def loads(
    s: str | bytes | bytearray,
    /,
    *,
    parse_float: Callable[[str], Any] | None = None,
    version: Literal["1.0", "1.1"] = "1.0",
) -> dict[str, Any]:
    """Read TOML from a string.

    `s` is a `str`, or `bytes` that are UTF-8.
    `parse_float` is called with the text of every float; `float` if it is None.
    `version` is the version of TOML, "1.0" or "1.1".

    Raises `TOMLDecodeError` if `s` is not valid TOML.

    >>> import toml_py
    >>> toml_py.loads("[server]\\nports = [8000, 0x1F41]")
    {'server': {'ports': [8000, 8001]}}

    >>> from decimal import Decimal
    >>> toml_py.loads("price = 9.90", parse_float=Decimal)
    {'price': Decimal('9.90')}

    >>> toml_py.loads("point = { x = 1,\\n y = 2, }", version="1.1")
    {'point': {'x': 1, 'y': 2}}

    >>> try:
    ...     toml_py.loads("name = toml")
    ... except toml_py.TOMLDecodeError as error:
    ...     print(error)
    a string value needs quotes, found `toml` (at line 1, column 8)
    """

def load(
    fp: _Readable | PathLike[str] | PathLike[bytes],
    /,
    *,
    parse_float: Callable[[str], Any] | None = None,
    version: Literal["1.0", "1.1"] = "1.0",
) -> dict[str, Any]:
    """Read TOML from a file that is open in binary mode, or from a path.

    `fp` has a method `read` that returns bytes, or is an `os.PathLike` such as a `pathlib.Path`.
    `parse_float` is called with the text of every float; `float` if it is None.
    `version` is the version of TOML, "1.0" or "1.1".

    Raises `TOMLDecodeError` if the content is not valid TOML, `UnicodeDecodeError` if it is not
    UTF-8, and `TypeError` if the file is open in text mode.

    >>> import io, toml_py
    >>> toml_py.load(io.BytesIO(b"answer = 42"))
    {'answer': 42}
    """

def dumps(
    obj: Mapping[str, Any],
    /,
    *,
    multiline_strings: bool = False,
    indent: int = 4,
    sort_keys: bool = False,
    none: Literal["error", "skip"] = "error",
    width: int | None = None,
) -> str:
    """Write a mapping as TOML text, in the layout of tomli-w.

    `obj` is any mapping with string keys. Its values, and those of the mappings, lists and tuples
    in it, are `str`, `int`, `float`, `bool`, `Decimal`, dates, times, and members of enums with such
    values. A `Document` gives its own text, and is a `TypeError` together with an option.

    `multiline_strings` keeps newlines in strings, and turns CRLF into LF there.
    `indent` is the number of spaces in front of the elements of an array.
    `sort_keys` writes the keys of every table in the order of their code points.
    `none` says what becomes of keys whose value is None: "error", or "skip" to leave them out.
    `width` writes an array on one line where that line has no more characters than this.

    Raises `TypeError` for a value or key of another type, and `ValueError` for a value that TOML
    does not have and for data that nests too deep. Both name the keys that lead to it.

    >>> import toml_py
    >>> print(toml_py.dumps({"server": {"ports": [8000, 8001]}, "debug": False}), end="")
    debug = false
    <BLANKLINE>
    [server]
    ports = [
        8000,
        8001,
    ]

    >>> print(toml_py.dumps({"b": [1, 2], "a": None}, none="skip", width=80), end="")
    b = [1, 2]

    >>> toml_py.dumps({"tool": {"paths": [object()]}})
    Traceback (most recent call last):
    TypeError: Object of type 'object' is not TOML serializable (at tool.paths[0])
    """

def dump(
    obj: Mapping[str, Any],
    fp: _Writable,
    /,
    *,
    multiline_strings: bool = False,
    indent: int = 4,
    sort_keys: bool = False,
    none: Literal["error", "skip"] = "error",
    width: int | None = None,
) -> None:
    """Write a mapping as TOML to a file that is open in binary mode.

    The text is complete before any of it is written: where there is an error, the file is as it was.
    Arguments and errors are those of `dumps`.

    >>> import io, toml_py
    >>> file = io.BytesIO()
    >>> toml_py.dump({"answer": 42}, file)
    >>> file.getvalue()
    b'answer = 42\\n'
    """

@final
class Editor:
    """The text of a document and the edits that wait to become part of it, for `toml_py.Document`.

    A path is a list of keys and indexes from the document on, indexes counted from the start.
    """

    def __new__(cls, source: str | bytes | bytearray, version: str) -> Editor: ...
    @staticmethod
    def open(path: str | PathLike[str], version: str) -> Editor:
        """Read a file, for `save` to write."""

    def level(self, id: int) -> tuple[Any, list[tuple[Any, bool, int]]]:
        """Give a table or array that was parsed, by its number, as a `dict` or `list`.

        In it, None stands for tables and arrays; they are listed by key or index, with whether it is a table, and
        its number.
        """

    def plain(self, id: int) -> Any:
        """Give a table or array that was parsed, with all that is in it."""

    @staticmethod
    def normal(value: object) -> Any:
        """Give new plain objects for a value, as a document would give them back; errors are those of `dumps`."""

    @staticmethod
    def path(path: str) -> list[str | int]:
        """Give the keys and indexes of a path in the syntax of dotted keys."""

    @staticmethod
    def path_text(path: list[str | int]) -> str:
        """Give a path in the syntax of dotted keys."""

    def set(self, path: list[str | int], value: object) -> None:
        """Set a value, later; tables on the way are made."""

    def extend(self, path: list[str | int], length: int, values: list[Any]) -> None:
        """Add elements behind the last one of an array, which has so many now, later: all of them, or none."""

    def insert(self, path: list[str | int], index: int, values: list[Any]) -> None:
        """Add elements before another one of an array, later: all of them, or none."""

    def copy(self, source: list[str | int], path: list[str | int], value: Any) -> bool:
        """Put a table or array with its text at a new key, or before an element, later; tell whether it has a text."""

    def remove(self, path: list[str | int]) -> None:
        """Remove an item, later."""

    def clear(self, path: list[str | int]) -> None:
        """Remove all that is in a table or array, later."""

    def rename(self, path: list[str | int], key: str) -> None:
        """Give an item another key, later."""

    def reorder(self, path: list[str | int], order: list[int]) -> None:
        """Put each element `order[n]` of an array to the place of the `n`th, later."""

    def sort_keys(self, path: list[str | int], keys: list[str]) -> None:
        """Sort the keys of a table as a list has them, later."""

    def insert_beside(self, sibling: list[str | int], side: str, key: str, value: object) -> None:
        """Add a key "before" or "after" another one, now."""

    def convert(self, path: list[str | int], form: str) -> None:
        """Write a table as "inline", "table" or "dotted", now."""

    def set_lines(self, path: list[str | int], one_each: bool) -> None:
        """Put each element of an array on a line of its own, or all on one, now."""

    def set_comment(self, path: list[str | int], text: str | None) -> None:
        """Set the comment beside an item, now."""

    def set_comments_above(self, path: list[str | int], lines: list[str]) -> None:
        """Set the comments above an item, or at the start of the document, now."""

    def set_epilogue(self, lines: list[str]) -> None:
        """Set the comments at the end of the document, now."""

    def save(self, path: str | PathLike[str]) -> None:
        """Write the file that was read, if the text has changed; `path` is for errors."""

    def text(self) -> str:
        """Give the text, with all edits."""

    def comment(self, path: list[str | int]) -> str | None:
        """Give the comment beside an item."""

    def comments_above(self, path: list[str | int]) -> list[str]:
        """Give the comments above an item, or at the start of the document."""

    def epilogue(self) -> list[str]:
        """Give the comments at the end of the document."""

    def span(self, path: list[str | int], part: str) -> tuple[int, int] | None:
        """Give start and end of a "value" or its "key", in characters."""

    def position(self, path: list[str | int], part: str) -> tuple[int, int] | None:
        """Give line and column of the start of a "value" or its "key"."""

    def patches(self) -> list[tuple[int, int, str]]:
        """Give the changes since the checkpoint: start, end, new text."""

    def checkpoint(self) -> None:
        """Have `patches` and `diff` tell what changes from here on."""

    def diff(self, old: str, new: str) -> str:
        """Give the changes since the checkpoint as a unified diff."""

@final
class Kit:
    """The text of a document, and edits of it.

    `text` is TOML 1.0, or 1.1 where it is valid in that alone.

    Raises `TOMLDecodeError` if it is neither.
    """

    def __new__(cls, text: str, /) -> Kit: ...
    def text(self) -> str:
        """The text as it is now."""

    def tree(self, path: list[str | int], /) -> tuple[str, Any, Any]:
        """The item at a path, and all in it, as tuples `(kind, content, raw)`.

        Raises `KeyError` if there is none.
        """

    def raw(self, path: list[str | int], /) -> str:
        """The text of the value at a path.

        Raises `KeyError` if there is none.
        """

    def trivia(self, path: list[str | int], /) -> tuple[str, str, str, str]:
        """What stands round an item on its line: indent, the gap before the comment, the comment, the line's end.

        Raises `KeyError` if there is no item at the path.
        """

    def body(
        self, path: list[str | int], /, *, with_next: bool = False
    ) -> list[tuple[str, str, str, str]]:
        """The lines of a table's body, then the keys of the tables below, as tuples of four: `"key"`, the key, its text, and what
        stands before the value; or `"comment"` or `"blank"`, the text, and two empty ones.

        `with_next` adds the comments that belong to the next header.

        Raises `KeyError` if there is no table at the path.
        """

    def edit(self, edits: list[tuple[str, list[str | int], str | None, list[int]]], /) -> None:
        """Does all edits of a list, or none: tuples of a name, a path, and a text or an index as it needs them.

        A text of TOML 1.0 becomes one of TOML 1.1 where what goes in is valid in that alone.

        Raises `ValueError` if one of them cannot be done; the text is as before.
        """

    @staticmethod
    def key(key: str, /) -> str:
        """A key as text, in quotes where it needs them."""

    @staticmethod
    def string(text: str, /, *, literal: bool, multiline: bool) -> str | None:
        """A string in the quotes that are asked for, or None where it has no text in them."""
