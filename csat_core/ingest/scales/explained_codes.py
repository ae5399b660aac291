"""Answers in short codes that the name of their column explains: `(SA = strongly agree, A = agree, N = neutral ...)`."""

import re
from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.ingest.scales.pictured_answers import Pictured, as_pictured
from csat_core.ingest.texts.reading import clean, fold

FEWEST, LONGEST = 2, 4
"""So many codes, each of so many letters at most."""
MOST = 20
"""Different answers; more are no codes of a scale."""
_TIE = r"\s*(?:=+>?|:|->|[-\u2013\u2014\u2192])\s*"
_AROUND = " ,;:/|.()[]\t\n-\u2013\u2014"
_CODE = re.compile(r"(?<![^\W_])([^\W\d_]{1,4})" + _TIE)
"""A code and the sign that ties it to words; those of one letter stand between signs too."""
_ENDS = re.compile(r"[)\]?]|$")


def explained_in(answers: Answers, wording: tuple[str, ...]) -> Pictured | None:
    """The answers by the words that the wording ties to their codes; None where it does not explain nearly all of them."""
    texts = [text for text, _ in answers.texts]
    if answers.unseen or len(texts) > MOST or not any(text.isalpha() and len(text) <= LONGEST for text in texts):
        return None
    for text in wording:
        words = _words_of_codes(text)
        plain = {code: fold(words[code]) for code in texts if code in words}
        if len(plain) >= FEWEST and is_tolerable(share_off(answers, plain), answers.count):
            counts: Counter[str] = Counter()
            for code, count in answers.texts:
                counts[plain.get(code, code)] += count
            written = {fold(each): each for each in words.values()} | answers.written
            return Pictured(answers=replace(answers, texts=tuple(counts.most_common()), written=written), plain=plain)
    return None


def as_explained(found: FoundScale, explained: Pictured) -> FoundScale:
    """`found`, the scale of the words, with what each code of the file means on it."""
    code, words = next(iter(explained.plain.items()))
    example = f"{explained.answers.written[code]} = {explained.answers.written[words]}"
    reason = f"{found.reason.removesuffix('.')}; its name says what the codes mean, such as '{example}'."
    return as_pictured(replace(found, reason=reason), explained)


def _words_of_codes(text: str) -> dict[str, str]:
    """By folded code the words as `text` writes them, each up to the next code."""
    found: dict[str, str] = {}
    places = list(_CODE.finditer(text))
    for at, place in enumerate(places):
        behind = places[at + 1].start() if at + 1 < len(places) else len(text)
        rest = text[place.end() : behind]
        end = _ENDS.search(rest)
        words = clean(rest[: end.start()] if end else rest).strip(_AROUND)
        if words:
            found.setdefault(fold(place[1]), words)
    return found
