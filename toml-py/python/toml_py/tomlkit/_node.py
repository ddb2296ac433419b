"""Where tables and arrays stand: in the text of a document, in one of their own, or in none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._item import Comment, Item, Null, Trivia, Whitespace
from ._source import Path, Source
from .exceptions import TOMLKitError

if TYPE_CHECKING:
    from ._lists import ListBase
    from ._mapping import TableBase

IN_BRACES = ("inline", "inner")
"""The forms of tables that are a part of a line: with braces of their own, or named by dotted keys in others."""

DEEPEST = 128
"""How many tables and arrays may be in one another, as the parser has it."""


class Node:
    """A table or array.

    One that is live is in a text: `_place` tells where. Any other is built by the program, and knows its entries.
    """

    _is_live: bool = False
    _source: Source | None = None
    """The text that it is the root of."""
    _parent: TableBase | ListBase | None
    _name: str | int | None

    def _place(self) -> tuple[Source, Path]:
        """Give the text that a live node is in, and its path there."""
        steps: Path = []
        node: Node = self
        while node._source is None:
            parent = node._parent
            if parent is None:
                raise TOMLKitError("the item is no longer in a document")
            steps.append(parent._step_of(node))
            node = parent
        return node._source, [*node._source.prefix, *reversed(steps)]

    def _is_waiting(self) -> bool:
        return not self._is_live or self._source is not None

    def _step_of(self, item: object) -> str | int:
        """Give the key or index of an item in this one."""
        raise NotImplementedError

    def unwrap(self) -> Any:
        """Give plain dicts, lists and values, all through."""
        raise NotImplementedError

    def _go_live(self, *, inline: bool) -> None:
        """Take the text for the place of the entries from now on; `inline` is for a text in brackets or braces."""
        raise NotImplementedError

    def _children(self) -> list[Item]:
        """Give the tables and arrays in this one."""
        raise NotImplementedError

    def _is_inside(self, item: object) -> bool:
        """Tell whether this is an item, or in it."""
        node: Any = self
        while node is not None:
            if node is item:
                return True
            node = node._parent
        return False

    def _depth(self) -> int:
        """Give the number of levels from here down."""
        return 1 + max((child._depth() for child in self._children() if isinstance(child, Node)), default=0)

    def _check_depth(self, item: Item) -> None:
        """Refuse an item that would nest too deep here."""
        if not isinstance(item, Node):
            return
        outer, node = 0, getattr(self, "_parent", None)
        while node is not None:
            outer, node = outer + 1, node._parent
        if outer + item._depth() >= DEEPEST:
            raise ValueError(f"tables and arrays nest more than {DEEPEST} deep")


def moved(parent: TableBase | ListBase, value: Item) -> Item:
    """Give an item that can go into a table or array: itself if it is in none, else the same once more.

    Raises `ValueError` for what is no value.
    """
    if isinstance(value, (Comment, Null, Whitespace)):
        raise ValueError(f"{type(value).__name__} is not allowed as a value")
    if value._parent is not None or parent._is_inside(value):
        return value._clone()
    value._fix_text()
    return value


def take_line(item: Item, parent: TableBase | ListBase, name: str | int) -> None:
    """Note where an item is from now on."""
    item._parent = parent
    item._name = name


def release(item: object, *, keep: bool) -> None:
    """Let go of an item that is about to leave its place, with its formatting or with its data alone."""
    if not isinstance(item, Item):
        return
    if keep:
        item._detach()
    else:
        item._drop()
    item._parent = None


def inherit(item: Item, old: Item | None) -> None:
    """Give an item the comment and indent of the one whose place it takes, unless it has its own."""
    if old is None:
        return
    before, own = old.trivia, item.trivia
    comment = own if own.comment else before
    item._trivia = Trivia(own.indent or before.indent, comment.comment_ws, comment.comment, own.trail)
