"""Answers that say too much of opposite things, as `Too slow` and `Too fast`: the best of them lies between, and at no end."""

from collections.abc import Sequence

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.polarity import polarity_of
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.senses import UNSPACED, senses_in


def both_ways_bad(answers: Sequence[str]) -> tuple[str, str] | None:
    """Two of `answers` that say too much of different things, beside one that says it of nothing; None without."""
    for code, patterns in senses_in(" ".join(bare(words_of(each)) for each in answers)):
        if "excess" not in patterns:
            continue
        parts = {each: patterns["excess"].split(bare(words_of(each))) for each in answers}
        # what is too much follows: to say `stimme voll zu` is to agree
        of = {each: " ".join(part).split() for each, part in parts.items() if len(part) > 1 and part[-1]}
        # `too` is another word in another language, or before another word
        if not 2 <= len(of) < len(answers) or not any(polarity_of((each,), numbers=False, denials=True) for each in of):
            continue
        things = list({words[0 if code in UNSPACED else -1]: each for each, words in of.items() if words}.values())
        if len(things) > 1:
            return things[0], things[-1]
    return None
