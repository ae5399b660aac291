"""What a person decides over the proposal: roles and scales of columns, each checked against what the column holds."""

from collections.abc import Mapping as Named
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.arrangement import (
    SINGLE,
    displaced,
    primary_first,
    with_doubts_asked,
    with_outcomes,
    with_schemes,
)
from csat_core.ingest.proposal.candidates import averages_in, candidates_in
from csat_core.ingest.proposal.cell_facts import numeric_share
from csat_core.ingest.proposal.clues import as_number, as_question
from csat_core.ingest.proposal.cuts import parse_cuts, usual_for
from csat_core.ingest.proposal.date_orders import date_orders
from csat_core.ingest.proposal.further_outcomes import are_outcomes_alike, is_further_outcome
from csat_core.ingest.proposal.hints import Neighbours, hints_for
from csat_core.ingest.proposal.moments_across import moments_across
from csat_core.ingest.proposal.neighbours import neighbours_in, scales_of
from csat_core.ingest.proposal.number_marks import as_written, mark_in
from csat_core.ingest.proposal.on_given_scales import on_scale, settled_with, with_slips
from csat_core.ingest.proposal.outcome_by_place import without_place_asked
from csat_core.ingest.proposal.privacy import personal_kind, with_write_ins_covered
from csat_core.ingest.proposal.roles import role_of
from csat_core.ingest.proposal.typed_choices import column_named, parse_role
from csat_core.ingest.proposal.undecidable import (
    ManyTimesError,
    NoUsableRatingError,
    RepeatedRoleError,
    RoleDoesNotFitError,
)
from csat_core.ingest.scales.answers import forget_answers
from csat_core.ingest.scales.given_scales import parse_given, without_near
from csat_core.ingest.scales.recognition import recognise
from csat_core.ingest.unasked import with_unasked, without_declared
from csat_core.model.dataset import Role


def decide(
    mapping: Mapping, columns: tuple[ColumnProfile, ...], *, roles: Named[str, str], scales: Named[str, str]
) -> Mapping:
    """`mapping` with the roles and scales a person gave, both by the name of a column (or `#7`, or 7).

    Outcomes that were named come first, in the order given; a proposed outcome beside them is a driver then, unless it
    asks for a recommendation, for effort or for the same once more. A scale that was given is strict: what lies off it will be rejected, but for
    `near`, alone or behind the scale, by which answers a slip away from one of its labels are read as it.
    Raises UnknownColumnError, UnknownRoleError, RoleDoesNotFitError, RepeatedRoleError, InvalidScaleError and
    NoUsableRatingError.
    """
    by_position = {column.position: column for column in mapping.columns}
    wished = {column_named(name, columns): text for name, text in scales.items()}
    given_scales = {
        profile: parse_given(rest) for profile, text in wished.items() if (rest := without_near(text)) or not text
    }
    given_roles = {column_named(name, columns): parse_role(name, text) for name, text in roles.items()}
    beside = neighbours_in(columns, scales_of(columns) if given_roles else {})
    for profile, (role, order) in given_roles.items():
        chosen = _in_role(profile, role, order, mapping, beside, profile in given_scales)
        # what a person leaves out stays out; what is kept all the same can still be kept as a code
        personal = personal_kind(profile) if role is not Role.IGNORE else None
        reason = f"Chosen as {_words(role)}. {chosen.reason}".strip()
        chosen = replace(chosen, reason=reason, personal=personal)
        by_position[profile.position] = with_write_ins_covered(chosen, profile)
    for profile, given in given_scales.items():
        by_position[profile.position] = on_scale(by_position[profile.position], profile, given)
    free = [column for column in columns if column not in given_scales and column not in given_roles]
    for profile, first, given in settled_with(mapping, columns, given_scales, free):
        column = on_scale(by_position[profile.position], profile, given)
        by_position[profile.position] = replace(
            column, reason=f"Read as '{first}', for which {given.scale.name} was given."
        )
    for profile in (profile for profile, text in wished.items() if without_near(text) != text):
        by_position[profile.position] = with_slips(by_position[profile.position], profile)
    positions = {profile.position: role for profile, (role, _) in given_roles.items()}
    result = _one_each(list(by_position.values()), positions)
    arranged = with_doubts_asked(_with_outcomes_given(result, positions, columns))
    settled = as_written(with_unasked(with_schemes(arranged), columns), columns, mapping.decimal)
    decided = replace(mapping, columns=settled)
    forget_answers()
    return decided


