"""The page: sentences, tables and notes as a terminal shows them, and how one number stands in them."""

import math
import os
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from csat_core.cli.output import literal
from csat_core.model import formats
from csat_core.model.caveat import Caveat

HIDDEN = "hidden (few answers)"
READABLE = 100
WIDE = 10_000
"""Columns of a page that nobody looks at: a pipe or a file gets every line whole."""


class Page:
    """Writes sentences and tables; every text is printed as it is, never as markup."""

    def __init__(self, stream: TextIO) -> None:
        is_free = not stream.isatty() and "COLUMNS" not in os.environ
        width = WIDE if is_free else None
        self._console = Console(file=stream, width=width, markup=False, emoji=False, highlight=False)
        # Kept back and written by us at once: Rich ends the process itself where the reader of a pipe went away.
        self._kept = self._console.capture()
        self._kept.__enter__()

    def text(self) -> str:
        """Everything that was written, to be called once."""
        self._kept.__exit__(None, None, None)
        return self._kept.get()

    def say(self, *lines: str) -> None:
        """Each line as it is."""
        for line in lines:
            self._console.print(Text(literal(line)), soft_wrap=True)

    def point(self, sentence: str) -> None:
        """One of several things to know, in lines that a narrow window shows whole."""
        width = min(READABLE, self._console.width)
        lines = textwrap.wrap(literal(sentence), width - 2, break_on_hyphens=False)
        self.say(*(f"{'  ' if at else '- '}{line}" for at, line in enumerate(lines)))

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], words: int) -> None:
        """A table whose first `words` columns are words; the others are numbers and stand to the right."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for place, head in enumerate(heads):
            is_word = place < words
            table.add_column(
                Text(literal(head)), justify="left" if is_word else "right", overflow="fold", no_wrap=not is_word
            )
        for row in rows:
            table.add_row(*(Text(literal(cell)) for cell in row))
        self._console.print(table)

    def notes(self, codes: Iterable[str]) -> None:
        """What to know about the numbers, each thing once."""
        for code in dict.fromkeys(codes):
            self.say(Caveat(code).words)


def known(value: float | None) -> float:
    """A number of a document; null is NaN."""
    return math.nan if value is None else value


def count(value: float | None) -> str:
    """A count; empty where there is none."""
    return "" if value is None else formats.count(value)


def percent(value: float | None) -> str:
    """A share in percent."""
    return formats.percent(known(value))


def dollars(value: float | None) -> str:
    """An amount of money."""
    return formats.money(known(value))


def short(code: str) -> str:
    """A code as words."""
    return code.replace("_", " ")


def cut(text: str, most: int) -> str:
    """The beginning of a text; the whole of it is in the JSON."""
    return text if len(text) <= most else text[: most - 1] + "…"
