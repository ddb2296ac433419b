"""Damage to files: what editors, merges and disks do to a text. Works on any bytes."""

from __future__ import annotations

import re
from random import Random

TOKEN = re.compile(rb"[A-Za-z0-9_-]+|[ \t]+|\r?\n|\"\"\"|'''|\[\[|\]\]|[^A-Za-z0-9_ \t\n-]")
PIECES = [b"\n", b"\r\n", b"\r", b'"', b"'", b'"""', b"'''", b"=", b".", b",", b"[", b"]", b"[[", b"]]", b"{", b"}", b"#", b" ", b"\\", b"\0", b"\x7f", b"\xff", b"0", b"_", b"-", b"+", b"e", b"T", b":", b"\xc3\xa9", b"a = 1\n", b"[a]\n", b"[[a]]\n"]  # fmt: skip


def damage(random: Random, content: bytes) -> bytes:
    """Do one to three kinds of damage."""
    kinds = [flip, cut, cut_end, double, replace, swap_tokens, drop_token, move_line, double_line]
    for _ in range(random.randrange(1, 4)):
        content = random.choice(kinds)(random, content)
    return content


def place(random: Random, content: bytes) -> int:
    return random.randrange(len(content) + 1)


def piece(random: Random, content: bytes) -> tuple[int, int]:
    """Choose a short part of the content."""
    start = place(random, content)
    return start, min(len(content), start + random.randrange(1, 9))


def flip(random: Random, content: bytes) -> bytes:
    """Flip a bit."""
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def cut(random: Random, content: bytes) -> bytes:
    """Take a few bytes out."""
    start, end = piece(random, content)
    return content[:start] + content[end:]


def cut_end(random: Random, content: bytes) -> bytes:
    """Leave only what is before some place, most often one near the end."""
    return content[: max(place(random, content), place(random, content))]


def double(random: Random, content: bytes) -> bytes:
    """Repeat a few bytes where they stand."""
    start, end = piece(random, content)
    return content[:end] + content[start:]


def replace(random: Random, content: bytes) -> bytes:
    """Put something else in place of few bytes, or of none."""
    start = place(random, content)
    return content[:start] + random.choice(PIECES) + content[start + random.randrange(3) :]


def swap_tokens(random: Random, content: bytes) -> bytes:
    """Exchange two tokens that are near each other."""
    tokens = TOKEN.findall(content)
    if len(tokens) < 2:
        return content
    one = random.randrange(len(tokens))
    other = min(len(tokens) - 1, one + random.randrange(1, 6))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


def drop_token(random: Random, content: bytes) -> bytes:
    """Leave a token out."""
    tokens = TOKEN.findall(content)
    if tokens:
        del tokens[random.randrange(len(tokens))]
    return b"".join(tokens)


def move_line(random: Random, content: bytes) -> bytes:
    """Put a line somewhere else."""
    lines = content.splitlines(keepends=True)
    if lines:
        lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
    return b"".join(lines)


def double_line(random: Random, content: bytes) -> bytes:
    """Repeat a line somewhere else."""
    lines = content.splitlines(keepends=True)
    if lines:
        lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return b"".join(lines)
