"""Columns that are made from a rating, in the child process: `CSAT T2B` is 1 in each row where `CSAT` is 4 or 5."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, combinations, groupby, islice

import duckdb

from csat_core.ingest.child.first_rows import first_rows
from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.texts.expressions import cell_at
from csat_core.ingest.texts.reading import fold, number_of
from csat_core.ingest.texts.vocabulary import YES_NO

FEWEST_ANSWERS, MOST_ANSWERS, MOST_IN_WORDS = 3, 11, 7
"""Different answers of a rating from which something is made."""
FEWEST_ROWS = 20
FEWEST_EACH, FEWEST_OF_ONE = 5, 10
"""Rows beside each value, and beside one that a single answer settles: fewer agree by chance, or as what goes together does."""
FEWEST_DIFFERING = 20
"""Rows without the commonest answer: where nearly all are as content, two questions may well have the same answers."""
MOST_PAIRS = 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Few:
    """A column of few different answers."""

    position: int
    counts: Mapping[str, int]
    """By folded text."""
    numbers: Mapping[str, float]
    """The numbers that the texts are, yes and no being 1 and 0; empty where they are words."""

    @property
    def is_flag(self) -> bool:
        return len(self.counts) == len(self.numbers) == 2

    @property
    def rising(self) -> tuple[int, ...]:
        """The counts in the order of the numbers."""
        return tuple(self.counts[text] for text in sorted(self.numbers, key=self.numbers.__getitem__))

    @property
    def in_any_order(self) -> frozenset[tuple[int, int]]:
        """How often each count stands, for words of which the order is not known here."""
        return frozenset(Counter(self.counts.values()).items())


def with_ratings_made_from(
    engine: duckdb.DuckDBPyConnection, profiles: Sequence[ColumnProfile], described: Sequence[Described]
) -> tuple[Described, ...]:
    """What the file says of its columns, those that another one settles row by row with the position of that one.

    Of that one, where it is numbers, what stands beside the lowest and the highest of them.
    """
    said = list(described)
    likely = list(islice(_likely(profiles, said), MOST_PAIRS))
    if not likely:
        return tuple(said)
    with first_rows(engine, (each.position for pair in likely for each in pair)) as rows:
        found = {(rating, made): values for rating, made in likely if (values := _settled(engine, rows, rating, made))}
    for made in dict.fromkeys(made for _, made in found):
        sources = [rating for rating, other in found if other is made]
        first = [each for each in sources if not any((other, each) in found for other in sources)]
        if len(first) > 1 or said[made.position - 1].made_from is not None:
            continue  # what several questions settle, each for itself, is made of none of them
        rating = sources[0]
        values = found[rating, made]
        said[made.position - 1] = replace(said[made.position - 1], made_from=rating.position)
        if rating.numbers and len(set(values)) == 2:
            sorted_by = profiles[made.position - 1].name, values[0], values[-1]
            said[rating.position - 1] = replace(said[rating.position - 1], sorted_by=sorted_by)
    return tuple(said)


def _likely(profiles: Sequence[ColumnProfile], described: Sequence[Described]) -> Iterator[tuple[_Few, _Few]]:
    """The columns that may be ratings, each with those whose counts are sums of its own; none for most.

    Codes of the words in another column are none of either, and such words are made from nothing.
    """
    few = [
        (read, not said.paired)
        for profile, said in zip(profiles, described, strict=False)
        if profile.filled >= FEWEST_ROWS and 2 <= profile.distinct <= 2 * MOST_ANSWERS
        if not said.words_at and (read := _read(profile))
    ]
    made: dict[object, list[_Few]] = defaultdict(list)
    for each in (read for read, is_free in few if is_free):
        keys: list[object] = list(each.counts.values())
        if each.numbers and not each.is_flag:
            keys += [each.rising, each.in_any_order]
        for key in keys:
            made[key].append(each)
    for rating, _ in few:
        found = {each.position: each for key in _sums(rating) for each in made[key] if _may_be_of(rating, each)}
        yield from ((rating, each) for each in found.values())


def _read(profile: ColumnProfile) -> _Few | None:
    """The answers of a column; None where there are too many, or some are numbers and some are none."""
    answers = answers_of(profile)
    counts = dict(answers.texts)
    if answers.unseen or not 2 <= len(counts) <= MOST_ANSWERS:
        return None
    numbers = {text: number for text in counts if (number := _number(text)) is not None}
    if numbers and not len(numbers) == len(counts) == len(set(numbers.values())):
        return None  # numbers in several spellings, or among words
    return _Few(position=profile.position, counts=counts, numbers=numbers)


@cache
def _flags() -> dict[str, int]:
    return flag_words(YES_NO)


def _number(text: str) -> float | None:
    flag = _flags().get(text)
    if flag is not None:
        return float(flag)
    label = numbered(text)  # of a scale whose ends alone have words: `10 - extremely likely`
    return number_of(text, ".") if label is None else float(label.number)


def _sums(rating: _Few) -> set[object]:
    """What the counts of a rating come to on one side of a cut, and in their order; empty for what is no rating."""
    if len(rating.counts) < FEWEST_ANSWERS or (not rating.numbers and len(rating.counts) > MOST_IN_WORDS):
        return set()
    if not rating.numbers:
        counts = list(rating.counts.values())
        sums = (sum(some) for size in range(1, len(counts)) for some in combinations(counts, size))
        return {rating.in_any_order, *sums}
    up, down = rating.rising, rating.rising[::-1]
    return {up, down, *accumulate(up[:-1]), *accumulate(down[:-1])}


def _may_be_of(rating: _Few, made: _Few) -> bool:
    """Whether a column may be made from another: of two forms of one answer the one with higher numbers is, 25 to 100 from 1 to 5, else the later."""
    if made.is_flag or not made.numbers:
        return len(made.counts) < len(rating.counts)
    if not rating.numbers:  # a number for each word
        return len(made.counts) == len(rating.counts)
    if len(made.counts) < len(rating.counts):  # codes of groups of answers
        return True
    return (max(made.numbers.values()), made.position) > (max(rating.numbers.values()), rating.position)


def _settled(engine: duckdb.DuckDBPyConnection, table: str, rating: _Few, made: _Few) -> list[str]:
    """The value beside each answer of a rating, in the order of its numbers; empty where not each answer stands beside one
    value, which rises or falls with it, or as a word goes for neighbours alone."""
    answer, value = cell_at(rating.position), cell_at(made.position)
    found = engine.execute(
        f"SELECT {answer}, {value}, count(*) FROM {table} WHERE {answer} IS NOT NULL AND {value} IS NOT NULL GROUP BY 1, 2"
    ).fetchall()
    rows: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    for cell, other, count in found:
        if (text := fold(cell)) in rating.counts and (to := fold(other)) in made.counts:
            beside[text].add(to)
            rows[to] += count
    answers = Counter(value for values in beside.values() for value in values)
    if len(rows) < 2 or answers.total() > len(beside) or rows.total() < FEWEST_ROWS:
        return []
    # each answer beside a number of its own is no chance, however few gave it
    fewest = (
        {value: FEWEST_EACH if answers[value] > 1 else FEWEST_OF_ONE for value in rows}
        if len(rows) < len(beside)
        else {}
    )
    if any(rows[value] < least for value, least in fewest.items()):
        return []
    if len(beside) < FEWEST_ANSWERS:
        return []
    values = [value for text in sorted(beside, key=lambda text: rating.numbers.get(text, 0)) for value in beside[text]]
    if not rating.numbers:
        return values
    if not made.numbers:  # a word for the lowest, another for those above them
        return values if len([value for value, _ in groupby(values)]) == len(rows) else []
    steps = [made.numbers[value] for value in values]
    if set(steps) == set(
        rating.numbers.values()
    ):  # the same once more; turned around, either may be the one that is meant
        is_copy = steps == sorted(steps) and rows.total() - max(rows.values()) >= FEWEST_DIFFERING
        return values if is_copy else []
    return values if steps in (sorted(steps), sorted(steps, reverse=True)) else []
