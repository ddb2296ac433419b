"""Deep, large and hostile input in a process that gets 1 GiB of addresses, on a thread with a stack of 256 KiB."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest
import toml_py

# What tables and arrays may nest, for reading and writing.
DEPTH = 128

STACK = 256 * 1024
ADDRESSES = 1 << 30


def nested(what: str, depth: int) -> str:
    """Give a document whose tables and arrays nest so deep."""
    half = depth // 2
    rest = depth - half
    dotted = ".".join
    documents: dict[str, Callable[[], str]] = {
        "arrays": lambda: "k = " + "[" * depth + "]" * depth,
        "inline tables": lambda: "k = " + "{k = " * (depth - 1) + "{" + "}" * depth,
        "header": lambda: f"[{dotted(['k'] * depth)}]",
        "array of tables": lambda: f"[[{dotted(['k'] * (depth - 1))}]]",
        "dotted key": lambda: f"{dotted(['k'] * (depth + 1))} = 1",
        "header and arrays": lambda: f"[{dotted(['k'] * half)}]\nk = {'[' * rest}{']' * rest}",
        "header and dotted key": lambda: f"[{dotted(['k'] * half)}]\n{dotted(['k'] * (rest + 1))} = 1",
    }
    return documents[what]()


NESTINGS = [
    "arrays",
    "inline tables",
    "header",
    "array of tables",
    "dotted key",
    "header and arrays",
    "header and dotted key",
]


def read_and_write_the_deepest() -> None:
    for what in NESTINGS:
        data = toml_py.loads(nested(what, DEPTH), parse_float=str)
        for width in (None, 0, 80, 10_000):
            text = toml_py.dumps(data, width=width, sort_keys=True, multiline_strings=True)
            assert toml_py.loads(text) == data, what


def refuse_deeper_text() -> None:
    for what in NESTINGS:
        for depth in (DEPTH + 1, 200_000):
            with pytest.raises(toml_py.TOMLDecodeError) as caught:
                toml_py.loads(nested(what, depth))
            assert len(caught.value.render()) < 2_000, what


def refuse_deeper_data() -> None:
    for depth in (DEPTH + 1, 200_000):
        innermost: list[Any] = []
        lists = innermost
        for _ in range(depth - 1):
            lists = [lists]
        with pytest.raises(ValueError, match=f"nested more than {DEPTH} deep"):
            toml_py.dumps({"a": lists})
        while lists:
            lists = lists.pop()


def read_many_lines() -> None:
    count = 200_000
    data = toml_py.loads("".join(f"k{number} = {number}\n" for number in range(count)))
    assert data == {f"k{number}": number for number in range(count)}
    assert toml_py.loads(toml_py.dumps(data)) == data
    tables = toml_py.loads("[[a]]\nx = 1\n" * count)
    assert tables == {"a": [{"x": 1}] * count}


def refuse_long_mistakes() -> None:
    letters = "k" * 10_000_000
    for source in (f"[{letters}]\na = x", f"a = {letters}", letters, f'a = "{letters}', f"a = 1{letters}"):
        with pytest.raises(toml_py.TOMLDecodeError) as caught:
            toml_py.loads(source)
        assert len(str(caught.value)) < 2_000
        assert len(caught.value.render()) < 10_000


CHECKS = {
    check.__name__: check
    for check in (
        read_and_write_the_deepest,
        refuse_deeper_text,
        refuse_deeper_data,
        read_many_lines,
        refuse_long_mistakes,
    )
}


def run(name: str) -> None:
    """Run a check in this process, which is to be confined."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    failures: list[BaseException] = []

    def work() -> None:
        try:
            CHECKS[name]()
        except BaseException as failure:
            failures.append(failure)

    threading.stack_size(STACK)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
    print(name, "is done")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit addresses")
@pytest.mark.parametrize("name", CHECKS)
def test_confined(name: str) -> None:
    child = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True)
    assert (child.returncode, child.stdout) == (0, f"{name} is done\n"), child.stderr


if __name__ == "__main__":
    run(sys.argv[1])
