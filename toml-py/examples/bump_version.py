"""Set a version wherever a pyproject.toml has it: in `[project]`, in Poetry's table, in those of bumping tools.

Written for tomlkit's names; the module is a parameter, so that it runs on tomlkit, too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from toml_py import tomlkit

PLACES = (
    "project.version",
    "tool.poetry.version",
    "tool.commitizen.version",
    "tool.bumpversion.current_version",
    "tool.tbump.version.current",
)
"""Where tools keep the version, by their own documentation."""


def bump_version(kit: Any, text: str, version: str) -> str:
    """Give the text of a pyproject.toml with another version in all places that have one."""
    document = kit.parse(text)
    for place in PLACES:
        *tables, key = place.split(".")
        table = document
        for name in tables:
            table = table.get(name, {})
        if key in table:
            table[key] = version
            table.item(key).comment("set by the release script")
    for source in document.get("tool", {}).get("versions", []):
        source["version"] = version
    result: str = document.as_string()
    return result


def main() -> None:
    """Change the file that the first argument names to the version that the second one is."""
    path = Path(sys.argv[1])
    path.write_text(bump_version(tomlkit, path.read_text("utf-8"), sys.argv[2]), "utf-8")


if __name__ == "__main__":
    main()
