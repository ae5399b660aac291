"""Columns of numbers that a person would take for more: amounts that are not read, short runs that may be ratings."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.proposal.about_people import IMPORTANCE, OWN_STATE
from csat_core.ingest.proposal.going_together import alone_in, goes_along
from csat_core.ingest.proposal.number_marks import open_mark
from csat_core.ingest.proposal.odd_numbers import odd_numbers
from csat_core.ingest.proposal.perhaps_counted import THIN_OUT
from csat_core.ingest.proposal.questions_alike import GRID
from csat_core.ingest.proposal.rated_runs import OTHERWISE, fills, says_nothing, surroundings_in
from csat_core.ingest.proposal.roles import NO_RATINGS
from csat_core.ingest.proposal.units_of_numbers import mixed_units
from csat_core.ingest.proposal.weights import perhaps_weight
from csat_core.ingest.texts.names import only_says, says
from csat_core.ingest.texts.reading import UNIT, number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import ASKING
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale, numeric_scale

HIGHEST = 10
"""The highest number of the short scales that people are asked to answer on."""
MOSTLY_AMOUNTS, LONGEST, LOOKED_AT = 0.8, 20, 20
"""The share of the most frequent cells that must look like amounts, how long they are, and how many are looked at."""
MOSTLY_RATED, MOST_STRANGE = 0.8, 3
"""The share of the cells that are small whole numbers before a person takes them for ratings, and how many others there are."""
_AMOUNT = re.compile(
    rf"(?=.*[0-9])[(+-]?\s*{UNIT}?\s*[(+-]?\s*[0-9][0-9.,' \u2019]*\s*(?:k|m|mn|mio\.?|mill?\.?|mrd\.?|bn|b|tsd\.?|thousand|million)?\s*{UNIT}?\s*[)-]?",
    re.IGNORECASE,
)
"""What people write for amounts: `12k`, `1.2M`, `(123.50)`, `\u20ac 1.234,50`."""
_KEYS = (
    Meaning.AGE,
    Meaning.INCOME,
    Meaning.COUNTED,
    Meaning.PLACE_CODE,
    Meaning.OTHER_ID,
    Meaning.RESPONSE_ID,
    Meaning.SORTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Small whole numbers that are most of a column."""

    low: int
    high: int
    count: int
    strange: tuple[tuple[str, int], ...]
    """The other cells, with their counts."""


def number_doubts_of(profiles: Named[int, ColumnProfile], mapping: Mapping) -> list[Problem]:
    """The problems of such columns; `profiles` are known by position."""
    found = [
        _unread(profiles[each.position], each.role, profiles[each.position].mark or mapping.decimal)
        for each in mapping.columns
        if _is_unread(each, profiles[each.position], mapping.decimal)
    ]
    marks = (open_mark(each, profiles[each.position], mapping.decimal) for each in mapping.columns)
    units = (mixed_units(each, profiles[each.position]) for each in mapping.columns)
    weights = (perhaps_weight(each, profiles[each.position]) for each in mapping.columns)
    found += [problem for problem in (*marks, *units, *weights) if problem]
    for each in mapping.columns:
        found += odd_numbers(each, profiles[each.position], mapping.decimal)
    short = [_perhaps_rated(each, run) for each, run in _perhaps_ratings(mapping, profiles)]
    return [*found, *short, *_on_the_scale_of_another(mapping, profiles), *_in_percent_together(mapping, profiles)]


def _is_unread(column: ColumnMapping, profile: ColumnProfile, decimal: str) -> bool:
    """Whether most cells are numbers to a person, such as `12k`, and the column is kept as none."""
    if column.role not in (Role.IGNORE, Role.SEGMENT, Role.COMMENT) or column.personal or profile.mean_length > LONGEST:
        return False
    # versions such as 4.1.2 are no amounts
    if says(column.name, Meaning.GROUP):
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
    return Problem(code="unread_numbers", column=profile.name, count=profile.filled, message=found)


def _perhaps_ratings(mapping: Mapping, profiles: Named[int, ColumnProfile]) -> list[tuple[ColumnMapping, _Run]]:
    """Columns of a few small whole numbers whose names say nothing, beside questions that are rated in numbers."""
    rated = [
        each
        for each in mapping.columns
        if each.scale is not None and not each.positions and each.scale.points <= HIGHEST + 1
    ]
    if not rated:
        return []
    around, alone = surroundings_in(mapping.columns, profiles), alone_in(profiles)
    ends = {(min(each.scale.values), max(each.scale.values)) for each in rated if each.scale}
    found = []
    for each in mapping.columns:
        run = _run(profiles[each.position]) if each.role in (Role.METRIC, Role.SEGMENT) else None
        is_silent = not says(each.name, *OTHERWISE) or around.are_between(each.position)
        in_grid = each.reason == OWN_STATE and around.are_between(each.position)
        # how important the management takes something is rated as the staff is
        in_company = each.reason == IMPORTANCE and goes_along(profiles[each.position])
        thins_out = each.reason == THIN_OUT
        number = each.role is Role.METRIC and (
            (each.reason == NO_RATINGS and is_silent) or in_grid or in_company or thins_out
        )
        keys = (*_KEYS, Meaning.GROUP) if run and run.strange else _KEYS
        # `Where do you live?` asks for groups, `Where to find help is clear` may be rated
        keys = (*keys, Meaning.KINDS) if each.name.rstrip().endswith(ASKING) else keys
        groups = each.role is Role.SEGMENT and run and (run.low, run.high) in ends and not says(each.name, *keys)
        # groups by their name whose codes go with no rating are that
        if run and (number or (groups and each.position not in alone)):
            found.append((each, run))
    return found


