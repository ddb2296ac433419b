"""Depth, size, memory, threads, subinterpreters, and what a program pays for the import."""

from __future__ import annotations

import gc
import subprocess
import sys
import textwrap
import threading
import time
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import toml_py
from samples import SOURCE

# What tables and arrays may nest, for reading and writing.
DEPTH = 128


def in_lists(depth: int) -> Any:
    data: list[Any] = []
    for _ in range(depth - 1):
        data = [data]
    return {"a": data}


def in_dicts(depth: int) -> Any:
    data: dict[str, Any] = {}
    for _ in range(depth):
        data = {"a": data}
    return data


def in_both(depth: int) -> Any:
    data: Any = {}
    for _ in range(depth // 2):
        data = {"a": [data]}
    return data


@pytest.mark.parametrize("build", [in_lists, in_dicts, in_both])
def test_deepest_data_is_written_and_read(build: Callable[[int], Any]) -> None:
    data = build(DEPTH)
    for width in (None, 0, 100, 10_000):
        assert toml_py.loads(toml_py.dumps(data, width=width)) == data


@pytest.mark.parametrize("build", [in_lists, in_dicts, in_both])
@pytest.mark.parametrize("depth", [DEPTH + 2, 10_000, 50_000])
def test_deeper_data_is_a_value_error(build: Callable[[int], Any], depth: int) -> None:
    data = build(depth)
    for width in (None, 0, 10_000):
        with pytest.raises(ValueError, match=f"^tables and arrays are nested more than {DEPTH} deep"):
            toml_py.dumps(data, width=width)
    # Without this, it is Python that recurses too deep.
    while data:
        data = data.pop("a") if isinstance(data, dict) else data.pop()


@pytest.mark.parametrize(
    "source",
    ["a = " + "[" * 100_000, "a = " + "{a=" * 100_000, "[" + "a." * 100_000 + "a]", "a." * 100_000 + "a = 1"],
    ids=["arrays", "inline tables", "header", "dotted key"],
)
def test_deeper_text_is_an_error(source: str) -> None:
    with pytest.raises(toml_py.TOMLDecodeError):
        toml_py.loads(source)


def test_cycle_is_a_value_error() -> None:
    table: dict[str, Any] = {}
    table["a"] = table
    array: list[Any] = []
    array.append(array)
    both: dict[str, Any] = {"b": [{"c": 1}]}
    both["b"].append(both)
    for data in (table, {"a": array}, both):
        for width in (None, 0, 80, 10**9):
            with pytest.raises(ValueError, match="nested more than"):
                toml_py.dumps(data, width=width)


def test_shared_data_is_no_cycle() -> None:
    shared = {"x": [1]}
    assert toml_py.loads(toml_py.dumps({"a": shared, "b": [shared, shared]})) == {"a": shared, "b": [shared, shared]}


def test_long_text_is_read() -> None:
    # Long enough that other threads run meanwhile.
    source = "".join(f"[t{number}]\nkey = 'é{number}'\n" for number in range(50_000))
    assert len(source) > 1_000_000
    data = toml_py.loads(source)
    assert data == {f"t{number}": {"key": f"é{number}"} for number in range(50_000)}
    with pytest.raises(toml_py.TOMLDecodeError) as caught:
        toml_py.loads(source + "=")
    assert caught.value.pos == len(source)


def test_many_keys_of_all_lengths() -> None:
    data = {"k" * length + str(number): number for length in range(100) for number in range(30)}
    text = toml_py.dumps(data)
    assert toml_py.loads(text) == tomllib.loads(text) == data


def test_eight_threads() -> None:
    sources = [f"[a{n}]\nb = [{n}, {n}.5, 'é{n}']\nc = 1979-05-27\n" + f"x = {{ y = {n} }}\n" * (n % 2) for n in range(50)]
    large = "".join(f"[t{n}]\nk = {n}\n" for n in range(30_000))
    expected = [tomllib.loads(source) for source in sources]
    expected_large = tomllib.loads(large)
    start = threading.Barrier(8)

    def work(number: int) -> int:
        start.wait()
        for turn in range(200):
            at = (number * 7 + turn) % len(sources)
            assert toml_py.loads(sources[at]) == expected[at]
            assert toml_py.loads(toml_py.dumps(expected[at])) == expected[at]
            with pytest.raises(toml_py.TOMLDecodeError):
                toml_py.loads(sources[at] + "=")
        for _ in range(3):
            assert toml_py.loads(large) == expected_large
        return number

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == list(range(8))


def test_threads_with_a_parse_float_that_lets_go() -> None:
    def parse(text: str) -> str:
        time.sleep(0.0005)
        return text

    def work(number: int) -> bool:
        source = "".join(f"k{n} = {number}.{n}\n" for n in range(50))
        return toml_py.loads(source, parse_float=parse) == {f"k{n}": f"{number}.{n}" for n in range(50)}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(16)))


SUBINTERPRETER = """
    try:
        import _interpreters as interpreters  # from Python 3.13 on
        run = interpreters.exec
    except ImportError:
        import _xxsubinterpreters as interpreters
        run = interpreters.run_string
    import toml_py
    assert toml_py.loads("a = 1") == {"a": 1}
    other = interpreters.create()
    problem = run(other, '''
    try:
        import toml_py
    except ImportError as error:
        assert "subinterpreters" in str(error), error
    else:
        assert toml_py.loads("a = 1") == {"a": 1}
    ''')
    assert problem is None, problem
    interpreters.destroy(other)
    assert toml_py.loads("a = 2") == {"a": 2}
"""


def test_subinterpreter_works_or_is_refused() -> None:
    script = textwrap.dedent(SUBINTERPRETER)
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def peak_memory() -> int:
    """Return the most memory that the process has ever had, in kilobytes."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak



@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no `resource`")
def test_memory_does_not_grow() -> None:
    # A longer run is `python tests/endurance.py`.
    data = toml_py.loads(SOURCE)

    def work(count: int) -> None:
        for number in range(count):
            toml_py.loads(f"unique{number} = 'value{number}'")
            toml_py.loads(SOURCE)
            toml_py.dumps(data)
            with pytest.raises(toml_py.TOMLDecodeError):
                toml_py.loads("a = 1\na = 2")

    # All places for keys are taken after this.
    work(5_000)
    gc.collect()
    before = peak_memory()
    work(20_000)
    grown = peak_memory() - before
    assert grown < 1024, f"{grown} KB more"


def test_objects_do_not_grow() -> None:
    data = toml_py.loads(SOURCE)
    # Every other object is counted by its references.
    counted: list[Any] = [None, True, sys.intern("title"), data["products"], data]
    gc.collect()
    before = [sys.getrefcount(item) for item in counted], len(gc.get_objects())
    for _ in range(1000):
        toml_py.dumps(data)
        toml_py.loads(SOURCE)
    gc.collect()
    after = [sys.getrefcount(item) for item in counted], len(gc.get_objects())
    assert after[1] - before[1] < 100
    assert all(abs(one - other) < 100 for one, other in zip(before[0], after[0]))


def test_import_imports_nothing_else() -> None:
    # How long it takes is measured by `cargo xtask bench --python`.
    script = """
        import sys
        before = set(sys.modules)
        import toml_py
        print(sorted(set(sys.modules) - before))
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=True, capture_output=True, text=True)
    assert run.stdout == "['toml_py', 'toml_py._errors', 'toml_py._native']\n"
