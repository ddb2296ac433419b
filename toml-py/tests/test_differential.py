"""`toml_py.loads` beside `tomllib.loads`, on documents that are made up and on files that are damaged.

Both give the same data, or both refuse; and where `tomllib` names a line, ours is the same line, but for the
differences in `differential/places.py`. `DIFFERENTIAL_CASES` is how many cases of each kind there are for each of
two seeds: one that is always the same, and a fresh one, or `DIFFERENTIAL_SEED`, which is part of what a failure says.
"""

from __future__ import annotations

import io
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random, SystemRandom

import pytest
import toml_py
from conftest import toml_test_folder
from differential.damage import damage
from differential.documents import document
from differential.places import EARLIER, YEAR_0, YEAR_0_EXAMPLES, Difference
from hypothesis import given
from hypothesis import strategies as st
from sameness import same

CASES = int(os.environ.get("DIFFERENTIAL_CASES", "1000"))
FRESH = int(os.environ.get("DIFFERENTIAL_SEED", SystemRandom().randrange(2**32)))
REPOSITORY = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("TOML_CORPUS", REPOSITORY.parent / "shared" / "corpus"))
CODES = {difference.code for difference in EARLIER}

# `tomllib` has no attributes for it before Python 3.14.
PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def real_files() -> list[bytes]:
    """Read this repository's own files, and the real ones beside it, those that `tomllib` is done with in no time."""
    paths = sorted(path for folder in (REPOSITORY, CORPUS) for path in folder.glob("*.toml"))
    return [path.read_bytes() for path in paths if path.stat().st_size < 30_000]


SUITE = [path.read_bytes() for path in sorted(toml_test_folder().glob("1.0.0/**/*.toml"))]
REAL = real_files()

KINDS: dict[str, Callable[[Random], bytes]] = {
    "valid": lambda random: document(random).encode(),
    "nearly-valid": lambda random: document(random, slips=0.03).encode(),
    "wrong": lambda random: document(random, slips=0.2).encode(),
    "damaged-suite": lambda random: damage(random, random.choice(SUITE)),
    "damaged-real": lambda random: damage(random, random.choice(REAL)),
}


@pytest.mark.parametrize("seed", [1979, FRESH], ids=["fixed", "fresh"])
@pytest.mark.parametrize("kind", KINDS)
def test_as_tomllib(kind: str, seed: int) -> None:
    print(f"DIFFERENTIAL_SEED={seed}")
    for number in range(CASES if kind != "damaged-real" else CASES // 5):
        content = KINDS[kind](Random(f"{seed} {number}"))
        problem = disagreement(content)
        assert problem is None, f"case {number} of seed {seed}: {problem}\n{content!r}"


@pytest.mark.parametrize("kind", ["valid", "nearly-valid", "damaged-suite"])
def test_as_tomllib_with_small_examples(kind: str) -> None:
    """The same by hypothesis, which is slower, but makes what it finds small."""

    @given(st.randoms(use_true_random=False))
    def check(random: Random) -> None:
        content = KINDS[kind](random)
        problem = disagreement(content)
        assert problem is None, f"{problem}\n{content!r}"

    check()


def test_valid_documents_are_valid() -> None:
    for number in range(1000):
        tomllib.loads(document(Random(number)))


def test_documents_with_slips_are_of_both_kinds() -> None:
    """Neither verdict is so rare that nothing would be tested."""
    refused = sum(line_of(document(Random(number), slips=0.03)) is not None for number in range(1000))
    assert 300 < refused < 700


@pytest.mark.parametrize("difference", [*EARLIER, *YEAR_0_EXAMPLES], ids=lambda difference: difference.code)
def test_difference_is_as_described(difference: Difference) -> None:
    with pytest.raises(toml_py.TOMLDecodeError) as ours:
        toml_py.loads(difference.example)
    assert (ours.value.code, ours.value.lineno) == (difference.code, difference.ours)
    assert line_of(difference.example) == difference.theirs


@pytest.mark.parametrize("kind", KINDS)
def test_documents_that_are_edited_are_read_alike(kind: str) -> None:
    """`parse` has the data, the text and the errors of `loads`."""
    for number in range(CASES // 5):
        text = KINDS[kind](Random(number)).decode(errors="replace")
        try:
            data = toml_py.loads(text)
        except toml_py.TOMLDecodeError as error:
            with pytest.raises(toml_py.TOMLDecodeError) as caught:
                toml_py.parse(text)
            assert (str(caught.value), caught.value.render()) == (str(error), error.render())
        else:
            document = toml_py.parse(text)
            assert same(document.unwrap(), data)
            assert str(document) == text


def disagreement(content: bytes) -> str | None:
    """Say what is different, if anything is."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return not_utf_8(content, str(error))
    # A byte order mark is skipped, on purpose: see `test_differences.py`.
    theirs = text.removeprefix("\ufeff")
    try:
        data = toml_py.loads(text)
    except toml_py.TOMLDecodeError as error:
        return misplaced(error, theirs)
    try:
        return None if same(data, tomllib.loads(theirs)) else "other data"
    except tomllib.TOMLDecodeError as error:
        return f"only tomllib refuses: {error}"


def not_utf_8(content: bytes, expected: str) -> str | None:
    """Bytes that are no text are the same error for both, whatever else is wrong with them."""
    try:
        toml_py.load(io.BytesIO(content))
    except UnicodeDecodeError as error:
        return None if str(error) == expected else f"other error: {error}"
    return "not refused"


def misplaced(error: toml_py.TOMLDecodeError, text: str) -> str | None:
    """Say why the line of an error is wrong, if it is."""
    theirs = line_of(text)
    if theirs is None:
        return f"only ours refuses: {error}"
    if theirs == error.lineno:
        return None
    lines = text.split("\n")
    if 0 < theirs < error.lineno:
        return None if YEAR_0 in lines[theirs - 1] else f"line {theirs} before: {error}"
    # At the end of the document, `tomllib` names no line. What is left is that all before ours is free of mistakes.
    if line_of("".join(line + "\n" for line in lines[: error.lineno - 1])):
        return f"a mistake before: {error}"
    return None if theirs == 0 or error.code in CODES else f"line {theirs} behind: {error}"


def line_of(text: str) -> int | None:
    """Return the line that `tomllib` names, 0 for the end of the document, None if it accepts the text."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        assert place is not None, str(error)
        return int(place[1] or 0)
    return None
