"""toml-test, every file of its lists for TOML 1.0.0 and 1.1.0, in both directions. There is no skip list."""

from __future__ import annotations

import io
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal

import pytest
import toml_py
from conftest import toml_test_folder
from sameness import same_unordered

Version = Literal["1.0", "1.1"]

FOLDER = toml_test_folder()

# How many files each list has: a list that shrinks is an error of its own.
COUNTS = {("1.0", "valid"): 210, ("1.0", "invalid"): 501, ("1.1", "valid"): 220, ("1.1", "invalid"): 494}


def files(kind: str) -> list[Any]:
    cases = []
    versions: tuple[Version, ...] = ("1.0", "1.1")
    for version in versions:
        folder = FOLDER / f"{version}.0"
        for path in sorted((folder / kind).rglob("*.toml")):
            name = path.relative_to(folder).with_suffix("").as_posix()
            cases.append(pytest.param(version, path, id=f"{version}/{name}"))
    return cases


def from_tagged(tagged: Any) -> Any:
    """Turn toml-test's notation into the data that it stands for."""
    if isinstance(tagged, list):
        return [from_tagged(element) for element in tagged]
    if tagged.keys() == {"type", "value"} and isinstance(tagged["type"], str):
        text = tagged["value"]
        match tagged["type"]:
            case "string":
                return text
            case "integer":
                return int(text)
            case "float":
                return float(text)
            case "bool":
                return {"true": True, "false": False}[text]
            case "datetime" | "datetime-local":
                return datetime.fromisoformat(text)
            case "date-local":
                return date.fromisoformat(text)
            case "time-local":
                return time.fromisoformat(text)
    return {key: from_tagged(value) for key, value in tagged.items()}


def expected(path: Path) -> Any:
    return from_tagged(json.loads(path.with_suffix(".json").read_bytes()))


@pytest.mark.parametrize(("version", "kind"), COUNTS, ids="/".join)
def test_list_is_complete(version: str, kind: str) -> None:
    count = len(list((FOLDER / f"{version}.0" / kind).rglob("*.toml")))
    assert count == COUNTS[version, kind]


@pytest.mark.parametrize(("version", "path"), files("valid"))
def test_valid_is_read(version: Version, path: Path) -> None:
    with path.open("rb") as file:
        data = toml_py.load(file, version=version)
    assert same_unordered(data, expected(path))


@pytest.mark.parametrize(("version", "path"), files("invalid"))
def test_invalid_is_refused(version: Version, path: Path) -> None:
    with path.open("rb") as file, pytest.raises(ValueError) as caught:
        toml_py.load(file, version=version)
    assert isinstance(caught.value, (toml_py.TOMLDecodeError, UnicodeDecodeError))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("version", "path"), files("valid"))
def test_valid_is_written(version: Version, path: Path) -> None:
    data = expected(path)
    file = io.BytesIO()
    toml_py.dump(data, file)
    # What is written can be read everywhere, hence by TOML 1.0.
    assert same_unordered(toml_py.load(io.BytesIO(file.getvalue())), data)
    for width in (0, 20, 10_000):
        text = toml_py.dumps(data, width=width, multiline_strings=False, sort_keys=True)
        assert same_unordered(toml_py.loads(text), data)
