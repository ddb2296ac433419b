"""tomlkit's names on the editor of this package, for programs that edit TOML with tomlkit.

What was parsed is edited in its text and nowhere else; what a program builds is laid out as tomlkit lays it out. What is
different on purpose is in `docs/tomlkit-differences.md`.

>>> from toml_py import tomlkit
>>> document = tomlkit.parse('[tool.poetry.dependencies]\\npython = "^3.10" # for now\\n')
>>> document["tool"]["poetry"]["dependencies"]["rich"] = "^13"
>>> print(tomlkit.dumps(document), end="")
[tool.poetry.dependencies]
python = "^3.10" # for now
rich = "^13"
"""

from __future__ import annotations

from . import api, container, exceptions, items, toml_document, toml_file
from .api import (
    aot,
    array,
    boolean,
    comment,
    date,
    datetime,
    document,
    dump,
    dumps,
    float_,
    inline_table,
    integer,
    item,
    key,
    key_value,
    load,
    loads,
    nl,
    parse,
    register_encoder,
    string,
    table,
    time,
    unregister_encoder,
    value,
    ws,
)
from .toml_document import TOMLDocument
from .toml_file import TOMLFile

__all__ = [
    "TOMLDocument",
    "TOMLFile",
    "aot",
    "api",
    "array",
    "boolean",
    "comment",
    "container",
    "date",
    "datetime",
    "document",
    "dump",
    "dumps",
    "exceptions",
    "float_",
    "inline_table",
    "integer",
    "item",
    "items",
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
    "toml_document",
    "toml_file",
    "unregister_encoder",
    "value",
    "ws",
]
