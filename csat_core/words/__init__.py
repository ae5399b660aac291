"""Words: results as sentences and as tables with headings, the same on every page and in every export."""

from csat_core.words.names import BLANK, distinct, level, literal, of_error, readable, shortened, straight, told_apart
from csat_core.words.scores import (
    VERDICTS,
    copied,
    filter_words,
    headline,
    judgement,
    measure,
    measure_of,
    moving,
    period_words,
    span,
)

__all__ = [
    "BLANK",
    "VERDICTS",
    "copied",
    "distinct",
    "filter_words",
    "headline",
    "judgement",
    "level",
    "literal",
    "measure",
    "measure_of",
    "moving",
    "of_error",
    "period_words",
    "readable",
    "shortened",
    "straight",
    "span",
    "told_apart",
]
