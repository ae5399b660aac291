"""The seam: any engine behind two methods, and every question asked of it within a scope."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Protocol

import narwhals.stable.v2 as nw
import pyarrow as pa

from csat_core.engine import measures
from csat_core.engine.blocks import blocks
from csat_core.model.predicate import Predicate
from csat_core.model.scope import Scope

PAGE = 50


class Engine(Protocol):
    """What an engine must do: name the responses of a dataset, and fetch a small result."""

    def facts(self, dataset_id: int) -> measures.Frame:
        """The responses of a dataset, unread."""
        ...

    def fetch(self, frame: measures.Frame) -> pa.Table:
        """The result of `frame`, in memory."""
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
        return self._engine.fetch(measures.counts(self._ask(dataset_id, by, where), by, where, sums))

    def moments(
        self, dataset_id: int, numbers: Sequence[str], where: Sequence[Predicate] = (), by: Sequence[str] = ()
    ) -> pa.Table:
        """Listwise complete `n`, sums `<a>`, cross-products `<a>*<b>` of `numbers`, a row per combination of `by`."""
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
        columns = list(levels)
        tables: dict[tuple[str, str], pa.Table] = {}
        for block in blocks(columns, levels, hub):
            joint = nw.from_native(self.counts(dataset_id, block, where, sums), eager_only=True)
            parts = [nw.col(name).sum() for name in joint.columns if name not in block]
            for pair in _pairs_in(block, hub):
                if pair not in tables:
                    tables[pair] = joint.group_by(*pair).agg(*parts).to_native()
        return tables


def _pairs_in(block: Sequence[str], hub: str | None) -> Iterable[tuple[str, str]]:
    if hub is not None:
        return ((hub, other) for other in block[1:])
    return combinations(block, 2)
