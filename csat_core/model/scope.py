"""Scopes: what one reader may see. Every question to the engine is asked within one."""

from collections.abc import Sequence
from dataclasses import dataclass

from csat_core.errors import CsatError
from csat_core.model.derived import REPLICATE, Bands, derived
from csat_core.model.period import Grain
from csat_core.model.predicate import Between, OneOf, Predicate, Value


class OutOfScopeError(CsatError):
    """Something outside the reader's scope was asked for."""

    def __init__(self) -> None:
        super().__init__("This is not part of what was shared; ask the person who shared it.")


class InvalidScopeError(CsatError):
    """A scope that says one thing and its opposite, or that cannot be guarded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a reader's predicates come to within a guarded scope."""

    chosen: tuple[tuple[str, Value], ...]
    """Free columns with the one level each that was chosen."""
    complete: frozenset[str]
    """Questions that must have been answered, for a model of several of them."""
    sampled: bool
    """Whether only some buckets of customers are taken, for the intervals of such a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which datasets, which part of them, and whether single responses; None means all.

    With `shown_from` it is guarded: the engine then gives no table from which a group of fewer answers could be worked
    out, whatever is asked and in whatever order. `questions`, `drivers`, `groups`, `free` and `grain` belong to a guard.
    """

    datasets: frozenset[int] | None = None
    locked: tuple[Predicate, ...] = ()
    """And-ed to every question, so that a reader's own filters can only narrow."""
    rows: bool = True
    """Whether single responses may be read."""
    pages: frozenset[str] | None = None
    shown_from: int = 0
    """The fewest answers that anything may be about; 0 is no guard."""
    questions: frozenset[str] | None = None
    """The questions that may be looked at, by column id."""
    drivers: frozenset[str] | None = None
    """The questions that may be held against the one looked at."""
    groups: frozenset[str] | None = None
    """Segments and derived columns by which answers may be divided, beside the free ones; of a number one set of bands."""
    free: tuple[OneOf, ...] = ()
    """The levels, column by column, of which a reader may choose one, or none; `engine.offered` says which are large enough."""
    grain: Grain | None = None
    """How long the periods are in which time is told; None: not at all."""

    def __post_init__(self) -> None:
        told = (self.questions, self.drivers, self.groups, self.grain)
        if not self.is_guarded:
            if self.free or any(each is not None for each in told):
                raise InvalidScopeError("Only a guarded scope restricts questions and groups; give it shown_from.")
            return
        if self.questions is None or self.drivers is None or self.groups is None:
            raise InvalidScopeError("A guarded scope names its questions, drivers and groups; an empty set is enough.")
        if self.rows:
            raise InvalidScopeError("Single responses cannot be guarded; set rows to False.")
        columns = [each.column for each in self.free]
        if len(set(columns)) < len(columns) or not all(each.values for each in self.free):
            raise InvalidScopeError("Each free column is named once, with the levels that may be chosen.")
        if strange := sorted(each for each in {*self.groups, *columns} if not _divides(each)):
            raise InvalidScopeError(f"{', '.join(strange)} cannot divide answers into groups; name segments.")
        numbers = [each.number for name in {*self.groups, *columns} if isinstance(each := derived(name), Bands)]
        if len(set(numbers)) < len(numbers):
            raise InvalidScopeError("Two sets of bands of one number give small groups away; keep one of them.")

    @property
    def is_guarded(self) -> bool:
        """Whether small groups are kept from its reader: then there are no rolling windows, events or words to follow."""
        return self.shown_from > 0

    def require_dataset(self, dataset_id: int) -> None:
        """Nothing; raises OutOfScopeError where the dataset is not in the scope."""
        if self.datasets is not None and dataset_id not in self.datasets:
            raise OutOfScopeError

    def require_rows(self) -> None:
        """Nothing; raises OutOfScopeError where single responses may not be read."""
        if not self.rows:
            raise OutOfScopeError

    def require_question(self, column_id: str) -> None:
        """Nothing; raises OutOfScopeError where this question may not be the one looked at."""
        if self.questions is not None and column_id not in self.questions:
            raise OutOfScopeError

    def may_ask(self, column_id: str) -> bool:
        """Whether a guarded scope holds the answers to this question, as the one looked at or against it."""
        return column_id in (self.questions or ()) or column_id in (self.drivers or ())

    def may_divide(self, column_id: str) -> bool:
        """Whether a guarded scope lets answers be divided by this column."""
        return column_id in (self.groups or ()) or any(each.column == column_id for each in self.free)

    def bands_of(self, number: str) -> tuple[float, ...]:
        """Where a guarded scope cuts a number; empty where it does not divide by it."""
        found = (derived(name) for name in (*(self.groups or ()), *(each.column for each in self.free)))
        return next((each.cuts for each in found if isinstance(each, Bands) and each.number == number), ())

    def narrowing(self, where: Sequence[Predicate]) -> Narrowing:
        """What `where` comes to in a guarded scope; raises OutOfScopeError for whatever could do more than narrow to a
        level that may be chosen.

        Allowed are one listed level of each free column, the locked predicates once more, and what the model of the
        drivers adds: answered questions, and a sample of buckets.
        """
        levels = {each.column: each.values for each in self.free}
        chosen: dict[str, Value] = {}
        complete: set[str] = set()
        sampled = False
        for each in where:
            match each:
                case each if each in self.locked:
                    pass
                case OneOf(column=column, values=(level,)) if column not in chosen and level in levels.get(column, ()):
                    chosen[column] = level
                case Between(column=column, low=1, high=None) if self.may_ask(column):
                    complete.add(column)
                case Between(column="bucket", low=None) if not sampled:
                    sampled = True
                case _:
                    raise OutOfScopeError
        return Narrowing(chosen=tuple(sorted(chosen.items())), complete=frozenset(complete), sampled=sampled)


def _divides(column_id: str) -> bool:
    """Whether a column can be a segment: one of the file, bands, or new against existing."""
    return column_id.startswith("s") or (column_id != REPLICATE and derived(column_id) is not None)


EVERYTHING = Scope()
"""The scope of a person at their own machine."""
