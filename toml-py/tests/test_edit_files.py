"""Files that are edited: saved if all went well and something has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import toml_py

CONTENT = b"\xef\xbb\xbfa = 1 # \xc3\xa9\r\n[t]\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "demo.toml"
    path.write_bytes(CONTENT)
    return path


def test_open_saves(path: Path) -> None:
    path.chmod(0o640)
    with toml_py.open(path) as document:
        assert type(document) is toml_py.Document
        document["a"] = 2
        document["t"]["b"] = [3]
        assert path.read_bytes() == CONTENT
    assert path.read_bytes() == b"\xef\xbb\xbfa = 2 # \xc3\xa9\r\n[t]\r\nb = [3]\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]
    document["a"] = 5
    assert path.read_bytes().startswith(b"\xef\xbb\xbfa = 2")


def test_open_takes_text_paths_and_versions(path: Path) -> None:
    path.write_text("a = { b = 1, }")
    with pytest.raises(toml_py.TOMLDecodeError), toml_py.open(str(path)):
        pass
    with toml_py.open(str(path), version="1.1") as document:
        document["a"]["b"] = 2
    assert path.read_text() == "a = { b = 2, }"


def test_open_writes_nothing_where_nothing_has_changed(path: Path) -> None:
    os.utime(path, ns=(1, 1))
    before = path.stat()
    with toml_py.open(path) as document:
        document["a"] = 2
        document["a"] = 1
        document["t"]["x"] = 1
        del document["t"]["x"]
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert path.read_bytes() == CONTENT


def test_open_writes_nothing_after_an_exception(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), toml_py.open(path) as document:
        document["a"] = 2
        document["a"] //= 0
    assert path.read_bytes() == CONTENT


def test_open_does_not_overwrite_what_others_have_written(path: Path) -> None:
    with pytest.raises(toml_py.FileChangedError, match="has changed since"), toml_py.open(path) as document:
        document["a"] = 2
        path.write_bytes(b"a = 3\n")
    assert path.read_bytes() == b"a = 3\n"
    with pytest.raises(toml_py.FileChangedError), toml_py.open(path) as document:
        document["a"] = 2
        path.unlink()
    assert not path.exists()


def test_open_minds_what_others_have_written_only_where_it_would_write(path: Path) -> None:
    with toml_py.open(path) as document:
        assert document["a"] == 1
        path.write_bytes(b"a = 3\n")
    assert path.read_bytes() == b"a = 3\n"


def test_open_keeps_symbolic_links(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    with toml_py.open(link) as document:
        document["a"] = 2
    assert link.is_symlink()
    assert path.read_bytes() == CONTENT.replace(b"1", b"2")


def test_open_raises_the_errors_of_files(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, toml_py.open(tmp_path / "none.toml"):
        pass
    assert caught.value.filename == tmp_path / "none.toml"
    with pytest.raises(IsADirectoryError), toml_py.open(tmp_path):
        pass
    with pytest.raises(TypeError), toml_py.open(1):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        pass


def test_open_raises_the_errors_of_documents(path: Path) -> None:
    path.write_bytes(b"# \xc3\xa9\r\na = yes")
    with pytest.raises(toml_py.TOMLDecodeError, match="booleans") as caught, toml_py.open(path):
        pass
    assert (caught.value.lineno, caught.value.colno, caught.value.pos) == (2, 5, 9)
    path.write_bytes(b"a = '\xff'")
    with pytest.raises(UnicodeDecodeError), toml_py.open(path):
        pass


def test_dump_writes_the_text(path: Path) -> None:
    document = toml_py.parse("a = 1 # é\r\n")
    document["a"] = 2
    with path.open("wb") as file:
        toml_py.dump(document, file)
    assert path.read_bytes() == "a = 2 # é\r\n".encode()
