"""Words for no answer that are the worst of the answers beside them: `Not relevant` below `Somewhat relevant`."""

from collections.abc import Iterable, Mapping

from csat_core.ingest.texts.degrees import families_of

MOST_DIFFERENT, FEWEST = 20, 2
"""More different answers are on no scale of words; so many of its other levels tell that it is one."""


def worst_in_words(texts: Iterable[str], silent: Mapping[str, str]) -> str | None:
    """The folded text of `silent` (by text `na`, `dk` ...) that is the worst of a scale of which nobody else gave the worst."""
    answers = [text for text in texts if text not in silent]
    if not FEWEST <= len(answers) <= MOST_DIFFERENT:
        return None
    for text in (text for text, kind in silent.items() if kind == "na" and " " in text):
        for family in families_of([*answers, text]):
            given = {family.level_of(answer) for answer in answers} - {None}
            if family.level_of(text) == 1 and 1 not in given and len(given) >= FEWEST:
                return text
    return None
