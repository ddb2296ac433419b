"""`TOMLDecodeError`: its attributes, as `tomllib` of Python 3.14 and its backport `tomli` have them."""

from __future__ import annotations

import copy
import pickle
import tomllib
from types import ModuleType

import pytest
import toml_py
import tomli


@pytest.fixture(params=[tomli, toml_py], ids=["tomli", "toml_py"])
def newest(request: pytest.FixtureRequest) -> ModuleType:
    """Give the backport of the newest `tomllib`, and ours in its place."""
    module: ModuleType = request.param
    return module


def error_of(module: ModuleType, source: str) -> toml_py.TOMLDecodeError:
    with pytest.raises(module.TOMLDecodeError) as caught:
        module.loads(source)
    error: toml_py.TOMLDecodeError = caught.value
    return error


def test_is_a_value_error(reader: ModuleType) -> None:
    assert issubclass(reader.TOMLDecodeError, ValueError)
    with pytest.raises(ValueError):
        reader.loads("a = ")


def test_may_be_raised_with_any_arguments(reader: ModuleType) -> None:
    for args in [(), ("text",), ("text", 1), (1, 2, 3, 4)]:
        error = reader.TOMLDecodeError(*args)
        assert error.args == args
        assert str(error) == str(ValueError(*args))


# At the first of these places both say the same; which place a mistake has is each one's own.
@pytest.mark.parametrize(
    ("source", "position", "line", "column"),
    [
        ("a = 1\nb = yes", 10, 2, 5),
        ('"é" = 1\n"x" = ü', 14, 2, 7),
        ("😀😀", 0, 1, 1),
        ("\n\n  []", 5, 3, 4),
    ],
)
def test_position_is_in_characters(
    newest: ModuleType, source: str, position: int, line: int, column: int
) -> None:
    error = error_of(newest, source)
    assert (error.pos, error.lineno, error.colno) == (position, line, column)
    assert error.doc == source
    assert str(error) == f"{error.msg} (at line {line}, column {column})"
    assert error.args == (str(error),)


def test_position_at_the_end_is_the_end_of_the_document(newest: ModuleType) -> None:
    error = error_of(newest, "a =")
    assert (error.pos, error.lineno, error.colno) == (3, 1, 4)
    assert str(error) == f"{error.msg} (at end of document)"


def test_made_from_message_document_and_position(newest: ModuleType) -> None:
    error = newest.TOMLDecodeError("wrong", "ab\ncdé", 4)
    assert (error.msg, error.doc, error.pos, error.lineno, error.colno) == ("wrong", "ab\ncdé", 4, 2, 2)
    assert str(error) == "wrong (at line 2, column 2)"
    error = newest.TOMLDecodeError(msg="wrong", doc="ab\n", pos=3)
    assert (error.lineno, error.colno, str(error)) == (2, 1, "wrong (at end of document)")


def test_position_is_one_of_the_callers_own_text() -> None:
    source = "a = '''\r\n\r\n'''\r\nb = 1\r\nb = 2\r\n"
    error = error_of(toml_py, source)
    assert (error.pos, error.lineno, error.colno) == (source.rindex("b"), 5, 1)
    assert error.doc is source


def test_position_in_bytes_is_one_of_their_text() -> None:
    with pytest.raises(toml_py.TOMLDecodeError) as caught:
        toml_py.loads("ä = 1".encode())
    assert (caught.value.doc, caught.value.pos) == ("ä = 1", 0)


def test_lone_surrogate_is_an_error_with_a_place() -> None:
    error = error_of(toml_py, "a = 'é'\nb = '\ud800'")
    assert str(error) == "lone surrogate, which is no character (at line 2, column 6)"


def test_rest_of_an_error() -> None:
    error = error_of(toml_py, "[server]\nname = 'a'\nname = 'b'")
    assert (error.msg, error.path, error.code) == ("duplicate key `name`", "server.name", "toml::duplicate-key")
    assert error.help == "rename one of them, or delete it"
    assert error.render() == (
        "duplicate key `name` at server.name, line 3 column 1\n"
        "  |\n"
        "2 | name = 'a'\n"
        "  | ---- first defined here\n"
        "  |\n"
        "3 | name = 'b'\n"
        "  | ^^^^ defined again\n"
        "help: rename one of them, or delete it"
    )


def test_rest_of_an_error_that_is_made_by_hand() -> None:
    error = toml_py.TOMLDecodeError("wrong", "ab", 1)
    assert (error.path, error.code, error.help) == (None, None, None)
    assert error.render() == "wrong (at line 1, column 2)"
    error = toml_py.TOMLDecodeError("text")
    assert (error.msg, error.doc, error.pos, error.lineno, error.colno) == ("text", "", 0, 1, 1)


class Special(toml_py.TOMLDecodeError):
    """A subclass, as programs have them."""


@pytest.mark.parametrize(
    "error",
    [
        error_of(toml_py, "[server]\nname = 'a'\nname = 'b'"),
        toml_py.TOMLDecodeError("wrong", "ab\ncd", 4),
        toml_py.TOMLDecodeError("free", "form"),
        toml_py.TOMLDecodeError(),
        Special("wrong", "ab", 1),
    ],
    ids=["parsed", "made", "free", "empty", "subclass"],
)
def test_copies_are_the_same(error: toml_py.TOMLDecodeError) -> None:
    copies = [copy.copy(error), copy.deepcopy(error)]
    copies += [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for other in copies:
        assert type(other) is type(error)
        assert (other.args, other.__dict__) == (error.args, error.__dict__)
        assert other.render() == error.render()


@pytest.mark.parametrize("name", toml_py.__all__)
def test_public_names_can_be_pickled(name: str) -> None:
    public = getattr(toml_py, name)
    assert pickle.loads(pickle.dumps(public)) == public


def test_version_that_would_be_valid_is_named() -> None:
    error = error_of(toml_py, "a = { b = 1,\n}")
    assert error.help is not None and "1.1" in error.help
    assert toml_py.loads("a = { b = 1,\n}", version="1.1") == {"a": {"b": 1}}


def test_agrees_with_tomllib_on_what_is_an_error() -> None:
    for source in ["a", "a = ", "[a", "a = [", "a = 1 b = 2", "a = 'x", "a = 01", "[a]\n[a]", "= 1", "a.b = 1\na = 2"]:
        error_of(toml_py, source)
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(source)
