"""Columns of plain numbers that say nothing of their best end, beside one that says that its lowest number is the best."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.effort import effort_in
from csat_core.ingest.scales.explained_beside import said_beside
from csat_core.ingest.scales.given_scales import turned
from csat_core.ingest.scales.grades import grades_in, names_grades
from csat_core.ingest.scales.open_directions import in_both_directions
from csat_core.ingest.scales.open_ranges import GRADES, SIX_OPEN
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.sorted_beside import sorted_in
from csat_core.ingest.scales.stated_ends import stated_end, stated_ends
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.polarity import burden_in
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says
from csat_core.model.scale import number_text

_CODE = re.compile(r"-?\d{1,4}")
FEWEST = 3
"""Labelled answers that may have a direction; two are a yes and a no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the name of one column, or lines about it alone, say of its ends."""

    name: str
    words: str
    is_reversed: bool


def with_directions_beside(
    columns: Iterable[ColumnProfile], scales: Mapping[int, FoundScale], language: str | None
) -> dict[int, FoundScale]:
    """`scales` by position, in which a column without words of its own follows the others of its span, with a doubt.

    Where all that explain their ends call the lowest number the best it is proposed for the silent ones too; where they
    differ those stay as they are. `language` is the code of the one the columns are named in.
    """
    scaled = [column for column in columns if column.position in scales]
    numeric = [column for column in scaled if scales[column.position].numeric]
    own = {column.position: each for column in scaled if (each := _said(column, scales[column.position]))}
    said: dict[Bounds, list[_Said]] = {}
    for column in scaled:
        found, words = scales[column.position], own.get(column.position)
        bounds = _bounds(found)
        if words and words.is_reversed == found.scale.is_reversed:  # not what is bad to agree with
            same = GRADES if names_grades(column.name) and bounds in GRADES else (bounds,)
            for span in same:
                said.setdefault(span, []).append(words)
    result = dict(scales)
    for column in numeric:
        found = scales[column.position]
        beside = _beside_span(_bounds(found), said)
        low = next((each for each in beside if each.is_reversed), None)
        if low and column.position not in own and _is_silent(column.wording, found, language):
            result[column.position] = _beside(found, low, follows=all(each.is_reversed for each in beside))
    return result


def _beside_span(bounds: Bounds, said: Mapping[Bounds, list[_Said]]) -> list[_Said]:
    """What is said of a span, or else of the longer ones of which it is the beginning: nobody may have given the rest."""
    longer = (words for span, words in said.items() if span[0] == bounds[0] and span[1] > bounds[1])
    return said.get(bounds) or [each for words in longer for each in words]


def _said(column: ColumnProfile, found: FoundScale) -> _Said | None:
    """What name or text of a column, or the labels of its codes, say of its ends.

    None without, and for effort, whose ends say nothing of other questions.
    """
    if effort_in(column.wording) is not None:
        return None
    if not found.numeric:
        return _labelled(column, found)
    if sorted_by := sorted_in(column, found):
        return _Said(name=column.name, words=sorted_by.words, is_reversed=sorted_by.is_reversed)
    bounds = _bounds(found)
    for text in column.wording:
        if ends := stated_ends(text):
            return None if ends.is_amount else _Said(name=column.name, words=ends.words, is_reversed=ends.is_reversed)
        if grades := names_grades(text):
            return _Said(name=column.name, words=grades, is_reversed=True)
        if (end := stated_end(text)) and (reverses := end.reverses(bounds)) is not None:
            return None if end.is_amount else _Said(name=column.name, words=end.words, is_reversed=reverses)
    beside = said_beside(column.described, answers_of(column), bounds)
    words = next(iter(beside), "")
    return _Said(name=column.name, words=words, is_reversed=beside[words]) if len(set(beside.values())) == 1 else None


def _labelled(column: ColumnProfile, found: FoundScale) -> _Said | None:
    """What the labels of its codes say of the ends of a scale; None where it has none, or they leave it open."""
    labels = column.described.value_labels or column.described.paired
    codes = {fold(label): int(code) for code, label in labels if _CODE.fullmatch(code)}
    ends = codes.get(fold(found.scale.labels[0])), codes.get(fold(found.scale.labels[-1]))
    is_settled = not found.doubt and len(found.scale.values) >= FEWEST
    if not is_settled or None in ends or ends != (found.scale.values[0], found.scale.values[-1]):
        return None
    words = [f"{number_text(found.scale.values[at])} = {fold(found.scale.labels[at])}" for at in (0, -1)]
    is_reversed = found.scale.is_reversed
    said = ", ".join(reversed(words) if is_reversed else words)
    return _Said(name=column.name, words=said, is_reversed=is_reversed)


def _is_silent(wording: Wording, found: FoundScale, language: str | None) -> bool:
    """Whether nothing in the wording says which end is the best, or leaves it open already."""
    explained = any(stated_ends(text) or stated_end(text) for text in wording) or grades_in(wording, language)
    upwards = says(wording, Meaning.STARS) or any((span := stated_range(text)) and span.low is None for text in wording)
    # the grade of a waiting time, or much of it: the lowest is the best of both
    directions = found.scale.name, found.scale.backwards.name
    burden = found.doubt and set(found.ways) <= set(directions) and burden_in(wording)
    readings = {found.rival, *(way.partition(",")[0] for way in found.ways)}
    is_open = directions[1] in readings or (found.doubt and not found.ways)
    is_open = is_open and found.doubt != SIX_OPEN and not burden
    return not (explained or upwards or is_open or found.contradicts or found.scale.is_reversed or effort_in(wording))


def _beside(found: FoundScale, said: _Said, *, follows: bool) -> FoundScale:
    scale = found.scale.backwards if follows else found.scale
    doubt = f"'{said.name}' beside it is best where it is low, by '{said.words}', and nothing says whether this is, too"
    best = number_text(scale.values[-1])
    taken = f"{best} is taken as the best{', as there' if follows else ''}"
    if found.ways and scale.name not in found.ways[1:] and found.doubt != SIX_OPEN:
        ways = tuple(map(turned, found.ways)) if follows else found.ways
        return in_both_directions(replace(found, scale=scale, ways=ways), f"{doubt}: {taken}", doubt)
    reason = found.reason.removesuffix(".")
    for open_before in (SIX_OPEN, found.doubt):
        reason = reason.partition(f"; {open_before}")[0]
    return replace(
        found,
        scale=scale,
        reason=f"{reason}; {doubt}: {taken}.",
        assumed=True,
        rival=scale.backwards.name,
        ways=(),
        doubt=doubt,
    )


def _bounds(found: FoundScale) -> Bounds:
    low, *_, high = sorted(found.scale.values)
    return int(low), int(high)
