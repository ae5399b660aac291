"""Columns on the scale that a person gave: what it was given for, and what it settles besides."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Named
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.going_together import alone_in
from csat_core.ingest.proposal.rated_runs import fills, says_nothing
from csat_core.ingest.proposal.roles import TEXTS_AS_GROUPS
from csat_core.ingest.scales.answers import Answers, answers_of
from csat_core.ingest.scales.given_scales import GivenScale, parse_given
from csat_core.ingest.scales.labelled_codes import codes_of_labels
from csat_core.ingest.scales.near_labels import near_in
from csat_core.ingest.scales.share_levels import same_numbers
from csat_core.ingest.scales.spelled_numbers import positions_of, spelled_number
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.dataset import Role

FEWEST_LABELS = 3
"""Of a scale in words that further columns may share; `Yes` and `No` stand in many."""


def settled_with(
    mapping: Mapping,
    columns: tuple[ColumnProfile, ...],
    given: Named[ColumnProfile, GivenScale],
    free: Sequence[ColumnProfile],
) -> Iterator[tuple[ColumnProfile, str, GivenScale]]:
    """The further columns that a given scale settles, with the column it was given for: their answers lie on the same ones.

    Of the `free` ones, of which nothing was said, those that seemed groups are read so too where their texts are its labels, and
    those that seemed numbers where these are its answers and their names say nothing.
    """
    alone = alone_in({column.position: column for column in columns})
    numbers = {column.position for column in mapping.columns if says_nothing(column)} - alone
    ways = {column.position: column.ways for column in mapping.columns if column.ways}
    groups = {
        column.position
        for column in mapping.columns
        if column.role is Role.SEGMENT and column.reason.endswith(TEXTS_AS_GROUPS)
    }
    for settled, scale in given.items():
        for profile in free:
            is_group = profile.position in groups and _says_the_same(profile, scale)
            if is_group or (profile.position in numbers and _reaches_its_end(profile, scale)):
                yield profile, settled.name, scale
        same = ways.get(settled.position, ())
        if scale not in map(parse_given, same):
            continue
        for profile in columns:
            if profile not in given and ways.get(profile.position) == same:
                yield profile, settled.name, scale


def _says_the_same(profile: ColumnProfile, given: GivenScale) -> bool:
    """Whether the texts of a column are labels of a scale that was given in words, and most of them."""
    labels, texts = set(dict(given.positions)), {text for text, _ in answers_of(profile).texts}
    return len(labels) >= FEWEST_LABELS and texts <= labels and 2 * len(texts) > len(labels)


def _reaches_its_end(profile: ColumnProfile, given: GivenScale) -> bool:
    """Whether the numbers of a column are answers of a scale that was given in numbers, over most of it and up to its end."""
    is_on_top = not given.positions and profile.highest == max(given.scale.values)
    return is_on_top and fills(profile, given.scale, ".")


def on_scale(column: ColumnMapping, profile: ColumnProfile, given: GivenScale) -> ColumnMapping:
    """The column on the scale that was given, strictly; a column that was no question becomes a driver."""
    scale, answers = given.scale, answers_of(profile)
    codes = (*given.not_applicable, *given.dont_know, *dict(given.positions))
    return ColumnMapping(
        position=column.position,
        name=column.name,
        label=column.label,
        role=column.role if column.role.storage == "question" else Role.DRIVER,
        reason=f"Scale {scale.name} given.",
        scale=scale,
        positions=_positions(given, answers, profile.described),
        not_applicable=given.not_applicable + _words_beside(answers.not_applicable, codes),
        dont_know=given.dont_know + _words_beside(answers.dont_know, codes),
    )


def _positions(given: GivenScale, answers: Answers, described: Described) -> tuple[tuple[str, int], ...]:
    """What each text of the file means on the scale that was given: `1.0` is its `1`, `3½` its 3.5, a label its code."""
    texts = tuple(text for text, _ in answers.texts)
    spelled = {text: number for text in texts if (number := spelled_number(text)) is not None}
    spelled |= codes_of_labels(described)
    if not given.positions:
        return positions_of(spelled, given.scale)
    known = dict(given.positions)
    return tuple((same_numbers(texts, given.scale.labels) | known).items())


def with_slips(column: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    """The column with answers that are a slip away from a label read as it; unchanged where there are none."""
    if column.scale is None:
        return column
    answers = answers_of(profile)
    silent = {*column.not_applicable, *column.dont_know}
    found = near_in((text for text, _ in answers.texts if text not in silent), dict(column.positions))
    if not found:
        return column
    positions = dict(column.positions)
    said = ", ".join(f"'{answers.written[text]}' as '{label}'" for text, label in found.items())
    reason = f"{column.reason} Read as the label they are nearest to: {said}."
    return replace(
        column,
        reason=reason,
        positions=(*column.positions, *((text, positions[label]) for text, label in found.items())),
    )


def _words_beside(texts: tuple[str, ...], codes: tuple[str, ...]) -> tuple[str, ...]:
    """The non-answers in words that were not given a meaning of their own."""
    return tuple(text for text in texts if text not in codes and rating_of(text)[0] is None)
