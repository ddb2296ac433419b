"""Random edits of documents, parsed and built, on plain data beside them: the data is the same, and so is that of the text.

`KIT_ORACLE_ROUNDS` has another number of documents; a failure names its seed, which `one_document` takes.
"""

from __future__ import annotations

import copy
import os
import random
from typing import Any

import pytest
import toml_py
from toml_py import tomlkit as kit

ROUNDS = int(os.environ.get("KIT_ORACLE_ROUNDS", "600"))
PARTS = 6

SOURCES = [
    "",
    "a = 1\n",
    "a = 1 # c\n\n# top\n[t]\nx = 'y' # e\n# tail\n\n[t.u]\nz = [1, 2, # c\n  3]\n\n[[p]]\nn = 1\n\n[p.q]\n"
    "k = {a = 1, b.c = 2}\n\n[[p]]\nn = 2\n\n# end\n",
    "[a.b]\nx=1\n[c]\n[a.d]\ny=2\n[a]\nz=3",
    "k.l.m = 1\nk.n = [ {x=1}, {y=2} ]\n[s]\nd.e = 'x'\n",
    "\ufeffa = 1\r\n[b]\r\nc = [\r\n  1,\r\n]\r\n",
    "[tool]\n[tool.poetry]\nname='x'\n\n[tool.poetry.dependencies]\npython = \"^3.8\" # py\n\n[build]\nx=1\n",
]

Value = tuple[Any, Any]
"""What goes into the document, and the plain data that it is."""


