"""What users of tomlkit write, for type checkers to read; `mypy --strict` and `pyright` accept all of it."""

from __future__ import annotations

from toml_py import tomlkit
from toml_py.tomlkit.container import Container, OutOfOrderTableProxy
from toml_py.tomlkit.exceptions import NonExistentKey, ParseError
from toml_py.tomlkit.items import AoT, Array, Comment, InlineTable, String, Table


def build() -> str:
    document: tomlkit.TOMLDocument = tomlkit.document()
    document.add(tomlkit.comment("made")).add(tomlkit.nl())
    table: Table = tomlkit.table(is_super_table=True)
    document["tool"] = table
    lines: Array = tomlkit.array().multiline(True)
    lines.append("x")
    lines.extend(["y", "z"])
    braces: InlineTable = tomlkit.inline_table()
    braces.update({"a": 1})
    literal: String = tomlkit.string("x", literal=True)
    table["x"] = tomlkit.table().add("lines", lines).add("braces", braces).add("upper", literal.upper())
    many: AoT = tomlkit.aot()
    many.append(tomlkit.table())
    document["many"] = many
    return tomlkit.dumps(document)


def comments(text: str) -> list[str]:
    try:
        document: Container = tomlkit.parse(text)
    except ParseError as error:
        return [f"line {error.line}"]
    return [item.trivia.comment for key, item in document.body if key is None and isinstance(item, Comment)]


def name(document: tomlkit.TOMLDocument) -> str | None:
    try:
        project = document["project"]
    except NonExistentKey:
        return None
    if isinstance(project, (Table, OutOfOrderTableProxy)):
        return str(project["name"])
    return None
