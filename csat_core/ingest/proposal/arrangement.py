"""Columns beside each other: one date, one key, a primary outcome - and the order that says which outcome it is."""

from collections.abc import Container, Sequence
from collections.abc import Mapping as Named
from dataclasses import replace

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.aspects import likelihood, peers_in, whole_by_place, wholes_in
from csat_core.ingest.proposal.date_names import Kind, kind_of
from csat_core.ingest.proposal.further_outcomes import (
    are_outcomes_alike,
    is_further_outcome,
    is_of_others,
    is_one_word,
)
from csat_core.ingest.proposal.outcome_by_place import is_flag, is_rating, is_summed, taken_by_place
from csat_core.ingest.proposal.whole_of_stem import OF_STEM, wholes_of_stems
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, outcome_strength, says
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale
from csat_core.model.scheme import find_scheme, fitting

SINGLE = (Role.TIME, Role.RESPONSE_ID, Role.CUSTOMER, Role.WEIGHT, Role.REVENUE, Role.CHURNED, Role.INVITED)
"""The roles that one column of a file can have."""
_BEST_NAMES: Named[Role, tuple[Meaning, ...]] = {
    Role.RESPONSE_ID: (Meaning.RESPONSE_ID,),
    Role.CUSTOMER: (Meaning.CUSTOMER,),
}


def settled(columns: Sequence[ColumnMapping]) -> tuple[ColumnMapping, ...]:
    """The columns with every role of one column given to the best of those that could have it."""
    result = list(columns)
    for role in SINGLE:
        rivals = [column for column in result if column.role is role]
        if len(rivals) > 1:
            best = max(rivals, key=lambda column: (_fitness(column, role), -column.position))
            result = [
                displaced(column, best) if column in rivals and column is not best else column for column in result
            ]
    return tuple(result)


def displaced(column: ColumnMapping, best: ColumnMapping) -> ColumnMapping:
    """`column` after `best` took its role: numbers stay as metrics, dates and keys are left out."""
    number = column.role.storage == "number"
    return replace(
        column,
        role=Role.METRIC if number else Role.IGNORE,
        reason=f"'{best.name}' is taken as {best.role.value.replace('_', ' ')} instead.",
        date_order=None,
        assumed=False,
        question=None,
    )


def _fitness(column: ColumnMapping, role: Role) -> int:
    """How well the name fits the role; higher is better. Dates that would set rows aside come after all others."""
    meanings = _BEST_NAMES.get(role, ())
    fits = [len(meanings) - rank for rank, meaning in enumerate(meanings) if says(column.wording, meaning)]
    own = role is Role.RESPONSE_ID and says(column.wording, Meaning.RATING, Meaning.COMMENT)
    if role is Role.TIME:
        # `Response date` rather than `Issue responded`, which is when the desk did
        plainly = says(column.wording, Meaning.RESPONSE_TIME)
        return 2 * (kind_of(column.wording) - (len(Kind) if column.assumed else 0)) + plainly
    partly = len(meanings) + 1 if column.assumed else 0
    return max(fits, default=0) + (0 if own else 1) - partly


