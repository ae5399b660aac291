"""Scores from 0 to 10 without a telling name that the column beside them says to be recommendations: a Net Promoter Score."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.scales.answers import TOLERATED_SHARE, answers_of, as_numbers
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says, sounds_rated

KINDS = frozenset(("nps", "enps", "net promoter", "net promoter score", "net promoter score nps", "nps survey"))
"""What programs that send surveys of several kinds call this one, folded and without signs."""
PASSIVE_FROM, PROMOTER_FROM = 7, 9
FAMILY = "promoters"

_OTHERWISE = (Meaning.EFFORT, Meaning.EASED, Meaning.DIFFICULTY, Meaning.TOIL, Meaning.COUNTED, Meaning.METRIC)


def recommendations_beside(columns: tuple[ColumnProfile, ...]) -> dict[int, str]:
    """What says that a score is a recommendation, a sentence for each by its position; empty where nothing does.

    A column sorts the answers of just this one into promoters, passives and detractors, or calls every row `nps`.
    """
    scores = [column for column in columns if _may_be_one(column)]
    if not scores:
        return {}
    found: dict[int, str] = {}
    for column in columns:
        sorted_by_it = _groups_in(column)
        if sorted_by_it:
            score = _score_of(sorted_by_it, scores)
            said = f"'{column.name}' sorts these answers into promoters, passives and detractors"
        elif _calls_all_so(column):
            left = [each for each in scores if not says(each.wording, Meaning.SATISFACTION)]
            score = _only(each for each in left if sounds_rated(each.wording)) or _only(left)
            said = f"'{column.name}' says '{column.top[0][0].strip()}' in every row"
        else:
            continue
        if score is not None and not says(score.wording, Meaning.RECOMMEND):
            found.setdefault(score.position, f"{said}: a Net Promoter Score.")
    return found


def as_recommendations(columns: tuple[ColumnProfile, ...], found: Mapping[int, str]) -> tuple[ColumnProfile, ...]:
    """The columns with `NPS` in the text of the question where `found` says that it is one."""
    return tuple(
        replace(
            column,
            described=replace(column.described, label=f"{column.described.label or column.name} (NPS)"),
        )
        if column.position in found
        else column
        for column in columns
    )


def with_recommendations_said(drafts: Iterable[ColumnMapping], found: Mapping[int, str]) -> list[ColumnMapping]:
    """The columns with what `found` says of them behind their reasons."""
    return [
        replace(draft, reason=f"{draft.reason} {found[draft.position]}") if draft.position in found else draft
        for draft in drafts
    ]


def sorts_promoters(texts: Iterable[str]) -> bool:
    """Whether all folded texts are words for promoters, passives and detractors in one language."""
    return bool(_levels(tuple(texts)))


def _levels(texts: tuple[str, ...]) -> dict[str, int]:
    """The level (from 1, the detractors) of each text; empty where one is no such word, or only a `neutral` is there."""
    for family in families_with(texts):
        if family.name == FAMILY:
            levels = {text: level for text in texts if (level := family.level_of(text))}
            if len(levels) == len(texts) and {1, 3} & set(levels.values()):
                return levels
    return {}


def _groups_in(column: ColumnProfile) -> Counter[int]:
    """How many cells of a column are detractors (1), passives (2) and promoters (3); empty for any other column."""
    answers = answers_of(column)
    levels = _levels(tuple(text for text, _ in answers.texts)) if not answers.unseen else {}
    groups: Counter[int] = Counter()
    for text, count in answers.texts if levels else ():
        groups[levels[text]] += count
    return groups


def _score_of(groups: Counter[int], scores: list[ColumnProfile]) -> ColumnProfile | None:
    """The one of `scores` that has as many answers of each group as `groups`; None where none or several have."""
    return _only(score for score in scores if _are_alike(groups, _sorted(score)))


def _sorted(score: ColumnProfile) -> Counter[int]:
    answers = answers_of(score)
    numbers = as_numbers(answers)
    groups: Counter[int] = Counter()
    for text, count in answers.texts:
        number = numbers.get(text)
        if number is not None:
            groups[1 + (number >= PASSIVE_FROM) + (number >= PROMOTER_FROM)] += count
    return groups


def _are_alike(one: Counter[int], other: Counter[int]) -> bool:
    apart = sum(abs(one[level] - other[level]) for level in (1, 2, 3))
    return apart <= TOLERATED_SHARE * one.total()


def _may_be_one(column: ColumnProfile) -> bool:
    """Whether a column holds nothing but 0 to 10 of its own, and its name does not say something else."""
    if not column.filled or column.lowest is None or column.highest is None or column.described.made_from:
        return False
    within = column.lowest >= 0 and PASSIVE_FROM < column.highest <= 10
    whole = column.whole == column.numeric >= (1 - TOLERATED_SHARE) * column.filled
    return within and whole and not says(column.wording, *_OTHERWISE)


def _calls_all_so(column: ColumnProfile) -> bool:
    """Whether every row holds the name of this kind of survey."""
    if column.distinct != 1 or column.blank:
        return False
    letters = "".join(sign if sign.isalnum() else " " for sign in column.top[0][0].casefold())
    return " ".join(letters.split()) in KINDS


def _only(columns: Iterable[ColumnProfile]) -> ColumnProfile | None:
    found = list(columns)
    return found[0] if len(found) == 1 else None
