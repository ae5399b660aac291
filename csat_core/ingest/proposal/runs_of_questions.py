"""Columns beside each other whose answers end at the same number: together they tell what few answers to each leave open."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.questions_alike import GRID, says_nothing_of_others
from csat_core.ingest.scales.answers import FoundScale, answers_of, as_numbers
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.numeric_scales import numeric_scale_of
from csat_core.ingest.scales.shown_spans import OF_EFFORT
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says

EXPECTED = 5
"""So many answers would lie beyond the end, if they fell on as they do towards it: that none does has a chance of 1 in 150."""
FEWEST_NUMBERS = 2
"""Different answers of a question, at least."""
_OTHERS = (
    Meaning.COUNTED, Meaning.METRIC, Meaning.GROUP, Meaning.CUSTOMER, Meaning.OTHER_ID, Meaning.AGE, Meaning.INCOME, Meaning.RANK,
    Meaning.TALLIED, Meaning.REVENUE, Meaning.WEIGHT,
)  # fmt: skip


def scales_of_runs(columns: Sequence[ColumnProfile], plain: Collection[int]) -> dict[int, FoundScale]:
    """By position the scale that columns beside each other show together, for those that do not show it alone (as those at `plain` do).

    It is one from 1 to 5 or to 7: all of them end there, and answers beyond it would be missing by chance once in a hundred such files.
    """
    found: dict[int, FoundScale] = {}
    for run in _runs(columns):
        together = _together(run) if len(run) >= GRID else None
        if together is not None:
            found |= {column.position: together for column in run if column.position not in plain}
    return found


def _runs(columns: Sequence[ColumnProfile]) -> Iterator[list[ColumnProfile]]:
    ends = [(_end(column), column) for column in columns]
    for end, run in groupby(ends, key=lambda each: each[0]):
        if end is not None:
            yield [column for _, column in run]


def _end(column: ColumnProfile) -> int | None:
    """The highest answer of a column that may be a question on one of the scales; None of any other column."""
    whole = column.filled == column.whole == column.numeric and column.distinct >= FEWEST_NUMBERS
    if not whole or (column.lowest or 0) < 1 or says(column.wording, *_OTHERS) or stated_range(column.name):
        return None
    end = int(column.highest or 0)
    is_known = any(end == scale[1] for scale in OF_EFFORT)
    return end if is_known and not says_nothing_of_others(column.wording, (1, end)) else None


def _together(run: Sequence[ColumnProfile]) -> FoundScale | None:
    """The scale on which the answers to all of a run surely end; None where they leave that open."""
    counted: Counter[str] = Counter()
    for column in run:
        counted.update(dict(answers_of(column).texts))
    answers = replace(answers_of(run[0]), texts=tuple(counted.most_common()), unseen=0)
    found = numeric_scale_of(answers, Hints(rated=True, siblings={}))
    if found is None or found.doubt or not found.numeric or found.bounds not in OF_EFFORT:
        return None
    numbers, observed = as_numbers(answers), Counter[float]()
    for text, count in answers.texts:
        observed[numbers[text]] += count
    last, before = (observed[found.bounds[1] - step] for step in (0, 1))
    return found if last * min(1, last / max(before, 1)) >= EXPECTED else None
