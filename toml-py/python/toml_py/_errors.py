"""The errors: for documents that are not valid TOML, and for edits."""

# Nothing is imported, so that the package is there at once.

_NOT_GIVEN = object()


class TOMLDecodeError(ValueError):
    """A document is not valid TOML.

    `msg` is what is wrong, `doc` the document as the caller gave it, `pos` the index in `doc`
    where it is wrong (in characters, from 0), `lineno` and `colno` the same as line and column
    (in characters, from 1).

    `path` is the dotted path of the key concerned, `code` the stable name of the rule that is
    broken, `help` what to write instead; each is None where there is nothing to say.

    >>> import toml_py
    >>> try:
    ...     toml_py.loads("[a]\\nx = yes")
    ... except toml_py.TOMLDecodeError as error:
    ...     print(error)
    ...     print(error.lineno, error.colno, error.pos, error.path, error.code)
    `yes` is not a value; booleans are `true` and `false` (at line 2, column 5)
    2 5 8 a.x toml::boolean-spelling
    """

    msg: str
    doc: str
    pos: int
    lineno: int
    colno: int
    path: str | None = None
    code: str | None = None
    help: str | None = None
    _report: str | None = None

    def __init__(
        self,
        msg: object = _NOT_GIVEN,
        doc: object = _NOT_GIVEN,
        pos: object = _NOT_GIVEN,
        *args: object,
    ) -> None:
        """Take message, document and position; or anything, as every `ValueError` does."""
        given = [arg for arg in (msg, doc, pos, *args) if arg is not _NOT_GIVEN]
        if (
            isinstance(msg, str)
            and isinstance(doc, str)
            and isinstance(pos, int)
            and not args
        ):
            self.msg, self.doc, self.pos = msg, doc, pos
        else:
            self.msg, self.doc, self.pos = str(given[0]) if given else "", "", 0
        self.lineno = self.doc.count("\n", 0, self.pos) + 1
        self.colno = self.pos - self.doc.rfind("\n", 0, self.pos)
        if given[1:] == [self.doc, self.pos]:
            if self.pos < len(self.doc):
                place = f"line {self.lineno}, column {self.colno}"
            else:
                place = "end of document"
            super().__init__(f"{self.msg} (at {place})")
        else:
            super().__init__(*given)

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self.args, self.__dict__)

    def render(self) -> str:
        """Return the whole report: message, path, the lines in question with marks, and the help.

        >>> import toml_py
        >>> try:
        ...     toml_py.loads("name = 'a'\\nname = 'b'")
        ... except toml_py.TOMLDecodeError as error:
        ...     print(error.render())
        duplicate key `name` at name, line 2 column 1
          |
        1 | name = 'a'
          | ---- first defined here
          |
        2 | name = 'b'
          | ^^^^ defined again
        help: rename one of them, or delete it
        """
        return self._report if self._report is not None else str(self)


def _restore(
    kind: type[TOMLDecodeError], args: tuple[object, ...], state: dict[str, object]
) -> TOMLDecodeError:
    """Make a copy of an error, when it is unpickled."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class EditError(ValueError):
    """An edit cannot be done; data and text are what they were before it.

    `code` is the stable name of the reason and `path` the dotted path of the item that it is about; each is None
    where there is nothing to say.

    >>> import toml_py
    >>> try:
    ...     toml_py.parse("a = { b = {} }").to_table("a.b")
    ... except toml_py.EditError as error:
    ...     print(error)
    a table between braces cannot have lines of its own at a.b
    """

    code: str | None = None
    path: str | None = None


class DetachedError(RuntimeError):
    """A table or array is used that is no longer in its document.

    >>> import toml_py
    >>> document = toml_py.parse("a = { b = 1 }")
    >>> a = document["a"]
    >>> del document["a"]
    >>> a["b"]
    Traceback (most recent call last):
    toml_py._errors.DetachedError: no longer part of the document; it was at a
    """


class FileChangedError(OSError):
    """A file was changed by others since it was opened, so it was not written."""