def with_outcomes(columns: Sequence[ColumnMapping], alone: Container[int] = ()) -> tuple[ColumnMapping, ...]:
    """The columns with the best rated question by name as primary outcome, and what asks for recommendation or
    effort, or once more for the same, beside it.

    Unchanged where no question is rated. Of those that no name tells apart the ones at `alone` come last.
    """
    rated = [column for column in columns if column.role in (Role.DRIVER, Role.OUTCOME)]
    if not rated:
        return tuple(columns)
    wholes = wholes_in(rated)
    of_stems = wholes_of_stems(rated)
    peers = () if wholes or of_stems else peers_in(rated)
    first = [column for column in rated if column.position not in peers]
    best = max(first, key=lambda column: _fitness_as_outcome(column, likelihood(column, wholes), alone, of_stems))
    named = (
        best.position in of_stems
        or best.role is Role.OUTCOME
        or (outcome_strength(best.wording) > 0 and not (is_flag(best) or is_summed(best, rated)))
    )
    further = [
        column
        for column in rated
        if column is not best
        and (
            column.role is Role.OUTCOME
            or is_further_outcome(column)
            or (named and (are_outcomes_alike(column, best) or (is_of_others(column) and not is_of_others(best))))
        )
    ]
    result = []
    for column in columns:
        if column is best and not named:
            column = taken_by_place(column, rated, alone)
        elif column is best and (why := whole_by_place(best, rated)):
            column = replace(column, reason=f"{column.reason} {why}", assumed=True)
        elif column is best and best.position in of_stems:
            column = replace(column, reason=f"{column.reason} {OF_STEM}")
        is_outcome = column.position == best.position or column in further
        result.append(replace(column, role=Role.OUTCOME) if is_outcome else column)
    return primary_first(result, best.position)


def _fitness_as_outcome(
    column: ColumnMapping, strength: int, alone: Container[int], of_stems: Container[int]
) -> tuple[bool, bool, int, bool, bool, bool, bool, bool, bool, int]:
    """How likely a rated question is the primary outcome; of those that no name tells apart the intention to come again comes first, codes last.

    What is asked of competitors, or expected, comes after what is asked of us; satisfaction with one thing of several
    after a rating of the whole; of equals a name without more goes before, of numbered ones the one that is named for all of them.
    """
    in_codes = bool(column.doubt and column.ways and (column.positions or not strength))
    ours = strength > 0 and not is_of_others(column)
    plain = strength > 0 and is_one_word(column)
    is_said = strength > 0 or is_rating(column)
    intends = not strength and is_further_outcome(column)
    in_company = strength > 0 or column.position not in alone
    return (
        column.role is Role.OUTCOME,
        ours,
        strength,
        plain,
        column.position in of_stems,
        intends,
        is_said,
        in_company,
        not in_codes,
        -column.position,
    )


def primary_first(columns: Sequence[ColumnMapping], *positions: int) -> tuple[ColumnMapping, ...]:
    """The columns in the order of the file, but the outcomes at `positions`, in this order, before all others."""
    in_order = sorted(columns, key=lambda column: column.position)
    chosen = [column for position in positions for column in in_order if column.position == position]
    others = [column for column in in_order if column not in chosen]
    first = next((i for i, column in enumerate(others) if column.role is Role.OUTCOME), None)
    if first is None and len(chosen) <= 1:
        return tuple(in_order)
    ahead = min([column.position for column in chosen] + ([others[first].position] if first is not None else []))
    split = sum(column.position < ahead for column in others)
    return (*others[:split], *chosen, *others[split:])


def with_doubts_asked(columns: Sequence[ColumnMapping]) -> tuple[ColumnMapping, ...]:
    """The columns with a doubt about the best end asked where they are outcomes; a driver loads with the doubt said."""
    return tuple(
        replace(column, question=column.doubt if column.role is Role.OUTCOME else None) if column.doubt else column
        for column in columns
    )


def with_schemes(columns: Sequence[ColumnMapping]) -> tuple[ColumnMapping, ...]:
    """The columns with the default scheme of every question, none anywhere else."""
    return tuple(
        replace(column, scheme=scheme_for(column.wording, column.scale) if column.scale else None) for column in columns
    )


def scheme_for(wording: Wording, scale: Scale) -> str:
    """The id of the scheme proposed for a question with this name and text."""
    wished = []
    if says(wording, Meaning.RECOMMEND) and (scale.values[0], scale.values[-1]) in ((0, 10), (1, 11)):
        wished.append("nps")
    if says(wording, Meaning.EFFORT):
        wished.extend(("ces-5", "ces-7"))
    fits = [id for id in wished if find_scheme(id).fits(scale)]
    return fits[0] if fits else fitting(scale)[0].id
