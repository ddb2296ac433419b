"""Documents that are edited: `parse`, `open`, and what they give."""

from .arrays import Array
from .documents import Document, parse
from .files import open
from .items import Patch
from .tables import Table

__all__ = ["Array", "Document", "Patch", "Table", "open", "parse"]
