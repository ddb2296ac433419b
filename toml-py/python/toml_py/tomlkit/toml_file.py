"""Documents in files, under tomlkit's name."""

from __future__ import annotations

import os
from pathlib import Path

from .api import parse
from .toml_document import TOMLDocument


class TOMLFile:
    """A file that is TOML.

    >>> import tempfile, pathlib
    >>> from toml_py.tomlkit.toml_file import TOMLFile
    >>> path = pathlib.Path(tempfile.mkdtemp(), "a.toml")
    >>> _ = path.write_bytes(b"a = 1 # one\\r\\n")
    >>> file = TOMLFile(path)
    >>> document = file.read()
    >>> document["a"] = 2
    >>> file.write(document)
    >>> path.read_bytes()
    b'a = 2 # one\\r\\n'
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Take the path."""
        self._path = path

    def read(self) -> TOMLDocument:
        """Parse the file."""
        return parse(Path(self._path).read_bytes())

    def write(self, data: TOMLDocument) -> None:
        """Write a document, with the line ends that it has."""
        Path(self._path).write_bytes(data.as_string().encode())


__all__ = ["TOMLFile"]
