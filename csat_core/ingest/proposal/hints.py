"""What the name and the text of a column, and its neighbours, say of its scale before its answers are looked at."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.questions_alike import asks_effort, says_nothing_of_others
from csat_core.ingest.scales.grades import grades_in
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.open_directions import recoded_in
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.stated_ends import StatedEnd, silent_numbers, stated_end, stated_ends, unknown_ends
from csat_core.ingest.scales.stated_range import StatedRange, stated_range, without_range
from csat_core.ingest.scales.yes_no_codes import asks_whether
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says, sounds_rated
from csat_core.model.dataset import Role

LONGEST_RATED = 10
"""What goes further may be anything in percent."""
FEW_CODES = 12
"""So many different cells at most has a question of yes and no, what means no answer among them."""
_BEHIND_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])")
_NOT_RATED = (
    Meaning.COUNTED,
    Meaning.METRIC,
    Meaning.AGE,
    Meaning.INCOME,
    Meaning.GROUP,
    Meaning.SORTED,
    Meaning.RANK,
    Meaning.OTHER_ID,
)
_QUESTIONS = (Role.OUTCOME, Role.DRIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What the other columns of a file say of one."""

    bounds: Counter[Bounds]
    """How many of them show each run of whole numbers from end to end."""
    without_zero: frozenset[Bounds] = frozenset()
    """The runs that one of them shows without a single 0 among many answers."""
    language: str | None = None
    """The code of the language of their names, where one stands out."""


def hints_for(
    column: ColumnProfile,
    beside: Neighbours,
    rated: bool | None = None,
    *,
    alone: bool = False,
    between: tuple[Bounds, ...] = (),
    grid: tuple[Bounds, ...] = (),
) -> Hints:
    """What name and text of a column and its neighbours say; `rated` overrules the words.

    `alone` says that the scale of the neighbours is not that of the column: it is compared with them all the same.
    `between` has the two scales where theirs may be that of the column as well as its own, `grid` those of the questions in
    its words.
    """
    hint = column.described.hint
    known = hint is not None and hint.role in _QUESTIONS
    sounds = (known or sounds_rated(column.wording)) if rated is None else rated
    said = _said(column.wording, beside.language)
    return replace(
        said,
        rated=sounds,
        between=between,
        grid=grid,
        siblings=Counter() if alone else _of_others(column.wording, beside.bounds),
        companions=beside.bounds + Counter(grid[:1]),
        span=said.span
        if sounds or said.grades or (said.span and _rates_by_its_span(said.span, column.wording))
        else None,
        whether=column.distinct <= FEW_CODES and asks_whether(column.wording),
        without_zero=beside.without_zero,
    )


@lru_cache(maxsize=10_000)
def _said(texts: Wording, language: str | None) -> Hints:
    """What name and text say by themselves; `language` is that of all names."""
    apart = tuple(map(_apart, texts))
    stated = next((ends for text in apart if (ends := stated_ends(text)) is not None), None)
    end = None if stated else next((end for text in apart if (end := stated_end(text)) is not None), None)
    silent = tuple(each for text in texts for each in silent_numbers(text))
    span = next((span for text in texts if (span := stated_range(text)) is not None), None)
    span = span and span.without({number for number, _ in silent})
    grades = grades_in(texts, language)
    if grades and grades.is_certain and not stated:
        end = end or StatedEnd(number=1, is_best=True, words=grades.word, said=(grades.word,))
    return Hints(
        recommend=says(texts, Meaning.RECOMMEND),
        stars=says(texts, Meaning.STARS),
        effort=asks_effort(texts),
        siblings={},
        stated=stated,
        end=end,
        unknown=() if stated or end else tuple(each for text in texts for each in unknown_ends(text)),
        recoded=None if stated or end else recoded_in(texts),
        silent=silent,
        span=span,
        grades=grades,
        language=language,
    )


def _apart(text: str) -> str:
    """A name without spaces with one for each underscore, and between a number and what follows: `sat_1best_5worst`."""
    return text if " " in text else _BEHIND_NUMBER.sub(" ", text.replace("_", " "))


def _of_others(wording: Wording, bounds: Counter[Bounds]) -> Counter[Bounds]:
    """How many others show each scale, without those that say nothing of a question with this wording, nor it of them."""
    return Counter({each: count for each, count in bounds.items() if not says_nothing_of_others(wording, each)})


def _rates_by_its_span(span: StatedRange, wording: Wording) -> bool:
    """Whether a span such as `Wellbeing (1-10)` makes a name that of a rating: it speaks of nothing counted, and of no groups."""
    return span.high <= LONGEST_RATED and not says(tuple(map(without_range, wording)), *_NOT_RATED)
