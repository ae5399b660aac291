"""The plan of a join: by which columns the files meet, what is taken of the second one, and how its values become one."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass, replace

from csat_core.errors import CsatError
from csat_core.ingest.checks import UnsettledMappingError
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.joins.join_keys import KeyPart, by_day, found_keys
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.cell_facts import numeric_share
from csat_core.ingest.proposal.clues import as_number
from csat_core.ingest.proposal.date_orders import date_orders, kinds_of_period, order_question
from csat_core.ingest.proposal.number_marks import as_written
from csat_core.ingest.proposal.roles import one_value
from csat_core.ingest.proposal.typed_choices import column_named, parse_role
from csat_core.ingest.proposal.units_of_numbers import mixed_in, mixes
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.store.imports import ImportRecord
from csat_core.store.joined_money import keys_of

TAKES = ("sum", "mean", "latest")
_PROPOSED = {Role.REVENUE: "sum", Role.METRIC: "mean"}
ONCE = (Role.REVENUE, Role.CHURNED, Role.INVITED, Role.WEIGHT)
"""Roles of numbers that a dataset has once."""


class TakeError(CsatError):
    """A way of taking a column that does not exist, or does not fit the column."""

    def __init__(self, column: str, found: str, expected: str) -> None:
        super().__init__(f"'{column}' cannot be taken as '{found}': {expected}.")


class NothingToTakeError(CsatError):
    """A file that holds nothing beside its key that could be added."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"'{file}' holds no numbers and no groups beside its key, so there is nothing to add; name a column with "
            '--take "COLUMN=latest".'
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants of a second file."""

    keys: tuple[str, ...]
    """The columns of the dataset that are the key together; `OURS=THEIRS` where the file calls one otherwise."""
    takes: tuple[tuple[str, str], ...] = ()
    """Column of the file and `sum`, `mean` or `latest`; none takes every column that fits, if the key is unique."""
    roles: tuple[tuple[str, str], ...] = ()
    sheet: str | None = None
    alike: bool = False
    """Whether keys that are alike but for how they are written are the same."""


def offered(
    dataset: Dataset, staged: Staged, keys: Sequence[str], records: Sequence[ImportRecord] = ()
) -> tuple[tuple[ColumnMapping, str], ...]:
    """What of the file can stand beside the responses, each with the way of taking it that is proposed.

    `records` are the imports of the dataset. Columns that are better left out are among them, as such; the key and the time
    are not. Raises what `found_keys` raises.
    """
    parts = found_keys(dataset, staged, keys)
    found = {part.theirs.position: part for part in parts}
    there = columns_there(dataset, records, [part.ours.id for part in parts])
    columns = _columns(dataset, staged, found, Wish(keys=tuple(keys)), {}, {}, there)
    kept = (column for column in columns if column.position not in found and column.role is not Role.TIME)
    return tuple((column, _PROPOSED.get(column.role, "latest")) for column in kept)


def roles_for(dataset: Dataset) -> tuple[Role, ...]:
    """What a column of a second file can be used for beside the responses of `dataset`."""
    fitting = (role for role in Role if role.storage in ("number", "segment", "nothing"))
    return tuple(role for role in fitting if not _is_taken(dataset, role))


def columns_there(dataset: Dataset, records: Sequence[ImportRecord], keys: Sequence[str]) -> tuple[Column, ...]:
    """The columns that earlier files brought by the same key."""
    joins = (each for each in records if each.dataset_id == dataset.id and each.joined)
    ids = {id for each in joins if keys_of(each.detection["join"]) == keys for id in each.joined}
    return tuple(column for column in dataset.columns if column.id in ids)


def planned(
    dataset: Dataset,
    staged: Staged,
    keys: Sequence[KeyPart],
    wish: Wish,
    protect: Named[str, str | None],
    there: Sequence[Column] = (),
) -> tuple[Mapping, dict[int, str]]:
    """How the file is read, and how each column of it is taken, by position; `protect` is by id of the dataset's keys.

    `there` are the columns that earlier files brought by the same key.
    """
    takes = {column_named(name, staged.columns): _take(name, how) for name, how in wish.takes}
    parts = {part.theirs.position: part for part in keys}
    needs_time = "latest" in takes.values() or any(part.is_day for part in keys)
    columns = _kept_once(_columns(dataset, staged, parts, wish, takes, protect, there), needs_time)
    columns = list(as_written(columns, staged.columns, staged.detection.decimal))
    mapping = Mapping(columns=tuple(columns), decimal=staged.detection.decimal)
    if mapping.open_questions:
        raise UnsettledMappingError(mapping.open_questions)
    used = {column.position: column for column in mapping.used if column.role is not Role.TIME}
    for profile in staged.columns:
        mixed = mixed_in(profile)
        if mixed and profile.position in used and used[profile.position].role.storage == "number":
            raise TakeError(
                profile.name,
                takes.get(profile, "a number"),
                f"it {mixes(mixed)}; bring them in one unit, or leave it out",
            )
    for profile, how in takes.items():
        if how != "latest" and profile.position in used and used[profile.position].role.storage != "number":
            raise TakeError(profile.name, how, "it holds no numbers; take the latest")
    money = [column.name for column in mapping.used if column.role is Role.REVENUE]
    if len(money) > 1:
        raise TakeError(money[1], Role.REVENUE.value, f"'{money[0]}' of the file is that already; take one as metric")
    if not any(column.role.storage in ("number", "segment") for column in mapping.used):
        raise NothingToTakeError(staged.file)
    return mapping, {profile.position: how for profile, how in takes.items()}


def _columns(
    dataset: Dataset,
    staged: Staged,
    keys: Named[int, KeyPart],
    wish: Wish,
    takes: dict[ColumnProfile, str],
    protect: Named[str, str | None],
    there: Sequence[Column],
) -> list[ColumnMapping]:
    """Every column of the file as it would stand beside the responses."""
    decimal = staged.detection.decimal
    roles = {column_named(name, staged.columns): parse_role(name, role) for name, role in wish.roles}
    proposed = {column.position: column for column in mappings.proposed_for(staged).columns}
    time, is_of_days = _time(staged, keys, proposed, roles), by_day(tuple(keys.values()))
    columns = [] if time is None else [time]
    for profile in staged.columns:
        column = proposed[profile.position]
        role, part = roles.get(profile, (None,))[0], keys.get(profile.position)
        if part is not None:
            if not part.is_day:
                columns.append(replace(_as(Role.CUSTOMER, profile, "The key."), protect=protect.get(part.ours.id)))
        elif role not in (None, Role.TIME):
            columns.append(_given(dataset, profile, role, decimal))
        elif profile in takes or Role.TIME not in (role, column.role):
            # a date that is taken as a group goes on saying what is the latest
            attached = _attached(dataset, profile, column, decimal, there, wanted=profile in takes, named=bool(takes))
            # money of a day is none of a customer's: it stands beside each answer, to compare by
            columns.append(
                as_number(profile, Role.METRIC, attached.reason) if is_of_days and attached.role in ONCE else attached
            )
    return columns


def _time(
    staged: Staged,
    keys: Named[int, KeyPart],
    proposed: dict[int, ColumnMapping],
    roles: dict[ColumnProfile, tuple[Role, str | None]],
) -> ColumnMapping | None:
    """The day of the key, else the date that says what is the latest: the one a person gave, else the one that is proposed."""
    if days := [part.theirs for part in keys.values() if part.is_day]:
        return _dated(days[0], proposed, roles.get(days[0], (Role.TIME, None))[1])
    for profile, (role, order) in roles.items():
        if role is Role.TIME:
            return _dated(profile, proposed, order)
    left_out = {profile.position for profile, (role, _) in roles.items() if role is Role.IGNORE}
    times = (proposed[each.position] for each in staged.columns if each.position not in {*keys, *left_out})
    return next((column for column in times if column.role is Role.TIME), None)


def _dated(profile: ColumnProfile, proposed: dict[int, ColumnMapping], order: str | None) -> ColumnMapping:
    """The column as days in the order that was given, else in the one its cells settle; else it is asked."""
    if kinds := kinds_of_period(profile):
        raise TakeError(profile.name, Role.TIME.value, f"it holds {' and '.join(kinds)}s, not days")
    found = proposed[profile.position]
    if order is None and found.role is Role.TIME:
        return found
    orders = (order,) if order else date_orders(profile)
    if not orders:
        raise TakeError(profile.name, Role.TIME.value, "it holds no dates")
    question = order_question(profile, orders) if len(orders) > 1 else None
    return replace(_as(Role.TIME, profile, "Chosen."), date_order=orders[0], question=question)


def _take(column: str, how: str) -> str:
    if how.strip().lower() not in TAKES:
        raise TakeError(column, how, f"choose one of {', '.join(TAKES)}")
    return how.strip().lower()


def _as(role: Role, profile: ColumnProfile, reason: str) -> ColumnMapping:
    return ColumnMapping(position=profile.position, name=profile.name, role=role, reason=reason)


def _given(dataset: Dataset, profile: ColumnProfile, role: Role, decimal: str) -> ColumnMapping:
    """The column in a role that was given: a number or a group; anything else cannot be joined."""
    if role is not Role.AGENT and _is_taken(dataset, role):
        found = dataset.with_role(role)[0].name
        raise TakeError(
            profile.name, role.value, f"'{found}' of the responses is that already; take it as metric or segment"
        )
    if role.storage == "number":
        if not numeric_share(profile, decimal) and not as_number(profile, role, "").positions:
            raise TakeError(profile.name, role.value, "it holds no numbers")
        return as_number(profile, role, "Chosen.")
    if role.storage not in ("segment", "nothing"):
        raise TakeError(profile.name, role.value, "a joined column is a number or a group")
    return _as(role, profile, "Chosen.")


def _attached(
    dataset: Dataset,
    profile: ColumnProfile,
    column: ColumnMapping,
    decimal: str,
    there: Sequence[Column],
    *,
    wanted: bool,
    named: bool,
) -> ColumnMapping:
    """The column as it would stand beside the responses: a number, a group, or left out.

    Money is that of the dataset where it has none, or where an earlier file brought it under this name: then it is a newer reading.
    """
    if named and not wanted:
        return _as(Role.IGNORE, profile, "Not taken.")
    role = column.role
    if role.storage == "question":
        role = Role.METRIC if numeric_share(profile, decimal) > 0.5 else Role.SEGMENT
    is_newer = any(each.role is Role.REVENUE and fold(each.name) == fold(profile.name) for each in there)
    if _is_taken(dataset, role) or (role is Role.REVENUE and dataset.money and not is_newer):
        role = Role.METRIC if role.storage == "number" else Role.SEGMENT
    if role.storage in ("text", "day", "nothing") and wanted:
        role = Role.METRIC if numeric_share(profile, decimal) > 0.5 else Role.SEGMENT
    if role.storage == "number":
        return as_number(profile, role, column.reason)
    if profile.distinct == 1 and not wanted:
        return _as(Role.IGNORE, profile, one_value(profile))
    return _as(role if role.storage == "segment" else Role.IGNORE, profile, column.reason)


def _is_taken(dataset: Dataset, role: Role) -> bool:
    """Whether the dataset has a column in this role, and no other can take its place."""
    return role in (*ONCE, Role.AGENT) and role is not Role.REVENUE and bool(dataset.with_role(role))


def _kept_once(columns: list[ColumnMapping], needs_time: bool) -> list[ColumnMapping]:
    """The columns with the date only where it is needed, to say which value is the latest."""
    return [
        replace(column, role=Role.IGNORE, question=None) if column.role is Role.TIME and not needs_time else column
        for column in columns
    ]
