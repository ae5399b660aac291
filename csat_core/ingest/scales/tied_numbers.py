"""The numbers that a text ties to words, as `1 = best`, `wobei 1 die beste Note ist`, `worst (5)` do."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from csat_core.ingest.languages.language import bare
from csat_core.ingest.scales.silences import silence_of, words_in
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import JOINING, MEANS, UNITS

_SIGNS = r"\u3040-\u30ff\u3400-\u9fff"
"""Letters of Chinese and Japanese, which stand beside a number without a space."""
_PLAIN = str.maketrans("\uff0c\u3001\uff1b\uff1a\uff1d\uff08\uff09\u3010\u3011\u3002\uff0f\uff0e", ",,;:=()[],/.")
_ARROWS = re.compile(r"[=-]+>|[\u2192\u2794\u279c\u279e\u21d2\u27a1\u225c\u2259\u2250]\ufe0f?|==")
_ORDINAL = re.compile(
    r"(?<![\w.,-])([0-9]{1,2})(?:st|nd|rd|th|er|ere|ère|ste|de|te|\u00ba|\u00aa|\u00b0|\u03b7|\u03bf)(?!\w)"
)
_SHORT = re.compile(r"(?<!\w)v(?:\. ?| )(?=[^\W\d_]{3})")
"""`v. satisfied` is `very satisfied`."""
_NO_ANSWER = re.compile(r"(?<!\w)([a-z])/([a-z])(?!\w)")
"""`n/a`, in which the stroke divides nothing."""
_DOTS = re.compile(r"\.{2,}|\u2026")
_NUMBER = re.compile(
    rf"(?<!\w)(?<![0-9][.,])(?<!\w-)(?:[a-z](?=[0-9]+ ?=))?((?:(?<![\w)\]-])-)?[0-9]{{1,3}})(?![^\W{_SIGNS}]|%|[.,][0-9])"
)
_SPAN = re.compile(r"[0-9] ?(?:-|\u2013|\u2014|\.{2,3}|\u2026|~) ?-?$")
"""What stands before the second number of a span: a colon behind that explains the whole."""
_OF_SPAN = re.compile(r" ?(?:-|\u2013|\u2014|~) ?-?[0-9]")
"""What stands behind the first number of a span."""
_AFTER = re.compile(
    r"(?: ?[\u5206\u70b9\u9ede](?![\u949f\u9418]))?(?: ?(?P<sign>=|:|-|\u2013|\u2014|\(|\[|/|\.(?![0-9])|\)(?=[^\W\d_])))? ?"
    r"(?P<words>[^\d,;:=()/\[\]|?!]*)"
)
_BEFORE = re.compile(r"(?P<words>[^\d,;:=()/\[\]|?!]*?) ?(?P<sign>=|:|\(|\[|-|\u2013|\u2014)? ?$")
FIRST_PICTURE = "\u2190"
"""Thumbs and faces are words too."""
FIRM, WEAK, BARE = "firm", "weak", "bare"
_JOINING = words_in(JOINING)
_UNITS = frozenset(UNITS) | frozenset(map(bare, UNITS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A number and the words that stand beside it."""

    number: int
    words: str
    """Folded, without those that lead to another end."""
    tie: str
    """`firm` by an equals sign, an arrow or a verb; `weak` by a bracket, a colon or a dash; `bare` by nothing."""
    closes: bool
    """Whether the text ends behind them, or a sign does."""


@lru_cache(maxsize=10_000)
def tied_numbers(text: str) -> tuple[tuple[Tied, ...], tuple[Tied, ...]]:
    """The numbers of `text` with the words behind each, and with the words before each; without those that have none."""
    if not any(map(str.isdigit, text)):
        return (), ()
    plain = _DOTS.sub(" - ", _NO_ANSWER.sub(r"\1\2", _ARROWS.sub("=", fold(text).translate(_PLAIN))))
    plain = _SHORT.sub("very ", _ORDINAL.sub(r"\1", plain))
    places = list(_NUMBER.finditer(plain))
    behind = {place.start(1): tied for place in places if (tied := _behind(plain, place)) is not None}
    before = {place.start(1): tied for place in places if (tied := _before(plain, place)) is not None}
    for first, second in itertools.pairwise(each.start(1) for each in places):
        # of `1 quiet - 5 loud` the quiet is told of the 1, as the loud is of the 5
        if first in behind and second in behind and second in before and before[second].words == behind[first].words:
            del before[second]
            behind |= {at: replace(behind[at], tie=WEAK) for at in (first, second) if behind[at].tie == BARE}
    return tuple(behind.values()), tuple(before.values())


