"""Arrays in brackets, whose elements stand in a text, or are still built by the program."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import _convert as convert
from . import _edits as edits
from . import _render as render
from ._item import Comment, Item, LiveTrivia, Trivia, Whitespace, marked
from ._lists import ListBase
from ._mapping import TableBase
from ._node import IN_BRACES, moved, release, take_line
from ._plain import held, plain
from ._scalars import Bool
from ._source import Plain, Source


class _Part:
    """An element of an array that the program builds, with what stands before and behind it; or the end of a line."""

    __slots__ = ("before", "comma", "comment", "item")

    def __init__(self, before: str, item: Item | None, comma: bool) -> None:
        self.before = before
        self.item = item
        self.comma = comma
        self.comment = ""

    def text(self) -> str:
        value = "" if self.item is None else render.inline(self.item)
        return f"{self.before}{value}{',' if self.comma else ''}{self.comment}"


class Array(ListBase):
    """An array in brackets."""

    _parts: list[_Part]
    """The elements in order, while the program builds the array."""
    _multiline = False

    def __init__(self, value: list[Item], trivia: Trivia, multiline: bool = False) -> None:
        """Take the elements, and what stands round the array."""
        list.__init__(self)
        self._parts = []
        self._trivia = trivia
        self._multiline = multiline
        self.extend(item for item in value if not isinstance(item, (Comment, Whitespace)))

    def item(self, index: int) -> Item:
        """Give the item at an index, also where it is a boolean."""
        value = self[index]
        if not isinstance(value, bool):
            made: Item = value
            return made
        at = self._index(index, "item")
        own = self._items_now()[at] if not self._is_live else Bool(value)
        take_line(own, self, at)
        return own

    def _items_now(self) -> list[Item]:
        if self._is_live:
            return [self.item(at) for at in range(len(self))]
        return [part.item for part in self._parts if part.item is not None]

    def as_string(self) -> str:
        """Give the text with its brackets."""
        if self._is_live:
            source, path = self._place()
            return source.kit().raw(path)
        if self._multiline and len(self):
            return self._lines()
        text = "".join(part.text() for part in self._parts)
        end = "\n" if self._parts and self._parts[-1].comment else ""
        return f"[{text}{end}]"

    def _lines(self) -> str:
        indent = self._own().indent
        parts = [part for part in self._parts if part.item is not None]
        lines = [
            f"{indent}    {render.inline(item)},{part.comment}\n"
            for part in parts
            if (item := part.item) is not None
        ]
        return f"[\n{''.join(lines)}{indent}]"

    def multiline(self, multiline: bool) -> Array:
        """Put each element on a line of its own, or all on one; give the array.

        An array of a document that has comments stays on its lines, as it would lose them.
        """
        self._multiline = multiline
        if not self._is_live:
            return self
        source, path = self._place()
        if multiline:
            source.wait_for_all(edits.Lines(self))
            return self
        try:
            source.edit_now("one_line", path)
        except ValueError:
            self._multiline = True
        return self

    def add_line(
        self,
        *items: Any,
        indent: str = "    ",
        comment: str | None = None,
        add_comma: bool = True,
        newline: bool = True,
    ) -> None:
        """Put elements on a line of their own at the end, with a comment behind them.

        In an array of a document, each goes on a line of its own, indented as the others are.
        """
        text = marked(comment) if comment else ""
        if self._is_live:
            self._add_line_live(items, text)
            return
        last = self._last_part()
        if last is not None and (items or add_comma):
            last.comma = True
        must_break = bool(self._parts) and bool(self._parts[-1].comment)
        before = f"{chr(10) if newline or must_break else ''}{indent}"
        for item in [self._adopt(value) for value in items]:
            self._parts.append(_Part(before, item, True))
            take_line(item, self, len(self))
            list.append(self, held(item))
            before = " "
        if not items:
            self._parts.append(_Part(before, None, False))
        elif not add_comma:
            self._parts[-1].comma = False
        if text:
            self._parts[-1].comment = f"{' ' if items else ''}{text}"

    def _add_line_live(self, items: tuple[Any, ...], comment: str) -> None:
        self.extend(items)
        self.multiline(True)
        if items and comment:
            source, path = self._place()
            source.edit_now("comment", [*path, len(self) - 1], comment)

    def _last_part(self) -> _Part | None:
        return next((part for part in reversed(self._parts) if part.item is not None), None)

    def _adopt(self, value: Any) -> Item:
        item = moved(self, value) if isinstance(value, Item) else convert.item(value, self)
        self._check_depth(item)
        return item

    # The five changes.

    def _insert_at(self, at: int, value: Any) -> None:
        item = self._adopt(value)
        if self._is_live:
            source, path = self._place()
            name, path = ("push", path) if at == len(self) else ("insert", [*path, at])
            part = edits.Part(None, item, isinstance(value, Item))
            source.wait(edits.Element(name, path, self, part))
            if self._multiline:
                source.wait_for_all(edits.Lines(self))
        else:
            self._insert_part(at, item)
        take_line(item, self, at)
        list.insert(self, at, held(item))

    def _insert_part(self, at: int, item: Item) -> None:
        spots = [spot for spot, part in enumerate(self._parts) if part.item is not None]
        if not spots:
            self._parts.insert(0, _Part("", item, False))
        elif at < len(spots):
            following = self._parts[spots[at]]
            self._parts.insert(spots[at], _Part(following.before, item, True))
            if at == 0 and "\n" not in following.before:
                following.before = " "
        else:
            last = self._parts[spots[-1]]
            before = last.before if "\n" in last.before else " "
            self._parts.insert(spots[-1] + 1, _Part(before, item, last.comma))
            last.comma = True

    def _delete_at(self, at: int, *, keep: bool) -> Any:
        value = list.__getitem__(self, at)
        release(value, keep=keep)
        if self._is_live:
            source, path = self._place()
            source.wait(Plain("remove", [*path, at]))
        else:
            self._delete_part(at)
        list.__delitem__(self, at)
        return value

    def _delete_part(self, at: int) -> None:
        spots = [spot for spot, part in enumerate(self._parts) if part.item is not None]
        gone = self._parts[spots[at]]
        if at == 0 and len(spots) > 1:
            self._parts[spots[1]].before = gone.before
        if at == len(spots) - 1 and at > 0 and not gone.comma:
            self._parts[spots[at - 1]].comma = False
        del self._parts[spots[at]]

    def _set_at(self, at: int, value: Any) -> None:
        old = list.__getitem__(self, at)
        item = self._adopt(value)
        if self._is_live:
            source, path = self._place()
            part = edits.Part(None, item, isinstance(value, Item))
            source.wait(edits.Element("set", [*path, at], self, part))
        else:
            parts = [part for part in self._parts if part.item is not None]
            parts[at].item = item
        release(old, keep=False)
        take_line(item, self, at)
        list.__setitem__(self, at, held(item))

    def _reorder(self, order: list[int]) -> None:
        if self._is_live:
            source, path = self._place()
            source.wait(Plain("reorder", path, None, order))
        else:
            parts = [part for part in self._parts if part.item is not None]
            contents = [(parts[at].item, parts[at].comment) for at in order]
            for part, (item, comment) in zip(parts, contents, strict=True):
                part.item, part.comment = item, comment
        list.__setitem__(self, slice(None), [list.__getitem__(self, at) for at in order])

    def _replace_all(self, values: list[Any]) -> None:
        if self._is_live:
            self._become(values)
            return
        self.clear()
        self.extend(values)

    def _become(self, values: Iterable[Any]) -> None:
        """Take over plain data in the text, so that what is equal stays as it is."""
        data = [plain(value) for value in values]
        source, path = self._place()
        text = render.inline(convert.array_of(data))
        source.wait(Plain("set", path, text))
        for value in self:
            release(value, keep=False)
        list.clear(self)
        for at, value in enumerate(data):
            child = convert.live_of(value)
            if isinstance(child, Item):
                take_line(child, self, at)
            list.append(self, child)
        if self._multiline:
            source.wait_for_all(edits.Lines(self))

    # Coming and going.

    def _clone(self) -> Array:
        if self._is_live:
            made: Array = convert.rebuilt("Array", self.as_string())
            made._trivia = None if isinstance(self.trivia, LiveTrivia) else self.trivia.copy()
            made._multiline = self._multiline
            return made
        made = Array([], self.trivia.copy(), self._multiline)
        for part in self._parts:
            clone = _Part(part.before, None if part.item is None else part.item._clone(), part.comma)
            clone.comment = part.comment
            made._parts.append(clone)
            if clone.item is not None:
                take_line(clone.item, made, len(made))
                list.append(made, held(clone.item))
        return made

    def _detach(self) -> None:
        if not self._is_live or self._source is not None:
            return
        source, path = self._place()
        kit = source.kit()
        on_line = isinstance(self._parent, TableBase) and self._parent._form not in IN_BRACES
        self._trivia = Trivia(*kit.trivia(path)) if on_line else Trivia()
        self._source = Source(f"v = {kit.raw(path)}", ("v",))

    def _drop(self) -> None:
        if not self._is_live or self._source is not None:
            return
        values = list(self)
        self._is_live = False
        self._parts = []
        list.clear(self)
        for value in values:
            release(value, keep=False)
            self._insert_at(len(self), value)

    def _go_live(self, *, inline: bool) -> None:
        items = [] if self._is_live else self._items_now()
        self._is_live, self._source, self._parts, self._trivia = True, None, [], None
        for item in items:
            edits.settle(item, self, inline=True)
