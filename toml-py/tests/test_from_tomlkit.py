"""The tables of `docs/from-tomlkit.md`: what stands side by side does the same."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
import tomlkit
import toml_py
from pages import fences
from toml_py import tomlkit as toml_py_tomlkit

PAGE = (Path(__file__).parent.parent / "docs" / "from-tomlkit.md").read_text("utf-8")
TEXT = next(fence.body for fence in fences(PAGE) if fence.language == "toml")
ROW = re.compile(r"^\| `([^`]+)` \|(?: `([^`]+)` \|)?$", re.MULTILINE)
# A cell on its own is the same code with both. The table of types has other things in its second column.
ROWS = [(theirs, ours or theirs) for theirs, ours in ROW.findall(PAGE)]


class Outcome(NamedTuple):
    """What the last expression of a cell is, the data of the document after, and its text without white space."""

    value: object
    data: object
    text: str


def outcome(module: ModuleType, name: str, code: str) -> Outcome:
    """Do what a cell says to the text."""
    document = module.parse(TEXT)
    names: dict[str, Any] = {name: module, "text": TEXT, "doc": document}
    *before, last = code.split("; ")
    exec("; ".join(before), names)
    if re.search(r"^del | = ", last):
        exec(last, names)
        value = None
    else:
        value = eval(last, names)
    return Outcome(plain(value), document.unwrap(), "".join(module.dumps(document).split()))


def plain(value: Any) -> object:
    if isinstance(value, (list, tuple)):
        return [plain(element) for element in value]
    return value.unwrap() if hasattr(value, "unwrap") else value


@pytest.mark.parametrize(("theirs", "ours"), ROWS)
def test_cells_do_the_same(theirs: str, ours: str) -> None:
    expected = outcome(tomlkit, "tomlkit", theirs)
    found = outcome(toml_py, "toml_py", ours)
    # Methods of tomlkit return something for the next call where ours return nothing.
    assert found == (expected if found.value is not None else expected._replace(value=None))


@pytest.mark.parametrize("code", [theirs for theirs, _ in ROWS])
def test_names_of_tomlkit_do_the_same(code: str) -> None:
    assert outcome(toml_py_tomlkit, "tomlkit", code) == outcome(tomlkit, "tomlkit", code)


def test_empty_table_is_left() -> None:
    for module, is_left in ((toml_py, True), (tomlkit, False)):
        document = module.parse(TEXT)
        del document["tool"]["demo"]
        assert document["tool"] == {}
        assert ("[tool]" in module.dumps(document)) is is_left


def test_all_rows_are_found() -> None:
    assert len(ROWS) == 29
