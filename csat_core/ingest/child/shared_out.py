"""Columns beside each other whose numbers add up to the same in every row, in the child process: points that people share out, places that they give."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

import duckdb

from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.texts.expressions import cell_at

ROWS, FEWEST_ROWS = 5_000, 20
"""Rows that are looked at, and how many must say something."""
FEWEST, MOST = 3, 30
"""Columns that something is shared among, and how many beside each other are looked at."""
FEWEST_NUMBERS = 3
"""Different numbers of a column at least: of ones and zeros one alone may be ticked."""
STEADY = 0.1
"""Below such a share of what its parts would make it a sum varies so little that it is looked at closely."""
IN_MOST = (0.05, 0.95)
"""Between these ranks all sums are the same one: people err."""
SUMS = "sums_so_far"

Window = tuple[int, int]
"""The first column of a run and the one behind its last, counted from 0."""


def with_shares(
    engine: duckdb.DuckDBPyConnection, profiles: Sequence[ColumnProfile], described: Sequence[Described]
) -> tuple[Described, ...]:
    """What the file says of its columns, those of such a run with what they add up to; blanks among them count nothing."""
    said = list(described)
    for run in _runs(profiles):
        for (begin, end), total in _shared_out(engine, run):
            for profile in run[begin:end]:
                said[profile.position - 1] = replace(said[profile.position - 1], shared_out=total)
    return tuple(said)


def _runs(profiles: Sequence[ColumnProfile]) -> Iterator[list[ColumnProfile]]:
    """Columns of amounts that stand beside each other, where they are enough of them."""
    for are_amounts, run in groupby(profiles, _is_amount):
        found = list(run)[:MOST] if are_amounts else []
        if len(found) >= FEWEST:
            yield found


def _is_amount(profile: ColumnProfile) -> bool:
    numbers = profile.filled > 0 and profile.numeric == profile.filled and (profile.lowest or 0) >= 0
    return numbers and profile.distinct >= FEWEST_NUMBERS


def _shared_out(engine: duckdb.DuckDBPyConnection, run: Sequence[ColumnProfile]) -> list[tuple[Window, float]]:
    """The shortest windows of a run whose numbers add up to the same, with that sum; none of them in another."""
    numbers = [f"coalesce(TRY_CAST({cell_at(each.position)} AS DOUBLE), 0)" for each in run]
    sums = ", ".join(f"{sum} AS s{at}" for at, sum in enumerate(accumulate(numbers, "{} + {}".format, initial="0")))
    engine.execute(f"CREATE TEMP TABLE {SUMS} AS SELECT {sums} FROM (SELECT * FROM staged LIMIT {ROWS})")
    windows = [(begin, begin + size) for size in range(1, len(run) + 1) for begin in range(len(run) - size + 1)]
    spreads = _measured(engine, "coalesce(var_pop(nullif({}, 0)), 0)", windows)
    parts = [spreads[windows.index((at, at + 1))] for at in range(len(run))]
    likely = [
        (begin, end)
        for (begin, end), spread in zip(windows, spreads, strict=True)
        if end - begin >= FEWEST and spread < STEADY * sum(parts[begin:end])
    ]
    taken: list[tuple[Window, float]] = []
    for window in likely:
        low, high, count = (
            _measured(engine, each, [window])[0] for each in (*map(_ranked, IN_MOST), "count(nullif({}, 0))")
        )
        is_free = all(end <= window[0] or window[1] <= begin for (begin, end), _ in taken)
        if is_free and low == high and count >= FEWEST_ROWS:
            taken.append((window, low))
    engine.execute(f"DROP TABLE {SUMS}")
    return taken


def _ranked(rank: float) -> str:
    return f"quantile_disc(nullif(round({{}}, 6), 0), {rank})"


def _measured(engine: duckdb.DuckDBPyConnection, measure: str, windows: Sequence[Window]) -> list[float]:
    """A measure of the sum of each of some windows; NaN of no rows."""
    selected = ", ".join(measure.format(f"(s{end} - s{begin})") for begin, end in windows)
    row = engine.execute(f"SELECT {selected} FROM {SUMS}").fetchall()[0]
    return [float("nan") if each is None else float(each) for each in row]
