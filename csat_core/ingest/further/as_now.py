"""What a further file writes otherwise than the first, and is read as it is now: codes, dates, decimal marks, new columns."""

from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.date_orders import date_orders, has_order, how_written, order_question
from csat_core.ingest.proposal.naming_roles import personal_in
from csat_core.ingest.proposal.neighbours import scales_of
from csat_core.ingest.proposal.roles import ONE_VALUE, one_value
from csat_core.ingest.scales.labelled_codes import codes_of_labels
from csat_core.ingest.scales.spelled_numbers import positions_of
from csat_core.ingest.texts.marks import SETTLED
from csat_core.ingest.texts.packed_dates import TURNED, holds_late_days
from csat_core.model.dataset import Role


def coded_as_now(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column; on a scale of numbers the labels that this file has for its codes are answers as the codes are."""
    if column.scale is None or column.positions:
        return column
    return replace(column, positions=positions_of(codes_of_labels(profile.described), column.scale))


def varies(profile: ColumnProfile, saved: ColumnMapping) -> bool:
    """Whether a column that was left out for its one value holds another."""
    was_one = saved.role is Role.IGNORE and saved.reason.startswith(f"{ONE_VALUE}, '")
    return was_one and bool(profile.filled) and saved.reason != one_value(profile)


def dated_as_now(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column; its dates in the order of this file where they cannot be read as before, asked about where that is open."""
    orders = date_orders(profile) if column.role is Role.TIME else ()
    if column.date_order == TURNED:
        return replace(column, date_order=orders[0]) if orders and holds_late_days(profile) else column
    is_plain = orders == ("ymd",) and not has_order(profile)
    if not orders or is_plain or column.date_order == "ymd" in orders:
        return column
    if column.date_order in orders:
        # which cells settled it is said of the first file, and those of this one may leave it open
        said = f"{how_written(profile, orders[0])}." if len(orders) == 1 else ""
        return replace(column, reason=f"As those of the first file{f': {said}' if said else '.'}")
    question = order_question(profile, orders) if len(orders) > 1 else None
    reason = f"The dates of this file are written otherwise than before: {how_written(profile, orders[0])}."
    return replace(column, date_order=orders[0], reason=reason, question=question)


def decimal_now(staged: Staged, before: str) -> str:
    """The decimal mark of the file's numbers, or where none of them settles it the one of the first file."""
    found = staged.detection
    return found.decimal if any(said.startswith(SETTLED) for said in found.evidence) else before


def unused(profile: ColumnProfile, saved: ColumnMapping | None) -> ColumnMapping:
    """A column that the dataset does not use, with what the first file said of it, or that is new."""
    plain = ColumnMapping(
        position=profile.position, name=profile.name, role=Role.IGNORE, reason="No earlier file of this dataset had it."
    )
    if saved is None:
        return replace(plain, personal=personal_in(profile, scales_of((profile,)).get(profile.position)))
    return replace(plain, reason=saved.reason, personal=saved.personal)
