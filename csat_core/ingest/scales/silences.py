"""Texts that are no answer: `n/a`, `Don't know / can't say`, `(blank)`, `9 - don't know`, `6 Don't know`."""

import re
from collections.abc import Mapping
from functools import cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import bare
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.texts.reading import fold, remembered
from csat_core.ingest.texts.vocabulary import BEST_END, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, WORST_END

SHORT, _CERTAIN = 2, ("na", "dk")
"""Letters of abbreviations such as `so`, which are words as well, and those of them that mean no answer beside a number too."""
MOST_CUTS = 4
"""No answer has more signs between or around its words."""


def words_in(table: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The folded words of every language of a vocabulary table."""
    return frozenset(fold(word) for words in table.values() for word in words)


_SILENT = {
    spelling: code
    for table, code in ((DONT_KNOW, "dk"), (NOT_APPLICABLE, "na"), (NOT_ASKED, "not_asked"))
    for word in words_in(table)
    for spelling in (bare(word), word)
}
LONGEST = (MOST_CUTS + 1) * max(map(len, _SILENT))
"""Letters of what is put together from such words."""
_LOWEST = words_in(WORST_END) | words_in(BEST_END)


@remembered
def silence_of(folded: str) -> str | None:
    """`na`, `dk` or `not_asked` for a folded text that is no answer in a rated column, with its accents or not; else None."""
    return _known(folded) or _of_parts(folded) or _behind_number(folded)


def words_beside_number(folded: str) -> str:
    """A folded label without the number that it carries; as it is where it has none."""
    found = numbered(folded)
    return found.words if found and found.words else folded


def _known(text: str) -> str | None:
    return _SILENT.get(text) or _SILENT.get(bare(text)) or _SILENT.get(text.replace("_", " "))


def _behind_number(folded: str) -> str | None:
    """The silence of the words behind a number; `0 - none` is the lowest answer of some questions."""
    words = words_beside_number(folded)
    is_plain = len(words) != SHORT or not words.isascii() or words in _CERTAIN
    return None if words == folded or words in _LOWEST or not is_plain else _known(words) or _of_parts(words)


def _of_parts(text: str) -> str | None:
    """What several words for no answer are together, such as `don't know or n/a`, or one in brackets: each is known."""
    cuts = list(_divider().finditer(text)) if len(text) <= LONGEST else []
    for cut in cuts if len(cuts) <= MOST_CUTS else ():
        sides = [side for each in (text[: cut.start()], text[cut.end() :]) if (side := each.strip())]
        kinds = [kind for side in sides if any(map(str.isalpha, side)) and (kind := _known(side) or _of_parts(side))]
        if kinds and len(kinds) == len(sides):
            return next(kind for kind in ("dk", "na", "not_asked") if kind in kinds)
    return None


@cache
def _divider() -> re.Pattern[str]:
    """What stands between two words for the same, or around one."""
    either = "|".join(re.escape(word) for language in LANGUAGES for word in language.words(language.either))
    return re.compile(rf"[/|;,()\[\]<>（）]|(?<=\s)(?:{either})(?=\s)")
