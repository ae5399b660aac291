"""Different answers that one level of a family knows: which of them are spellings, and which a file may hold apart."""

import re
from collections import defaultdict
from dataclasses import dataclass

from csat_core.ingest.scales.answers import TOLERATED_SHARE, Answers
from csat_core.ingest.texts.families import plainer

STEM, ENDING = 4, 3
"""Words that begin with so many equal letters and differ in at most so many after them are forms of one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An answer that stands on the level of a more frequent one and is not the same words."""

    text: str
    """As the file writes it."""
    main: str
    """The more frequent answer, as the file writes it."""
    count: int
    is_often: bool
    """Whether it occurs too often to be a slip: people chose between the two then."""


def shared_by(answers: Answers, levels: dict[str, int]) -> tuple[Shared, ...]:
    """The answers that are not the usual words of their level; empty where every level has words of its own."""
    on_level: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for text, count in answers.texts:
        if text in levels:
            on_level[levels[text]].append((text, count))
    found = []
    for texts in on_level.values():
        main = texts[0][0]
        others = [(text, count) for text, count in texts if not is_spelling(text, main)]
        rest = sum(count for _, count in others)
        found += [
            Shared(
                text=answers.written[text],
                main=answers.written[main],
                count=count,
                is_often=rest > TOLERATED_SHARE * answers.count,
            )
            for text, count in others
        ]
    return tuple(found)


def said(shared: tuple[Shared, ...]) -> str:
    """Which answers are counted as which, in words."""
    return ", ".join(f"'{each.text}' ({each.count:,}) is counted as '{each.main}'" for each in shared)


def is_spelling(text: str, other: str) -> bool:
    """Whether two folded labels of one level are the same words: accents, signs, the form for a woman, `y` for `yes`."""
    words, others = _words(text), _words(other)
    if words == others:
        return True
    initials = {"".join(words), "".join(others)}
    if len(min(initials, key=len)) == 1 and len(words) == len(others) == 1:
        return text[:1] == other[:1]
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(_is_form(one, two) for one, two in pairs)


_TAIL = re.compile(r"[ _]*(?:with|without)[ _]*comment$")
"""Says beside the answer whether the customer wrote something, as exports of Zendesk do."""


def without_tail(label: str) -> str:
    """A label without what it says beside the answer."""
    return re.sub(_TAIL.pattern, "", label, flags=re.IGNORECASE)


def _words(label: str) -> list[str]:
    # endings in brackets or behind a sign belong to their word: satisfait(e), satisfecho/a
    joined = re.sub(r"[(/\u00b7.@-](?=\w{1,2}\b)", "", _TAIL.sub("", plainer(label)))
    return re.findall(r"\w+", joined) or [joined]


def _is_form(word: str, other: str) -> bool:
    alike = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word == other or (alike >= STEM and max(len(word), len(other)) - alike <= ENDING)