def _behind(plain: str, place: re.Match[str]) -> Tied | None:
    rest = plain[place.end() :]
    found = _AFTER.match(rest)
    if not found or not found["words"].strip():
        return None
    sign = found["sign"]
    if sign in (":", "-", "/", ".", "\u2013", "\u2014", ")") and _SPAN.search(plain[: place.start(1)]):
        return None
    words, has_verb = _without_verb(found["words"])
    words = words or (found["words"] if sign else "")  # `5: E`, a letter that is a verb in Italian
    tie = FIRM if sign == "=" or has_verb else WEAK if sign else BARE
    closes = rest[found.end() :].strip()[:1] in ("", ")", "]", ",", ";", "/", "|")
    # `, 1 best` and `wobei 1 sehr gut ist`: something leads to the number
    leads = plain[: place.start()].rstrip()
    opened = not leads or leads[-1] in "([,;:/|-" or bool(re.search(rf"[{_SIGNS}]$", leads))
    opened = opened or re.split(r"[^\w']", leads)[-1] in _leading()
    return _tied(place, words, tie, closes=closes and opened)


def _before(plain: str, place: re.Match[str]) -> Tied | None:
    found = _BEFORE.search(plain[: place.start()])
    if not found or not found["words"].strip():
        return None
    if found["sign"] in ("(", "[") and _OF_SPAN.match(plain[place.end() :]):
        return None
    tie = FIRM if found["sign"] == "=" else WEAK if found["sign"] else BARE
    opening = plain[: found.start("words")].rstrip()[-1:]
    closes = plain[place.end() :].strip()[:1] in ("", ")", "]", ",", ";", "-", "\u2013", "/")
    return _tied(place, found["words"], tie, closes=closes and bool(opening) and opening in "([,;/|")


def _tied(place: re.Match[str], words: str, tie: str, *, closes: bool) -> Tied | None:
    plain = " ".join(words.replace("\u2013", " ").replace("\u2014", " ").replace(" - ", " ").strip(" .-'\"!?*").split())
    return (
        Tied(number=int(place[1]), words=plain, tie=tie, closes=closes)
        if any(letter.isalpha() or letter > FIRST_PICTURE for letter in plain)
        else None
    )


def _without_verb(words: str) -> tuple[str, bool]:
    """`words` without the verb before them that ties them to a number, and whether there was one."""
    text = words.strip()
    found = _verbs().match(text)
    return (text[found.end() :].strip(), True) if found else (text, False)


@cache
def _verbs() -> re.Pattern[str]:
    words = sorted(
        {each for found in MEANS.values() for word in found for each in (word, bare(word))}, key=len, reverse=True
    )
    spaced = "|".join(re.escape(word) for word in words if not re.search(rf"[{_SIGNS}]", word))
    inside = "|".join(re.escape(word) for word in words if re.search(rf"[{_SIGNS}]", word))
    return re.compile(rf"(?:(?:{spaced})(?!\w)|(?:{inside}))")


@cache
def _leading() -> frozenset[str]:
    return _JOINING | {word for found in MEANS.values() for each in found for word in each.split()}


def shorter(words: str) -> Iterator[str]:
    """`words`, and what is left of them without the words at either end that say nothing of the direction."""
    parts = words.split()
    yield words
    while parts and _says_nothing(parts[-1]):
        parts.pop()
        yield " ".join(parts)
    while parts and _says_nothing(parts[0]):
        parts.pop(0)
        yield " ".join(parts)


def _says_nothing(word: str) -> bool:
    return word in _leading() or word in _UNITS


def is_silent(words: str) -> bool:
    """Whether the words stand for no answer, as `not applicable` and `keine Angabe` do."""
    return any(each and silence_of(each) for each in shorter(words))


def is_inapplicable(words: str) -> bool:
    """Whether they say that the question did not apply, rather than that somebody did not know."""
    return any(each and silence_of(each) == "na" for each in shorter(words))


def is_unit(words: str) -> bool:
    """Whether nothing but words without a direction is left: `5 points`, `1 to`."""
    return not list(shorter(words))[-1]
