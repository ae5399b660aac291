"""Labels of no known scale beside codes whose labels are all of one: `9 = NOT STATED` beside `1 = Very dissatisfied` and so on.

Such a label is no degree of that scale, whatever its code. Far from the others it is taken as no answer; next to them it may
be one more answer, which is asked of an outcome and doubted of a driver.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.given_scales import with_none
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.scales.numbered_spans import begins, placed
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.scales.stated_ends import is_best
from csat_core.ingest.texts.degrees import families_of
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import worded_scale

FEWEST_KNOWN = 3
"""So many labels in step with their codes are a scale, if they are not all of a shorter one."""

MOST_NUMBERS = 11
"""Plain numbers over a longer range are counted or measured."""
MOST_LABELS, MOST_STRANGE = 40, 8
"""More labels name groups; more strange ones are no scale's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """What a cell says that is an answer or none."""

    code: int
    words: str
    """Folded, without the number."""
    written: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrangeLabels:
    """The strange labels of a column, and the column without them."""

    profile: ColumnProfile
    labels: Mapping[str, _Label]
    """By folded text."""
    bounds: Bounds
    """The codes of the scale that the others are of."""


def strange_labels(profile: ColumnProfile) -> StrangeLabels | None:
    """The labels of a column that are of no known scale, where the others are of one in step with their codes; None elsewhere."""
    labels = _labels(profile)
    if not 0 < len(labels) <= MOST_LABELS:
        return None
    found = (
        _below_zero(labels, profile)
        or _beside_family(labels)
        or _beside_ends(labels)
        or _beside_numbers(labels, profile)
    )
    bounds, strange = found or ((0, 0), {})
    if not 0 < len(strange) <= MOST_STRANGE:
        return None
    described = profile.described
    kept = tuple(pair for pair in described.value_labels if fold(pair[1]) not in strange)
    rest = replace(
        profile,
        described=replace(described, value_labels=kept),
        filled=profile.filled - sum(each.count for each in strange.values()),
        top=tuple(pair for pair in profile.top if fold(pair[0]) not in strange),
    )
    return StrangeLabels(profile=rest, labels=strange, bounds=bounds)


def _labels(profile: ColumnProfile) -> dict[str, _Label]:
    """By folded text what the file declares, else what the cells carry themselves; nothing that is known to be no answer."""
    declared = {fold(text) for text, _ in profile.described.missing}
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    for cell, count in profile.top:
        text = fold(cell)
        counts[text] = counts.get(text, 0) + count
        written.setdefault(text, " ".join(cell.split()))
    found: dict[str, _Label] = {}
    for code, label in profile.described.value_labels or [("", cell) for cell in written.values()]:
        text = fold(label)
        own = numbered(text)
        number = own.number if own else None
        number = int(float(code)) if _is_whole(code) else number
        words = own.words if own and own.words else "" if own else text
        if number is not None and words and text not in declared and silence_of(text) is None:
            found[text] = _Label(code=number, words=words, written=label, count=counts.get(text, 0))
    return found


def _is_whole(code: str) -> bool:
    try:
        return float(code).is_integer() and abs(float(code)) < 10_000
    except ValueError:
        return False


def _below_zero(labels: Mapping[str, _Label], profile: ColumnProfile) -> tuple[Bounds, dict[str, _Label]] | None:
    """The codes from zero on, and the labels below them, where these are no other half of the scale; None without."""
    below = {text: each for text, each in labels.items() if each.code < 0}
    codes = {each.number for text, _ in profile.top if (each := numbered(fold(text)))} if below else set()
    codes |= {each.code for each in labels.values()}
    scale = {code for code in codes if code >= 0}
    is_half = set(range(-max(scale, default=0), 0)) <= codes
    return ((min(scale), max(scale)), below) if below and len(scale) >= FEWEST_KNOWN and not is_half else None


