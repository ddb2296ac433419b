"""What users write, for type checkers to read; `mypy --strict` and `pyright` accept all of it."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import MutableMapping, MutableSequence
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


def edit(path: Path) -> str:
    with toml_py.open(path, version="1.1") as document:
        project: toml_py.Table = document["project"]
        project["version"] = "1.0"
        project |= {"name": "demo"}
        project.setdefault("dependencies", []).append("attrs")
        document.rename("tool", "tools")
        document.sort_keys(key=str.lower, reverse=True)
        document.set_comments_above(["project", "version"], ["keep in step"])
    dependencies: toml_py.Array = document.get_path("project.dependencies", [])
    dependencies += ["cattrs"]
    dependencies[1:] = sorted(dependencies[1:])
    names: list[str] = [str(name) for name in dependencies]
    for patch in document.patches():
        names.append(f"{patch.start}-{patch.end}: {patch.text}")
    line, column = document.position("project.version", of="key")
    table: MutableMapping[str, Any] = document
    array: MutableSequence[Any] = dependencies
    data: dict[str, Any] = document.unwrap()
    return f"{line}:{column} {document} {toml_py.dumps(table)} {array} {data}"


def place(source: str) -> tuple[str, str, int, int, int]:
    try:
        toml_py.loads(source)
    except tomllib.TOMLDecodeError as error:
        print(error.render(), error.path or "", error.code or "", error.help or "")
        return error.msg, error.doc, error.pos, error.lineno, error.colno
    return "", source, 0, 1, 1


def version() -> str:
    return toml_py.__version__
