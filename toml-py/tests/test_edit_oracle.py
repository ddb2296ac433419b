"""Every kind of edit of everything in every valid file of toml-test, made to a document and to plain data beside it.

Afterwards the text is valid and says the same as that data, as does the document itself; and the lines that the
edit does not concern are what they were.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

import pytest
import toml_py
from conftest import toml_test_folder
from edits import Edit, edits
from lines import Lines
from sameness import same_unordered

Version = Literal["1.0", "1.1"]


def files() -> list[Any]:
    """Give the files of TOML 1.0, and those of 1.1 that are others."""
    cases: dict[bytes, Any] = {}
    versions: tuple[Version, ...] = ("1.0", "1.1")
    for version in versions:
        folder = toml_test_folder() / f"{version}.0"
        for path in sorted((folder / "valid").rglob("*.toml")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            cases.setdefault(path.read_bytes(), pytest.param(version, path, id=f"{version}/{name}"))
    return list(cases.values())


def read(text: str, version: Version) -> Any:
    if version == "1.0":
        return tomllib.loads(text.removeprefix("\ufeff"))
    return toml_py.loads(text, version=version)


def check(source: str, version: Version, edit: Edit, lines: Lines) -> None:
    document = toml_py.parse(source, version=version)
    data = document.unwrap()
    try:
        edit.make(document)
    except toml_py.EditError:
        assert edit.may_be_refused
        assert str(document) == source
        return
    edit.make_plain(data)
    assert same_unordered(document.unwrap(), data)
    text = str(document)
    assert same_unordered(read(text, version), data), text
    lines.check(edit, text)


@pytest.mark.parametrize(("version", "path"), files())
def test_every_edit_of_a_file(version: Version, path: Path) -> None:
    source = path.read_bytes().decode()
    lines = Lines(toml_py.parse(source, version=version))
    for edit in edits(toml_py.loads(source, version=version)):
        try:
            check(source, version, edit, lines)
        except Exception as error:
            message = f"{edit.name} at {edit.path} of\n{source}"
            raise AssertionError(message) from error
