"""A million calls of `loads`: memory must not grow. `python endurance.py [CALLS]`; no test, as it takes minutes."""

from __future__ import annotations

import sys
from pathlib import Path

import toml_py
from samples import SOURCE


def memory() -> int:
    """Return the memory in use, in kilobytes (on Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4


def main() -> None:
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    for number in range(calls):
        if number % (calls // 10) == 0:
            print(f"{number:>9} calls: {memory()} KB", flush=True)
        toml_py.loads(SOURCE if number % 2 else f"unique{number} = 'value{number}'")
        if number % 10 == 0:
            try:
                toml_py.loads("a = 1\na = 2")
            except toml_py.TOMLDecodeError as error:
                error.render()
            toml_py.dumps({"a": [number]})
    print(f"{calls:>9} calls: {memory()} KB")


if __name__ == "__main__":
    main()
