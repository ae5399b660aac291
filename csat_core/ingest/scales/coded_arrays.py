"""Rows of one array that share their codes: `G01Q02[SQ001]` and `G01Q02[SQ002]` in `A1` to `A5` rate, whatever they are called."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale

FEWEST = 2
"""Rows from which on a question is an array."""
_ROW = re.compile(r"(?P<stem>[^\[\]]+)\[[^\[\]]+\]|(?P<field>\d+X\d+X\d+)\w+")


def with_arrays(columns: Iterable[ColumnProfile], scales: Mapping[int, FoundScale]) -> dict[int, FoundScale]:
    """`scales` by position, where the codes of the rows of an array are ratings, on the longest scale that one of them shows.

    A single question in codes may as well name groups, a list of rows under one list of answers hardly ever does.
    """
    arrays: dict[str, list[int]] = {}
    for column in columns:
        found, row = scales.get(column.position), _ROW.fullmatch(column.name)
        if row and found and _in_codes(found):
            arrays.setdefault(row["stem"] or row["field"], []).append(column.position)
    result = dict(scales)
    for stem, positions in arrays.items():
        longest = max((scales[position] for position in positions), key=lambda found: found.scale.points)
        labels = longest.scale.labels
        if len(positions) < FEWEST or any(
            scales[each].scale.labels != labels[: scales[each].scale.points] for each in positions
        ):
            continue
        reason = f"{longest.reason.removesuffix('.')}; the {len(positions)} rows of '{stem}' share them, so they rate."
        for position in positions:
            own = scales[position]
            result[position] = replace(
                longest, reason=reason, needs_name=False, not_applicable=own.not_applicable, dont_know=own.dont_know
            )
    return result


def _in_codes(found: FoundScale) -> bool:
    return bool(found.ways) and not found.numeric and found.needs_name