def _in_role(
    profile: ColumnProfile, role: Role, order: str | None, mapping: Mapping, beside: Neighbours, scaled: bool
) -> ColumnMapping:
    """The column in the role that was given; raises where its cells do not fit it."""
    before = next(column for column in mapping.columns if column.position == profile.position)
    plain = ColumnMapping(
        position=profile.position, name=profile.name, label=profile.described.label, role=role, reason=""
    )
    if role.storage == "question":
        if before.scale is not None:
            return replace(without_place_asked(before), role=role)
        found = recognise(profile, hints_for(profile, beside, rated=True))
        if found is None and not scaled:
            raise NoUsableRatingError(profile.name)
        return as_question(profile, found, role) if found else plain
    if role.storage == "number":
        profile = without_declared(profile, mapping.decimal)
        mark, order = mark_in(order)
        number = replace(as_number(profile, role, ""), decimal=mark)
        if profile.filled and not number.positions and numeric_share(profile, mapping.decimal) == 0:
            raise RoleDoesNotFitError(profile.name, role, "it needs numbers, or yes and no", _example(profile))
        if role is not Role.METRIC:
            return replace(number, counted=order)
        return replace(number, cuts=usual_for(profile) if order is None else parse_cuts(order))
    return _as_time(profile, order) if role is Role.TIME else plain


def _as_time(profile: ColumnProfile, order: str | None) -> ColumnMapping:
    """The column as the time in the order given, else in the order its cells settle; raises RoleDoesNotFitError."""
    plain = ColumnMapping(
        position=profile.position, name=profile.name, label=profile.described.label, role=Role.TIME, reason="",
        date_order=order,
    )  # fmt: skip
    if order:
        return plain
    proposed = role_of(profile, None, ".") if date_orders(profile) else plain
    if proposed.role is Role.TIME and proposed.date_order:
        return proposed
    best = max(profile.dates, key=lambda pair: pair[1], default=None)
    if best is None or not best[1]:
        raise RoleDoesNotFitError(profile.name, Role.TIME, "it needs dates", _example(profile))
    return replace(plain, date_order=best[0])


def _one_each(columns: list[ColumnMapping], given: dict[int, Role]) -> list[ColumnMapping]:
    """The columns with a role of one column kept by the one that was given it; raises RepeatedRoleError."""
    for role in SINGLE:
        holders = [column for column in columns if column.role is role]
        chosen = [column for column in holders if given.get(column.position) is role]
        if len(chosen) > 1:
            raise RepeatedRoleError(role, chosen[0].name, chosen[1].name)
        if chosen:
            columns = [
                displaced(column, chosen[0]) if column in holders and column is not chosen[0] else column
                for column in columns
            ]
    return columns


def _with_outcomes_given(
    columns: list[ColumnMapping], given: dict[int, Role], profiles: tuple[ColumnProfile, ...]
) -> tuple[ColumnMapping, ...]:
    """The columns with the outcomes that were named first; raises NoUsableRatingError where there is none at all."""
    named = [position for position, role in given.items() if role is Role.OUTCOME]
    if named:
        columns = list(map(without_place_asked, columns))
        first = next(column for column in columns if column.position == named[0])
        kept = [
            replace(column, role=Role.DRIVER)
            if column.role is Role.OUTCOME
            and column.position not in named
            and not (is_further_outcome(column) or are_outcomes_alike(column, first))
            else column
            for column in columns
        ]
        return primary_first(kept, *named)
    outcomes = [column for column in columns if column.role is Role.OUTCOME]
    if outcomes:
        return primary_first(columns, *(column.position for column in outcomes))
    fixed = [position for position, role in given.items() if role is Role.DRIVER]
    free = [column for column in columns if column.position not in fixed]
    if not any(column.role is Role.DRIVER for column in free):
        if many := moments_across(columns):
            raise ManyTimesError(many)
        raise NoUsableRatingError(candidates=candidates_in(columns, profiles), averages=averages_in(columns, profiles))
    chosen = {column.position: column for column in with_outcomes(free)}
    primary = next(column.position for column in with_outcomes(free) if column.role is Role.OUTCOME)
    return primary_first([chosen.get(column.position, column) for column in columns], primary)


def _words(role: Role) -> str:
    return role.value.replace("_", " ")


def _example(profile: ColumnProfile) -> str:
    return profile.top[0][0][:60] if profile.top else ""
