"""Keys of one segment and of several. A key is equal to its name, and can stand for it in any lookup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from .._native import Kit


class KeyType(Enum):
    """How a key is written."""

    Bare = ""
    Basic = '"'
    Literal = "'"


class Key:
    """What stands left of `=`."""

    sep: str
    key: str
    _text: str

    def as_string(self) -> str:
        """Give the text."""
        return self._text

    def is_dotted(self) -> bool:
        """Tell whether there are several segments."""
        return False

    def is_multi(self) -> bool:
        """Tell the same."""
        return self.is_dotted()

    def is_bare(self) -> bool:
        """Tell whether there are no quotes."""
        return not self._text.startswith(('"', "'"))

    def __iter__(self) -> Iterator[SingleKey]:
        """Give the segments one by one."""
        raise NotImplementedError

    def concat(self, other: Key) -> DottedKey:
        """Make one key of two."""
        return DottedKey([*segments(self), *segments(other)])

    def __hash__(self) -> int:
        """Hash as the name does."""
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        """Compare with keys and with names."""
        if isinstance(other, Key):
            return self.key == other.key and self.is_dotted() == other.is_dotted()
        return self.key == other

    def __str__(self) -> str:
        """Give the text."""
        return self.as_string()

    def __repr__(self) -> str:
        """Show that this is a key."""
        return f"<Key {self.as_string()}>"


class SingleKey(Key):
    """A key of one segment."""

    def __init__(
        self, k: str, t: KeyType | None = None, sep: str | None = None, original: str | None = None
    ) -> None:
        """Take the name; the text, where it is to be another than the shortest."""
        if not isinstance(k, str):
            raise TypeError("Keys must be strings")
        k = str.__str__(k)
        self.key = k
        self.sep = " = " if sep is None else sep
        quoted = t is not None and t is not KeyType.Bare
        if quoted and t is not None:
            text = Kit.string(k, literal=t is KeyType.Literal, multiline=False)
            self._text = Kit.key(k) if text is None else text
        else:
            self._text = original or Kit.key(k)
        self.t = {'"': KeyType.Basic, "'": KeyType.Literal}.get(self._text[:1], KeyType.Bare)

    def __iter__(self) -> Iterator[SingleKey]:
        """Give itself."""
        return iter((self,))


class DottedKey(Key):
    """A key of several segments."""

    def __init__(
        self, keys: Iterable[SingleKey], sep: str | None = None, original: str | None = None
    ) -> None:
        """Take the segments."""
        self._keys = tuple(keys)
        self.sep = " = " if sep is None else sep
        self.key = ".".join(key.key for key in self._keys)
        self._text = original or ".".join(key.as_string() for key in self._keys)

    def is_dotted(self) -> bool:
        """Tell that there are several segments."""
        return True

    def __iter__(self) -> Iterator[SingleKey]:
        """Give the segments one by one."""
        return iter(self._keys)


def segments(key: Key | str) -> tuple[SingleKey, ...]:
    """Give the segments of a key; a string is one, whatever dots it has."""
    if isinstance(key, DottedKey):
        return key._keys
    if isinstance(key, SingleKey):
        return (key,)
    return (SingleKey(name_of(key)),)


def name_of(key: Key | str) -> str:
    """Give the name of a key that has one segment."""
    if isinstance(key, Key):
        return key.key
    if not isinstance(key, str):
        raise TypeError("Keys must be strings")
    return str.__str__(key)
