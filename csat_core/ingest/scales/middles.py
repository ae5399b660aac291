"""The middle of a scale of words: what may be it and may be no answer, and whether it was offered where nobody gave it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from csat_core.ingest.detection import Described
from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import bare
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.scales.silences import words_beside_number
from csat_core.ingest.texts.reading import fold

SCALES = (5, 7)
"""So many answers has a scale of words with a middle that may be called `not sure`."""
_CODE = re.compile(r"-?[0-9]{1,3}(?:\.0+)?")


def is_unsure(folded: str) -> bool:
    """Whether a text such as `not sure` or `hard to say` stands for the middle of some scales and for no answer of others."""
    return bare(words_beside_number(folded)) in _unsure()


@cache
def _unsure() -> frozenset[str]:
    return frozenset(bare(fold(word)) for language in LANGUAGES for word in language.words(language.unsure))


def middle_by_code(texts: Iterable[str], described: Described, silent: Mapping[str, str]) -> str | None:
    """The folded text of `silent` (by text `na`, `dk` ...) that has the code in the middle of a scale; None without one.

    The codes are those behind the labels of the file, or those that the labels carry: 1, 2, 3 (`Not sure`), 4, 5.
    """
    unsure = [text for text, kind in silent.items() if kind == "dk"]
    codes = _codes(texts, described) if unsure else {}
    answers = [code for text, code in codes.items() if text not in silent]
    for text in unsure:
        everything = sorted({*answers, codes[text]}) if text in codes else []
        in_a_row = everything == list(range(everything[0], everything[-1] + 1)) if everything else False
        if in_a_row and len(everything) in SCALES and everything[len(everything) // 2] == codes[text]:
            return text
    return None


def _codes(texts: Iterable[str], described: Described) -> dict[str, int]:
    """The code of each folded text, of answers that nobody gave too; without those that the file declares to be none."""
    declared = {fold(text) for text, _ in described.missing}
    labels = {fold(label): int(float(code)) for code, label in described.value_labels if _CODE.fullmatch(code)}
    if not labels:
        return {text: label.number for text in texts if (label := numbered(text))}
    plain = {text: int(float(text)) for text in texts if text not in labels and _CODE.fullmatch(text)}
    return {text: code for text, code in (labels | plain).items() if text not in declared}
