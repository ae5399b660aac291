"""Scales of plain numbers whose name speaks of their ends in words that nobody knows: silence is for what is understood."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import bare, phrases_of
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.given_scales import turned
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.phrases import pattern_of_any
from csat_core.ingest.texts.wordings import Wording

_MARKED = re.compile(r"[\s_-]*[(\[]R[)\]]\s*$|(?<=[a-z0-9])[_.-]R$")
"""`Q7 (R)` and `Q7_R`: how psychologists mark what was, or has to be, turned around."""


@lru_cache(maxsize=10_000)
def lower_is_better(name: str) -> str | None:
    """The words by which `name` says that the lowest number is the best: `lowest score is best`; None without."""
    plain = bare_words(name)
    found = _lower_is_better().search(plain)
    return found[0] if found else None


@cache
def _lower_is_better() -> re.Pattern[str]:
    in_parts = [_in_parts(parts) for language in LANGUAGES if "<low>" in (parts := language.table(language.parts))]
    whole = pattern_of_any(lambda language: language.lower_is_better).pattern
    return re.compile(rf"{whole}|(?:^|(?<=\s))(?:{'|'.join(in_parts)})(?!\S)")


def _in_parts(parts: Mapping[str, str]) -> str:
    """`low is good`, `lowest score is the best`, `la nota más baja es la mejor`, and the same of high and bad."""
    low, high, mark, means, better, worse = (
        "(?:" + "|".join(re.escape(bare(word)) for word in phrases_of(parts[f"<{key}>"])) + ")"
        for key in ("low", "high", "mark", "is", "better", "worse")
    )
    whole = (
        f"(?:{end} (?:{mark} )?|{mark} {end} )(?:{means} )?{verdict}" for end, verdict in ((low, better), (high, worse))
    )
    return "|".join(whole)


def recoded_in(wording: Wording) -> str | None:
    """The words by which name or text say that the numbers were turned around, or have to be; None without."""
    for text in wording:
        if found := _MARKED.search(text):
            return found[0].strip(" _-.")
        if found := _recoded().search(bare_words(text)):
            return found[0]
    return None


@cache
def _recoded() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.recoded)


def with_open_direction(found: FoundScale, recoded: str | None, unknown: tuple[tuple[int, str], ...]) -> FoundScale:
    """`found` with a doubt where its name says it is `recoded`, or ties its ends to `unknown` words."""
    if not found.numeric or found.contradicts:
        return found
    best = found.scale.labels[-1]
    if recoded:
        doubt = f"'{recoded}' stands in the name, and whether its numbers were turned around already is not clear"
        return in_both_directions(found, f"{doubt}: {best} is taken as the best", doubt)
    ends = {int(found.scale.values[0]), int(found.scale.values[-1])}
    at_ends = [f"{number} = {words}" for number, words in unknown if number in ends]
    if not at_ends:
        return found
    doubt = f"the name says '{', '.join(at_ends)}', and whether that is good or bad is not known"
    return in_both_directions(found, f"{doubt}: {best} is taken as the best", doubt)


def in_both_directions(found: FoundScale, said: str, doubt: str) -> FoundScale:
    """`found` with `doubt` about which end is the best; `said` goes into the reason."""
    reason = f"{found.reason.removesuffix('.')}; {said}."
    # where the span is open as well, each reading of it has two directions
    both = tuple(dict.fromkeys((*found.ways, *map(turned, found.ways))))
    doubts = dict.fromkeys(each for each in (found.doubt, doubt) if each)
    return replace(
        found, reason=reason, doubt="; ".join(doubts), assumed=True, rival=found.scale.backwards.name, ways=both
    )
