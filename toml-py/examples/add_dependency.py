"""Add a dependency to a pyproject.toml, as a packaging tool does: to `[project]`, to Poetry's table, to a group.

Written for tomlkit's names; the module is a parameter, so that it runs on tomlkit, too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from toml_py import tomlkit


def add_dependency(kit: Any, text: str, name: str, version: str, group: str | None = None) -> str:
    """Give the text of a pyproject.toml with one dependency more, or with another version of one."""
    document = kit.parse(text)
    poetry = document.get("tool", {}).get("poetry")
    if poetry is not None and "project" not in document:
        add_to_poetry(kit, poetry, name, version, group)
    elif group is None:
        add_to_list(kit, document["project"], "dependencies", f"{name}>={version}")
    else:
        if "dependency-groups" not in document:
            document.add("dependency-groups", kit.table())
        add_to_list(kit, document["dependency-groups"], group, f"{name}>={version}")
    result: str = kit.dumps(document)
    return result


def add_to_list(kit: Any, table: Any, key: str, requirement: str) -> None:
    """Add a requirement to a list of them, in the place of one for the same project."""
    if key not in table:
        table.add(key, kit.array().multiline(True))
    requirements = table[key]
    assert isinstance(requirements, kit.items.Array)
    project = project_of(requirement)
    for index, other in enumerate(requirements):
        if project_of(other) == project:
            requirements[index] = requirement
            return
    requirements.append(requirement)


def project_of(requirement: str) -> str:
    """Give the name at the start of a requirement."""
    return requirement.split(">=")[0].split("[")[0].strip().lower()


def add_to_poetry(kit: Any, poetry: Any, name: str, version: str, group: str | None) -> None:
    """Add a constraint to Poetry's table of dependencies, or of those of a group."""
    table = poetry
    for key in ("group", group) if group is not None else ():
        if key not in table:
            table[key] = kit.table(is_super_table=True)
        table = table[key]
    if "dependencies" not in table:
        table["dependencies"] = kit.table()
    constraint = table["dependencies"].get(name)
    if isinstance(constraint, dict):
        constraint["version"] = f"^{version}"
    else:
        table["dependencies"][name] = f"^{version}"


def main() -> None:
    """Change the file that the first argument names; then come the name, the version, and perhaps a group."""
    path = Path(sys.argv[1])
    path.write_text(add_dependency(tomlkit, path.read_text("utf-8"), *sys.argv[2:5]), "utf-8")


if __name__ == "__main__":
    main()
