"""What a column says by its name and by the text of its question, taken together."""

from csat_core.ingest import names
from csat_core.ingest.vocabulary import Meaning

Wording = tuple[str, ...]
"""The name of a column, and the text of its question where the file has one."""


def says(wording: Wording, *meanings: Meaning) -> bool:
    """Whether the name or the text says any of `meanings`."""
    return any(names.says(text, *meanings) for text in wording)


def sounds_rated(wording: Wording) -> bool:
    """Whether the name or the text sounds like a rating, and neither like something counted."""
    return any(names.sounds_rated(text) for text in wording) and not says(wording, Meaning.COUNTED)


def outcome_strength(wording: Wording) -> int:
    """How strongly the name or the text says that this question is the outcome; 0 where neither does."""
    return max(map(names.outcome_strength, wording), default=0)
