"""Days of the week in words: which one stands beside a date tells the day from the month."""

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import bare, phrases_of

BY_LANGUAGE = tuple(
    {bare(word): day for day, words in enumerate(phrases_of(language.weekdays)) for word in words.split()}
    for language in LANGUAGES
    if language.weekdays
)
"""For each language the days of the week, Monday 0, by their names and abbreviations without accents."""


def weekdays_of(word: str) -> frozenset[int]:
    """The days of the week, Monday 0, that a folded word may name in any language; empty for other words."""
    plain = bare(word).rstrip(".,")
    return frozenset(days[plain] for days in BY_LANGUAGE if plain in days)
