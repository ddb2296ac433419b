"""Edits as data: what a document and the plain data beside it can both be told to do."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any, NamedTuple

import toml_py

Path = tuple[str | int, ...]

ZONE = timezone(timedelta(hours=1))
INNER: dict[str, Any] = {"x": 1, "y z": [True]}

# Values of all kinds and shapes.
SAMPLES: list[Any] = [
    "it's \"né\"\n\\w",
    -42,
    1.5e300,
    False,
    datetime(1979, 5, 27, 7, 32, 0, 500_000, ZONE),
    date(1979, 5, 27),
    [1, "two", INNER],
    [],
    {"a": "text", "b": INNER, "c": {}},
    {},
    [INNER, {"a": "text"}],
]

# Keys that no file of toml-test has: one that can be bare, two that need quotes.
PLAIN_KEY = "new-key_0"
ODD_KEY = 'new "key" é.\\'
NO_KEY = ""


class Edit(NamedTuple):
    """An edit of what is at a path."""

    name: str
    path: Path
    # Makes it to a document.
    make: Callable[[Any], object]
    # Makes it to plain data; the same as `make`, where that is all of the protocol.
    make_plain: Callable[[Any], object]
    # Whether the item stays, with what it says of the other keys.
    is_addition: bool = False
    # Whether it may be refused for what the text is; then nothing changes.
    may_be_refused: bool = False


def at(root: Any, path: Path) -> Any:
    """Give what is at a path."""
    for segment in path:
        root = root[segment]
    return root


def items(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Give the path of everything in some data, and what is there."""
    yield path, data
    if isinstance(data, (dict, toml_py.Table)):
        for key, value in data.items():
            yield from items(value, (*path, key))
    elif isinstance(data, (list, toml_py.Array)):
        for index, value in enumerate(data):
            yield from items(value, (*path, index))


def edits(data: dict[str, Any]) -> Iterator[Edit]:
    """Give one edit of each kind for everything in some data."""
    for path, value in items(data):
        if path:
            yield from edits_of_item(path)
        if path and isinstance(value, (dict, list)):
            yield from copies(path)
        if path and isinstance(path[-1], str):
            yield from edits_of_key(path, value)
        if isinstance(value, dict):
            yield from edits_of_table(path, value)
        elif isinstance(value, list):
            yield from edits_of_array(path, len(value))


def protocol(name: str, path: Path, make: Callable[[Any], object]) -> Edit:
    """Give an edit of the item at a path by what `dict` or `list` have."""

    def make_at(root: Any) -> object:
        return make(at(root, path))

    return Edit(name, path, make_at, make_at)


def edits_of_item(path: Path) -> Iterator[Edit]:
    """Give the edits that anything in a table or array can have."""
    *outer, last = path

    def edit(name: str, make: Callable[[Any], object]) -> Edit:
        def make_in_parent(root: Any) -> object:
            return make(at(root, tuple(outer)))

        return Edit(name, path, make_in_parent, make_in_parent)

    for number, sample in enumerate(SAMPLES):

        def assign(parent: Any, sample: Any = sample) -> None:
            parent[last] = sample

        yield edit(f"set {number}", assign)
    yield edit("del", lambda parent: parent.__delitem__(last))
    yield edit("pop", lambda parent: parent.pop(last))

    def set_path(root: Any) -> None:
        root.set_path(path, {"v": [1]})

    yield Edit("set_path", path, set_path, lambda root: at(root, tuple(outer)).__setitem__(last, {"v": [1]}))


def edits_of_key(path: Path, value: Any) -> Iterator[Edit]:
    """Give the edits that anything with a key can have."""
    *outer, last = path
    parent = tuple(outer)
    key = str(last)

    def rename(data: Any, new: str) -> None:
        entries = [(new if old == key else old, inner) for old, inner in data.items()]
        data.clear()
        data.update(entries)

    for new in (PLAIN_KEY, ODD_KEY):

        def make(root: Any, new: str = new) -> None:
            at(root, parent).rename(key, new)

        def make_plain(root: Any, new: str = new) -> None:
            rename(at(root, parent), new)

        yield Edit("rename", path, make, make_plain)

    def insert(data: Any, shift: int) -> None:
        entries = list(data.items())
        entries.insert(list(data).index(key) + shift, (PLAIN_KEY, 1))
        data.clear()
        data.update(entries)

    yield Edit(
        "insert_before",
        parent,
        lambda root: at(root, parent).insert_before(key, PLAIN_KEY, 1),
        lambda root: insert(at(root, parent), 0),
        is_addition=True,
        may_be_refused=True,
    )
    yield Edit(
        "insert_after",
        parent,
        lambda root: at(root, parent).insert_after(key, PLAIN_KEY, 1),
        lambda root: insert(at(root, parent), 1),
        is_addition=True,
        may_be_refused=True,
    )
    if isinstance(value, (dict, list)):
        for form in ("to_inline", "to_table", "to_dotted"):

            def convert(root: Any, form: str = form) -> None:
                getattr(root, form)(path)

            yield Edit(form, path, convert, lambda root: None, may_be_refused=True)


