"""Questions that were not asked, told from those left blank: only where the file itself settles it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from csat_core.ingest.detection import PLAIN, ColumnProfile, Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.column_measures import of_few_values
from csat_core.ingest.texts.reading import fold, rating_of

SEEN = "seen"
"""Of a cell text: what stands for a question that was shown and left out, if the export was told to write it."""


def with_blanks_settled(profiles: Sequence[ColumnProfile], described: Sequence[Described]) -> tuple[Described, ...]:
    """What the file says of its columns, blank cells declared `not_asked` where a text marks those that were seen.

    The mark is a number, and may be the code of an answer as well: it is one for sure where it stands among texts.
    """
    marked = [
        {fold(text) for text, kind in said.missing if kind == SEEN} for said in described[: len(profiles)]
    ]  # fmt: skip
    sure = any(marks and _among_texts(profile, marks) for marks, profile in zip(marked, profiles, strict=False))
    return tuple(replace(said, missing=tuple(_settled(said, sure))) if said.missing else said for said in described)


def _settled(said: Described, sure: bool) -> Iterable[tuple[str, str]]:
    for text, kind in said.missing:
        if kind != SEEN:
            yield text, kind
        elif sure:
            yield text, "blank"
            yield "", "not_asked"


def _among_texts(profile: ColumnProfile, marks: set[str]) -> bool:
    texts = {fold(text) for text, _ in profile.top}
    return bool(texts & marks) and any(text and rating_of(text)[0] is None for text in texts - marks)


def without_declared(profile: ColumnProfile, decimal: str) -> ColumnProfile:
    """The profile without the cells that the file declares to be no answer, as far as its most frequent values list them."""
    declared = set(_silent_in(profile.described))
    silent = {text: count for text, count in profile.top if fold(text) in declared}
    if not silent:
        return profile
    kept = {text: count for text, count in profile.top if text not in silent}
    filled = profile.filled - sum(silent.values())
    left = replace(
        profile, filled=filled, blank=profile.blank + profile.filled - filled, top=tuple(kept.items()),
        distinct=max(profile.distinct - len(silent), len(kept)),
    )  # fmt: skip
    if sum(kept.values()) < filled or profile.measure:  # the child left them out of what it measured of so many values
        return left
    now = of_few_values(kept, profile.mark or decimal)
    return replace(
        left, numeric=now.numeric, whole=now.whole, lowest=now.lowest, highest=now.highest, mean_length=now.mean_length,
        dates=now.dates,
    )  # fmt: skip


def with_unasked(columns: Iterable[ColumnMapping], profiles: Iterable[ColumnProfile]) -> tuple[ColumnMapping, ...]:
    """The columns with the texts that mean not asked, or blank, as the file declares them.

    What a person gave a meaning keeps it. In a column that is no question all that is declared to be no answer is blank.
    """
    said = {profile.position: profile.described for profile in profiles}
    return tuple(_declared(column, said.get(column.position, PLAIN)) for column in columns)


def with_unasked_as_before(
    saved: Sequence[ColumnMapping], profiles: Iterable[ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns of a dataset as a further file has them: texts mean what they meant, blank cells what this file says.

    A mark that was one for sure is one in this file too; where it occurs, blank cells were not seen.
    """
    profiles = tuple(profiles)
    tops = {profile.position: {fold(text) for text, _ in profile.top} for profile in profiles}
    marks = any(tops.get(column.position, set()) & set(column.silent) for column in saved)
    declared = with_unasked(saved, profiles)
    return tuple(
        replace(
            now,
            silent=tuple(dict.fromkeys((*before.silent, *now.silent))),
            not_asked=tuple(dict.fromkeys((*(text for text in before.not_asked if text or marks), *now.not_asked))),
        )
        for before, now in zip(saved, declared, strict=True)
    )


def _silent_in(said: Described) -> tuple[str, ...]:
    """Folded texts that are no answers whatever the column is for; an export that writes `N/A` everywhere means questions."""
    return tuple(fold(text) for text, kind in said.missing if text and (kind != "not_asked" or said.value_labels))


def _declared(column: ColumnMapping, said: Described) -> ColumnMapping:
    given = {*column.not_applicable, *column.dont_know, *dict(column.positions)}
    kinds = {fold(text): kind for text, kind in said.missing if fold(text) not in given}
    if column.role.storage != "question":
        return replace(column, not_asked=(), silent=tuple(text for text in _silent_in(said) if text not in given))
    if not kinds:
        return replace(column, not_asked=(), silent=()) if column.not_asked or column.silent else column
    return replace(
        column,
        not_asked=tuple(text for text, kind in kinds.items() if kind == "not_asked"),
        silent=tuple(text for text, kind in kinds.items() if kind == "blank"),
    )
