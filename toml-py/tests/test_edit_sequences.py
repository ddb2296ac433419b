"""Sequences of edits, made to a document and to plain data beside it, with old handles looked through on the way.

A handle stands for the `dict` or `list` that was at its place when it was taken: as long as that is somewhere in the
plain data, the handle says the same; once it is not, using the handle is an error.
"""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest
import toml_py
from conftest import toml_test_folder
from edits import SAMPLES, Edit, Path, at, edits, items
from hypothesis import given
from hypothesis import strategies as st
from sameness import same_unordered

# Longer files take too long to be edited many times.
LONGEST = 800

COMMENTED = """\
# A document.

# About a.
a = [ # first
    { x = 1, y = 'z' }, # one
    { x = 2 },
]
b.c.d = 0x1F # hex
b.e = { f = 1 }

# The tables.
[t] # header
k = 1

[t.u.v]
w = "a\\tb"

[[list]]
n = 1 # of two
[list.sub]
m = 2
[[list]]
n = 2

# The end.
"""


def sources() -> list[str]:
    files = sorted(toml_test_folder().glob("1.0.0/valid/**/*.toml"))
    texts = [path.read_bytes().decode() for path in files if path.stat().st_size < LONGEST]
    return [COMMENTED] * (len(texts) // 4) + texts


SOURCES = sources()


class Twins:
    """A document and plain data that are edited alike, and what was taken from both."""

    def __init__(self, source: str) -> None:
        self.document = toml_py.parse(source)
        self.data: Any = self.document.unwrap()
        self.taken: list[tuple[Any, Any]] = []

    def take(self, number: int) -> None:
        """Keep a handle."""
        paths = [path for path, value in items(self.data) if isinstance(value, (dict, list))]
        path = paths[number % len(paths)]
        self.taken.append((at(self.document, path), at(self.data, path)))

    def edit(self, number: int) -> None:
        """Make one of the edits that there are."""
        every = [edit for edit in edits(self.data) if not set_whole(edit)]
        edit = every[number % len(every)]
        try:
            edit.make(self.document)
        except toml_py.EditError:
            # An edit before it may have made the new key.
            assert edit.may_be_refused or edit.name == "rename"
            return
        edit.make_plain(self.data)
        self.data = unshared(self.data, shared_ids())

    def edit_by_handle(self, number: int) -> None:
        """Change something in what was taken before, if it is still there."""
        alive = list(self.alive())
        if not alive:
            return
        handle, plain = alive[number % len(alive)]
        for item in (handle, plain):
            if isinstance(plain, dict):
                item[f"by handle {number % 3}"] = {"n": number}
            else:
                item.insert(number % (len(plain) + 1), [number])

    def comment(self, number: int) -> None:
        """Write a comment, where one can be."""
        paths = [path for path, _ in items(self.data)]
        path = paths[number % len(paths)]
        try:
            self.document.set_comment(path, f"comment {number % 7}")
            self.document.set_comments_above(path, ["above"] * (number % 3))
        except toml_py.EditError as error:
            assert error.code == "toml::edit::no-comment-place"  # noqa: PT017

    def alive(self) -> Any:
        present = {id(value) for _, value in items(self.data)}
        return ((handle, plain) for handle, plain in self.taken if id(plain) in present)

    def check(self) -> None:
        """Compare everything."""
        alive = {id(handle) for handle, _ in self.alive()}
        for handle, plain in self.taken:
            if id(handle) in alive:
                assert same_unordered(handle.unwrap(), plain)
            else:
                with pytest.raises(toml_py.DetachedError):
                    len(handle)
        assert same_unordered(self.document.unwrap(), self.data)
        assert list(self.document) == list(self.data)

    def check_text(self) -> None:
        """Compare the text, and where it says that things are."""
        text = str(self.document)
        assert same_unordered(tomllib.loads(text.removeprefix("\ufeff")), self.data), text
        for path, value in items(self.data):
            start, end = self.document.span(path)
            assert 0 <= start <= end <= len(text)
            if isinstance(value, bool):
                assert text[start:end] == str(value).lower()
        for handle, plain in self.alive():
            assert handle is at(self.document, path_of(self.data, plain))


def set_whole(edit: Edit) -> bool:
    """Tell edits that keep tables which plain data does not keep."""
    return edit.name == "update_from"


def path_of(data: Any, wanted: Any) -> Path:
    return next(path for path, value in items(data) if value is wanted)


def shared_ids() -> set[int]:
    return {id(value) for sample in SAMPLES for _, value in items(sample)}


def unshared(data: Any, seen: set[int]) -> Any:
    """Give the data with copies of what is in it more than once, as a document has no such thing."""
    if isinstance(data, (dict, list)):
        if id(data) in seen:
            data = copy.deepcopy(data)
        seen.add(id(data))
        for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
            data[key] = unshared(value, seen)
    return data


STEPS = ["edit", "edit", "edit", "edit_by_handle", "take", "take", "comment", "check", "check_text"]
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 10**6)),
    min_size=1,
    max_size=12,
)


@given(st.sampled_from(SOURCES), steps)
def test_sequence_is_that_of_plain_data(source: str, steps: list[tuple[str, int]]) -> None:
    twins = Twins(source)
    for name, number in steps:
        method = getattr(twins, name)
        method() if name.startswith("check") else method(number)
    twins.check()
    twins.check_text()
    twins.check()


@given(st.sampled_from(SOURCES), st.lists(st.integers(0, 10**6), max_size=5))
def test_patches_and_copies_of_a_sequence(source: str, numbers: list[int]) -> None:
    twins = Twins(source)
    for number in numbers:
        twins.edit(number)
    text, at_end, pieces = str(twins.document), 0, []
    for start, end, new in twins.document.patches():
        assert at_end <= start <= end
        pieces += [source[at_end:start], new]
        at_end = end
    assert "".join(pieces) + source[at_end:] == text
    other = copy.deepcopy(twins.document)
    other["one more"] = 1
    assert str(twins.document) == text
    assert same_unordered(other.unwrap(), twins.data | {"one more": 1})
