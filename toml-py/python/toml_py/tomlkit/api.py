"""The functions of tomlkit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any, TypeVar

from . import _convert as convert
from ._aot import AoT
from ._arrays import Array
from ._convert import Encoder, item
from ._item import Comment, Trivia, Whitespace, marked
from ._keys import DottedKey, Key, SingleKey
from ._scalars import Bool, Date, DateTime, Float, Integer, String, StringType, Time
from ._source import Source
from ._tables import InlineTable, Table
from .exceptions import ParseError, UnexpectedCharError
from .toml_document import TOMLDocument

E = TypeVar("E", bound=Encoder)


def parse(string: str | bytes) -> TOMLDocument:
    """Parse a document: TOML 1.0, or 1.1 where it is valid in that alone.

    Raises `ParseError` with the line and column.

    >>> import toml_py.tomlkit as tomlkit
    >>> document = tomlkit.parse("[project]\\nversion = '1.0' # keep in step")
    >>> document["project"]["version"] = "1.1"
    >>> document.as_string()
    "[project]\\nversion = '1.1' # keep in step"
    """
    document = TOMLDocument()
    document._load(string.decode() if isinstance(string, bytes) else string)
    return document


def loads(string: str | bytes) -> TOMLDocument:
    """Parse a document; see `parse`."""
    return parse(string)


def load(fp: IO[str] | IO[bytes]) -> TOMLDocument:
    """Parse an open file; see `parse`."""
    return parse(fp.read())


def dumps(data: Mapping[str, Any], sort_keys: bool = False) -> str:
    """Give the text of a document, a table, or plain data.

    >>> import toml_py.tomlkit as tomlkit
    >>> print(tomlkit.dumps({"tool": {"x": {"y": [1, 2]}}, "a": True}), end="")
    a = true
    <BLANKLINE>
    [tool.x]
    y = [1, 2]
    """
    as_string = getattr(data, "as_string", None)
    if as_string is not None and not sort_keys:
        own: str = as_string()
        return own
    if isinstance(data, Mapping):
        text: str = item(dict(data), _sort_keys=sort_keys).as_string()
        return text
    raise TypeError(f"Expecting Mapping or TOML Table or Container, {type(data)} given")


def dump(data: Mapping[str, Any], fp: IO[str], *, sort_keys: bool = False) -> None:
    """Write the text of a document, a table, or plain data to a file that is open as text."""
    fp.write(dumps(data, sort_keys=sort_keys))


def document() -> TOMLDocument:
    """Begin a document.

    >>> import toml_py.tomlkit as tomlkit
    >>> document = tomlkit.document()
    >>> _ = document.add(tomlkit.comment("made by a program")).add(tomlkit.nl()).add("title", "x")
    >>> document.as_string()
    '# made by a program\\n\\ntitle = "x"\\n'
    """
    return TOMLDocument()


def integer(raw: str | int) -> Integer:
    """Make an integer of a number, or of its text.

    Raises `ValueError` if it is none.
    """
    made = value(raw) if isinstance(raw, str) else item(int(raw))
    if not isinstance(made, Integer):
        raise ValueError(f"{raw!r} is no integer")
    return made


def float_(raw: str | float) -> Float:
    """Make a float of a number, or of its text."""
    made: Float = item(float(raw))
    return made


def boolean(raw: str | bool) -> Bool:
    """Make a boolean of `True`, or of `"true"`."""
    return Bool(raw if isinstance(raw, bool) else raw == "true")


def string(raw: str, *, literal: bool = False, multiline: bool = False, escape: bool = True) -> String:
    """Make a string in the quotes that are asked for; without `escape`, of a text with escapes.

    Raises `InvalidStringError` if the text cannot be written so.
    """
    return String.from_raw(raw, StringType.select(literal, multiline), escape)


def date(raw: str) -> Date:
    """Make a date of its text.

    Raises `ValueError` if it is none.
    """
    return _of_kind(raw, Date)


def time(raw: str) -> Time:
    """Make a time of its text.

    Raises `ValueError` if it is none.
    """
    return _of_kind(raw, Time)


def datetime(raw: str) -> DateTime:
    """Make a date-time of its text.

    Raises `ValueError` if it is none.
    """
    return _of_kind(raw, DateTime)


V = TypeVar("V", Date, Time, DateTime)


def _of_kind(raw: str, kind: type[V]) -> V:
    try:
        made = value(raw)
    except ParseError:
        made = None
    if not isinstance(made, kind):
        names: dict[type, str] = {Date: "date", Time: "time", DateTime: "datetime"}
        raise ValueError(f"{names[kind]}() only accepts {names[kind]} strings.")
    return made


def array(raw: str = "[]") -> Array:
    """Begin an array, or make one of its text.

    >>> import toml_py.tomlkit as tomlkit
    >>> array = tomlkit.array()
    >>> array.extend([1, 2])
    >>> array.multiline(True).as_string()
    '[\\n    1,\\n    2,\\n]'
    """
    if raw == "[]":
        return Array([], Trivia())
    made = value(raw)
    if not isinstance(made, Array):
        raise UnexpectedCharError(1, 0, "an array starts with [")
    return made


def table(is_super_table: bool | None = None) -> Table:
    """Begin a table; a super table has no header of its own as long as it holds nothing but tables."""
    return convert.new_table(is_super=is_super_table)


def inline_table() -> InlineTable:
    """Begin an inline table."""
    return convert.new_inline_table()


def aot() -> AoT:
    """Begin an array of tables."""
    return AoT([])


def key(k: str | Iterable[str]) -> Key:
    """Make a key of a name, or a dotted key of several."""
    if isinstance(k, str):
        return SingleKey(k)
    return DottedKey([key if isinstance(key, SingleKey) else SingleKey(key) for key in k])


def value(raw: str) -> Any:
    """Make an item of its text.

    Raises `ParseError` if it is not one value.
    """
    source = Source(f"v = {raw}", ("v",))
    if source.kit().raw(["v"]) != raw:
        raise UnexpectedCharError(1, 0, "that is not one value")
    made = convert.loaded(source.kit().tree(["v"]))
    if isinstance(made, bool):
        return Bool(made)
    if isinstance(made, (InlineTable, Array)):
        made._source = source
    return made


def key_value(src: str) -> tuple[Key, Any]:
    """Make a key and an item of a line.

    Raises `ParseError` if it is not one pair.
    """
    made: Any = parse(src)
    names: list[str] = []
    while True:
        if len(made) != 1:
            raise UnexpectedCharError(1, 0, "that is not one key with its value")
        name = next(iter(made))
        names.append(name)
        item = made.item(name)
        if not isinstance(item, Table):
            break
        made = item
    item._detach()
    item._parent = None
    return key(names if len(names) > 1 else names[0]), item


def ws(src: str) -> Whitespace:
    """Make white space of its text."""
    return Whitespace(src, fixed=True)


def nl() -> Whitespace:
    """Make a blank line."""
    return ws("\n")


def comment(string: str) -> Comment:
    """Make a comment, with `# ` before each line of the text.

    Raises `ValueError` for control characters.
    """
    lines = string.split("\n")
    for line in lines:
        marked(line)
    text = "\n".join(f"# {line}".rstrip() for line in lines)
    return Comment(Trivia(comment_ws="  ", comment=text))


def register_encoder(encoder: E) -> E:
    """Have a function make items of objects that TOML has no value for; it raises `ConvertError` for others."""
    convert.encoders.append(encoder)
    return encoder


def unregister_encoder(encoder: Encoder) -> None:
    """Forget such a function."""
    if encoder in convert.encoders:
        convert.encoders.remove(encoder)


__all__ = [
    "TOMLDocument",
    "aot",
    "array",
    "boolean",
    "comment",
    "date",
    "datetime",
    "document",
    "dump",
    "dumps",
    "float_",
    "inline_table",
    "integer",
    "item",
    "key",
    "key_value",
    "load",
    "loads",
    "nl",
    "parse",
    "register_encoder",
    "string",
    "table",
    "time",
    "unregister_encoder",
    "value",
    "ws",
]
