"""Files that are edited: opened, and saved if all went well."""

from __future__ import annotations

from .._native import Editor
from .documents import Document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike
    from types import TracebackType

    from .documents import _Version


class _Opened:
    """The context of a file that is edited."""

    _version: _Version

    def __init__(self, path: str | PathLike[str], version: _Version) -> None:
        self._path = path
        self._version = version
        self._document: Document | None = None

    def __enter__(self) -> Document:
        document = Document.__new__(Document)
        document._begin(Editor.open(self._path, self._version), self._version)
        self._document = document
        return document

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        document, self._document = self._document, None
        if kind is None and document is not None:
            document._editor.save(self._path)


def open(path: str | PathLike[str], /, *, version: _Version = "1.0") -> _Opened:
    """Open a file to edit it: a context manager that gives its `Document` and saves that at the end.

    Nothing is written if the text has not changed, or if the block ends with an exception. The file is old or new
    at any time, never half of one; its permissions stay, and a symbolic link stays one.

    Raises `OSError`, `TOMLDecodeError` and `UnicodeDecodeError` where the file cannot be read, and `FileChangedError`
    at the end if others have written to it in the meantime.

    >>> import pathlib, tempfile, toml_py
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "demo.toml")
    >>> _ = path.write_text("version = '0.1.0' # keep in step\\n")
    >>> with toml_py.open(path) as document:
    ...     document["version"] = "0.2.0"
    >>> path.read_text()
    "version = '0.2.0' # keep in step\\n"
    >>> folder.cleanup()
    """
    return _Opened(path, version)
