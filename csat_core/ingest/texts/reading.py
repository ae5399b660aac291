"""How the text of a cell reads: the rules shared by the proposal (a few values) and the conversion (whole columns).

The patterns are written so that Python's `re` and DuckDB's RE2 understand them alike.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from csat_core.ingest.texts.vocabulary import OUT_OF, UNITS

SPACES = "\t\n\x0b\x0c\r\x85\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""Everything that looks like a space, the plain one apart."""
INVISIBLE = "\u200b\u2060\ufeff"
"""Takes no room on paper and makes two equal labels unequal."""

MINUS = "\u2212"
APOSTROPHE = "\u2019"
CURRENCY = (
    "(?:US\\$|R\\$|[$\u20ac\u00a3\u00a5\uffe5\u5186\u5143\u20b9\u20bd\u20a9\u20ba\u20ab\u0e3f\u20b4\u20a6\u20b1]"
    "|USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|JPY|CNY|RMB|INR|BRL|CAD|AUD|kr|z\u0142)"
)
UNIT = f"(?:{CURRENCY}|%)"
SAME_CURRENCY = {
    "USD": "$", "US$": "$", "EUR": "\u20ac", "GBP": "\u00a3", "PLN": "z\u0142", "BRL": "R$", "INR": "\u20b9", "JPY": "\u00a5",
    "\uffe5": "\u00a5", "\u5186": "\u00a5", "CNY": "\u5143", "RMB": "\u5143",
}  # fmt: skip
"""Currencies by their letters, and the sign that stands for the same."""

DASHES = "[-\u2013\u2014]{1,2}"
"""What stands in place of cents where there are none."""

_PLAIN = str.maketrans(SPACES, " " * len(SPACES), INVISIBLE)
_BETWEEN_WORDS = re.compile(r"(?<=[a-z]{3})(?=[0-9][a-z]{3})|(?<=[a-z]{3}[0-9])(?=[a-z]{3})")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


PIECE = 400
"""Letters that are composed at once; longer texts are cut between words, where they have any."""
REMEMBERED, LONGEST_REMEMBERED = 8_192, 80
"""So many short texts are remembered with what they read as: a wide file has the same few answers in every column."""
LONGER_REMEMBERED, LONGEST_NAME = 2_048, 500
"""And fewer that are as long as questions asked in full, each of which is looked at many times; none longer than a name may be."""

_Read = TypeVar("_Read")
_More = TypeVarTuple("_More")


def remembered(reads: Callable[[str, *_More], _Read]) -> Callable[[str, *_More], _Read]:
    """`reads`, which is asked once for each text that is no longer than a name."""
    known, longer = lru_cache(maxsize=REMEMBERED)(reads), lru_cache(maxsize=LONGER_REMEMBERED)(reads)

    @wraps(reads)
    def read(text: str, *more: *_More) -> _Read:
        if len(text) <= LONGEST_REMEMBERED:
            return known(text, *more)
        return longer(text, *more) if len(text) <= LONGEST_NAME else reads(text, *more)

    return read


def clean(text: str) -> str:
    """`text` as people see it: composed (NFC), every run of spaces one plain space, trimmed."""
    if text.isascii() and text.isprintable():
        return (re.sub(" +", " ", text) if "  " in text else text).strip(" ")
    return re.sub(" +", " ", _composed(text.translate(_PLAIN))).strip(" ")


def _composed(text: str) -> str:
    """`text` under NFC, a long one piece by piece: the time for marks piled on one letter grows with their square."""
    pieces, at = [], 0
    while len(text) - at > PIECE:
        end = text.rfind(" ", at, at + PIECE) + 1 or at + PIECE
        pieces.append(unicodedata.normalize("NFC", text[at:end]))
        at = end
    return "".join([*pieces, unicodedata.normalize("NFC", text[at:])])


@remembered
def fold(text: str) -> str:
    """`text` cleaned and without letter case, for comparing whole labels; typographic signs become plain ones.

    Letter by letter, as DuckDB's `lower` does it: a Greek final sigma is not special.
    """
    plain = clean(text)
    if plain.isascii():
        return plain.lower()
    plain = plain.replace(APOSTROPHE, "'").replace(MINUS, "-")
    return "".join(letter.lower()[:1] for letter in plain)


