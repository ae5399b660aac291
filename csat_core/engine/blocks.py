"""Blocks: how to get every table of two columns from a few joint counts of several columns each."""

from collections.abc import Container, Mapping, Sequence
from itertools import combinations
from math import prod

import narwhals.stable.v2 as nw
import pyarrow as pa

MOST_ROWS = 100_000
"""A joint count of more combinations than this stops reducing the data (measured: 6 columns of 6 levels are 46,656)."""
MANY = 100
"""So many joint counts cost more than taking one apart that has a row for each response (measured: 52 questions on 0-100 are
1,326 counts, of 1,065 responses 33 seconds against 7)."""


def blocks(columns: Sequence[str], levels: Mapping[str, int], hub: str | None = None) -> tuple[tuple[str, ...], ...]:
    """Groups of columns whose joint counts hold every pair; only the pairs with `hub` where one is given.

    The product of levels of a block stays within MOST_ROWS unless the block is a single pair. Narrow columns are put
    into groups that are combined two at a time; a column too wide for that is a hub of the columns that remain.
    """
    if hub is not None:
        others = [column for column in columns if column != hub]
        return tuple((hub, *group) for group in _groups(others, levels, MOST_ROWS / levels[hub]))
    narrow = [column for column in columns if levels[column] <= MOST_ROWS**0.5]
    wide = [column for column in columns if levels[column] > MOST_ROWS**0.5]
    groups = _groups(narrow, levels, MOST_ROWS**0.5)
    found = [(*first, *second) for first, second in combinations(groups, 2)] or list(groups)
    for at, column in enumerate(wide):
        found += [(column, *group) for group in _groups([*wide[at + 1 :], *narrow], levels, MOST_ROWS / levels[column])]
    return tuple(tuple(sorted(block, key=columns.index)) for block in found if len(block) > 1)


def _groups(columns: Sequence[str], levels: Mapping[str, int], most: float) -> tuple[tuple[str, ...], ...]:
    """The columns in order, cut where the product of levels would pass `most`; a group holds at least one."""
    groups: list[list[str]] = []
    for column in columns:
        if groups and prod(levels[name] for name in (*groups[-1], column)) <= most:
            groups[-1].append(column)
        else:
            groups.append([column])
    return tuple(map(tuple, groups))


def pair_tables(
    joint: pa.Table, block: Sequence[str], hub: str | None, besides: Container[tuple[str, str]]
) -> dict[tuple[str, str], pa.Table]:
    """The tables of every pair of a block (only those with `hub`), `besides` left out, from the joint counts of it all."""
    frame = nw.from_native(joint, eager_only=True)
    parts = [nw.col(name).sum() for name in frame.columns if name not in block]
    found = ((hub, other) for other in block[1:]) if hub is not None else combinations(block, 2)
    return {pair: frame.group_by(*pair).agg(*parts).to_native() for pair in found if pair not in besides}
