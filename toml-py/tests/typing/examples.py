"""What users write, for type checkers to read; `mypy --strict` and `pyright` accept all of it."""

from __future__ import annotations

import io
from collections import OrderedDict
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, BinaryIO

import toml_py
import toml_py as tomli_w
import toml_py as tomllib


def read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=float)


def read_all(file: BinaryIO, other: IO[bytes]) -> list[dict[str, Any]]:
    return [
        tomllib.load(file),
        tomllib.load(other, parse_float=Decimal),
        toml_py.load(Path("pyproject.toml"), version="1.1"),
        toml_py.loads("a = 1", parse_float=str),
        toml_py.loads(b"a = 1", version="1.0"),
    ]


def write(path: Path) -> str:
    data = {"a": 1, "b": {"c": [1.5, "x"]}}
    with path.open("wb") as file:
        tomli_w.dump(data, file, multiline_strings=True, indent=2)
    tomli_w.dump(OrderedDict(a=1), io.BytesIO())
    tomli_w.dumps(MappingProxyType({"a": 1}), sort_keys=True)
    return toml_py.dumps(data, none="skip", width=80)


def place(source: str) -> tuple[str, str, int, int, int]:
    try:
        toml_py.loads(source)
    except tomllib.TOMLDecodeError as error:
        print(error.render(), error.path or "", error.code or "", error.help or "")
        return error.msg, error.doc, error.pos, error.lineno, error.colno
    return "", source, 0, 1, 1


def version() -> str:
    return toml_py.__version__
