"""Choices, which sort people and rate nothing: columns of yes and no of one question or side by side, and codes beside an answer written in."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.cell_facts import only_holds
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.scales.yes_no_codes import asks_whether
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.vocabulary import YES_NO
from csat_core.ingest.texts.wordings import asks_rating, outcome_strength
from csat_core.model.dataset import Role

FEWEST = 2
"""So many columns of one question are its choices."""
CHOICE = "One of several choices of '{stem}', ticked or not: two groups."
"""Why such a column is kept as groups."""
WRITTEN_IN = "A choice beside which '{column}' holds what people wrote in: groups."
AMONG = "Holds 0 and 1 between others that do: two groups."
_OTHER = re.compile(r"(?P<choice>.+?)(?:(?:_\d+)?_text|_other|\[other\])", re.IGNORECASE)
"""How survey tools name what people wrote where none of the choices was theirs: `Q5_4_TEXT`, `Q5[other]`."""
_DUMMY = frozenset(("0", "1"))
_FLAGS = frozenset(flag_words(YES_NO)) | _DUMMY
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"^(?P<stem>.+?)\s*\[[^\[\]]+\]\s*$",
        r"^(?P<stem>.+[?:\uff1f\uff1a\u037e])\s*\S.*$",
        r"^(?P<stem>.+?)\s+[-\u2013\u2014]\s+\S.*$",
    )
)


def with_choices_as_groups(
    columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns, drivers that are choices as segments: yes and no that share the question of others, 0 and 1 between two
    such groups, and codes beside which somebody may write in an answer; unless they ask for a rating.
    """
    written = {
        found["choice"].casefold(): column.name for column in columns if (found := _OTHER.fullmatch(column.name))
    }
    columns = [
        _as_group(column, WRITTEN_IN.format(column=other))
        if column.role is Role.DRIVER
        and (other := written.get(column.name.casefold()))
        and not asks_rating(column.wording)
        else column
        for column in columns
    ]
    flags = {
        column.position: stem
        for column in columns
        if column.role in (Role.DRIVER, Role.SEGMENT)
        and (stem := _stem(column))
        and only_holds(profiles[column.position], _FLAGS)
    }
    shared = Counter(flags.values())
    columns = [
        _as_group(column, CHOICE.format(stem=flags[column.position]))
        if column.role is Role.DRIVER and shared[flags.get(column.position, "")] >= FEWEST
        else column
        for column in columns
    ]
    dummies = {
        column.position
        for column in columns
        if column.role is Role.SEGMENT and only_holds(profiles[column.position], _DUMMY)
    }
    return tuple(
        _as_group(column, AMONG)
        if column.role is Role.DRIVER
        and {column.position - 1, column.position + 1} <= dummies
        and only_holds(profiles[column.position], _DUMMY)
        and not outcome_strength(column.wording)
        else column
        for column in columns
    )


def _stem(column: ColumnMapping) -> str | None:
    """The question that the name or the text has before one of its choices; None without, or where it asks for a rating."""
    for text in column.wording:
        for shape in _SHAPES:
            if (found := shape.match(text)) and bare_words(found["stem"]):
                stem = found["stem"].strip()
                # why and which end in a question mark, too
                whether = asks_whether((stem.rstrip(" ?\uff1f\u037e;"),))
                return None if whether or asks_rating((stem,)) else stem
    return None


def _as_group(column: ColumnMapping, reason: str) -> ColumnMapping:
    return ColumnMapping(
        position=column.position,
        name=column.name,
        label=column.label,
        role=Role.SEGMENT,
        reason=reason,
    )
