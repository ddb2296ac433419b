"""Write a pyproject.toml from nothing, with comments, blank lines, arrays on several lines, and all kinds of tables.

Written for tomlkit's names; the module is a parameter, so that it runs on tomlkit, too.
"""

from __future__ import annotations

from typing import Any

from toml_py import tomlkit


def new_pyproject(kit: Any, name: str, dependencies: list[str]) -> str:
    """Give the text of a pyproject.toml for a new project."""
    document = kit.document()
    document.add(kit.comment("Written by a script; change it as you like."))
    document.add(kit.nl())
    document.add("build-system", build_system(kit))
    document.add("project", project(kit, name, dependencies))
    document.add(kit.nl())
    document.add(kit.comment("Tools, in the order of the alphabet."))
    tool = kit.table(is_super_table=True)
    document.add("tool", tool)
    tool.add("mypy", mypy(kit))
    tool.add("ruff", ruff(kit))
    tool.add("uv", uv(kit))
    result: str = kit.dumps(document)
    return result


def build_system(kit: Any) -> Any:
    """Give a table with two plain values."""
    table = kit.table()
    table["requires"] = ["hatchling>=1.26"]
    table["build-backend"] = "hatchling.build"
    table["build-backend"].comment("PEP 517")
    return table


def project(kit: Any, name: str, dependencies: list[str]) -> Any:
    """Give a table with comments, an array on several lines, an array of inline tables, and a table below it."""
    table = kit.table()
    table.add("name", name).add("version", kit.string("0.1.0", literal=True))
    table.add(kit.nl())
    table.add(kit.comment("Who to ask."))
    author = kit.inline_table()
    author.update({"name": "A. Uthor", "email": "a@example.org"})
    authors = kit.array()
    authors.append(author)
    table.add("authors", authors)
    table.add("description", kit.string("Two lines,\nfor once.", multiline=True))
    table.add("requires-python", ">=3.10")
    lines = kit.array().multiline(True)
    lines.extend(dependencies)
    table.add("dependencies", lines)
    table["scripts"] = {name: f"{name}.__main__:main"}
    return table


def mypy(kit: Any) -> Any:
    """Give a table with an array of tables."""
    table = kit.table()
    table["strict"] = True
    table.comment("see mypy.readthedocs.io")
    overrides = kit.aot()
    for module in ("tests.*", "docs.*"):
        override = kit.table()
        override.add("module", module)
        override.add("disallow_untyped_defs", False)
        overrides.append(override)
    table.add("overrides", overrides)
    return table


def ruff(kit: Any) -> Any:
    """Give a table whose array has lines with comments, and a table below it."""
    table = kit.table()
    table["line-length"] = kit.integer(100)
    lint = kit.table()
    select = kit.array()
    select.add_line("E", "F", comment="pycodestyle and Pyflakes")
    select.add_line("I", comment="imports")
    select.add_line(indent="")
    lint["select"] = select
    table["lint"] = lint
    return table


def uv(kit: Any) -> Any:
    """Give a table that is named by those below it alone."""
    table = kit.table(is_super_table=True)
    sources = kit.table()
    source = kit.inline_table()
    source["workspace"] = True
    sources[kit.key("my.lib").key] = source
    table.add("sources", sources)
    return table


def main() -> None:
    """Print one."""
    print(new_pyproject(tomlkit, "demo", ["httpx>=0.28", "rich"]), end="")


if __name__ == "__main__":
    main()
