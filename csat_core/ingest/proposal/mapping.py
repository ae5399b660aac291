"""The mapping of a file: proposed from what its columns hold, overruled by a person."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.arrangement import settled, with_doubts_asked, with_outcomes, with_schemes
from csat_core.ingest.proposal.choices_as_groups import with_choices_as_groups
from csat_core.ingest.proposal.clues import MOST_GROUPS
from csat_core.ingest.proposal.coded_outcomes import with_codes_said
from csat_core.ingest.proposal.codes_left_out import without_codes_of_words
from csat_core.ingest.proposal.companies import with_companies_as_customers
from csat_core.ingest.proposal.counted_tables import with_counts_asked
from csat_core.ingest.proposal.cuts import usual_for
from csat_core.ingest.proposal.date_orders import kinds_of_period
from csat_core.ingest.proposal.dates_of_replies import without_dates_of_replies
from csat_core.ingest.proposal.decisions import decide
from csat_core.ingest.proposal.effort_beside import with_efforts_settled
from csat_core.ingest.proposal.expected_beside import with_expectations_as_numbers
from csat_core.ingest.proposal.going_together import alone_in, with_turned_doubted
from csat_core.ingest.proposal.made_left_out import without_made_columns
from csat_core.ingest.proposal.mixed_questions import with_mixtures_asked
from csat_core.ingest.proposal.moments_across import with_moments_asked
from csat_core.ingest.proposal.neighbours import scales_of
from csat_core.ingest.proposal.number_marks import as_written
from csat_core.ingest.proposal.open_outcomes import with_open_outcomes
from csat_core.ingest.proposal.perhaps_counted import with_counts_as_numbers
from csat_core.ingest.proposal.rated_runs import with_runs_rated
from csat_core.ingest.proposal.recommendations import (
    as_recommendations,
    recommendations_beside,
    sorts_promoters,
    with_recommendations_said,
)
from csat_core.ingest.proposal.response_keys import with_codes_as_response_id
from csat_core.ingest.proposal.results_in_rows import with_results_asked
from csat_core.ingest.proposal.roles import role_of
from csat_core.ingest.proposal.side_tables import as_beside, beside
from csat_core.ingest.proposal.units_of_numbers import without_mixed_units
from csat_core.ingest.proposal.weekdays_beside import with_weekdays_beside
from csat_core.ingest.proposal.yes_no_outcomes import with_yes_no_outcome
from csat_core.ingest.scales.answers import forget_answers
from csat_core.ingest.scales.yes_no_codes import with_codes_as_groups
from csat_core.ingest.texts.wordings import outcome_strength, says_groups
from csat_core.ingest.unasked import with_unasked, without_declared
from csat_core.model.dataset import Role

__all__ = ["propose", "proposed_for", "decide"]


def propose(columns: tuple[ColumnProfile, ...], decimal: str) -> Mapping:
    """How the file would be read if nobody objected, each column with the reason.

    The columns stand in the order of the file, except that the primary outcome stands before the other outcomes.
    """
    columns = with_weekdays_beside(columns)
    aside = beside(columns)
    recommended = recommendations_beside(tuple(column for column in columns if column.position not in aside))
    columns = as_recommendations(columns, recommended)
    scales = scales_of(tuple(column for column in columns if column.position not in aside))
    told = [without_declared(column, decimal) for column in columns]
    drafts = [
        as_beside(column, aside[column.position])
        if column.position in aside
        else role_of(column, scales.get(column.position), decimal)
        for column in told
    ]
    profiles = {column.position: column for column in told}
    drafts = with_counts_as_numbers(with_runs_rated(drafts, profiles, scales), profiles)
    drafts = with_expectations_as_numbers(drafts, profiles)
    drafts = without_codes_of_words(with_recommendations_said(drafts, recommended), profiles)
    drafts = without_made_columns(drafts, profiles)
    drafts = with_codes_as_response_id(_periods_beside_days(drafts, profiles), profiles)
    drafts = with_companies_as_customers(with_yes_no_outcome(drafts, profiles, scales), profiles)
    drafts = without_dates_of_replies(without_mixed_units(drafts, profiles), profiles)
    drafts = [
        replace(draft, cuts=usual_for(profiles[draft.position])) if draft.role is Role.METRIC else draft
        for draft in drafts
    ]
    arranged = with_outcomes(with_open_outcomes(_without_recodes(settled(drafts)), profiles), alone_in(profiles))
    arranged = with_efforts_settled(with_turned_doubted(arranged, profiles), profiles)
    arranged = with_choices_as_groups(with_codes_as_groups(with_codes_said(arranged, profiles)), profiles)
    asked = with_mixtures_asked(with_counts_asked(with_doubts_asked(arranged), profiles), profiles)
    asked = with_results_asked(with_moments_asked(asked), profiles)
    mapping = Mapping(columns=as_written(with_unasked(with_schemes(asked), columns), told, decimal), decimal=decimal)
    forget_answers()
    return mapping


def proposed_for(staged: Staged) -> Mapping:
    """The proposal for a file, as its columns were told."""
    return staged.proposed or propose(staged.columns, staged.detection.decimal)


def with_proposal(staged: Staged) -> Staged:
    """The same file with its proposal, made once for all who ask for it."""
    return replace(staged, proposed=proposed_for(staged))


def _periods_beside_days(drafts: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """The columns with months, quarters and weeks as groups where another column has the day itself."""
    times = [draft for draft in drafts if draft.role is Role.TIME]
    periods = [draft for draft in times if kinds_of_period(profiles[draft.position])]
    if len(periods) == len(times):
        return list(drafts)
    reason = "Periods of time, as groups to compare: another column has the day itself."
    return [
        replace(draft, role=Role.SEGMENT, reason=reason, date_order=None, assumed=False)
        if draft in periods and 2 <= profiles[draft.position].distinct <= MOST_GROUPS
        else draft
        for draft in drafts
    ]


def _sorts_texts(column: ColumnMapping) -> bool:
    """Whether words stand under a name that says groups and no outcome, as a program writes the sentiment of a comment."""
    return says_groups(column.wording) and not outcome_strength(column.wording)


def _without_recodes(columns: tuple[ColumnMapping, ...]) -> tuple[ColumnMapping, ...]:
    """The columns, words that sort what another question was answered as a segment: promoters, the sentiment of comments."""
    rated = [column for column in columns if column.scale is not None]
    recodes = [
        column
        for column in rated
        if column.positions and (sorts_promoters(dict(column.positions)) or _sorts_texts(column))
    ]
    if not recodes or len(recodes) == len(rated):
        return columns
    reason = "Sorts the answers of another question into groups."
    return tuple(
        ColumnMapping(position=column.position, name=column.name, label=column.label, role=Role.SEGMENT, reason=reason)
        if column in recodes
        else column
        for column in columns
    )
