"""TOML for Python: a fast drop-in for `tomllib` and `tomli_w`.

>>> import toml_py
>>> config = toml_py.loads("[server]\\nport = 8000")
>>> config["server"]["port"] += 1
>>> print(toml_py.dumps(config), end="")
[server]
port = 8001
"""

from ._errors import TOMLDecodeError
from ._native import VERSION as __version__
from ._native import dump, dumps, load, loads

__all__ = ["TOMLDecodeError", "__version__", "dump", "dumps", "load", "loads"]