class Documents:
    """A document, and plain data that the same is done to."""

    def __init__(self, seed: int) -> None:
        """Parse or begin a document."""
        self.random = random.Random(seed)
        source = self.random.choice(SOURCES)
        is_built = source == "" and self.random.random() < 0.7
        self.document: Any = kit.document() if is_built else kit.parse(source)
        self.plain: Any = toml_py.loads(source)

    def check(self) -> None:
        """Compare the data, and that of the text."""
        text = self.document.as_string()
        assert toml_py.loads(text, version="1.1") == self.plain, text
        assert kit.dumps(self.document) == text

    # Values of all kinds.

    def value(self, depth: int = 0, *, inline: bool = False) -> Value:
        """Draw plain data, or an item."""
        kinds: list[Any] = [self.scalar, self.scalar, self.commented]
        if depth < 2:
            kinds += [self.array, self.table] if inline else [self.array, self.table, self.tables]
        drawn: Value = self.random.choice(kinds)(depth, inline)
        return drawn

    def scalar(self, depth: int, inline: bool) -> Value:
        """Draw a plain value."""
        value = self.random.choice(
            [self.random.randrange(100), "x", "a b", 'q"', "new\nline", "", True, False, 1.5]
        )
        return value, value

    def commented(self, depth: int, inline: bool) -> Value:
        """Draw an item, with a comment or without."""
        item = self.random.choice([kit.integer(7), kit.string("x", literal=True)])
        value = item.unwrap()
        return (item.comment("c") if self.random.random() < 0.5 else item), value

    def array(self, depth: int, inline: bool) -> Value:
        """Draw a list or an `Array`."""
        elements = [self.value(depth + 1, inline=True) for _ in range(self.random.randrange(4))]
        plain = [copy.deepcopy(value) for _, value in elements]
        if self.random.random() < 0.5:
            return copy.deepcopy(plain), plain
        array = kit.array()
        array.extend(item for item, _ in elements)
        return (array.multiline(True) if self.random.random() < 0.4 else array), plain

    def table(self, depth: int, inline: bool) -> Value:
        """Draw a dict, a `Table` or an `InlineTable`."""
        entries = {
            self.random.choice("abcdxyz"): self.value(depth + 1, inline=inline)
            for _ in range(self.random.randrange(4))
        }
        plain = {key: copy.deepcopy(value) for key, (_, value) in entries.items()}
        if self.random.random() < 0.4:
            return copy.deepcopy(plain), plain
        made: Any = (
            kit.inline_table()
            if inline or self.random.random() < 0.3
            else kit.table(self.random.choice([None, True, False]))
        )
        for key, (item, _) in entries.items():
            if made.is_table() and self.random.random() < 0.3:
                made.add(self.random.choice([kit.nl(), kit.comment("built")]))
            made[key] = item
        return made, plain

    def tables(self, depth: int, inline: bool) -> Value:
        """Draw a list of dicts, or an `AoT`."""
        made, plain = kit.aot(), []
        for _ in range(self.random.randrange(3)):
            table, data = self.table(1, True)
            made.append(dict(table) if not isinstance(table, kit.items.Table) else table)
            plain.append(data)
        if self.random.random() < 0.5:
            return copy.deepcopy(plain), plain
        return made, plain

    # Edits.

    def place(self) -> tuple[Any, Any]:
        """Draw a table or array of both."""
        paths, open_ = [()], [((), self.plain)]
        while open_:
            path, value = open_.pop()
            for step, child in value.items() if isinstance(value, dict) else enumerate(value):
                if isinstance(child, (dict, list)):
                    paths.append((*path, step))  # type: ignore[arg-type]
                    open_.append(((*path, step), child))  # type: ignore[arg-type]
        one, other = self.document, self.plain
        for step in self.random.choice(paths):
            one, other = one[step], other[step]
        return one, other

    def edit(self) -> None:
        """Do one thing to both."""
        one, other = self.place()
        if isinstance(other, dict):
            self.random.choice(
                [self.set_key, self.set_key, self.delete_key, self.move_key, self.copy_key, self.note]
            )(one, other)
        elif isinstance(one, kit.items.AoT):
            self.random.choice([self.insert, self.delete, self.replace, self.reverse])(one, other)
        else:
            self.random.choice(
                [self.insert, self.insert, self.delete, self.replace, self.reverse, self.lines, self.slice]
            )(one, other)

    def set_key(self, one: Any, other: Any) -> None:
        """Set a key that is there or not."""
        key = self.random.choice("abcdxyz")
        one[key], other[key] = self.value()

    def delete_key(self, one: Any, other: Any) -> None:
        """Delete a key."""
        for key in self.random.sample(sorted(other), min(len(other), 1)):
            del one[key], other[key]

    def move_key(self, one: Any, other: Any) -> None:
        """Take an item out, and put it elsewhere."""
        for key in self.random.sample(sorted(other), min(len(other), 1)):
            item, value = one.pop(key), other.pop(key)
            there, plain = self.place()
            if isinstance(plain, dict):
                to = self.random.choice("abcdxyz")
                there[to], plain[to] = item, value

    def copy_key(self, one: Any, other: Any) -> None:
        """Put an item in a second place."""
        for key in self.random.sample(sorted(other), min(len(other), 1)):
            to = self.random.choice("abcdxyz")
            one[to], other[to] = one[key], copy.deepcopy(other[key])

    def note(self, one: Any, other: Any) -> None:
        """Add a comment to a table, or set one beside a key; where there can be none, nothing changes."""
        before = self.document.as_string()
        try:
            if self.random.random() < 0.5:
                one.add(self.random.choice([kit.nl(), kit.comment("added")]))
            elif other:
                one.item(self.random.choice(sorted(other))).comment("beside")
        except ValueError:
            assert self.document.as_string() == before

    def element(self, one: Any) -> Value:
        """Draw a value for an array."""
        return self.table(1, True) if isinstance(one, kit.items.AoT) else self.value(1, inline=True)

    def insert(self, one: Any, other: Any) -> None:
        """Put an element somewhere."""
        item, value = self.element(one)
        at = self.random.randrange(len(other) + 1)
        one.insert(at, item)
        other.insert(at, value)

    def delete(self, one: Any, other: Any) -> None:
        """Delete an element."""
        if other:
            at = self.random.randrange(len(other))
            del one[at], other[at]

    def replace(self, one: Any, other: Any) -> None:
        """Set an element."""
        if other:
            at = self.random.randrange(len(other))
            one[at], other[at] = self.element(one)

    def reverse(self, one: Any, other: Any) -> None:
        """Put the elements in the opposite order."""
        one.reverse()
        other.reverse()

    def lines(self, one: Any, other: Any) -> None:
        """Put the elements on lines of their own, or on one."""
        one.multiline(self.random.random() < 0.5)

    def slice(self, one: Any, other: Any) -> None:
        """Set some elements at once."""
        item, value = self.element(one)
        one[1:3], other[1:3] = [item], [value]


def one_document(seed: int) -> None:
    """Make, edit and check one document."""
    documents = Documents(seed)
    for _ in range(25):
        documents.edit()
        assert documents.document.unwrap() == documents.plain
        if documents.random.random() < 0.4:
            documents.check()
    documents.check()


@pytest.mark.parametrize("part", range(PARTS))
def test_edits_change_what_they_name(part: int) -> None:
    for seed in range(part, ROUNDS, PARTS):
        try:
            one_document(seed)
        except Exception as error:
            raise AssertionError(f"seed {seed}") from error
