"""Which columns of a few numbers, or of answers in words, go with the others, in the child process, as the answers of one person do and codes of groups do not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from math import isnan, sqrt

import duckdb

from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.proposal.going_together import CLEARLY, SURELY
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.scales.worded_scales import family_scale_of
from csat_core.ingest.texts.expressions import cell_at, quoted
from csat_core.ingest.texts.reading import fold, number_of

ROWS, FEWEST_ROWS = 5_000, 60
"""Rows that are looked at; in fewer, chance alone makes ratings seem to have nothing to do with the others."""
MOST_COLUMNS, FEWEST_ANSWERS = 100, 3
"""Columns that are looked at, and how many different answers there are."""
SHORT, LONG = 10, 100
"""The highest number that counts as an answer on a short scale and on a long one."""
MOST_ANSWERS = {SHORT: 20, LONG: 101}
"""So many different cells has a column of answers up to such a number."""
MOST_IN_WORDS = 15
"""Different texts of a column of answers in words, with what means no answer."""
MOST_COMPARED = 30
"""Columns of which each is compared with each; others are compared with what these have in common."""
STEPS, PART = 30, 0.3
"""How often the common part is drawn nearer, and how much of the greatest share in it a column needs to count."""
MOSTLY = 0.8
"""The share of the cells that are such numbers."""
TOGETHER, FEWEST_TOGETHER = 0.25, 3
"""Above such ones so many columns go together; where fewer do, nothing is said of any."""
RATED = "going_together"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbers:
    """A column of a few numbers, and what they are on average."""

    position: int
    rows: int
    mean: float
    deviation: float
    highest: int = SHORT
    levels: tuple[tuple[str, float], ...] = ()
    """Of answers in words the place of each on its scale, from the worst."""

    @property
    def name(self) -> str:
        return f"z{self.position}"

    @property
    def standardised(self) -> str:
        """How far a cell lies from the mean, in standard deviations, as SQL; NULL where it holds no such number."""
        cell = cell_at(self.position)
        number = f"TRY_CAST(rtrim({cell}, ' %') AS DOUBLE)"
        if self.levels:
            number = f"CASE {cell} {' '.join(f'WHEN {quoted(text)} THEN {level}' for text, level in self.levels)} END"
        return f"CASE WHEN {number} BETWEEN 0 AND {self.highest} THEN ({number} - {self.mean!r}) / {self.deviation!r} END AS {self.name}"


def with_company(
    engine: duckdb.DuckDBPyConnection, profiles: Sequence[ColumnProfile], described: Sequence[Described]
) -> tuple[Described, ...]:
    """What the file says of its columns, those of a few numbers with the correlation of each with the sum of those that go together.

    It is that of an item with the rest of its test: what goes against most is turned in the sum, and no column is part of its own.
    Unchanged where too few columns go together, or too few rows were answered.
    """
    read = (
        _read(profile)
        for profile, said in zip(profiles, described, strict=False)
        if said.made_from is None and not (said.paired or said.words_at)
    )
    few = list(islice(filter(None, read), MOST_COLUMNS))
    if len(few) < 2:
        return tuple(described)
    standardised = ", ".join(each.standardised for each in few)
    engine.execute(f"CREATE TEMP TABLE {RATED} AS SELECT {standardised} FROM (SELECT * FROM staged LIMIT {ROWS})")
    beside = _beside_each(engine, few[:MOST_COMPARED])
    common = _of_short(few, beside)
    signs = _without_strangers(_signs(common), common)
    found = _with_the_rest(engine, few, signs) if any(signs) else {}
    engine.execute(f"DROP TABLE {RATED}")
    if sum(abs(each) >= TOGETHER for each in found.values()) < FEWEST_TOGETHER:
        # of two that surely go with or against each other nothing is learned but that
        found = {each: r for each, r in found.items() if abs(r) >= max(TOGETHER, SURELY / sqrt(each.rows))}
    # questions of another subject go together as well, though not with these
    elsewhere = {
        each for each, row in zip(few, beside, strict=False)
        if sum(abs(r) >= max(CLEARLY, SURELY / sqrt(each.rows)) for r in row) > 1 and abs(found.get(each, 0)) < CLEARLY
    }  # fmt: skip
    company = {each.position: round(r, 3) for each, r in found.items() if each not in elsewhere}
    return tuple(replace(said, company=company.get(at)) for at, said in enumerate(described, 1))


def _read(profile: ColumnProfile) -> _Numbers | None:
    """The numbers of a column, or the levels of its words; None where they are not a few small whole ones, nor on a known scale."""
    if profile.numeric == 0:
        return _levels(profile)
    if profile.whole < MOSTLY * profile.filled:
        return None
    return next(filter(None, (_up_to(highest, profile) for highest in MOST_ANSWERS)), None)


def _up_to(highest: int, profile: ColumnProfile) -> _Numbers | None:
    """The numbers of a column from 0 to `highest`; None where not nearly all cells are such numbers."""
    if not FEWEST_ANSWERS <= profile.distinct <= MOST_ANSWERS[highest]:
        return None
    read = ((number_of(text, "."), n) for text, n in profile.top)
    counts = {number: n for number, n in read if number is not None and 0 <= number <= highest}
    rows = sum(counts.values())
    if len(counts) < FEWEST_ANSWERS or rows < max(FEWEST_ROWS, MOSTLY * profile.filled):
        return None
    return replace(_numbers(profile, counts), highest=highest)


def _levels(profile: ColumnProfile) -> _Numbers | None:
    """The levels of answers in words that name themselves what is good; None of any others."""
    found = family_scale_of(answers_of(profile)) if FEWEST_ANSWERS <= profile.distinct <= MOST_IN_WORDS else None
    if found is None or found.needs_name or found.doubt or found.ways:
        return None
    positions = dict(found.positions)
    levels = {text: float(positions[fold(text)]) for text, _ in profile.top if fold(text) in positions}
    counts: Counter[float] = Counter()
    for text, n in profile.top:
        counts[levels.get(text, 0.0)] += n
    del counts[0.0]
    if len(counts) < 2 or counts.total() < max(FEWEST_ROWS, MOSTLY * profile.filled):
        return None
    return replace(_numbers(profile, counts), levels=tuple(levels.items()))


def _numbers(profile: ColumnProfile, counts: Mapping[float, int]) -> _Numbers:
    rows = sum(counts.values())
    mean = sum(number * n for number, n in counts.items()) / rows
    deviation = sqrt(sum(n * (number - mean) ** 2 for number, n in counts.items()) / rows)
    return _Numbers(position=profile.position, rows=min(rows, ROWS), mean=mean, deviation=deviation)


def _beside_each(engine: duckdb.DuckDBPyConnection, few: Sequence[_Numbers]) -> list[list[float]]:
    """The correlation of every two columns, 1 of each with itself; 0 where too few rows have both."""
    pairs = list(combinations(range(len(few)), 2))
    measured = ", ".join(
        f"CASE WHEN regr_count({few[i].name}, {few[j].name}) >= {FEWEST_ROWS} THEN corr({few[i].name}, {few[j].name}) END"
        for i, j in pairs
    )
    row = engine.execute(f"SELECT {measured} FROM {RATED}").fetchall()[0]
    result = [[float(i == j) for j in range(len(few))] for i in range(len(few))]
    for (i, j), r in zip(pairs, row, strict=True):
        result[i][j] = result[j][i] = 0.0 if r is None or isnan(r) else r
    return result


def _of_short(few: Sequence[_Numbers], beside: Sequence[Sequence[float]]) -> list[list[float]]:
    """The correlations without those of longer numbers, which may be anything, where there are short ones enough."""
    kept = [each.highest == SHORT for each in few[: len(beside)]]
    if sum(kept) < FEWEST_TOGETHER:
        kept = [True] * len(beside)
    return [
        [r if mine and its else 0.0 for r, its in zip(row, kept, strict=True)]
        for row, mine in zip(beside, kept, strict=True)
    ]


def _signs(beside: Sequence[Sequence[float]]) -> list[int]:
    """1 or -1 for each column with a part in what most columns have in common, their first principal component; else 0."""
    # begun with the column that has most in common with the others
    parts = list(max(beside, key=lambda row: sum(map(abs, row))))
    for _ in range(STEPS):
        parts = [sum(r * part for r, part in zip(row, parts, strict=True)) for row in beside]
        most = max(map(abs, parts))
        parts = [part / most for part in parts]
    return [(part > 0) - (part < 0) if abs(part) >= PART else 0 for part in parts]


def _without_strangers(signs: Sequence[int], beside: Sequence[Sequence[float]]) -> list[int]:
    """The signs, 0 for each column that does not go with the sum of those that are left, the worst taken out first.

    What codes of groups have in common by chance would hide what ratings have.
    """
    left = list(signs)
    while sum(map(abs, left)) > FEWEST_TOGETHER:
        worst, at = min((_beside_the_rest(at, left, beside), at) for at, sign in enumerate(left) if sign)
        if worst >= TOGETHER:
            break
        left[at] = 0
    return left


def _beside_the_rest(at: int, signs: Sequence[int], beside: Sequence[Sequence[float]]) -> float:
    """The correlation of a column, under its sign, with the sum of the others that have one."""
    others = [i for i, sign in enumerate(signs) if sign and i != at]
    shared = sum(signs[at] * signs[i] * beside[at][i] for i in others)
    spread = sum(signs[i] * signs[j] * beside[i][j] for i in others for j in others)
    return shared / sqrt(spread) if spread > 0 else 0.0


def _with_the_rest(
    engine: duckdb.DuckDBPyConnection, few: Sequence[_Numbers], signs: Sequence[int]
) -> dict[_Numbers, float]:
    """The correlation of each column with the sum of the others under their `signs`; none of those with too few rows."""
    signed = {each: f"{sign} * coalesce({each.name}, 0)" for each, sign in zip(few, signs, strict=False) if sign}
    measured = ", ".join(f"count({each.name}), corr({each.name}, total - {signed.get(each, 0)})" for each in few)
    row = engine.execute(
        f"SELECT {measured} FROM (SELECT *, list_sum([{', '.join(signed.values())}]) AS total FROM {RATED})"
    ).fetchall()[0]
    pairs = zip(few, row[::2], row[1::2], strict=True)
    return {each: r for each, n, r in pairs if n >= FEWEST_ROWS and r is not None and not isnan(r)}
