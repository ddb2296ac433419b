"""The programs of `examples/`, under tomlkit and under our layer: the same text, but for two blanks that tomlkit loses."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import tomlkit
from toml_py import tomlkit as ours

EXAMPLES = Path(__file__).parents[2] / "examples"

PROJECT = """\
[project]
name = "demo"
version = "1.0.0"
dependencies = [
    "httpx>=0.27",  # HTTP
    "rich",
]

[tool.ruff]
line-length = 100
"""

POETRY = """\
[tool.poetry]
name = "demo"
version = "1.0.0" # of the wheel

[tool.poetry.dependencies]
python = "^3.10"
rich = { version = "^13", extras = ["jupyter"] } # colours

[build-system]
requires = ["poetry-core"]

[tool.commitizen]
version = "1.0.0"  # of the tag

[[tool.versions]]
path = "a"
version = "1.0.0"

[[tool.versions]]
path = "b"
version = "1.0.0"
"""


def example(name: str) -> Any:
    """Give a program of `examples/` as a module."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(name: str, *arguments: Any) -> tuple[str, str]:
    """Give what a program makes under tomlkit, and under our layer."""
    function = getattr(example(name), name)
    return function(tomlkit, *arguments), function(ours, *arguments)


def test_dependencies_of_a_project() -> None:
    theirs, our_text = texts("add_dependency", PROJECT, "attrs", "23")
    assert our_text == theirs == PROJECT.replace('    "rich",\n', '    "rich",\n    "attrs>=23",\n')
    theirs, our_text = texts("add_dependency", PROJECT, "httpx", "0.28")
    assert our_text == theirs == PROJECT.replace("0.27", "0.28")
    theirs, our_text = texts("add_dependency", PROJECT, "pytest", "9", "test")
    assert our_text == theirs == f'{PROJECT}\n[dependency-groups]\ntest = [\n    "pytest>=9",\n]\n'


def test_dependencies_of_poetry() -> None:
    theirs, our_text = texts("add_dependency", POETRY, "attrs", "23")
    assert our_text == theirs == POETRY.replace("# colours\n", '# colours\nattrs = "^23"\n')
    theirs, our_text = texts("add_dependency", POETRY, "rich", "14")
    assert our_text == theirs == POETRY.replace("^13", "^14")


def test_groups_of_poetry() -> None:
    theirs, our_text = texts("add_dependency", POETRY, "pytest", "9", "test")
    group = '[tool.poetry.group.test.dependencies]\npytest = "^9"\n'
    assert our_text == POETRY.replace("[build-system]", f"{group}\n[build-system]")
    assert theirs == our_text.replace("\n\n[build-system]", "\n[build-system]")


def test_versions() -> None:
    theirs, our_text = texts("bump_version", POETRY, "2.0.0")
    comment = "# set by the release script"
    bumped = POETRY.replace("1.0.0", "2.0.0")
    assert our_text == bumped.replace("# of the wheel", comment).replace("# of the tag", comment)
    assert theirs == our_text.replace('"  #', '" #')


def test_a_new_project() -> None:
    theirs, our_text = texts("new_pyproject", "demo", ["httpx>=0.28", "rich"])
    expected = '''\
# Written by a script; change it as you like.

[build-system]
requires = ["hatchling>=1.26"]
build-backend = "hatchling.build" # PEP 517

[project]
name = "demo"
version = '0.1.0'

# Who to ask.
authors = [{name = "A. Uthor", email = "a@example.org"}]
description = """Two lines,
for once."""
requires-python = ">=3.10"
dependencies = [
    "httpx>=0.28",
    "rich",
]

[project.scripts]
demo = "demo.__main__:main"

# Tools, in the order of the alphabet.

[tool.mypy] # see mypy.readthedocs.io
strict = true

[[tool.mypy.overrides]]
module = "tests.*"
disallow_untyped_defs = false

[[tool.mypy.overrides]]
module = "docs.*"
disallow_untyped_defs = false

[tool.ruff]
line-length = 100

[tool.ruff.lint]
select = [
    "E", "F", # pycodestyle and Pyflakes
    "I", # imports
]

[tool.uv.sources]
"my.lib" = {workspace = true}
'''
    assert theirs == expected
    assert our_text == expected
