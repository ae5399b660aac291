"""Tellings: how each table of a guarded scope is told, worked out from one small scan and kept for a version of the data.

Tables with two dimensions are built on those with one: they are told under no more filters and by no finer levels, so
that nothing follows from both together.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from csat_core.engine import measures
from csat_core.engine.recoding import DAY, Telling, answered, level, period, rest_of
from csat_core.model.predicate import Value
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.stats.pooling import Pooling, every_set, is_told_safely, pooled

Bases = tuple[tuple[str, ...], ...]
"""Sets of columns: responses with all columns of a set answered are one kind of base."""
Listed = Mapping[str, tuple[Value, ...]]
"""Levels by free column."""
MOST_CELLS = 2_000_000
"""Of the table of every filter and group; of larger ones the groups with most responses can stand alone."""
MOST_KEPT = 2_000
"""Tellings of all links; one has some thirty."""


class Tellings:
    """The tellings of one dataset within one guarded scope."""

    def __init__(
        self,
        scope: Scope,
        version: Hashable,
        facts: Callable[[Sequence[str]], measures.Frame],
        fetch: Callable[[measures.Frame], pa.Table],
    ) -> None:
        """`version` says the dataset and how old it is; `facts` gives its responses within the locked predicates."""
        self.scope, self._version, self.facts, self.fetch = scope, version, facts, fetch
        self._free = tuple(each.column for each in scope.free)
        self._listed = {each.column: each.values for each in scope.free}

    def of_groups(self, groups: tuple[str, ...]) -> Telling:
        """How tables by `groups` are told, of which no one is a free column and the day is last.

        Without groups: the levels of the free columns that may be chosen. Raises OutOfScopeError where all is too small.
        """
        found: Telling = self._kept(groups, lambda: self._worked_out(groups))
        return found

    def of_answers(self, asked: Sequence[Bases]) -> Mapping[Bases, Telling]:
        """Under which filters enough answered, for each of `asked`; never where too few did. One scan for all."""
        known = {bases: self._known_of(("answers", bases)) for bases in asked}
        if missing := [bases for bases, telling in known.items() if telling is None]:
            columns = tuple(dict.fromkeys(each for bases in missing for each in bases))
            listed = self._offered()
            cube = self._cube((), columns, listed)[0]
            for bases in missing:
                its = cube[[columns.index(each) + 1 for each in bases]]
                found = self._telling((), (), listed, self._pooled(its, (), every_set(len(self._free)), listed, listed))
                known[bases] = self._keep(("answers", bases), found)
        return {bases: telling for bases, telling in known.items() if telling is not None}

    def is_summed(self, groups: tuple[str, ...], number: str) -> bool:
        """Whether a number may be summed in a table by `groups`: it is known of nobody or of enough in every cell."""
        telling = self.of_groups(groups)

        def worked_out() -> Telling:
            bases = ((number,), *((number, each) for each in sorted(self.scope.questions or ())))
            listed = self._offered()
            cube, levels = self._cube(groups, bases, listed)
            told = Pooling(
                filters=tuple(_masks(listed, telling.kept)),
                groups=tuple(
                    np.array([*(value in telling.kept[name] for value in each), False], dtype=bool)
                    for name, each in zip(groups, levels, strict=True)
                ),
                together=self._numbered(telling.together),
                is_safe=True,
            )
            # responses were looked at before
            return telling if is_told_safely(cube[1:], self.scope.shown_from, told) else self._nothing()

        return bool(self._kept(("sum", groups, number), worked_out).together)

    def _kept(self, what: Hashable, work: Callable[[], Telling]) -> Telling:
        """What `work` gives, once for this version of the data and this scope, whoever asks."""
        found = self._known_of(what)
        return self._keep(what, work()) if found is None else found

    def _known_of(self, what: Hashable) -> Telling | None:
        key = (self._version, self.scope, what)
        with _lock:
            if key in _found:
                _found.move_to_end(key)
            return _found.get(key)

    def _keep(self, what: Hashable, telling: Telling) -> Telling:
        with _lock:
            _found[self._version, self.scope, what] = telling
            while len(_found) > MOST_KEPT:
                _found.popitem(last=False)
        return telling

    def _nothing(self) -> Telling:
        """What is told while nobody knows."""
        return Telling(groups=(), kept=dict.fromkeys(self._free, frozenset()), together=frozenset())

    def _worked_out(self, groups: tuple[str, ...]) -> Telling:
        questions = tuple((each,) for each in sorted(self.scope.questions or ()))
        listed = self._offered() if groups else self._listed
        cube, levels = self._cube(groups, questions, listed)
        if not groups:
            found = self._pooled(cube, (), every_set(len(self._free)), listed, listed, is_rigid=True)
            if not found.is_safe:
                raise OutOfScopeError
            return self._telling((), (), listed, found)
        below = [self.of_groups(each) for each in ([()] if len(groups) == 1 else [(each,) for each in groups])]
        together = frozenset.intersection(*(each.together for each in below))
        filters = {name: frozenset.intersection(*(each.kept[name] for each in below)) for name in self._free}
        masks = self._may_stand(groups, levels)
        found = self._pooled(cube, masks, self._numbered(together), listed, filters)
        return self._telling(groups, levels, listed, found)

    def _offered(self) -> Listed:
        """Of each free column the levels that may be chosen, in their order."""
        kept = self.of_groups(()).kept
        return {name: tuple(each for each in levels if each in kept[name]) for name, levels in self._listed.items()}

    def _pooled(
        self,
        cube: NDArray[np.int64],
        groups: Sequence[NDArray[np.bool_]],
        together: frozenset[frozenset[int]],
        listed: Listed,
        filters: Mapping[str, Iterable[Value]],
        *,
        is_rigid: bool = False,
    ) -> Pooling:
        return pooled(cube, self.scope.shown_from, _masks(listed, filters), groups, together, is_rigid=is_rigid)

    def _numbered(self, together: frozenset[frozenset[str]]) -> frozenset[frozenset[int]]:
        return frozenset(frozenset(self._free.index(name) for name in each) for each in together)

    def _telling(
        self, groups: tuple[str, ...], levels: Sequence[Sequence[Value]], listed: Listed, found: Pooling
    ) -> Telling:
        axes, masks = [*listed.items(), *zip(groups, levels, strict=True)], (*found.filters, *found.groups)
        kept = {name: _at(each, mask) for (name, each), mask in zip(axes, masks, strict=True)}
        sets = (frozenset(self._free[number] for number in each) for each in found.together)
        return Telling(groups=groups, kept=kept, together=frozenset(sets) if found.is_safe else frozenset())

    def _may_stand(self, groups: tuple[str, ...], levels: Sequence[Sequence[Value]]) -> list[NDArray[np.bool_]]:
        """Which levels may stand alone at all: not those that the rest of their column is called by."""
        masks = []
        for name, each in zip(groups, levels, strict=True):
            # beside days the rest of a segment may stand as one; two segments crossed are pooled one by one
            is_pooled = name == DAY or (DAY not in groups and (len(groups) > 1 or rest_of(name) is None))
            masks.append(np.array([*(not is_pooled or value != rest_of(name) for value in each), False], dtype=bool))
        return masks

    def _cube(
        self, groups: tuple[str, ...], bases: Bases, listed: Listed
    ) -> tuple[NDArray[np.int64], list[tuple[Value, ...]]]:
        """Responses, then each of `bases`, by the free columns and by `groups`; and the levels of each of the groups.

        The last place of every axis is for the levels that are not `listed`.
        """
        frame = self.facts(list(dict.fromkeys((*self._free, *groups, *(each for base in bases for each in base)))))
        counted = {f"b{at}": answered(base) for at, base in enumerate(bases)}
        frame = measures.with_terms(frame, {name: self._unit(name, groups) for name in groups} | counted)
        sums = {"n": nw.len()} | {name: nw.col(name).sum() for name in counted}
        keys = [*self._free, *groups]
        table = self.fetch(frame.group_by(*keys).agg(**sums) if keys else frame.select(**sums)).to_pandas(
            date_as_object=True
        )
        sizes = np.nan_to_num(table[list(sums)].to_numpy(dtype=float)).astype(np.int64)
        room = MOST_CELLS / (len(sums) * np.prod([len(each) + 1 for each in listed.values()]))
        levels = [_largest(table[name], sizes[:, 0], int(max(20, room ** (1 / len(groups))))) for name in groups]
        axes = [*listed.values(), *levels]
        places = [_places(table[name], each) for name, each in zip(keys, axes, strict=True)]
        cube = np.zeros((len(sums), *(len(each) + 1 for each in axes)), dtype=np.int64)
        for at in range(len(sums)):
            np.add.at(cube, (np.full(len(sizes), at), *places), sizes[:, at])
        return cube, levels

    def _unit(self, name: str, groups: tuple[str, ...]) -> nw.Expr:
        """A column as it goes into a table by `groups`: as it is, or as it is told alone where there are two."""
        grain = self.scope.grain
        if len(groups) > 1:
            return level(name, self.of_groups((name,)).kept[name], grain=grain)
        if name != DAY:
            return nw.col(name)
        return nw.lit(None, nw.Date()) if grain is None else period(grain)


def _masks(listed: Listed, filters: Mapping[str, Iterable[Value]]) -> list[NDArray[np.bool_]]:
    """Which listed levels of each free column are among `filters`; the last place is for those that are not listed."""
    return [np.array([*(each in set(filters[name]) for each in levels), False]) for name, levels in listed.items()]


def _largest(column: pd.Series, sizes: NDArray[np.int64], most: int) -> tuple[Value, ...]:
    """The levels with most responses, at most so many."""
    values = [None if pd.isna(value) else value for value in column]
    totals: dict[Value, int] = {}
    for value, size in zip(values, sizes, strict=True):
        totals[value] = totals.get(value, 0) + int(size)
    return tuple(sorted(totals, key=lambda value: -totals[value])[:most])


def _places(column: pd.Series, levels: Sequence[Value]) -> NDArray[np.int64]:
    """Where each line's level stands among `levels`; behind them where it does not."""
    place = {value: at for at, value in enumerate(levels)}
    return np.array([place.get(None if pd.isna(value) else value, len(levels)) for value in column], dtype=np.int64)


def _at(levels: Sequence[Value], mask: NDArray[np.bool_]) -> frozenset[Value]:
    return frozenset(value for value, stands in zip(levels, mask, strict=False) if stands)


_found: "OrderedDict[Hashable, Telling]" = OrderedDict()
_lock = threading.Lock()
