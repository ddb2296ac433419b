"""The document: the table that all others are in, and its text."""

from __future__ import annotations

from .._native import Editor
from .items import Patch, lines_of
from .tables import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Literal, TypeAlias

    _Version: TypeAlias = Literal["1.0", "1.1"]

# The number of the root among the values of a document.
_ROOT = 0


class Document(Table):
    """A TOML document that is edited in place: whatever is not edited stays as it is, to the last space.

    It is used as a `dict` is; `str` gives its text. `Document()` is an empty one.

    >>> import toml_py
    >>> document = toml_py.parse("# Mine.\\nname = 'demo'   # as on the shelf\\n")
    >>> document["name"] = "Demo"
    >>> document["size"] = 3
    >>> print(document, end="")
    # Mine.
    name = 'Demo'   # as on the shelf
    size = 3
    """

    __slots__ = ("_version",)

    _version: _Version

    def __init__(self, text: str | bytes | bytearray = "", /, *, version: _Version = "1.0") -> None:
        """Parse a text; see `parse`."""
        self._begin(Editor(text, version), version)

    def _begin(self, editor: Editor, version: _Version) -> None:
        self._editor = editor
        self._version = version
        self._parent = None
        self._key = ""
        self._source = _ROOT
        self._data = None

    @property
    def version(self) -> _Version:
        """The version of TOML that the document is read by."""
        return self._version

    def __str__(self) -> str:
        """Give the text."""
        return self._editor.text()

    def copy(self) -> Document:  # type: ignore[override]
        """Give a document of its own with the same text."""
        return Document(str(self), version=self._version)

    __copy__ = copy  # type: ignore[assignment]

    def __deepcopy__(self, memo: object) -> Document:  # type: ignore[override]
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (str(self), self._version)

    def epilogue(self) -> list[str]:
        """Give the comment lines that the document ends with, if a blank line sets them off, without `#`.

        >>> import toml_py
        >>> toml_py.parse("a = 1\\n\\n# The end.\\n").epilogue()
        ['The end.']
        """
        return self._editor.epilogue()

    def set_epilogue(self, lines: Iterable[str]) -> None:
        """Set the comment lines that the document ends with, or remove them.

        >>> import toml_py
        >>> document = toml_py.parse("a = 1\\n")
        >>> document.set_epilogue(["The end."])
        >>> print(document, end="")
        a = 1
        <BLANKLINE>
        # The end.
        """
        self._editor.set_epilogue(lines_of(lines))

    def patches(self) -> list[Patch]:
        """Give what has changed since the document was parsed, or since the last `checkpoint`.

        The patches are sorted, none touches another, and their offsets are those of the text of that time.

        >>> import toml_py
        >>> document = toml_py.parse("a = 1\\nb = 2\\n")
        >>> document["b"] = 3
        >>> document.patches()
        [Patch(start=10, end=11, text='3')]
        """
        return [Patch(*patch) for patch in self._editor.patches()]

    def checkpoint(self) -> None:
        """Have `patches` and `diff` tell what changes from here on."""
        self._editor.checkpoint()

    def diff(self, old: str = "old", new: str = "new") -> str:
        """Give what `patches` tells as a unified diff, with names for the two texts.

        >>> import toml_py
        >>> document = toml_py.parse("a = 1\\nb = 2\\n")
        >>> document["b"] = 3
        >>> print(document.diff("a/x.toml", "b/x.toml"), end="")
        --- a/x.toml
        +++ b/x.toml
        @@ -1,2 +1,2 @@
         a = 1
        -b = 2
        +b = 3
        """
        return self._editor.diff(old, new)


def parse(text: str | bytes | bytearray, /, *, version: _Version = "1.0") -> Document:
    """Read TOML from a string, to edit it.

    `text` is a `str`, or `bytes` that are UTF-8; `version` is the version of TOML, "1.0" or "1.1".

    Raises `TOMLDecodeError` if it is not valid TOML.

    >>> import toml_py
    >>> document = toml_py.parse("[project]\\nversion = '0.1.0' # keep in step\\n")
    >>> document["project"]["version"] = "0.2.0"
    >>> print(document, end="")
    [project]
    version = '0.2.0' # keep in step
    """
    return Document(text, version=version)


def _restore(text: str, version: _Version) -> Document:
    """Make a document again, when it is unpickled."""
    return Document(text, version=version)
