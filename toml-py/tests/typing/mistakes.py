"""What users may get wrong: type checkers must object to each line that says so."""

from __future__ import annotations

import io

import toml_py

toml_py.loads(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.loads("", version="2.0")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.load(io.StringIO(""))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.load("pyproject.toml")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.dumps([1])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.dumps({}, none="null")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.dump({}, io.StringIO())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

document = toml_py.parse(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
document[1] = 2  # type: ignore[index]  # pyright: ignore[reportArgumentType]
document.span("a", of="line")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
document.set_comment("a", 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
document.get_path(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
toml_py.open(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
