"""Answers that say in other words what they mean: `Good: I am satisfied with the service`, `Not disappointed (it is not that useful)`."""

import re
from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers
from csat_core.ingest.scales.pictured_answers import Pictured
from csat_core.ingest.scales.silences import silence_of

MOST, LONGEST, FEWEST_WORDS = 11, 4, 2
"""So many different answers, words of a label, and words behind one that explain it."""
_EXPLAINED = re.compile(r"([^:(\[\n]*[^\W\d_][^:(\[\n]*?)\s*(?::|[(\[]|\s[-\u2013\u2014]\s|[,;.]\s)(.+)", re.DOTALL)


def without_explanations(answers: Answers) -> Pictured | None:
    """The answers by what stands before their explanations; None where none of them has one, or two would be the same."""
    if answers.unseen or not FEWEST_WORDS < len(answers.texts) <= MOST:
        return None
    found = {text: match for text, _ in answers.texts if (match := _EXPLAINED.fullmatch(text))}
    plain = {text: match[1].strip() for text, match in found.items() if len(match[2].split()) >= FEWEST_WORDS}
    heads = Counter({plain.get(text, text): count for text, count in answers.texts})
    is_short = all(len(head.split()) <= LONGEST for head in heads)
    if not plain or len(heads) < len(answers.texts) or not is_short:
        return None
    silent = {head: kind for head in plain.values() if (kind := silence_of(head))}
    written = {head: answers.written[text][: len(head)].strip() for text, head in plain.items()}
    read = replace(
        answers,
        texts=tuple(pair for pair in heads.most_common() if pair[0] not in silent),
        written=written | answers.written,
        not_applicable=(*answers.not_applicable, *(head for head, kind in silent.items() if kind == "na")),
        dont_know=(*answers.dont_know, *(head for head, kind in silent.items() if kind == "dk")),
    )
    return Pictured(answers=read, plain=plain)
