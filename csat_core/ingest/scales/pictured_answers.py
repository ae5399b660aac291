"""Answers that stand beside the same in pictures or in another language, `😀 Satisfied`, `Satisfied / Satisfait`, `非常满意 Very satisfied`: the words are read."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.texts.families_across import first_of_two, halves_of
from csat_core.ingest.texts.reading import fold, rating_of

_JOINED = "\ufe0f\ufe0e\u200d "
"""What stands within a picture or behind it: how it is drawn, what joins two of them, a space."""
LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """The answers of a column by their words alone."""

    answers: Answers
    plain: Mapping[str, str]
    """Folded text of the file -> the folded words of it."""


def without_pictures(text: str) -> str:
    """`text` without the pictures at its ends; empty where it is nothing else."""
    first, last = 0, len(text)
    while first < last and _is_picture(text[first]):
        first += 1
    while first < last and _is_picture(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_picture(sign: str) -> bool:
    return sign in _JOINED or (not sign.isascii() and unicodedata.category(sign) in ("So", "Sk"))


def pictured_in(answers: Answers) -> Pictured | None:
    """The answers by their words; None where none has anything beside them."""
    short = (
        text for text, _ in answers.texts if len(text) <= LONGEST and ({"/", "("} & set(text) or not text.isascii())
    )
    bare = {text: first_of_two(without_pictures(text)) for text in short}
    plain = {text: words for text, words in bare.items() if words not in ("", text)}
    if not plain:
        return None
    counts: Counter[str] = Counter()
    for text, count in answers.texts:
        counts[plain.get(text, text)] += count
    silent = {words: kind for words in plain.values() if (kind := silence_of(words))}
    # as the file writes it, but for the pictures
    labels = (without_pictures(answers.written[text]) for text in plain)
    written = {fold(each): each for label in labels for each in (label, *halves_of(label)[:1])}
    alone = replace(
        answers,
        texts=tuple(pair for pair in counts.most_common() if pair[0] not in silent),
        written=written | answers.written,
        not_applicable=(*answers.not_applicable, *(words for words, kind in silent.items() if kind == "na")),
        dont_know=(*answers.dont_know, *(words for words, kind in silent.items() if kind == "dk")),
    )
    return Pictured(answers=alone, plain=plain) if alone.texts else None


def as_pictured(found: FoundScale, pictured: Pictured) -> FoundScale:
    """`found`, the scale of the words, with what each text of the file means on it."""
    places = {value: place for place, value in enumerate(found.scale.values, 1)}
    words = dict(found.positions)
    positions = {
        text: place
        for text, plain in pictured.plain.items()
        if (place := words.get(plain) or places.get(rating_of(plain)[0] or 0))
    }

    def with_texts(codes: tuple[str, ...]) -> tuple[str, ...]:
        return (*codes, *(text for text, plain in pictured.plain.items() if plain in codes))

    return replace(
        found,
        positions=(*found.positions, *positions.items()),
        not_applicable=with_texts(found.not_applicable),
        dont_know=with_texts(found.dont_know),
    )
