"""Pages of documentation as programs: what is in their fences is run, and what is shown is compared.

A section is what is below a heading of the second level. It starts in a folder of its own, after the fences above the
first of these headings have been run, and its fences follow one another:

- `toml NAME` is a file of that name;
- `python` is run. If it has `>>>`, as a doctest;
- `text` is all that the `python` above it has printed, or printed since the last `text`;
- `diff` is how that `python` has changed the file, without the names of the files and with `@@` alone.
"""

from __future__ import annotations

import contextlib
import difflib
import doctest
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FENCE = re.compile(r"^```(\S*) ?(.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
CONTEXT = 1


@dataclass(frozen=True)
class Fence:
    """A block of a page: its language, what else stands in its first line, and its lines."""

    language: str
    name: str
    body: str


@dataclass(frozen=True)
class Section:
    """A heading and all fences that count below it."""

    title: str
    fences: list[Fence]


def sections(page: Path) -> list[Section]:
    """Split a page."""
    start, *rest = re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)
    return [Section(text.partition("\n")[0], fences(start) + fences(text)) for text in rest]


def fences(text: str) -> list[Fence]:
    """Find the fences of a text."""
    return [Fence(*match.groups()) for match in FENCE.finditer(text)]


@dataclass
class Runner:
    """Runs the fences of a section in the current folder."""

    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "page"})
    file: Path | None = None
    before: str = ""
    printed: str = ""

    def run(self, section: Section) -> None:
        """Run all of them, and see that nothing happens that is not shown."""
        for fence in section.fences:
            if fence.language in {"python", "toml"}:
                self.check_nothing_is_left()
            getattr(self, f"do_{fence.language}", lambda fence: None)(fence)
        self.check_nothing_is_left()

    def check_nothing_is_left(self) -> None:
        """Whatever was printed or changed was to be seen on the page."""
        assert self.printed == ""
        assert self.changes() == ""

    def do_toml(self, fence: Fence) -> None:
        """Write a file, if it has a name."""
        if fence.name:
            self.file, self.before = Path(fence.name), fence.body
            self.file.write_bytes(fence.body.encode())

    def do_python(self, fence: Fence) -> None:
        """Run code, and keep what it prints."""
        if fence.body.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(fence.body, self.names, "page", None, 0)
            assert doctest.DocTestRunner().run(test, clear_globs=False).failed == 0
            self.names.update(test.globs)
            return
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(fence.body, "<page>", "exec", dont_inherit=True), self.names)
        self.printed = output.getvalue()

    def do_text(self, fence: Fence) -> None:
        """Compare what was printed."""
        assert self.printed == fence.body
        self.printed = ""

    def do_diff(self, fence: Fence) -> None:
        """Compare what has changed."""
        assert self.changes() == fence.body
        assert self.file is not None
        self.before = self.file.read_bytes().decode()

    def changes(self) -> str:
        """Give the difference that a page shows."""
        after = self.file.read_bytes().decode() if self.file else ""
        old, new = self.before.splitlines(keepends=True), after.splitlines(keepends=True)
        lines = list(difflib.unified_diff(old, new, n=CONTEXT))[2:]
        return "".join("@@\n" if line.startswith("@@ ") else line for line in lines)
