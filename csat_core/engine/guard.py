"""The guard: the questions to the engine within a guarded scope, pooled before anything leaves it.

A table is told by the levels that stand alone in it (`tellings.py`); all others are one level, so totals stay right.
"""

from collections.abc import Mapping, Sequence

import narwhals.stable.v2 as nw
import pyarrow as pa

from csat_core.engine import measures
from csat_core.engine.blocks import blocks, pair_tables
from csat_core.engine.recoding import DAY, level, stands_alone, without, without_sums
from csat_core.engine.tellings import Tellings
from csat_core.model.derived import REPLICATE
from csat_core.model.predicate import Predicate, Value
from csat_core.model.scope import Narrowing, OutOfScopeError

MOST_GROUPS = 2
"""A table of three dimensions at once is asked by nobody, and would hide most of itself."""


class Guard:
    """One dataset within a guarded scope."""

    def __init__(self, tellings: Tellings) -> None:
        self._tellings, self._scope = tellings, tellings.scope

    def offered(self) -> Mapping[str, frozenset[Value]]:
        """By free column the levels that may be chosen."""
        return self._tellings.of_groups(()).kept

    def counts(self, by: Sequence[str], where: Sequence[Predicate], sums: Sequence[str]) -> pa.Table:
        """As `ScopedEngine.counts`; raises OutOfScopeError for what a guarded scope may not ask."""
        narrowing = self._narrowing(where)
        questions = [column for column in by if column.startswith("q")]
        groups = [column for column in by if column not in questions and column != REPLICATE]
        is_model = bool(narrowing.complete)
        self._require((REPLICATE in by) <= is_model and narrowing.sampled <= (REPLICATE in by))
        if is_model:
            self._require(not groups and not sums and narrowing.complete.issuperset(questions))
        else:
            self._require(len(questions) < 2)
            for question in questions:
                self._scope.require_question(question)
        frame = self._recoded(self._frame(by, where, narrowing), groups, sums, dict(narrowing.chosen))
        return self._tellings.fetch(measures.counts(frame, by, (), sums))

    def moments(self, numbers: Sequence[str], where: Sequence[Predicate], by: Sequence[str]) -> pa.Table:
        """As `ScopedEngine.moments`, of the whole view only; nothing where too few have every number."""
        narrowing = self._narrowing(where)
        self._require(not by and not narrowing.complete and all(name.startswith("n") for name in numbers))
        frame = self._frame(numbers, where, narrowing)
        return self._tellings.fetch(measures.moments(self._told(frame, (tuple(numbers),), narrowing), numbers, (), ()))

    def pairs(
        self, levels: Mapping[str, int], where: Sequence[Predicate], hub: str | None, sums: Sequence[str]
    ) -> dict[tuple[str, str], pa.Table]:
        """As `ScopedEngine.pairs`: a second question is blank where too few answered both, whatever the filter."""
        narrowing = self._narrowing(where)
        chosen = dict(narrowing.chosen)
        questions = [column for column in levels if column.startswith("q")]
        groups = [column for column in levels if column not in questions]
        self._require(not narrowing.sampled and (narrowing.complete.issuperset(questions) or not narrowing.complete))
        self._require(not (narrowing.complete and (groups or sums)) and all(map(self._scope.may_ask, questions)))
        self._require(hub in questions if hub else not groups)
        if hub and not narrowing.complete:
            self._scope.require_question(hub)
        frame = self._frame(list(levels), where, narrowing)
        for column in groups:  # each stands beside the hub alone
            self._require(column != DAY)
            self._require(self._scope.may_divide(column))
        told = {name: one for each in groups for name, one in self._levels([each], chosen)}
        frame = self._summed(measures.with_terms(frame, told), (), sums, chosen)
        tables: dict[tuple[str, str], pa.Table] = {}
        for block in blocks(list(levels), levels, hub):
            joint = self._tellings.fetch(measures.counts(frame, block, (), sums))
            tables |= pair_tables(joint, block, hub, tables)
        if narrowing.complete:
            return tables
        for pair in tables:
            for name in sums:
                if not all(
                    self._tellings.is_summed((each,), name) for each in self._plain(groups, chosen) if each in pair
                ):
                    tables[pair] = without_sums(tables[pair], name)
        asked = {pair: (pair,) for pair in tables if set(pair) <= set(questions)}
        tellings = self._tellings.of_answers(tuple(asked.values()))
        for pair, bases in asked.items():
            tables[pair] = without(tables[pair], *pair, is_told=tellings[bases].is_told(chosen))
        return tables

    def _require(self, is_allowed: bool) -> None:
        if not is_allowed:
            raise OutOfScopeError

    def _narrowing(self, where: Sequence[Predicate]) -> Narrowing:
        """What the reader's predicates come to; raises OutOfScopeError also for a level too small to be offered."""
        narrowing = self._scope.narrowing(where)
        self._require(self._tellings.of_groups(()).is_told(dict(narrowing.chosen)))
        return narrowing

    def _frame(self, columns: Sequence[str], where: Sequence[Predicate], narrowing: Narrowing) -> measures.Frame:
        """The responses in view, those with complete answers where a model asks for them - if there are enough."""
        frame = measures.narrowed(self._tellings.facts([*columns, *(each.column for each in where)]), where)
        complete = tuple(sorted(narrowing.complete))
        return self._told(frame, (complete,), narrowing) if complete else frame

    def _told(self, frame: measures.Frame, bases: tuple[tuple[str, ...], ...], narrowing: Narrowing) -> measures.Frame:
        """The frame, or nothing of it where too few answered under any filter."""
        if self._tellings.of_answers((bases,))[bases].is_told(dict(narrowing.chosen)):
            return frame
        return frame.filter(nw.col(measures.KEY) < 0)

    def _recoded(
        self, frame: measures.Frame, groups: Sequence[str], sums: Sequence[str], chosen: Mapping[str, Value]
    ) -> measures.Frame:
        for column in groups:
            self._require(column == DAY or self._scope.may_divide(column))
        return self._summed(measures.with_terms(frame, dict(self._levels(groups, chosen))), groups, sums, chosen)

    def _summed(
        self, frame: measures.Frame, groups: Sequence[str], sums: Sequence[str], chosen: Mapping[str, Value]
    ) -> measures.Frame:
        """Numbers are unknown to everybody where too few are known of some group, or under some filter."""
        self._require(all(name.startswith("n") for name in sums))
        asked = {name: ((name,), *((name, each) for each in sorted(self._scope.questions or ()))) for name in sums}
        tellings = self._tellings.of_answers(tuple(asked.values()))
        plain, days = self._plain(groups, chosen), ((DAY,) if DAY in groups else ())
        tables = [each for each in dict.fromkeys((plain, (*plain, *days))) if each]
        hidden = [
            name
            for name, bases in asked.items()
            if not tellings[bases].is_told(chosen) or not all(self._tellings.is_summed(each, name) for each in tables)
        ]
        return measures.with_terms(frame, {name: nw.lit(None, nw.Float64()) for name in hidden})

    def _plain(self, groups: Sequence[str], chosen: Mapping[str, Value]) -> tuple[str, ...]:
        """Those of `groups` that are neither free nor the day, in order."""
        free = {each.column for each in self._scope.free}
        return tuple(sorted(name for name in groups if name not in free and name not in chosen and name != DAY))

    def _levels(self, groups: Sequence[str], chosen: Mapping[str, Value]) -> list[tuple[str, nw.Expr]]:
        """Each of `groups` as it is told under the filters `chosen`."""
        free = [each.column for each in self._scope.free if each.column in groups and each.column not in chosen]
        plain = self._plain(groups, chosen)
        if len(free) + len(plain) + (DAY in groups) > MOST_GROUPS:
            raise OutOfScopeError
        if DAY in groups:
            return self._with_days(free, plain, chosen)
        telling = self._tellings.of_groups(plain)
        is_told = telling.is_told(chosen) and frozenset((*chosen, *free)) in telling.together
        if not is_told:
            telling_free = self._tellings.of_groups(())
            return [(name, level(name, ())) for name in plain] + [
                (name, level(name, telling_free.kept[name])) for name in free
            ]
        return [(name, level(name, telling.kept[name])) for name in (*plain, *free)]

    def _with_days(
        self, free: Sequence[str], plain: tuple[str, ...], chosen: Mapping[str, Value]
    ) -> list[tuple[str, nw.Expr]]:
        """The levels as they are told without days, and the day where it may be told beside them."""
        whole, alone, both = (self._tellings.of_groups(each) for each in ((), plain, (*plain, DAY)))
        names = [(name, level(name, alone.kept[name] if alone.is_told(chosen) else ())) for name in plain]
        names += [(name, level(name, whole.kept[name])) for name in free]
        if not both.is_told(chosen) or frozenset((*chosen, *free)) not in both.together:
            return [*names, (DAY, level(DAY, ()))]
        also = stands_alone(both, names)
        return [*names, (DAY, level(DAY, both.kept[DAY], also=also, grain=self._scope.grain))]
