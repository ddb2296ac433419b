"""Which lines of a document an edit may change, told from where the document says that things stand."""

from __future__ import annotations

from typing import Any, NamedTuple

import toml_py
from edits import Edit, Path, items


class Place(NamedTuple):
    """Where an item stands: lines by number from 0, its value in characters."""

    first: int
    last: int
    span: tuple[int, int]
    is_header: bool


class Lines:
    """The lines of a document's text, and the items on them."""

    def __init__(self, document: toml_py.Document) -> None:
        """Look up where everything stands."""
        self.text = str(document)
        self.texts = lines_of(self.text)
        self.places = {path: self._place(document, path, value) for path, value in items(document) if path}
        self.headers = {place.first for place in self.places.values() if place.is_header}
        inside_values = {
            line for place in self.places.values() for line in range(place.first + 1, place.last + 1)
        }  # fmt: skip
        starts = (at for at, line in enumerate(self.texts) if line.lstrip().startswith("#"))
        self.comments = set(starts) - inside_values

    def _place(self, document: toml_py.Document, path: Path, value: Any) -> Place:
        start, end = document.span(path)
        key = document.span(path, of="key") if isinstance(path[-1], str) else None
        is_header = self._starts_header(document, path, value)
        first = start if key is None or is_header else min(start, key[0])
        last = max(first, end)
        return Place(self.text.count("\n", 0, first), self.text.count("\n", 0, last), (start, end), is_header)

    def _starts_header(self, document: toml_py.Document, path: Path, value: Any) -> bool:
        """Tell `[tables]` and `[[arrays]]` from values, which have braces, and brackets round braces."""
        if isinstance(value, toml_py.Array) and len(value) > 0:
            return self._starts_header(document, (*path, 0), value[0])
        return isinstance(value, toml_py.Table) and self.text[document.span(path)[0]] == "["

    def concerned(self, edit: Edit) -> set[int]:
        """Give the numbers of the lines that an edit may change or take away."""
        found: set[int] = set()
        path = edit.path
        # What stands within brackets or braces shares their lines.
        for length in range(1, len(path) + 1):
            if self._is_inline(path[:length]):
                place = self.places[path[:length]]
                return self._with_comments(set(range(place.first, place.last + 1)))
        if edit.is_addition:
            return self._braces_of_dotted(path)
        root = path
        while len(root) > 1 and isinstance(root[-1], int):
            # An array of tables may become one in brackets, or nothing.
            root = root[:-1]
        for other, place in self.places.items():
            if other[: len(root)] == root:
                found.update(range(place.first, place.last + 1))
                if place.is_header:
                    found.update(self._body(place.first))
        return self._with_comments(found)

    def _is_inline(self, path: Path) -> bool:
        place = self.places[path]
        return not place.is_header and self.text[place.span[0]] in "[{" and place.span[1] > place.span[0] + 1

    def _braces_of_dotted(self, path: Path) -> set[int]:
        """Give the lines of a table of dotted keys within braces; none for others."""
        found: set[int] = set()
        for other in self.places:
            if other[: len(path)] == path and self._is_inline(other):
                found.update(range(self.places[other].first, self.places[other].last + 1))
        return found

    def _body(self, header: int) -> set[int]:
        """Give the lines of a section up to the comments of the next header."""
        end = min((line for line in self.headers if line > header), default=len(self.texts))
        while end > header + 1 and end - 1 in self.comments and end in self.headers:
            end -= 1
        return set(range(header, end))

    def _with_comments(self, lines: set[int]) -> set[int]:
        found = set(lines)
        for line in lines:
            above = line - 1
            while above in self.comments:
                found.add(above)
                above -= 1
        return found

    def check(self, edit: Edit, after: str) -> None:
        """Raise an error unless all other lines are in a text, as they were, in order; blank ones do not count."""
        concerned = self.concerned(edit)
        rest = iter(lines_of(after))
        for number, line in enumerate(self.texts):
            if number not in concerned and line.strip():
                assert any(other == line for other in rest), f"lost or moved: {line!r}"


def lines_of(text: str) -> list[str]:
    """Give the lines of a text without what ends them, and without a byte order mark."""
    return [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
