"""TOML for Python: a fast drop-in for `tomllib` and `tomli_w`.

>>> import toml_py
>>> config = toml_py.loads("[server]\\nport = 8000")
>>> config["server"]["port"] += 1
>>> print(toml_py.dumps(config), end="")
[server]
port = 8001

`parse` and `open` give a document whose text stays as it is wherever it is not edited:

>>> document = toml_py.parse("[server]\\nport = 8000  # http")
>>> document["server"]["port"] += 1
>>> print(document)
[server]
port = 8001  # http
"""

from ._errors import DetachedError, EditError, FileChangedError, TOMLDecodeError
from ._native import VERSION as __version__
from ._native import dump, dumps, load, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._edit import Array, Document, Patch, Table, open, parse

__all__ = [
    "Array",
    "DetachedError",
    "Document",
    "EditError",
    "FileChangedError",
    "Patch",
    "TOMLDecodeError",
    "Table",
    "__version__",
    "dump",
    "dumps",
    "load",
    "loads",
    "open",
    "parse",
]

# What edits is imported when it is first used: whoever only reads does not wait for it.
_EDITING = frozenset(("Array", "Document", "Patch", "Table", "open", "parse"))


def __getattr__(name: str) -> object:
    if name not in _EDITING:
        message = f"module 'toml_py' has no attribute '{name}'"
        raise AttributeError(message)
    from . import _edit

    value: object = getattr(_edit, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
