"""Units of numbers: the currency of money, and numbers of different units in one column, or of another than before, which are never added up."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Named
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.scales.answers import TOLERATED_SHARE
from csat_core.ingest.texts.reading import CURRENCY, SAME_CURRENCY
from csat_core.ingest.texts.units import PERCENT
from csat_core.model.dataset import Role

_NAMED = re.compile(rf"(?<!\w){CURRENCY}(?!\w)")
SHARE = "share"
"""The unit of bare numbers from 0 to 1 with fractions among them: 0.15 may be 15 %."""
_NAMES = {PERCENT: "percent", SHARE: "shares from 0 to 1", "": "bare numbers"}


def unit_of(profile: ColumnProfile) -> str:
    """The unit of most numbers of a column, SHARE where they are bare and from 0 to 1; empty where they have none."""
    if profile.measure:
        return profile.measure
    said = (*(unit for unit, _, _ in profile.units), *(currency for currency, _ in profile.currencies))
    named = next(filter(None, said), "")
    if named:
        return named
    low, high = profile.lowest, profile.highest
    is_share = low is not None and high is not None and low >= 0 and high <= 1 and profile.whole < profile.numeric
    return SHARE if is_share else ""


def currency_of(mapping: Mapping) -> str:
    """The currency of what customers are worth, as the cells say it, else the name; empty where neither does."""
    money = next((column for column in mapping.used if column.role is Role.REVENUE), None)
    if money is None or (money.unit and re.fullmatch(CURRENCY, money.unit)):
        return money.unit or "" if money else ""
    found = _NAMED.search(money.name)
    return SAME_CURRENCY.get(found[0], found[0]) if found else ""


def mixed_in(profile: ColumnProfile) -> tuple[str, ...]:
    """The units of a column whose numbers cannot be added up: several currencies, percent beside shares; else none.

    A few cells in another unit are set aside one by one; a currency in a column of its own sets none aside.
    """
    all_cells = sum(count for _, count, _ in profile.units)
    often = [unit for unit, count, _ in profile.units if unit and count > TOLERATED_SHARE * all_cells]
    if len(often) > 1:
        return tuple(often)
    if len(profile.currencies) > 1:
        return tuple(currency for currency, _ in profile.currencies)
    bare = next(((count, largest) for unit, count, largest in profile.units if not unit), (0, 0.0))
    is_share = bare[0] and 0 < bare[1] <= 1
    return (PERCENT, SHARE) if often == [PERCENT] and is_share else ()


def mixes(mixed: Sequence[str]) -> str:
    """Why numbers of these units are not used, behind the name of their column."""
    return f"mixes {_named(mixed)}: no sum or mean of them means anything"


def without_mixed_units(columns: Iterable[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """The columns, those of mixed units left out: no sum of them means anything, and each response is kept."""
    return [
        replace(column, role=Role.IGNORE, cuts=(), reason=f"M{mixes(mixed)[1:]}.")
        if column.role.storage == "number" and (mixed := mixed_in(profiles[column.position]))
        else column
        for column in columns
    ]


def with_units(columns: Iterable[ColumnMapping], profiles: Iterable[ColumnProfile]) -> tuple[ColumnMapping, ...]:
    """The columns, those of numbers with their unit, so that later files can be held to it."""
    known = {profile.position: profile for profile in profiles}
    return tuple(
        _with_unit(column, known[column.position]) if column.role.storage == "number" else replace(column, unit=None)
        for column in columns
    )


def _with_unit(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    said = f"The cells say {profile.measure}." if profile.measure else ""
    reason = column.reason if said in column.reason else f"{column.reason} {said}".strip()
    return replace(column, unit=unit_of(profile), measure=profile.measure, reason=reason)


def mixed_units(column: ColumnMapping, profile: ColumnProfile) -> Problem | None:
    """The problem of a column that is left out because its numbers have different units; None elsewhere."""
    mixed = mixed_in(profile)
    if not mixed or column.role is not Role.IGNORE or column.personal:
        return None
    cells = dict(profile.currencies) | {unit: count for unit, count, _ in profile.units}
    counted = [f"{cells.get('' if unit == SHARE else unit, 0):,} in {_NAMES.get(unit, unit)}" for unit in mixed]
    found = (
        f"'{profile.name}' is left out, because its numbers are in different units: {' and '.join(counted)}. Nobody can add them up; "
        "bring them in one unit, or each in a column of its own."
    )
    return Problem(code="mixed_units", column=profile.name, count=profile.filled, message=found)


def other_unit(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> tuple[str, str] | None:
    """The first column of numbers that a further file has in another unit than the dataset, with what was and what is; None without."""
    for column in columns:
        profile = profiles.get(column.position)
        if column.unit is None or column.role.storage != "number" or profile is None or not profile.numeric:
            continue
        now, before = unit_of(profile), column.unit
        if SHARE in (mixed := mixed_in(profile)):
            return column.name, f"mixes {_named(mixed)}"
        is_other = {now, before} == {SHARE, PERCENT} or ({now, before}.isdisjoint({SHARE, ""}) and now != before)
        if is_other:
            return column.name, f"has {_NAMES.get(now, now)} where earlier files had {_NAMES.get(before, before)}"
    return None


def _named(units: Iterable[str]) -> str:
    *most, last = [_NAMES.get(unit, unit) for unit in units]
    return f"{', '.join(most)} and {last}" if most else last
