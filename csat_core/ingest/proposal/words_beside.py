"""Questions that are answered in the same words lie on one scale, though not every answer was given to each of them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.offered_middles import are_frequent

FREQUENCY = "frequency"
FEWEST = 5
"""So many times the same answer, and no other, is one of a scale that other questions show."""

Read = Callable[[ColumnProfile, Mapping[str, str]], FoundScale | None]
"""Reads the answers of a column among others that nobody gave, as the file writes them by their folded text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The answers that a question shows."""

    name: str
    family: str
    points: int
    written: Mapping[str, str]
    """By folded text as the file writes them."""


def scales_in_words(
    columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None], read: Read
) -> dict[int, FoundScale]:
    """By position the scale of each column whose words are those of others that show more of them.

    `scales` are those that each has by itself.
    """
    shown: dict[frozenset[str], _Shown] = {}
    for column in columns:
        found = scales[column.position]
        if found and (each := _shown(column, found)):
            shown.setdefault(frozenset(each.written), each)
    scaled = ((column, _among(column, scales[column.position], list(shown.values()), read)) for column in columns)
    longer = {column.position: found for column, found in scaled if found}
    together = _together(columns, {**scales, **longer}, read)
    return longer | together | _shorter(columns, {**scales, **longer, **together})


def _together(
    columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None], read: Read
) -> dict[int, FoundScale]:
    """By position the shorter scale of each of several questions that leave the same open, where the answers to all of them tell it."""
    alike: dict[tuple[str, str], list[ColumnProfile]] = {}
    for column in columns:
        found = scales[column.position]
        if found and found.family and found.assumed and found.rival and not found.doubt:
            alike.setdefault((found.scale.name, found.rival), []).append(column)
    result = {}
    for (_, shorter), questions in alike.items():
        counted = sum((Counter(dict(each.top)) for each in questions), Counter[str]())
        for column in questions if len(questions) > 1 else ():
            filled = sum(each.filled for each in questions)
            found = read(replace(column, top=tuple(counted.most_common()), filled=filled), {})
            if found and found.scale.name == shorter:
                own = answers_of(column)
                said = rf"in \1 answers to {len(questions)} questions in these words nobody"
                result[column.position] = replace(
                    found,
                    reason=re.sub("nobody of ([0-9,]+)", said, found.reason),
                    not_applicable=own.not_applicable,
                    dont_know=own.dont_know,
                )
    return result


def _shorter(columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None]) -> dict[int, FoundScale]:
    """By position the scale of each column with answers that another question shows not to have been offered."""
    known = [(column, found) for column in columns if (found := scales[column.position]) and found.family]
    without = {
        found.rival: (column.name, found)
        for column, found in known
        if found.assumed and found.rival and not found.doubt
    }
    result = {}
    for column, found in known:
        name, model = without.get(found.scale.name, ("", found))
        given = {text for text, _ in answers_of(column).texts} & dict(found.positions).keys()
        is_less = model.family == found.family and model.scale.points < found.scale.points
        if is_less and not found.doubt and given <= dict(model.positions).keys():
            reason = found.reason.replace(" < ".join(found.scale.labels), " < ".join(model.scale.labels))
            said = _and(reason.partition("; nobody of")[0], f"'{name}' shows that no others were offered")
            result[column.position] = replace(
                model, reason=said, not_applicable=found.not_applicable, dont_know=found.dont_know
            )
    return result


def _shown(column: ColumnProfile, found: FoundScale) -> _Shown | None:
    """What a column shows of a family of words; None where its name has to say that they are a rating."""
    answers, positions = answers_of(column), dict(found.positions)
    if found.family is None or found.needs_name:
        return None
    given = {text: answers.written[text] for text, _ in answers.texts if text in positions}
    return _Shown(name=column.name, family=found.family, points=found.scale.points, written=given) if given else None


def _among(column: ColumnProfile, found: FoundScale | None, shown: Sequence[_Shown], read: Read) -> FoundScale | None:
    """The scale of a column among the answers of others; None where these add nothing."""
    own = _own(column, found)
    others = list(_of_others(own, found, shown)) if own else []
    more = {text: label for each in others for text, label in each.written.items() if text not in own}
    scale = read(column, more) if more else None
    longest = max([each.points for each in others] + ([found.scale.points] if found else []), default=0)
    if scale is None or scale.scale.points > longest or not _one_each(scale, {*own, *more}):
        return None
    named = f"'{others[0].name}'"
    if found and _is_plain(column, found) and not _lost_an_end(found, scale):
        said = f"{named} has more answers in these words, none of which is among the {answers_of(column).count:,} here"
        return replace(found, reason=_and(found.reason, said), assumed=True, rival=scale.scale.name)
    return replace(scale, reason=_and(scale.reason, f"{named} shows those that nobody gave here"))


def _own(column: ColumnProfile, found: FoundScale | None) -> frozenset[str]:
    """The answers of a column in words that may be of a longer scale; empty for any other."""
    answers = answers_of(column)
    # `sometimes` and `always` rate where `never` and `usually` were to choose from as well
    is_named = found and found.needs_name and found.family != FREQUENCY
    if column.described.value_labels or is_named or (found and found.family is None):
        return frozenset()
    if found is None and (answers.unseen or len(answers.texts) != 1 or column.filled < FEWEST):
        return frozenset()
    positions = dict(found.positions) if found else None
    return frozenset(text for text, _ in answers.texts if positions is None or text in positions)


def _of_others(own: frozenset[str], found: FoundScale | None, shown: Sequence[_Shown]) -> Iterator[_Shown]:
    """The others that have all of these answers, or, of the same family, some of them."""
    holding = [each for each in shown if own < each.written.keys()]
    yield from holding
    if found and not holding:
        yield from (each for each in shown if each.family == found.family and own & each.written.keys())


def _one_each(scale: FoundScale, texts: set[str]) -> bool:
    """Whether each of the texts is an answer of its own: `Satisfied` and `Somewhat satisfied` are one on some scales."""
    positions = dict(scale.positions)
    levels = [positions.get(text) for text in texts]
    return None not in levels and len(set(levels)) == len(levels)


def _is_plain(column: ColumnProfile, found: FoundScale) -> bool:
    """Whether every answer of the scale was given, and often, among many: then others were hardly offered."""
    answers, positions = answers_of(column), dict(found.positions)
    given = {positions[text] for text, _ in answers.texts if text in positions}
    return len(given) == found.scale.points and are_frequent(found, answers)


def _lost_an_end(found: FoundScale, longer: FoundScale) -> bool:
    """Whether a level at an end, which others show, was taken for one that was not offered because nobody gave it here."""
    ends, more = ((each.scale.labels[0], each.scale.labels[-1]) for each in (found, longer))
    return found.assumed and found.rival == longer.scale.name and ends != more


def _and(reason: str, said: str) -> str:
    return f"{reason.removesuffix('.')}; {said}."