def copies(path: Path) -> Iterator[Edit]:
    """Give the assignments of a table or array to other places."""
    *outer, last = path
    targets: list[Path] = [(), tuple(outer)] if isinstance(last, str) and outer else [()]
    for target in targets:

        def make(root: Any, target: Path = target) -> None:
            at(root, target)[ODD_KEY] = at(root, path)

        def make_plain(root: Any, target: Path = target) -> None:
            at(root, target)[ODD_KEY] = copy.deepcopy(at(root, path))

        yield Edit(f"copy to {target}", target, make, make_plain, is_addition=True)
    if isinstance(last, int):

        def append(root: Any) -> None:
            at(root, tuple(outer)).append(at(root, path))

        def insert(root: Any) -> None:
            at(root, tuple(outer)).insert(0, at(root, path))

        def append_plain(root: Any) -> None:
            at(root, tuple(outer)).append(copy.deepcopy(at(root, path)))

        def insert_plain(root: Any) -> None:
            at(root, tuple(outer)).insert(0, copy.deepcopy(at(root, path)))

        yield Edit("append itself", tuple(outer), append, append_plain)
        yield Edit("insert itself", tuple(outer), insert, insert_plain)


def edits_of_table(path: Path, table: dict[str, Any]) -> Iterator[Edit]:
    """Give the edits that a table can have."""
    for number, sample in enumerate(SAMPLES):

        def add(data: Any, sample: Any = sample) -> None:
            data[PLAIN_KEY] = sample

        yield protocol(f"add {number}", path, add)._replace(is_addition=True)
    for key in (ODD_KEY, NO_KEY):

        def set_default(data: Any, key: str = key) -> None:
            data.setdefault(key, 1)

        yield protocol(f"setdefault {key!r}", path, set_default)._replace(is_addition=True)
    several = {PLAIN_KEY: {"a": 1}, ODD_KEY: [2]}
    yield protocol("update", path, lambda data: data.update(several))._replace(is_addition=True)
    yield protocol("|=", path, lambda data: data.__ior__(several))._replace(is_addition=True)
    yield protocol("clear", path, lambda data: data.clear())
    if table:
        yield protocol("popitem", path, lambda data: data.popitem())

    def sort(data: Any) -> None:
        entries = sorted(data.items())
        data.clear()
        data.update(entries)

    yield Edit("sort_keys", path, lambda root: at(root, path).sort_keys(), lambda root: sort(at(root, path)))
    new = dict(list(table.items())[1:]) | several

    def become(data: Any) -> None:
        data.clear()
        data.update(new)

    yield Edit("update_from", path, lambda root: at(root, path).update_from(new), lambda root: become(at(root, path)))


def edits_of_array(path: Path, length: int) -> Iterator[Edit]:
    """Give the edits that an array can have."""

    def edit(name: str, make: Callable[[Any], object]) -> Edit:
        return protocol(name, path, make)

    for number, sample in enumerate(SAMPLES):

        def append(data: Any, sample: Any = sample) -> None:
            data.append(sample)

        yield edit(f"append {number}", append)
        for index in sorted({0, length // 2, -1}):

            def insert(data: Any, index: int = index, sample: Any = sample) -> None:
                data.insert(index, sample)

            yield edit(f"insert {index} {number}", insert)
    every_second, turned = slice(None, None, 2), slice(None, None, -1)
    for place in (slice(0, 1), slice(1, None), every_second, slice(1, 1), slice(None, -1), turned):

        def delete(data: Any, place: slice = place) -> None:
            del data[place]

        yield edit(f"del {place}", delete)
    for place in (slice(0, 1), slice(1, None), slice(1, 1), slice(None)):
        for new in ([1, INNER, "x"], [INNER]):

            def assign(data: Any, place: slice = place, new: list[Any] = new) -> None:
                data[place] = new

            yield edit(f"set {place}", assign)
    yield from edits_of_all_elements(path, length)


def edits_of_all_elements(path: Path, length: int) -> Iterator[Edit]:
    """Give the edits of an array as a whole."""

    def edit(name: str, make: Callable[[Any], object]) -> Edit:
        return protocol(name, path, make)

    def set_every_second(data: Any) -> None:
        data[::2] = [{"n": 1}] * len(range(length)[::2])

    def rotate(data: Any) -> None:
        data[:] = data[1:] + data[:1]

    def keep_every_second(data: Any) -> None:
        data[:] = data[::2]

    def turn_and_add(data: Any) -> None:
        data[1:] = [{}, *reversed(data[1:])]

    yield edit("set every second", set_every_second)
    yield edit("keep every second", keep_every_second)
    yield edit("turn and add", turn_and_add)
    yield edit("rotate", rotate)
    yield edit("extend", lambda data: data.extend([{"x": 1}, INNER]))
    yield edit("+=", lambda data: data.__iadd__([1.5]))
    yield edit("*=", lambda data: data.__imul__(2))
    yield edit("reverse", lambda data: data.reverse())
    yield edit("sort", lambda data: data.sort(key=text_of))
    yield edit("clear", lambda data: data.clear())


def text_of(value: Any) -> str:
    """Give what values are sorted by."""
    return repr(value.unwrap() if isinstance(value, (toml_py.Table, toml_py.Array)) else value)
