"""TOML for Python: a fast drop-in for `tomllib` and `tomli_w`.

>>> import toml_py
>>> config = toml_py.loads("[server]\\nport = 8000")
>>> config["server"]["port"] += 1
>>> print(toml_py.dumps(config), end="")
[server]
port = 8001
"""

from ._edit import Array, Document, Patch, Table, open, parse
from ._errors import DetachedError, EditError, FileChangedError, TOMLDecodeError
from ._native import VERSION as __version__
from ._native import dump, dumps, load, loads

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
