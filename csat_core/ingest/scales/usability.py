"""The System Usability Scale without its texts, `SUS1` to `SUS10`: by its definition every second statement is a complaint."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.texts.reading import words_of

STATEMENTS = 10
_ITEM = re.compile(r"(?:.* )?(?:sus|system usability(?: scale)?)(?: ?(?:q|item|question))? ?0?([1-9]|10)")
_SPANS = ((1, 5), (0, 4))


def with_usability(columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale]) -> dict[int, FoundScale]:
    """The scales by position, those of the second, fourth ... of its ten statements read backwards with the doubt said.

    Nothing changes where one of the ten is not there: other questionnaires number their questions, too.
    """
    numbers = {
        column.position: number for column in columns if (number := _number(column, scales.get(column.position)))
    }
    result = dict(scales)
    if sorted(numbers.values()) != list(range(1, STATEMENTS + 1)):
        return result
    for position, number in numbers.items():
        if number % 2 == 0 and not result[position].doubt and not result[position].scale.is_reversed:
            result[position] = _turned(result[position], number)
    return result


def _number(column: ColumnProfile, found: FoundScale | None) -> int | None:
    """Which of the statements a column without a text is; None for any other column."""
    item = _ITEM.fullmatch(words_of(column.name))
    if item is None or column.described.label or found is None or not found.numeric:
        return None
    return int(item[1]) if (min(found.scale.values), max(found.scale.values)) in _SPANS else None


def _turned(found: FoundScale, number: int) -> FoundScale:
    doubt = (
        f"statement {number} of the System Usability Scale is a complaint, with which it is bad to agree, and whether its "
        "numbers were turned around already is not clear"
    )
    scale = found.scale.backwards
    reason = f"{found.reason.removesuffix('.')}; {doubt}: {scale.labels[-1]} is taken as the best."
    return replace(found, scale=scale, reason=reason, assumed=True, rival=found.scale.name, doubt=doubt)