def _on_the_scale_of_another(mapping: Mapping, profiles: Named[int, ColumnProfile]) -> Iterator[Problem]:
    """The problems of numbers that fill most of a longer scale, or one in parts of one, that a question has, and whose names say nothing."""
    fine = [each for each in mapping.columns if each.scale and not each.positions and _is_fine(each.scale)]
    for column in mapping.columns if fine else ():
        if not says_nothing(column):
            continue
        profile = profiles[column.position]
        other = next((each for each in fine if each.scale and fills(profile, each.scale, mapping.decimal)), None)
        if other is None or other.scale is None:
            continue
        found = (
            f"'{column.name}' holds numbers on the scale of '{other.name}', and its name does not say what they are: it is "
            "used as a number. If they are ratings"
        )
        yield Problem(
            code="perhaps_rated", column=column.name, count=profile.filled,
            message=f'{found}, say --scale "{column.name}={other.scale.name}".',
            on_page=f"{found}, give it the scale {other.scale.name} under Columns.",
        )  # fmt: skip


def _in_percent_together(mapping: Mapping, profiles: Named[int, ColumnProfile]) -> Iterator[Problem]:
    """The problems of numbers up to 100 whose names say nothing, where several go together and no question is on that scale."""
    percent = numeric_scale(0, 100)
    if any(each.scale == percent for each in mapping.columns):
        return
    alike = [
        each
        for each in mapping.columns
        if says_nothing(each) and goes_along(profiles[each.position])
        if fills(profiles[each.position], percent, mapping.decimal)
    ]
    for column in alike if len(alike) >= GRID else ():
        found = (
            f"'{column.name}' holds numbers up to 100 that go with those of {len(alike) - 1} other columns, and its name does "
            "not say what they are: it is used as a number. If they are ratings"
        )
        yield Problem(
            code="perhaps_rated", column=column.name, count=profiles[column.position].filled,
            message=f'{found}, say --scale "{column.name}={percent.name}".',
            on_page=f"{found}, give it the scale {percent.name} under Columns.",
        )  # fmt: skip


def _is_fine(scale: Scale) -> bool:
    """Whether a scale of numbers has more answers than the short ones, or parts of one among them."""
    return scale.points > HIGHEST + 1 or not all(map(float.is_integer, scale.values))


def _run(profile: ColumnProfile) -> _Run | None:
    """The short run of whole numbers that a column holds, up to a few other cells; None for any other column."""
    shown = dict(profile.top)
    numbers = {
        int(text): count
        for text, count in shown.items()
        if text.isascii() and text.isdecimal() and int(text) <= HIGHEST
    }
    strange = [
        (text, count)
        for text, count in shown.items()
        if not (text.isascii() and text.isdecimal()) or int(text) > HIGHEST
    ]
    is_mostly = sum(numbers.values()) >= MOSTLY_RATED * profile.filled and len(strange) <= MOST_STRANGE
    if not is_mostly or len(numbers) <= 2 or min(numbers) > 1:
        return None
    return _Run(low=min(numbers), high=max(numbers), count=sum(numbers.values()), strange=tuple(strange))


def _perhaps_rated(column: ColumnMapping, run: _Run) -> Problem:
    low, high = run.low, run.high
    kept = f"used as {'groups' if column.role is Role.SEGMENT else 'a number'}"
    scale, others = f"{low}-{high}", "".join(f",{text}=na" for text, _ in run.strange)
    named = "its name does not say what they are"
    if only_says(column.name, Meaning.TALLIED):
        named = "is named like something that people count"
    elif column.reason == IMPORTANCE:
        named = "its name says how important something is, though its answers go with those of the ratings"
    if run.strange:
        listed = ", ".join(f"'{text}' ({count:,})" for text, count in run.strange)
        found = f"'{column.name}' holds whole numbers from {low} to {high} in {run.count:,} cells, and {listed} in the others: it is {kept}"
    else:
        found = f"'{column.name}' holds whole numbers from {low} to {high} and {named}: it is {kept}"
    return Problem(
        code="perhaps_rated", column=column.name, count=run.count,
        message=f'{found}. If they are ratings, say --scale "{column.name}={scale}{others}".',
        on_page=f"{found}. If they are ratings, give it the scale {scale}{others} under Columns.",
    )  # fmt: skip
