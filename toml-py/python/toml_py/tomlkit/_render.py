"""Text of tables and arrays that the program has built: the layout that tomlkit gives them.

Pairs come before the headers of a table's tables, whatever the order in which they were added; one blank line sets a
header off from what is before it. A table that holds nothing but tables has no header, unless it has comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._native import Kit
from . import _aot as aots
from . import _arrays as arrays
from . import _mapping as mapping
from . import _tables as tables
from ._item import Item, Whitespace
from ._keys import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry = tuple[Key | None, Item]


def is_section(item: Item) -> bool:
    """Tell whether an item has headers."""
    if isinstance(item, aots.AoT):
        return len(item) > 0 and not item._inline
    return isinstance(item, tables.Table) and item._form in ("table", "super")


def pair(prefix: str, key: Key, item: Item) -> str:
    """Give the line of a key, or the lines of a table that dotted keys name."""
    text = f"{prefix}{key.as_string()}"
    if isinstance(item, tables.Table) and item._form == "dotted" and len(item):
        return "".join(line(f"{text}.", *entry) for entry in item._entries_now())
    indent, comment_ws, comment, trail = item._own()._values()
    return f"{indent}{text}{key.sep}{inline(item)}{comment_ws}{comment}{trail or chr(10)}"


def line(prefix: str, key: Key | None, item: Item) -> str:
    """Give an entry that stands in a body."""
    return item.as_string() if key is None else pair(prefix, key, item)


def inline(item: Item) -> str:
    """Give the text of a value behind `=`."""
    if isinstance(item, tables.Table) and not item._is_live:
        entries = [(key, item) for key, item in item._entries_now() if key is not None]
        return braces(entries)
    if isinstance(item, aots.AoT):
        return f"[{', '.join(inline(table) for table in item._tables())}]"
    return item.as_string()


def braces(entries: Iterable[tuple[Key, Item]]) -> str:
    """Give the text of an inline table."""
    texts: list[str] = []
    for key, item in entries:
        if isinstance(item, tables.Table) and item._form == "dotted" and len(item):
            texts.extend(_dotted(key.as_string(), item))
        else:
            texts.append(f"{key.as_string()}{key.sep}{inline(item)}")
    return f"{{{', '.join(texts)}}}"


def _dotted(prefix: str, table: mapping.TableBase) -> Iterable[str]:
    for key, item in table._entries_now():
        if key is None:
            continue
        text = f"{prefix}.{key.as_string()}"
        if isinstance(item, tables.Table) and item._form == "dotted" and len(item):
            yield from _dotted(text, item)
        else:
            yield f"{text}{key.sep}{inline(item)}"


def body(entries: list[Entry], path: str) -> str:
    """Give the text of a table without its header, all tables below it included; `path` is its key, with a dot behind."""
    head, tail = split(entries)
    return sections("".join(line("", *entry) for entry in head), tail, path)


def split(entries: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Divide entries into those before the first header, and the rest; pairs come before headers."""
    head: list[Entry] = []
    tail: list[Entry] = []
    for entry in entries:
        key, item = entry
        if key is not None and is_section(item):
            tail.append(entry)
        elif not tail:
            head.append(entry)
        elif key is None:
            tail.append(entry)
        else:
            head.append(entry)
    return head, tail


def sections(text: str, tail: list[Entry], path: str) -> str:
    """Append sections, and what stands between them, to a text."""
    for key, item in tail:
        if key is None:
            text += item.as_string()
        elif isinstance(item, aots.AoT):
            for at, table in enumerate(item._tables()):
                text = text if at == 0 and table._own().indent else apart(text)
                text += element(table, f"{path}{key.as_string()}")
        elif isinstance(item, tables.Table):
            # A table that is indented is where the program wants it.
            text = text if item._own().indent else apart(text)
            text += section(item, f"{path}{key.as_string()}")
    return text


def apart(text: str) -> str:
    """End a text with a blank line, unless it is empty."""
    return text if not text or text == "\n" or text.endswith("\n\n") else f"{text}\n"


def element(table: tables.Table, path: str) -> str:
    """Give the sections of an element of an array of tables."""
    return _header(table, f"[[{path}]]") + _below(table, path)


def section(table: tables.Table, path: str) -> str:
    """Give the sections of a table, its own and those below it."""
    if has_header(table):
        return _header(table, f"[{path}]") + _below(table, path)
    return _below(table, path)


def has_header(table: tables.Table) -> bool:
    """Tell whether a table is named by a header of its own."""
    entries = table._entries_now()
    if table._is_super is False or all(key is None for key, _ in entries):
        return True
    pairs = any(key is not None and not is_section(item) for key, item in entries)
    notes = any(key is None and not isinstance(item, Whitespace) for key, item in entries)
    return pairs or notes and not table._is_super or bool(table._own().comment)


def _header(table: tables.Table, text: str) -> str:
    indent, comment_ws, comment, trail = table._own()._values()
    return f"{indent}{text}{comment_ws}{comment}{trail or chr(10)}"


def _below(table: tables.Table, path: str) -> str:
    entries = table._entries_now()
    head, tail = split(entries)
    return sections("".join(line("", *entry) for entry in head), tail, f"{path}.")


def key_path(path: list[str | int]) -> str:
    """Give the key of a header for a path, with a dot behind; nothing for the document."""
    return "".join(f"{Kit.key(step)}." for step in path if isinstance(step, str))


def lines_of_array(array: arrays.Array) -> str:
    """Give an array with each element on a line of its own."""
    indent = array._own().indent
    lines = [f"{indent}    {inline(item)},\n" for item in array._items_now()]
    return f"[\n{''.join(lines)}{indent}]" if lines else "[]"
