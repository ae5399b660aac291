"""The seam: any engine behind two methods, and every question asked of it within a scope."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar

import pyarrow as pa

from csat_core.engine import measures
from csat_core.engine.blocks import MANY, MOST_ROWS, blocks, pair_tables
from csat_core.engine.guard import Guard
from csat_core.engine.tellings import Tellings
from csat_core.errors import CsatError
from csat_core.model.predicate import OneOf, Predicate
from csat_core.model.scope import Scope

PAGE = 50
TRIES = 5

R = TypeVar("R")


class DataChangingError(CsatError):
    """The data changed again and again while a guarded answer was worked out."""

    def __init__(self) -> None:
        super().__init__("The data is being changed at this moment; try again in a minute.")


class Engine(Protocol):
    """What an engine must do: name the responses of a dataset, and fetch a small result."""

    def facts(self, dataset_id: int) -> measures.Frame:
        """The responses of a dataset, unread."""
        ...

    def fetch(self, frame: measures.Frame) -> pa.Table:
        """The result of `frame`, in memory."""
        ...

    def stamp(self, dataset_id: int) -> Hashable:
        """What changes with every change of the dataset, and is never the same for another."""
        ...


class ScopedEngine:
    """The questions, asked within one scope: its locked predicates are and-ed to every `where`."""

    def __init__(self, engine: Engine, scope: Scope) -> None:
        self._engine, self.scope = engine, scope

    def _ask(self, dataset_id: int, columns: Sequence[str], where: Sequence[Predicate]) -> measures.Frame:
        self.scope.require_dataset(dataset_id)
        used = dict.fromkeys((*columns, *(each.column for each in (*where, *self.scope.locked))))
        return measures.narrowed(measures.with_derived(self._engine.facts(dataset_id), used), self.scope.locked)

    def counts(
        self, dataset_id: int, by: Sequence[str], where: Sequence[Predicate] = (), sums: Sequence[str] = ()
    ) -> pa.Table:
        """A row per combination of `by`: its columns, `n`, and `<x>_n`, `<x>_sum`, `<x>_squares` for each of `sums`."""
        if self.scope.is_guarded:
            return self._guarded(dataset_id, lambda guard: guard.counts(by, where, sums))
        return self._engine.fetch(measures.counts(self._ask(dataset_id, by, where), by, where, sums))

    def moments(
        self, dataset_id: int, numbers: Sequence[str], where: Sequence[Predicate] = (), by: Sequence[str] = ()
    ) -> pa.Table:
        """Listwise complete `n`, sums `<a>`, cross-products `<a>*<b>` of `numbers`, a row per combination of `by`."""
        if self.scope.is_guarded:
            return self._guarded(dataset_id, lambda guard: guard.moments(numbers, where, by))
        return self._engine.fetch(measures.moments(self._ask(dataset_id, by, where), numbers, where, by))

    def rows(
        self,
        dataset_id: int,
        columns: Sequence[str],
        where: Sequence[Predicate] = (),
        after: int | None = None,
        limit: int = PAGE,
    ) -> pa.Table:
        """A page of responses by `response_no`, those after `after`; raises OutOfScopeError where not allowed."""
        self.scope.require_rows()
        return self._engine.fetch(measures.rows(self._ask(dataset_id, columns, where), columns, where, after, limit))

    def pairs(
        self,
        dataset_id: int,
        levels: Mapping[str, int],
        where: Sequence[Predicate] = (),
        hub: str | None = None,
        sums: Sequence[str] = (),
    ) -> dict[tuple[str, str], pa.Table]:
        """The joint counts of every two columns of `levels`, which says about how many values each has.

        With `hub` only its pairs. Keys are in the order of `levels`, the hub first; tables have both columns, `n`, and
        for each of `sums` what `counts` has.
        """
        if self.scope.is_guarded:
            return self._guarded(dataset_id, lambda guard: guard.pairs(levels, where, hub, sums))
        tables: dict[tuple[str, str], pa.Table] = {}
        planned = blocks(list(levels), levels, hub)
        if len(planned) > MANY and self._count(dataset_id, where) <= MOST_ROWS:
            planned = ((*([hub] if hub else []), *(column for column in levels if column != hub)),)
        for block in planned:
            tables |= pair_tables(self.counts(dataset_id, block, where, sums), block, hub, tables)
        return tables

    def _count(self, dataset_id: int, where: Sequence[Predicate]) -> int:
        """How many responses there are; no joint count has more rows."""
        return sum(self.counts(dataset_id, [], where).column("n").to_pylist())

    def offered(self, dataset_id: int) -> tuple[OneOf, ...]:
        """Of each free column the levels that may be chosen: those large enough together with any of the others."""
        if not self.scope.is_guarded:
            return self.scope.free
        kept = self._guarded(dataset_id, lambda guard: guard.offered())
        levels = {
            each.column: tuple(value for value in each.values if value in kept[each.column]) for each in self.scope.free
        }
        return tuple(OneOf(column=column, values=values) for column, values in levels.items() if values)

    def _guarded(self, dataset_id: int, ask: Callable[[Guard], R]) -> R:
        """What the guard gives, worked out from one version of the data."""
        self.scope.require_dataset(dataset_id)
        for _ in range(TRIES):
            stamp = self._engine.stamp(dataset_id)
            tellings = Tellings(
                self.scope, stamp, lambda columns: self._ask(dataset_id, columns, ()), self._engine.fetch
            )
            found = ask(Guard(tellings))
            if self._engine.stamp(dataset_id) == stamp:
                return found
        raise DataChangingError
