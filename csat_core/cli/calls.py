"""Calls: what a command is given to work with."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from csat_core.errors import CsatError
from csat_core.store import Store

Document = dict[str, Any]
"""What a command answers: nothing but what JSON knows, undefined numbers as None."""

Progress = Callable[[float | None, str], None]
"""Takes how much is done (0 to 1, None where nobody knows) and what is being done."""


class PartlyDoneError(CsatError):
    """Some of what was asked of a command could not be done."""

    def __init__(self, sentence: str, document: Document) -> None:
        super().__init__(sentence)
        self.document = document
        """What became of each part, those that were done among them."""


class Need(Enum):
    """What a command needs a store for."""

    READ = "read"
    """It must be there already."""
    WRITE = "write"
    """A new one is made where there is none."""
    TRIAL = "trial"
    """Nothing will be kept, so that where there is none a passing one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The surroundings of one call. The store is opened when a command asks for it, and not before."""

    open: Callable[[Need], Store]
    database: Path
    """Where the store lies, whether or not it was opened."""
    folder: Path
    """Where the caller stands: relative files are looked for here."""
    progress: Progress
