"""What a person typed of a column: which one is meant, and which role."""

import re

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import PER_ANSWER, PER_CUSTOMER
from csat_core.ingest.proposal.cuts import parse_cuts
from csat_core.ingest.proposal.number_marks import MARK_NAMES, mark_in
from csat_core.ingest.proposal.undecidable import UnknownColumnError, UnknownRoleError
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Role

DATE_ORDERS = ("ymd", "dmy", "mdy", "ydm")


def column_named(named: str, columns: tuple[ColumnProfile, ...]) -> ColumnProfile:
    """The column a person means: by name, unique name or text ignoring case, `#7` or 7; raises UnknownColumnError."""
    number = re.fullmatch(r"#?([0-9]+)", named.strip())
    tries = (
        [column for column in columns if column.name == named],
        [column for column in columns if fold(column.name) == fold(named)],
        [column for column in columns if column.described.label and fold(column.described.label) == fold(named)],
        [column for column in columns if number and column.position == int(number[1])],
    )
    found = next((matches for matches in tries if matches), [])
    if len(found) != 1:
        raise UnknownColumnError(named, tuple(found) or columns, len(found))
    return found[0]


def parse_role(column: str, text: str) -> tuple[Role, str | None]:
    """The role that `text` names and what stands behind it: for the time the order of date, for a number its decimal mark or cuts.

    Raises UnknownRoleError and InvalidCutsError.
    """
    name, _, order = text.strip().lower().partition(":")
    name = re.sub(r"[\s_-]+", "_", name.strip())
    order = order.strip()
    if name == Role.METRIC:  # with an empty text behind it, it has no cuts of its own
        parse_cuts(mark_in(order)[1] or "")
        return Role.METRIC, order if ":" in text else None
    if name in list(Role) and Role(name).storage == "number" and order in MARK_NAMES:
        return Role(name), order
    if name == Role.REVENUE and order in (PER_ANSWER, PER_CUSTOMER):
        return Role(name), order
    if name not in list(Role) or (order and (name != Role.TIME or order not in DATE_ORDERS)):
        raise UnknownRoleError(column, text)
    return Role(name), order or None
