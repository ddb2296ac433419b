"""A text that is edited, and the edits that wait for it.

Items that are still built by the program are turned to text at the last moment, so they may change until then.
Knows edits as tuples and nothing of what tables are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .._errors import TOMLDecodeError
from .._native import Kit
from .exceptions import TOMLKitError, parse_error

Path = list[str | int]
Edit = tuple[str, Path, str | None, list[int]]


class Waiting(Protocol):
    """Edits that are made when the text is needed."""

    def edits(self) -> Iterable[Edit]:
        """Give the edits, as things are now."""
        ...

    def settle(self) -> None:
        """Take notice that they are done: items are in the text from now on."""


class Source:
    """A text, and the edits that wait for it; `prefix` is where its owner stands in it."""

    __slots__ = ("_failure", "_kit", "_last", "_only_removals", "_waiting", "prefix")

    def __init__(self, text: str, prefix: tuple[str | int, ...] = ()) -> None:
        """Parse a text."""
        try:
            self._kit = Kit(text)
        except TOMLDecodeError as error:
            raise parse_error(error) from None
        self.prefix = prefix
        self._waiting: list[Waiting] = []
        self._last: list[Waiting] = []
        self._only_removals = True
        self._failure: TOMLKitError | None = None

    def kit(self) -> Kit:
        """Give the text with all edits made.

        Raises `TOMLKitError` if one of them could not be made, then and ever after: the items and the text would not agree.
        """
        if self._failure is not None:
            raise self._failure
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self._only_removals = True
            self._make(waiting)
        if self._last:
            last, self._last = self._last, []
            self._make(last)
        return self._kit

    def kit_with_scalar(self, path: Path) -> Kit:
        """Give a text in which the line of a scalar is as it is now, for one that is about to be removed.

        As long as other keys wait to be removed, and nothing else, the line is as it was.
        """
        is_named = self._only_removals and all(isinstance(step, str) for step in path)
        return self._kit if is_named else self.kit()

    def _make(self, waiting: list[Waiting]) -> None:
        edits = [edit for one in waiting for edit in one.edits()]
        try:
            self._kit.edit(edits)
        except ValueError as error:
            self._failure = TOMLKitError(f"the text could not be edited: {error}")
            raise self._failure from error
        for one in waiting:
            one.settle()

    def last(self) -> Waiting | None:
        """Give the edit that came last, if it still waits."""
        return self._waiting[-1] if self._waiting else None

    def wait(self, edit: Waiting) -> None:
        """Put an edit behind those that wait."""
        self._only_removals &= isinstance(edit, Plain) and edit.is_removal_of_key()
        self._waiting.append(edit)

    def wait_for_all(self, edit: Waiting) -> None:
        """Put an edit behind those that wait, and those that come later."""
        self._last.append(edit)

    def edit_now(self, name: str, path: Path, text: str | None = None) -> None:
        """Make an edit that may be refused, so that nothing has happened then.

        Raises `ValueError` with the reason.
        """
        self.kit().edit([(name, path, text, [])])


class Plain:
    """An edit that is known already."""

    __slots__ = ("_edit",)

    def __init__(
        self, name: str, path: Path, text: str | None = None, indexes: list[int] | None = None
    ) -> None:
        """Name the edit."""
        self._edit: Edit = (name, path, text, indexes or [])

    def is_removal_of_key(self) -> bool:
        """Tell whether a key is removed that no index leads to."""
        name, path, _, _ = self._edit
        return name == "remove" and all(isinstance(step, str) for step in path)

    def edits(self) -> Iterable[Edit]:
        """Give it."""
        return (self._edit,)

    def settle(self) -> None:
        """Do nothing: no item is in it."""
