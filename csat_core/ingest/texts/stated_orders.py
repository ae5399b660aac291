"""The order of day, month and year as the name of a column states it: `Date (DD/MM/YYYY)`, `Datum (TT.MM.JJJJ)`."""

import re
from functools import lru_cache

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.reading import words_of

_PARTS = re.compile(r"(?<![^\W\d_])([^\W\d_])\1{0,3}[-/. ]?([^\W\d_])\2{0,3}[-/. ]?([^\W\d_])\3{0,3}(?![^\W\d_])")
_MONTH, _YEARS, _DAYS = "m\u03bc", "yaer\u03b5", "dgth\u03b7"
"""Letters for the month, the year and the day in the twelve languages, without accents; `j` is a day in French, a year elsewhere."""
_NAMED = (
    (re.compile(r"\b(?:us|american|usa) (?:date )?(?:format|style|order)\b|\bmonth first\b"), "mdy"),
    (re.compile(r"\b(?:uk|british|european|eu) (?:date )?(?:format|style|order)\b|\bday first\b"), "dmy"),
)
ORDERS = ("dmy", "mdy", "ymd", "ydm")


@lru_cache(maxsize=4_096)
def order_stated(name: str) -> str | None:
    """`dmy`, `mdy`, `ymd` or `ydm` where `name` states it; None where it states none."""
    for found in _PARTS.finditer(bare(name.lower())):
        order = "".join(_part(letter, found.groups(), len(found[0])) for letter in found.groups())
        if order in ORDERS:
            return order
    words = bare(words_of(name))
    return next((order for pattern, order in _NAMED if pattern.search(words)), None)


def _part(letter: str, letters: tuple[str, ...], length: int) -> str:
    """`d`, `m` or `y` for a letter that stands for one of them beside the others; empty for any other.

    `D/M/A` and `dmy` state an order as `DD/MM/YYYY` does, other words of three letters hardly have these.
    """
    if letter in _MONTH:
        return "m"
    if letter == "j":
        return "y" if {"t", "d"} & set(letters) else "d"
    return "y" if letter in _YEARS else "d" if letter in _DAYS else ""
