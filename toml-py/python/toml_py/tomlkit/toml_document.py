"""Documents, under tomlkit's name."""

from __future__ import annotations

from .container import Container


class TOMLDocument(Container):
    """A TOML document: a dict that keeps the text that it was parsed from, or lays out what the program builds."""


__all__ = ["TOMLDocument"]