def _beside_family(labels: Mapping[str, _Label]) -> tuple[Bounds, dict[str, _Label]] | None:
    """The codes of the family that knows most of the labels, in step with these, and what lies outside; None without."""
    most, found = 0, None
    for family in families_of(each.words for each in labels.values()):
        known = {each.code: level for each in labels.values() if (level := family.level_of(each.words))}
        span = placed(family, known) if len(known) > 1 else None
        is_whole = len(known) == len(family.levels)
        if span is None or not (is_whole or len(known) >= FEWEST_KNOWN or begins(span.bounds)):
            continue
        outside = _outside(labels, span.bounds)
        # next to a part of a scale, or to two answers, it may be any other answer
        is_open = not is_whole or len(known) < FEWEST_KNOWN
        is_strange = all(
            not family.level_of(each.words)
            and not (_is_next(each, span.bounds) and (is_open or families_with([each.words])))
            for each in outside.values()
        )
        if is_strange and (len(known) > most or (len(known) == most and not outside)):
            most, found = len(known), (span.bounds, outside)
    return found if found and found[1] else None


def _outside(labels: Mapping[str, _Label], bounds: Bounds) -> dict[str, _Label]:
    low, high = bounds
    return {text: each for text, each in labels.items() if not low <= each.code <= high}


def _is_next(label: _Label, bounds: Bounds) -> bool:
    """Whether a code is the next one below or above a scale; -1 below 0 hardly is."""
    return label.code >= 0 and label.code in (bounds[0] - 1, bounds[1] + 1)


def _beside_ends(labels: Mapping[str, _Label]) -> tuple[Bounds, dict[str, _Label]] | None:
    """The codes of the only two labels that are good or bad, one of each, and what lies outside; None without."""
    ends = {each.code: good for each in labels.values() if (good := is_best(each.words)) is not None}
    if len(ends) != 2 or len(set(ends.values())) != 2 or max(ends) - min(ends) < FEWEST_KNOWN:
        return None
    bounds = min(ends), max(ends)
    outside = _outside(labels, bounds)
    has_others = len(labels) > len(ends) + len(outside)
    if not outside or (has_others and any(_is_next(each, bounds) for each in outside.values())):
        return None
    return bounds, outside


def _beside_numbers(labels: Mapping[str, _Label], profile: ColumnProfile) -> tuple[Bounds, dict[str, _Label]] | None:
    """The lowest and the highest of the plain numbers of a column that has labels beyond them alone, none good or bad."""
    numbers = [int(float(cell)) for cell, _ in profile.top if _is_whole(cell)] if profile.described.value_labels else []
    bounds = min(numbers, default=0), max(numbers, default=0)
    outside = _outside(labels, bounds)
    are_known = any(is_best(each.words) is not None or families_with([each.words]) for each in labels.values())
    is_short = len(set(numbers)) > 1 and bounds[1] - bounds[0] < MOST_NUMBERS
    codes = [each.code for each in outside.values()]
    # a label on either side of the numbers, as `0 = Worst` and `10 = Best`, are the ends of their scale
    are_ends = bool(codes) and min(codes) < bounds[0] and bounds[1] < max(codes) < min(codes) + MOST_NUMBERS
    is_strange = is_short and len(outside) == len(labels) and not are_known and not are_ends
    return (bounds, outside) if is_strange else None


def with_strange_silent(found: FoundScale, strange: StrangeLabels) -> FoundScale:
    """`found` for the other labels, the strange ones taken as no answer; said, with the other reading.

    One that somebody gave and that is next to the scale is in doubt: asked of an outcome.
    """
    (low, high), labels = strange.bounds, found.scale.labels
    given = sorted((each for each in strange.labels.values() if each.count), key=lambda each: -each.count)
    codes = "; ".join(
        f"'{each.written}', coded {each.code} beside {low} to {high} and of no such scale, is taken as no answer"
        + (f" in {each.count:,} {'cell' if each.count == 1 else 'cells'}" if each.count else "")
        for each in given or strange.labels.values()
    )
    taken = replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {codes}.",
        not_applicable=(*found.not_applicable, *strange.labels),
    )
    if not given:
        return taken
    silent = [each.written for each in given]
    if found.doubt:
        return replace(taken, ways=tuple(with_none(way, *silent) for way in found.ways))
    first = next((each for each in given if _is_next(each, strange.bounds)), given[0])
    at_best = (first.code > high) != found.scale.is_reversed
    wider = worded_scale((*labels, first.written) if at_best else (first.written, *labels)).name
    ways = with_none(found.scale.name, *silent), with_none(wider, *(word for word in silent if word != first.written))
    is_open = _is_next(first, strange.bounds)
    doubt = f"'{first.written}' ({first.count:,}), coded {first.code} beside {low} to {high}, may be one more answer, or none"
    return replace(taken, assumed=True, doubt=doubt if is_open else None, ways=ways, rival=ways[1])
