"""Hundreds and thousands of edits of one document, and its text at the end: whether the time of an edit grows."""

from __future__ import annotations

import statistics
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from editing import OURS, PEERS, Editor

SIZES = [500, 1000, 2000]


@dataclass(frozen=True)
class Scenario:
    """Edits of one kind: a document for them, and a function that does that many."""

    name: str
    source: Callable[[int], str]
    edit: Callable[[Any, int], None]


def array(count: int) -> str:
    return "[tool]\narray = [\n" + "".join(f"  {number},\n" for number in range(count)) + "]\n"


def table(count: int) -> str:
    return "[tool]\n" + "".join(f"key-{number} = {number}\n" for number in range(count)) + "\n[last]\nkey = 1\n"


def lock(count: int) -> str:
    package = '[[package]]\nname = "package-{0}"\nversion = "1.{0}.0"\ndependencies = [\n "one",\n "two",\n]\n'
    return "version = 4\n\n" + "\n".join(package.format(number) for number in range(count))


def append(document: Any, count: int) -> None:
    values = document["tool"]["array"]
    for number in range(count):
        values.append(number)


def add_keys(document: Any, count: int) -> None:
    tool = document["tool"]
    for number in range(count):
        tool[f"new-{number}"] = number


def set_values(document: Any, count: int) -> None:
    tool = document["tool"]
    for number in range(count):
        tool[f"key-{number}"] = -number


def delete_keys(document: Any, count: int) -> None:
    tool = document["tool"]
    for number in range(count):
        del tool[f"key-{number}"]


def delete_first(document: Any, count: int) -> None:
    values = document["tool"]["array"]
    for _ in range(count):
        del values[0]


def pop_last(document: Any, count: int) -> None:
    values = document["tool"]["array"]
    for _ in range(count):
        values.pop()


def add_to_each(document: Any, count: int) -> None:
    for package in document["package"]:
        package["marker"] = "new"


def delete_from_each(document: Any, count: int) -> None:
    for package in document["package"]:
        del package["version"]


SCENARIOS = [
    Scenario("appends to an array", lambda count: array(2), append),
    Scenario("new keys of a table", lambda count: table(2), add_keys),
    Scenario("values of a table set", table, set_values),
    Scenario("`del table[key]`", table, delete_keys),
    Scenario("`del array[0]`", array, delete_first),
    Scenario("`array.pop()`", array, pop_last),
    Scenario("a key added to each `[[package]]`", lock, add_to_each),
    Scenario("a key deleted from each `[[package]]`", lock, delete_from_each),
]


def measure_many(rounds: int) -> list[dict[str, Any]]:
    """Measure all scenarios with all libraries: nanoseconds for an edit, or why there are none."""
    return [
        {"name": scenario.name, "editor": editor.name, "sizes": SIZES, "times": times_of(scenario, editor, rounds)}
        for scenario in SCENARIOS
        for editor in (OURS, *PEERS)
    ]


def times_of(scenario: Scenario, editor: Editor, rounds: int) -> list[float | str]:
    times: list[float | str] = []
    for size in SIZES:
        problem = problem_of(scenario, editor, size)
        if problem is not None:
            assert editor is not OURS, f"{scenario.name}: {problem}"
            times.append(problem)
            continue
        taken = statistics.median(seconds(scenario, editor, size) for _ in range(rounds))
        times.append(taken / size * 1e9)
    return times


def problem_of(scenario: Scenario, editor: Editor, size: int) -> str | None:
    """Say what is wrong with the result, if anything is."""
    expected = tomllib.loads(scenario.source(size))
    scenario.edit(expected, size)
    document = editor.parse(scenario.source(size))
    try:
        scenario.edit(document, size)
        return None if tomllib.loads(editor.text(document)) == expected else "differs"
    except Exception:
        return "rejects"


def seconds(scenario: Scenario, editor: Editor, size: int) -> float:
    """Return the time of the edits and of the text. The document is there, and its text has been asked for."""
    document = editor.parse(scenario.source(size))
    editor.text(document)
    start = time.process_time()
    scenario.edit(document, size)
    editor.text(document)
    return time.process_time() - start
