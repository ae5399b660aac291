"""The key of a join: by which columns, one or several together, responses and the rows of a second file belong together."""

from collections.abc import Sequence
from dataclasses import dataclass

from csat_core.errors import CsatError
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.date_orders import date_orders
from csat_core.ingest.proposal.privacy import EMAILS
from csat_core.ingest.proposal.response_keys import doubtful_key
from csat_core.ingest.proposal.typed_choices import column_named
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Column, Dataset, Role

KEYS = (Role.CUSTOMER, Role.RESPONSE_ID, Role.AGENT, Role.SEGMENT, Role.TOUCHPOINT, Role.TIME)
"""What the responses can be found by."""
_WHO = (Role.CUSTOMER, Role.RESPONSE_ID, Role.AGENT)
"""Those that are enough alone."""


class NoKeyError(CsatError):
    """A dataset whose responses cannot be found by a key."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(
            f"'{dataset.name}' keeps no column that a key could be (customer, response id, agent, a segment or the date); "
            'undo its import, and bring it in again with that column mapped (--map "COLUMN=customer").'
        )


class KeyTwiceError(CsatError):
    """A column was named twice among those that are the key together."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"{named(names)}: each column of the responses and of the file can be in the key once.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """A column of the key, or all of it."""

    ours: Column
    """As the dataset has it."""
    theirs: ColumnProfile
    """As the file has it."""

    @property
    def is_day(self) -> bool:
        """Whether it is the day of the answers."""
        return self.ours.role is Role.TIME


def named(names: Sequence[str]) -> str:
    """The columns of a key in quotation marks: `'Date' + 'Shop'`."""
    return " + ".join(f"'{name}'" for name in names)


def by_day(parts: Sequence[KeyPart]) -> bool:
    """Whether what stands under a key is of a day, not of a customer or of a response."""
    roles = {part.ours.role for part in parts}
    return Role.TIME in roles and not roles & {Role.CUSTOMER, Role.RESPONSE_ID}


def keys_of(dataset: Dataset) -> tuple[Column, ...]:
    """The columns by which responses can be found, the surest first."""
    return tuple(sorted(dataset.with_role(*KEYS), key=lambda column: KEYS.index(column.role)))


def found_keys(dataset: Dataset, staged: Staged, wished: Sequence[str]) -> tuple[KeyPart, ...]:
    """The key as the dataset and the file have it, from texts such as `OURS` or `OURS=THEIRS`.

    The only dates of a file are its days, whatever they are called.
    """
    among = keys_of(dataset)
    if not among:
        raise NoKeyError(dataset)
    parts = tuple(_part(dataset, staged, among, text) for text in wished)
    for names in ([part.ours.name for part in parts], [part.theirs.name for part in parts]):
        if len(set(names)) < len(names):
            raise KeyTwiceError(names)
    return parts


def likely_keys(dataset: Dataset, staged: Staged) -> tuple[KeyPart, ...]:
    """The key that is proposed: who answered, else the day with the groups of the same name, else one such group.

    Customers are found by their addresses where the file has no name of a key. Where none of them is in the file, the
    first columns of both; none where responses cannot be found at all.
    """
    same = {fold(column.name): column for column in reversed(staged.columns)}
    alike = {column.position: column for column in staged.columns}
    proposed = mappings.proposed_for(staged).used
    roles = {each.role: each.position for each in proposed if doubtful_key(each, alike[each.position]) is None}
    mails = addresses_in(staged)
    if mails and not any(fold(each.name) in same for each in dataset.with_role(*_WHO)):
        roles.setdefault(Role.CUSTOMER, mails[0])
    found = []
    for ours in keys_of(dataset):
        by_role = alike.get(roles.get(ours.role, 0)) if ours.role in (*_WHO, Role.TIME) else None
        theirs = same.get(fold(ours.name)) or by_role
        if theirs and (ours.role is not Role.TIME or theirs.dates):
            found.append(KeyPart(ours=ours, theirs=theirs))
    days = [part for part in found if part.is_day]
    groups = [part for part in found if part.ours.role not in _WHO and not part.is_day]
    if who := [part for part in found if part.ours.role in _WHO]:
        return (who[0],)
    if days:
        return (*days[:1], *groups)
    return tuple(groups[:1]) or tuple(
        KeyPart(ours=ours, theirs=theirs)
        for ours, theirs in zip(keys_of(dataset)[:1], staged.columns[:1], strict=False)
    )


def addresses_in(staged: Staged) -> tuple[int, ...]:
    """The places of the columns of e-mail addresses, which are the same however they are written."""
    return tuple(each.position for each in mappings.proposed_for(staged).columns if each.personal == EMAILS)


def further_keys(dataset: Dataset, staged: Staged, parts: Sequence[KeyPart]) -> list[str]:
    """The names of columns that could be in the key as well: both files call them so."""
    there, used = {fold(column.name) for column in staged.columns}, {part.ours.id for part in parts}
    return [column.name for column in keys_of(dataset) if column.id not in used and fold(column.name) in there]


def _part(dataset: Dataset, staged: Staged, among: tuple[Column, ...], text: str) -> KeyPart:
    ours, equals, theirs = text.rpartition("=")
    if not equals or any(column.name == text for column in dataset.columns):
        ours, equals = text, ""
    column = dataset.find(ours, among)
    days = [each for each in staged.columns if each.dates] if column.role is Role.TIME and not equals else []
    if len(days) == 1 and date_orders(days[0]):
        return KeyPart(ours=column, theirs=days[0])
    return KeyPart(ours=column, theirs=column_named(theirs if equals else column.name, staged.columns))
