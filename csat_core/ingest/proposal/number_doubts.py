"""Columns of numbers that a person would take for more: amounts that are not read, short runs that may be ratings."""

import re
from collections.abc import Mapping as Named

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.proposal.number_marks import open_mark
from csat_core.ingest.proposal.odd_numbers import odd_numbers
from csat_core.ingest.proposal.roles import NO_RATINGS
from csat_core.ingest.proposal.units_of_numbers import mixed_units
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import UNIT, number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role

HIGHEST = 10
"""The highest number of the short scales that people are asked to answer on."""
MOSTLY_AMOUNTS, LONGEST, LOOKED_AT = 0.8, 20, 20
"""The share of the most frequent cells that must look like amounts, how long they are, and how many are looked at."""
_AMOUNT = re.compile(
    rf"(?=.*[0-9])[(+-]?\s*{UNIT}?\s*[(+-]?\s*[0-9][0-9.,' \u2019]*\s*(?:k|m|mn|mio\.?|mill?\.?|mrd\.?|bn|b|tsd\.?|thousand|million)?\s*{UNIT}?\s*[)-]?",
    re.IGNORECASE,
)
"""What people write for amounts: `12k`, `1.2M`, `(123.50)`, `\u20ac 1.234,50`."""
_MEASURED = (
    Meaning.METRIC, Meaning.COUNTED, Meaning.AGE, Meaning.GROUP, Meaning.REVENUE, Meaning.WEIGHT, Meaning.RANK,
    Meaning.OTHER_ID, Meaning.RESPONSE_ID, Meaning.CUSTOMER, Meaning.AGENT, Meaning.PLACE_CODE,
)  # fmt: skip


_KEYS = (Meaning.AGE, Meaning.COUNTED, Meaning.PLACE_CODE, Meaning.OTHER_ID, Meaning.RESPONSE_ID, Meaning.SORTED)


def number_doubts_of(profiles: Named[int, ColumnProfile], mapping: Mapping) -> list[Problem]:
    """The problems of such columns; `profiles` are known by position."""
    found = [
        _unread(profiles[each.position], each.role, profiles[each.position].mark or mapping.decimal)
        for each in mapping.columns
        if _is_unread(each, profiles[each.position], mapping.decimal)
    ]
    marks = (open_mark(each, profiles[each.position], mapping.decimal) for each in mapping.columns)
    units = (mixed_units(each, profiles[each.position]) for each in mapping.columns)
    found += [problem for problem in (*marks, *units) if problem]
    for each in mapping.columns:
        found += odd_numbers(each, profiles[each.position], mapping.decimal)
    return [*found, *(_perhaps_rated(each, profiles[each.position]) for each in _perhaps_ratings(mapping, profiles))]


def _is_unread(column: ColumnMapping, profile: ColumnProfile, decimal: str) -> bool:
    """Whether most cells are numbers to a person, such as `12k`, and the column is kept as none."""
    if column.role not in (Role.IGNORE, Role.SEGMENT, Role.COMMENT) or column.personal or profile.mean_length > LONGEST:
        return False
    decimal = profile.mark or column.decimal or decimal
    top = profile.top[:LOOKED_AT]
    like = sum(count for text, count in top if _AMOUNT.fullmatch(text) and number_of(text, decimal) is None)
    plain = sum(count for text, count in top if number_of(text, decimal) is not None)
    return like > 0 and like + plain >= MOSTLY_AMOUNTS * sum(count for _, count in top)


def _unread(profile: ColumnProfile, role: Role, decimal: str) -> Problem:
    example = next(text for text, _ in profile.top if _AMOUNT.fullmatch(text) and number_of(text, decimal) is None)
    kept = "left out" if role is Role.IGNORE else f"used as a {role}"
    found = (
        f"'{profile.name}' holds amounts that are not read as numbers, such as {example}: it is {kept}. Write them as plain "
        "numbers, such as 12000 or -123.50, for them to count."
    )
    return Problem(code="unread_numbers", column=profile.name, count=profile.filled, example_row=None, message=found)


def _perhaps_ratings(mapping: Mapping, profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """Columns of a few small whole numbers whose names say nothing, beside questions that are rated in numbers."""
    rated = [
        each
        for each in mapping.columns
        if each.scale is not None and not each.positions and each.scale.points <= HIGHEST + 1
    ]
    if not rated:
        return []
    ends = {(min(each.scale.values), max(each.scale.values)) for each in rated if each.scale}
    return [
        each
        for each in mapping.columns
        if _is_short(profiles[each.position])
        and (
            (each.role is Role.METRIC and each.reason == NO_RATINGS and not says(each.name, *_MEASURED))
            or (each.role is Role.SEGMENT and _ends(profiles[each.position]) in ends and not says(each.name, *_KEYS))
        )
    ]


def _ends(profile: ColumnProfile) -> tuple[float | None, float | None]:
    return profile.lowest, profile.highest


def _is_short(profile: ColumnProfile) -> bool:
    whole = profile.whole == profile.numeric == profile.filled
    return whole and profile.distinct > 2 and (profile.lowest or 0) in (0, 1) and (profile.highest or 0) <= HIGHEST


def _perhaps_rated(column: ColumnMapping, profile: ColumnProfile) -> Problem:
    low, high = int(profile.lowest or 0), int(profile.highest or 0)
    found = f"'{column.name}' holds whole numbers from {low} to {high} and its name does not say what they are: it is used as {'groups' if column.role is Role.SEGMENT else 'a number'}"
    return Problem(
        code="perhaps_rated", column=column.name, count=profile.filled, example_row=None,
        message=f'{found}. If they are ratings, say --scale "{column.name}={low}-{high}".',
        on_page=f"{found}. If they are ratings, give it the scale {low}-{high} under Columns.",
    )  # fmt: skip
