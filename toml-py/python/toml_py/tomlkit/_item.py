"""What all items have in common: a comment beside, an indent, and a place in a table or array."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ._source import Path, Source

if TYPE_CHECKING:
    from ._lists import ListBase
    from ._mapping import TableBase

Self = TypeVar("Self", bound="Item")


def marked(comment: str) -> str:
    """Give a text as a comment, with `# ` before it where there is none."""
    if any(character < " " and character != "\t" or character == "\x7f" for character in comment):
        raise ValueError("a comment has no line breaks and no control characters")
    return comment if comment.strip().startswith("#") else f"# {comment}"


class Trivia:
    """What stands round an item on its line."""

    def __init__(self, indent: str = "", comment_ws: str = "", comment: str = "", trail: str = "\n") -> None:
        """Take white space before, white space before the comment, the comment with its `#`, the line's end."""
        self.indent = indent
        self.comment_ws = comment_ws
        self.comment = comment
        self.trail = trail

    def copy(self) -> Trivia:
        """Give the same once more."""
        return Trivia(self.indent, self.comment_ws, self.comment, self.trail)

    def _values(self) -> tuple[str, str, str, str]:
        return (self.indent, self.comment_ws, self.comment, self.trail)

    def __eq__(self, other: object) -> bool:
        """Compare all parts."""
        return isinstance(other, Trivia) and self._values() == other._values()

    def __repr__(self) -> str:
        """Show all parts."""
        indent, comment_ws, comment, trail = self._values()
        return f"Trivia({indent=}, {comment_ws=}, {comment=}, {trail=})"


class LiveTrivia(Trivia):
    """What stands round an item in the text of a document, as it was when asked for; the comment can be set."""

    def __init__(self, source: Source, path: Path) -> None:
        """Look at an item's line."""
        for name, value in zip(
            ("indent", "comment_ws", "comment", "trail"), source.kit().trivia(path), strict=True
        ):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_spot", (source, path))

    def __setattr__(self, name: str, value: str) -> None:
        """Set the comment in the text, or remove it."""
        if name != "comment":
            raise AttributeError(f"{name} cannot be set in a document that was parsed")
        source, path = self.__dict__["_spot"]
        source.edit_now("comment", path, value or None)
        object.__setattr__(self, "comment", value)


class Item:
    """A value, table, array, comment or white space."""

    _parent: TableBase | ListBase | None = None
    """What the item is in, if anything."""
    _name: str | int | None = None
    """Its key there; in an array, the index that it had."""
    _trivia: Trivia | None = None
    """Of an item that is in no text yet."""

    @property
    def trivia(self) -> Trivia:
        """What stands round the item on its line."""
        spot = self._spot()
        if spot is not None:
            return LiveTrivia(*spot)
        if self._trivia is None:
            self._trivia = Trivia()
        return self._trivia

    @trivia.setter
    def trivia(self, trivia: Trivia) -> None:
        spot = self._spot()
        if spot is None:
            self._trivia = trivia
        else:
            LiveTrivia(*spot).comment = trivia.comment

    def _own(self) -> Trivia:
        """Give what is to stand round an item that the program has built, also while it waits to become text."""
        return self._trivia or Trivia()

    def _spot(self) -> tuple[Source, Path] | None:
        """Give the place in a text, of an item that is in one."""
        parent = self._parent
        if parent is None or not parent._is_live or self._is_waiting():
            return None
        source, path = parent._place()
        return source, [*path, parent._step_of(self)]

    def _is_waiting(self) -> bool:
        """Tell whether a table or array is in no text, or in one of its own."""
        return False

    def comment(self: Self, comment: str) -> Self:
        """Set the comment beside the item; `# ` is put before it where there is none.

        Raises `ValueError` for what cannot be in a comment, and where a document has no place for one.
        """
        text = marked(comment)
        trivia = self.trivia
        if not isinstance(trivia, LiveTrivia):
            trivia.comment_ws = " "
        trivia.comment = text
        return self

    def indent(self: Self, indent: int) -> Self:
        """Set the number of spaces before an item that is in no document yet."""
        self.trivia.indent = " " * indent
        return self

    def as_string(self) -> str:
        """Give the text, without key and comment."""
        raise NotImplementedError

    @property
    def value(self) -> Any:
        """The value as plain Python has it; of tables and arrays, with items in it."""
        return self.unwrap()

    def unwrap(self) -> Any:
        """Give the value as plain Python has it, all through."""
        raise NotImplementedError

    def is_boolean(self) -> bool:
        """Tell whether this is a `Bool`."""
        return False

    def is_table(self) -> bool:
        """Tell whether this is a `Table`."""
        return False

    def is_inline_table(self) -> bool:
        """Tell whether this is an `InlineTable`."""
        return False

    def is_aot(self) -> bool:
        """Tell whether this is an `AoT`."""
        return False

    def _fix_text(self) -> None:
        """Find the text of an item that is about to go into another, which would be asked for it later."""

    def _clone(self: Self) -> Self:
        """Give the same once more, with its formatting, in no place."""
        raise NotImplementedError

    def _detach(self) -> None:
        """Take the formatting along, for an item that is about to leave its place."""

    def _drop(self) -> None:
        """Keep the data alone, for an item whose place is gone."""


class Comment(Item):
    """A comment on a line of its own."""

    def __init__(self, trivia: Trivia) -> None:
        """Take the comment from its trivia."""
        self._trivia = trivia

    def as_string(self) -> str:
        """Give the line."""
        indent, _, comment, trail = self._own()._values()
        return f"{indent}{comment}{trail}"

    def unwrap(self) -> str:
        """Give the text with its `#`."""
        return self.trivia.comment

    def _clone(self) -> Comment:
        return Comment(self.trivia.copy())

    def __str__(self) -> str:
        """Give the text with its `#`."""
        return f"{self.trivia.indent}{self.trivia.comment}"


class Whitespace(Item):
    """Blank lines or spaces."""

    def __init__(self, s: str, fixed: bool = False) -> None:
        """Take the text."""
        if s.strip(" \t\r\n"):
            raise ValueError("white space is made of spaces, tabs and newlines")
        self._s = s
        self._fixed = fixed

    @property
    def s(self) -> str:
        """The text."""
        return self._s

    def is_fixed(self) -> bool:
        """Tell whether it is to stay as it is."""
        return self._fixed

    def as_string(self) -> str:
        """Give the text."""
        return self._s

    def unwrap(self) -> str:
        """Give the text."""
        return self._s

    def _clone(self) -> Whitespace:
        return Whitespace(self._s, self._fixed)

    def __repr__(self) -> str:
        """Show the text."""
        return f"<Whitespace {self._s!r}>"


class Null(Item):
    """Nothing. Kept for its name: TOML has no such value."""

    def as_string(self) -> str:
        """Give no text."""
        return ""

    def unwrap(self) -> None:
        """Give None."""
        return None

    def _clone(self) -> Null:
        return Null()