@remembered
def words_of(name: str) -> str:
    """The words of a column name in lower case, one space between: `NPS_score`, `npsScore` are `nps score`, and `likely2buy` is `likely 2 buy`."""
    parted = _BETWEEN_WORDS.sub(" ", _CAMEL.sub(" ", clean(name)).lower())
    return " ".join(re.findall(r"[^\W_]+|[#%]", parted))


def plain_spaces(text: str) -> str:
    """`text` with a plain space for each sign that looks like one, and without those that take no room."""
    return text if text.isascii() else text.translate(_PLAIN)


@cache
def number_pattern(decimal: str) -> str:
    """What a number looks like under the decimal mark `decimal`: grouped by thousands or not, with a unit or not.

    For texts whose spaces are plain ones. A debt may stand in brackets, `(1,234.00)`, or before its
    sign, `1.234,00-`, and a dash in place of cents: `1.100,-`.
    """
    sign = rf"[+\-{MINUS}]?"
    group, mark = (r"\.", ",") if decimal == "," else (",", r"\.")
    thousands = "|".join(f"[0-9]{{1,3}}(?:{between}[0-9]{{3}})+" for between in (group, " ", f"['{APOSTROPHE}]"))
    dashed = rf"{mark}{DASHES}"
    number = rf"(?:(?:{thousands}|[0-9]+)(?:{dashed}|{mark}[0-9]*)?|{mark}[0-9]+)(?:[eE][+-]?[0-9]{{1,3}})?"
    before = rf"(?:{sign} *(?:{UNIT} *)?|{UNIT} *{sign})"
    owed = rf"\( *(?:{UNIT} *)?{number} *{UNIT}? *\)"
    credit = rf"(?:{UNIT} *)?(?:{thousands}|[0-9]+){mark}[0-9]{{2}} *(?:{UNIT} *)?[-{MINUS}](?: *{UNIT})?"
    return rf"^ *(?:{before}{number} *{UNIT}?|{owed}|{UNIT} *{owed}|{owed} *{UNIT}|{credit}) *$"


@remembered
def number_of(text: str, decimal: str) -> float | None:
    """The number a cell reads as; None where it is not one."""
    if not re.match(number_pattern(decimal), text.translate(_PLAIN)):
        return None
    bare = re.sub(rf"{re.escape(decimal)}{DASHES}", "", re.sub(CURRENCY, "", text))
    digits = re.sub(rf"[^0-9{re.escape(decimal)}eE+\-{MINUS}]", "", bare).replace(MINUS, "-")
    try:
        number = float(digits.rstrip("-").replace(decimal, "."))
        return -number if "(" in bare or digits.endswith("-") else number
    except ValueError:
        return None


RATING_NUMBER = r"^([+-]?[0-9]{1,4}(?:\.0+|[.,][0-9]{1,2})?)"
RATING_UNIT = "|".join(UNITS)
RATING_OF = "|".join(("/", *OUT_OF))
RATING_BEST = rf"(?:(?:{RATING_UNIT}) )?(?:{RATING_OF})"
"""What stands between a rating and the best one: `4/5`, `4 out of 5`, `4 stars out of 5`."""
RATING_TAIL = rf" ?(?:{RATING_BEST} ?([0-9]{{1,3}})(?: ?(?:{RATING_UNIT}))?|{RATING_UNIT}|%)?$"
"""What may follow the number of a folded rating, in any language: `4/5`, `4 out of 5`, `4 Sterne`, `80 %`."""
_RATING = re.compile(RATING_NUMBER + RATING_TAIL)


@remembered
def rating_of(folded: str) -> tuple[float | None, int | None]:
    """The number a folded rating cell gives and the best answer it names (`4/5` names 5); None for either without."""
    found = _RATING.match(folded)
    if not found:
        return None, None
    best = int(found[2]) if found[2] else None
    return float(found[1].replace(",", ".")), best
