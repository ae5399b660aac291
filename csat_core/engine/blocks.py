"""Blocks: how to get every table of two columns from a few joint counts of several columns each."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import prod

MOST_ROWS = 100_000
"""A joint count of more level combinations than this stops reducing the data (measured: 6 columns of 6 levels are 46,656)."""


def blocks(columns: Sequence[str], levels: Mapping[str, int], hub: str | None = None) -> tuple[tuple[str, ...], ...]:
    """Groups of columns whose joint counts hold every pair; only the pairs with `hub` where one is given.

    Columns are put into groups whose combinations, two groups at a time, stay within MOST_ROWS.
    """
    if hub is not None:
        others = [column for column in columns if column != hub]
        return tuple((hub, *group) for group in _groups(others, levels, MOST_ROWS / levels[hub]))
    groups = _groups(columns, levels, MOST_ROWS**0.5)
    if len(groups) == 1:
        return (groups[0],)
    return tuple((*first, *second) for first, second in combinations(groups, 2))


def _groups(columns: Sequence[str], levels: Mapping[str, int], most: float) -> tuple[tuple[str, ...], ...]:
    """The columns in order, cut where the product of levels would pass `most`; a group holds at least one."""
    groups: list[list[str]] = []
    for column in columns:
        if groups and prod(levels[name] for name in (*groups[-1], column)) <= most:
            groups[-1].append(column)
        else:
            groups.append([column])
    return tuple(map(tuple, groups))
