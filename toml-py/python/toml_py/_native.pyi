from collections.abc import Callable, Mapping
from os import PathLike
from typing import Any, Literal, Protocol

__all__ = ["VERSION", "dump", "dumps", "load", "loads"]

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
    values.

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
