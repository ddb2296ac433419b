"""Whole documents: statements, headers and layout, valid by construction unless slips are asked for.

A model of the tables says what may stand where, since statements put together blindly are nearly always wrong.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from enum import Enum
from random import Random

from .spellings import Speller


class Kind(Enum):
    """How a table came to be, which decides who may add to it."""

    IMPLICIT = "on the way of a header"
    HEADER = "by a header"
    DOTTED = "on the way of a dotted key"
    ELEMENT = "as the last element of an array of tables"


@dataclass
class Table:
    """A table, and what its keys hold: other tables, or None for everything else."""

    kind: Kind
    inside: dict[str, Table | None] = field(default_factory=dict)

    def tables(self) -> dict[str, Table]:
        return {key: inner for key, inner in self.inside.items() if inner is not None}


def document(random: Random, slips: float = 0.0) -> str:
    """Write a document. `slips` is how often a spelling or a place is wrong, from 0 to 1."""
    writer = _Writer(Speller(random, slips))
    for _ in range(random.randrange(4)):
        writer.key_value()
    for _ in range(random.randrange(5)):
        writer.section()
    return writer.text()


class _Writer:
    def __init__(self, speller: Speller) -> None:
        self.speller, self.random = speller, speller.random
        self.root = Table(Kind.HEADER)
        self.here = self.root
        self.lines: list[str] = []

    def text(self) -> str:
        """Put the lines together; the last may have no end."""
        lines = [line + self.speller.newline() for line in self.lines]
        if lines and self.random.random() < 0.2:
            lines[-1] = lines[-1].rstrip("\r\n")
        return "".join(lines)

    def line(self, statement: str) -> None:
        while self.random.random() < 0.2:
            self.lines.append(self.random.choice(["", " ", "\t"]) + self.speller.comment())
        self.lines.append(self.random.choice(["", "", "", " ", "\t"]) + statement + self.speller.comment())

    def key_value(self) -> None:
        """Write a key, perhaps a dotted one, and its value."""
        table, parts = self.here, []
        while self.random.random() < 0.25:
            dotted = [key for key, inner in table.tables().items() if inner.kind == Kind.DOTTED]
            if dotted and self.random.random() < 0.5:
                key = self.random.choice(dotted)
                parts.append(respell(self.random, key))
                table = table.tables()[key]
            else:
                parts.append(self.unused(table))
                table.inside[key_of(parts[-1])] = inner = Table(Kind.DOTTED)
                table = inner
        parts.append(self.unused(table))
        table.inside[key_of(parts[-1])] = None
        self.line(self.joined(parts) + self.speller.equals() + self.speller.value())

    def section(self) -> None:
        """Write a header, and what is below it."""
        brackets, parts = self.header()
        if self.speller.slip():
            brackets = self.random.choice([("[", ""), ("[[", "]"), ("[", "]]"), ("[ [", "]]"), ("[[", "] ]"), ("[", "]\n")])
        gap = self.random.choice(["", "", " ", "\t"])
        self.line(brackets[0] + gap + self.joined(parts) + gap + brackets[1])
        for _ in range(self.random.randrange(4)):
            self.key_value()

    def header(self) -> tuple[tuple[str, str], list[str]]:
        """Choose what the next header opens, and make the model follow."""
        above, table, parts, key = self.root, self.root, list[str](), ""
        while table.tables() and len(parts) < 3 and self.random.random() < 0.6:
            key = self.random.choice(list(table.tables()))
            parts.append(respell(self.random, key))
            above, table = table, table.tables()[key]
        if table.kind == Kind.ELEMENT and self.random.random() < 0.5:
            above.inside[key] = self.here = Table(Kind.ELEMENT)
            return ("[[", "]]"), parts
        if table.kind == Kind.IMPLICIT and self.random.random() < 0.7:
            table.kind, self.here = Kind.HEADER, table
            return ("[", "]"), parts
        for _ in range(self.random.choice([1, 1, 1, 2])):
            parts.append(self.unused(table))
            table.inside[key_of(parts[-1])] = inner = Table(Kind.IMPLICIT)
            table = inner
        table.kind, self.here = self.random.choice([Kind.HEADER, Kind.ELEMENT]), table
        return (("[[", "]]") if table.kind == Kind.ELEMENT else ("[", "]")), parts

    def unused(self, table: Table) -> str:
        """Spell a key that the table does not have; or, as a slip, any key."""
        if self.speller.slip():
            return respell(self.random, self.random.choice([*table.inside, "a"]))
        spelling = self.speller.key()
        while key_of(spelling) in table.inside:
            spelling = f"k{self.random.randrange(1000)}"
        return spelling

    def joined(self, parts: list[str]) -> str:
        return "".join(part + self.speller.dot() for part in parts[:-1]) + parts[-1]


def key_of(spelling: str) -> str:
    """Return the key that a segment spells; a wrong one stands for itself."""
    try:
        return next(iter(tomllib.loads(f"{spelling} = 1")))
    except (tomllib.TOMLDecodeError, StopIteration):
        return spelling


def respell(random: Random, key: str) -> str:
    """Spell a key once more, perhaps in another way."""
    if re.fullmatch("[A-Za-z0-9_-]+", key) and random.random() < 0.8:
        return key
    return '"' + "".join(f"\\U{ord(char):08X}" if char in '"\\' or not char.isprintable() else char for char in key) + '"'
