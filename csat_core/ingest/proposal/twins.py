"""Columns with just the answers of a question that is read: `3`, `5` and `7 - Extremely satisfied` beside all from 1 to 7, grades beside grades."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.coded_answers import is_code
from csat_core.ingest.texts.reading import rating_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import asks_rating, says, says_groups

FEWEST = 4
"""So many different answers that another question has too are no chance."""
_OTHERS = (Meaning.GROUP, Meaning.AGENT, Meaning.TOUCHPOINT, Meaning.PLACE_CODE, Meaning.OTHER_ID, Meaning.CUSTOMER)


def scales_of_twins(columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None]) -> dict[int, FoundScale]:
    """By position the scale of each column that has none, or one that its name has to say, and the answers of one that is read.

    `scales` are those that each has by itself. Answers in plain numbers alone are those of many other columns.
    """
    models: dict[frozenset[str], tuple[ColumnProfile, FoundScale]] = {}
    for column in columns:
        found = scales[column.position]
        known = frozenset(text for text, _ in found.positions) if found and not found.family else frozenset()
        # `A1` to `A5` are seats as well
        if found and known and (not found.needs_name or asks_rating(column.wording)) and not all(map(is_code, known)):
            models.setdefault(known, (column, found))
    twins = {}
    for column in columns if models else ():
        answers, found = answers_of(column), scales[column.position]
        texts = {text for text, _ in answers.texts}
        is_open = (
            found is None
            or (found.numeric and any(map(str.isalpha, "".join(texts))))  # `7 - Extremely satisfied` of plain numbers
            or (found.needs_name and not found.family and not asks_rating(column.wording))
        )
        is_plain = answers.unseen or len(texts) < FEWEST or all(rating_of(text)[0] is not None for text in texts)
        if not is_open or is_plain or says_groups(column.wording) or says(column.wording, *_OTHERS):
            continue
        model = next((each for known, each in models.items() if texts <= known and _fits(texts, each[1])), None)
        if model is not None:
            twins[column.position] = _like(*model, column)
    return twins


def _fits(texts: set[str], model: FoundScale) -> bool:
    """Whether answers are no groups by chance: `A` to `D` are as many sites, `A` to `F` beside grades are grades."""
    places = {place for text, place in model.positions if text in texts}
    return not model.needs_name or {1, model.scale.points} <= places


def _like(other: ColumnProfile, model: FoundScale, column: ColumnProfile) -> FoundScale:
    """The scale of another column for one with its answers, with all that is doubted of it."""
    answers = answers_of(column)
    reason = f"{model.reason.removesuffix('.')}; they are those of '{other.name}', so that they are read alike."
    return replace(
        model,
        reason=reason,
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        needs_name=False,
        complete=False,
    )
