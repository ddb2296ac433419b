"""Compares toml_py with its peers: `python compare.py INPUTS.json [--quick]` prints JSON.

INPUTS.json is a list of objects with `name`, `toml` and `json`, the same data as JSON or null.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from typing import Any

import orjson
import rtoml
import toml_py
import toml_rs
import tomli_w

from editing import OURS, PEERS, Editor, middle_edit
from many_edits import measure_many
from turns import FULL, QUICK, Plan, Samples

PACKAGES = ["toml-rs", "rtoml", "tomli_w", "orjson", "tomlrt", "tomlkit"]


def dump_json(data: Any) -> str:
    return json.dumps(data, default=str)


def dump_orjson(data: Any) -> str:
    return orjson.dumps(data, default=str).decode()


# What is called, and whether it reads the JSON of an input instead of the TOML.
READERS: dict[str, tuple[Callable[[str], Any], bool]] = {
    "toml_rs": (toml_rs.loads, False),
    "rtoml": (rtoml.loads, False),
    "tomllib": (tomllib.loads, False),
    "json": (json.loads, True),
    "orjson": (orjson.loads, True),
}
WRITERS: dict[str, tuple[Callable[[Any], str], bool]] = {
    "rtoml": (rtoml.dumps, False),
    "toml_rs": (toml_rs.dumps, False),
    "tomli_w": (tomli_w.dumps, False),
    "json": (dump_json, True),
    "orjson": (dump_orjson, True),
}


class Cell:
    """Ours and a peer on one input."""

    def __init__(self, ours: Callable[[], Any], peer: Callable[[], Any], reason: str | None):
        self.ours, self.peer, self.reason = ours, peer, reason
        self.samples = Samples()


def read_cell(text: str, data: str | None, name: str) -> Cell:
    function, is_json = READERS[name]
    ours = partial(toml_py.loads, text)
    source = data if is_json else text
    if source is None:
        return Cell(ours, ours, "-")
    expected = None if is_json else toml_py.loads(text)
    return checked(ours, partial(function, source), lambda read: is_json or same(read, expected))


def write_cell(data: Any, name: str) -> Cell:
    function, is_json = WRITERS[name]
    ours = partial(toml_py.dumps, data)
    peer = partial(function, data)
    return checked(ours, peer, lambda text: is_json or same(tomllib.loads(text), data))


def edit_row(text: str) -> dict[str, Cell]:
    """Measure one edit beside each peer; nothing where there is nothing to edit."""
    edit = middle_edit(text)
    if edit is None:
        return {}
    assert edit.is_right(edit.run(OURS), same)

    def cell(peer: Editor) -> Cell:
        return checked(partial(edit.run, OURS), partial(edit.run, peer), lambda result: edit.is_right(result, same))

    return {peer.name: cell(peer) for peer in PEERS}


def checked(ours: Callable[[], Any], peer: Callable[[], Any], is_right: Callable[[Any], bool]) -> Cell:
    try:
        reason = None if is_right(peer()) else "differs"
    except Exception:
        reason = "rejects"
    return Cell(ours, peer, reason)


def same(one: Any, other: Any) -> bool:
    """Tell whether data is equal, NaN being equal to NaN."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (one != one and other != other)


def measure(rows: list[dict[str, Cell]], plan: Plan) -> None:
    for _ in range(plan.passes):
        for row in rows:
            for cell in row.values():
                if cell.reason is None:
                    cell.samples.take(plan, cell.ours, cell.peer)


def import_seconds() -> float:
    """Return what a process pays for `import toml_py`, the median of some processes."""
    script = "import time; start = time.process_time(); import toml_py; print(time.process_time() - start)"
    run = partial(subprocess.run, [sys.executable, "-c", script], check=True, capture_output=True)
    return statistics.median(float(run().stdout) for _ in range(21))


def to_json(name: str, size: int, row: dict[str, Cell]) -> dict[str, Any]:
    measured = [cell.samples.ours() for cell in row.values() if cell.reason is None]
    ratios = {name: cell.reason or cell.samples.ratio() for name, cell in row.items()}
    return {"name": name, "bytes": size, "seconds": min(measured, default=None), "ratios": ratios}


def main() -> None:
    plan = QUICK if "--quick" in sys.argv else FULL
    with open(sys.argv[1], encoding="utf-8") as file:
        inputs = json.load(file)
    names, texts = [entry["name"] for entry in inputs], [entry["toml"] for entry in inputs]
    data = [toml_py.loads(text) for text in texts]
    for text, value in zip(texts, data):
        assert same(tomllib.loads(text), value)
        assert toml_py.dumps(value) == tomli_w.dumps(value)

    reads = [{name: read_cell(entry["toml"], entry["json"], name) for name in READERS} for entry in inputs]
    writes = [{name: write_cell(value, name) for name in WRITERS} for value in data]
    edits = [edit_row(text) for text in texts]
    for rows in (reads, writes, edits):
        measure(rows, plan)
    sizes = [len(text.encode()) for text in texts]
    written = [len(toml_py.dumps(value).encode()) for value in data]
    versions = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    print(
        json.dumps(
            {
                "import": import_seconds(),
                "versions": [f"CPython {platform.python_version()}", *versions],
                "reading": [*map(to_json, names, sizes, reads)],
                "writing": [*map(to_json, names, written, writes)],
                "editing": [to_json(name, size, row) for name, size, row in zip(names, sizes, edits) if row],
                "many edits": measure_many(plan.rounds),
            }
        )
    )


if __name__ == "__main__":
    main()
