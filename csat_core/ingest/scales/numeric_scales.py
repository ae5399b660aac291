"""Scales of whole numbers: `1-5`, `0-10`, `4/5` - which of them the answers of a column lie on."""

from collections import Counter
from dataclasses import dataclass, replace

from csat_core.ingest.scales import rival_scales
from csat_core.ingest.scales.answers import TOLERATED_VALUES, Answers, FoundScale, as_numbers, is_tolerable, share_off
from csat_core.ingest.scales.contradicted_scales import shifted_scale_of, with_contradiction
from csat_core.ingest.scales.long_scales import long_scale_of
from csat_core.ingest.scales.missing_codes import missing_codes
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.open_ranges import FEW_ANSWERS, with_open_range
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.settled_spans import Evidence, with_settled_span
from csat_core.ingest.scales.shown_spans import LESS_USUAL, USUAL
from csat_core.ingest.scales.tied_numbers import is_inapplicable
from csat_core.ingest.scales.yes_no_codes import are_two_codes, with_two_answers_doubted, yes_no_scale_of
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.scale import numeric_scale

FROM_ZERO: tuple[Bounds, ...] = ((0, 3), (0, 4), (0, 6))
"""Scales of which every level must occur, or they may as well be the lower end of 0-10."""
ZERO_IS_NO_ANSWER: tuple[Bounds, ...] = ((1, 5), (1, 7))
"""Scales beside which a 0 means `not applicable` far more often than an answer below the lowest."""
ENOUGH_ANSWERS = 200
"""From here on an end of the scale that nobody chose is taken not to exist."""
OFTEN = 5
"""Where so many would recommend something with a 1 and nobody with a 0, beside questions from 1 to 10, there was no 0 to choose."""
FROM_NOTHING, FROM_ONE = (0, 10), (1, 10)
LEAST_FIT = 0.55
LEAST_FIT_RATED = 0.15
"""Under the name of a rating a few answers on the scale are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    bounds: Bounds
    fit: float
    zero: bool
    """0 stands beside the scale as `not applicable`."""
    complete: bool
    off: int
    """Numbers that lie off it."""


def numeric_scale_of(answers: Answers, hints: Hints) -> FoundScale | None:
    """The scale of whole numbers the answers lie on; None where they do not look like one."""
    found = _scale_of(answers, hints)
    return found and with_contradiction(found, hints)


def _scale_of(answers: Answers, hints: Hints) -> FoundScale | None:
    numbers, base = as_numbers(answers), answers.count
    if not is_tolerable(share_off(answers, numbers), base):
        return long_scale_of(answers, numbers, hints.span)
    best_named = {top for text in numbers if (top := rating_of(text)[1]) is not None}
    observed: Counter[float] = Counter()
    for text, count in answers.texts:
        if text in numbers:
            observed[numbers[text]] += count
    begin_at_1 = FROM_ONE in hints.companions and FROM_NOTHING not in hints.companions
    if hints.recommend and begin_at_1 and not observed[0] and observed[1] >= OFTEN:
        found = _scale_of(answers, replace(hints, recommend=False))
        return found and replace(found, assumed=True, rival=found.rival or numeric_scale(*FROM_NOTHING).name)
    if set(observed) == {-1, 0, 1}:
        return _around_zero(answers)
    if named := {int(number) for number, _ in hints.silent if observed[number]}:
        return _without_named(answers, numbers, named, hints)
    silent = missing_codes(observed, base)
    if silent:
        codes = tuple(text for text, number in numbers.items() if number in silent)
        return _without_codes(answers, codes, hints)
    if set(observed) <= {0, 1}:
        return None
    if not best_named and (shifted := shifted_scale_of(answers, observed, hints)):
        return shifted
    if hints.whether and are_two_codes(observed, hints):
        return yes_no_scale_of(answers, observed)
    tried = [
        candidate
        for bounds in dict.fromkeys((*USUAL, *LESS_USUAL, *hints.stated_bounds, *hints.grid))
        if not best_named or best_named == {bounds[1]}
        for candidate in _candidates(bounds, observed, base, hints)
    ]
    for wished in (hints.grid[:1], hints.stated_bounds):
        tried = [candidate for candidate in tried if candidate.bounds in wished] or tried
    least = LEAST_FIT_RATED if hints.rated or best_named else LEAST_FIT
    best = max(tried, key=lambda candidate: candidate.fit, default=None)
    if best is None or best.fit < least:
        return long_scale_of(answers, numbers, hints.span)
    known = bool(best_named) or hints.settle(best.bounds) or (hints.recommend and best.bounds == (0, 10))
    said = bool(best_named) or best.bounds in hints.stated_bounds or (hints.recommend and best.bounds == (0, 10))
    chosen, rival = (best, None) if known else _beside_rivals(best, tried, observed, base, hints)
    if known and not said and (with_zeros := _with_zeros(best, tried)):
        chosen, rival = with_zeros, best.bounds
    elif known and not said and best.off and (shown := _shown_without_strays(tried, hints)):
        chosen, rival = shown, best.bounds
    found = with_open_range(_found(chosen, rival, observed, answers, hints, known), observed, base, hints)
    found = with_two_answers_doubted(found, observed, base, hints)
    return with_settled_span(found, Evidence(observed=observed, base=base, hints=hints, is_said=said, rival=rival))


def _around_zero(answers: Answers) -> FoundScale:
    """-1, 0 and 1, on which a -1 may be the worst answer, or no answer beside no and yes."""
    scale = numeric_scale(-1, 1)
    doubt = "-1 may be the worst answer, or stand for no answer beside no and yes"
    reason = f"The answers are whole numbers from {scale.name}; {doubt}: it is taken as the worst."
    return answers.asked_about(scale, reason, doubt=doubt, ways=(scale.name, "0-1,-1=dk"))


def _without_codes(answers: Answers, codes: tuple[str, ...], hints: Hints) -> FoundScale | None:
    """The scale of the answers without the texts `codes`, which are taken as `don't know`."""
    counts = {text: count for text, count in answers.texts if text in codes}
    others = tuple(pair for pair in answers.texts if pair[0] not in counts)
    found = numeric_scale_of(replace(answers, texts=others), hints)
    if found is None:
        return None
    taken = ", ".join(f"{text} in {count:,} {'cell' if count == 1 else 'cells'}" for text, count in counts.items())
    reason = f"{found.reason.removesuffix('.')}; {taken} taken as 'don't know'."
    return replace(found, reason=reason, dont_know=(*found.dont_know, *codes), assumed=True)


def _without_named(answers: Answers, numbers: dict[str, float], named: set[int], hints: Hints) -> FoundScale | None:
    """The scale of the answers without the numbers that the name says to be none."""
    codes = tuple(text for text, number in numbers.items() if number in named)
    rest = replace(answers, texts=tuple(pair for pair in answers.texts if pair[0] not in codes))
    found = numeric_scale_of(rest, hints) if rest.texts else None
    if found is None:
        return None
    said = ", ".join(f"{number} = {words}" for number, words in hints.silent if number in named)
    unsure = {str(number) for number, words in hints.silent if not is_inapplicable(words)}
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; the name says '{said}', so it is no answer.",
        not_applicable=(*found.not_applicable, *(text for text in codes if text not in unsure)),
        dont_know=(*found.dont_know, *(text for text in codes if text in unsure)),
    )


def _beside_rivals(
    best: _Candidate, tried: list[_Candidate], observed: Counter[float], base: int, hints: Hints
) -> tuple[_Candidate, Bounds | None]:
    """The candidate to propose, and the bounds of the other reading where stray answers alone decide between two.

    A usual scale goes before a longer one that a few answers would need, unless another question shows that; a 0 below 1-10 is kept.
    """
    narrow = rival_scales.inner(best.bounds, USUAL, LESS_USUAL, observed, base)
    if narrow is not None:
        shorter = next((each for each in tried if each.bounds == narrow and not each.zero), None)
        is_kept = best.bounds in USUAL and (narrow[1] == best.bounds[1] or best.bounds in hints.companions)
        if shorter and narrow in USUAL and not is_kept and rival_scales.are_few(narrow, best.bounds, observed, base):
            return shorter, best.bounds
        return best, narrow
    wider = rival_scales.outer(best.bounds, (*USUAL, *LESS_USUAL), observed) if best.off else None
    longer = next((each for each in tried if each.bounds == wider in hints.companions and not each.off), None)
    return (longer, best.bounds) if longer else (best, wider)


def _shown_without_strays(tried: list[_Candidate], hints: Hints) -> _Candidate | None:
    """The scale of another question that leaves no answer off, where that of most does; None where there is none."""
    return next((each for each in tried if each.bounds in hints.siblings and not each.off), None)


def _with_zeros(best: _Candidate, tried: list[_Candidate]) -> _Candidate | None:
    """The usual scale from 0 that holds the zeros below that of the neighbours; None where there is none."""
    longer = (0, best.bounds[1])
    return next((each for each in tried if each.bounds == longer in USUAL and each.off < best.off), None)


def _candidates(bounds: Bounds, observed: Counter[float], base: int, hints: Hints) -> list[_Candidate]:
    """The readings of `bounds` that leave at most the tolerated share of answers off the scale."""
    low, high = bounds
    # only whole numbers are among the points
    on = [value for value, count in observed.items() if count and low <= value <= high and value == int(value)]
    if not on:
        return []
    points = range(low, high + 1)
    zero = bounds in ZERO_IS_NO_ANSWER and _zero_is_no_answer(bounds, observed, hints)
    outside = [value for value in observed if value not in on and not (zero and value == 0)]
    strays = sum(observed[value] for value in outside)
    off = strays / base
    if not is_tolerable(off, base) or len(outside) > TOLERATED_VALUES:
        return []
    ends_seen, is_settled = low in on and high in on, hints.settle(bounds)
    if not ends_seen and not is_settled and _needs_ends(bounds, base, high in on, hints):
        return []
    if bounds in FROM_ZERO and not is_settled and (outside or len(on) < len(points)):
        return []
    complete = ends_seen and not outside
    fit = len(on) / len(points) - 2 * off - 0.05 * zero + 0.1 * (bounds == USUAL[0])
    if is_settled:
        fit += 0.45
    elif bounds in LESS_USUAL and base < FEW_ANSWERS:
        fit -= 0.5
    if hints.recommend and bounds == (0, 10):
        fit += 0.5
    if complete and base >= ENOUGH_ANSWERS:
        fit += 0.2
    return [_Candidate(bounds=bounds, fit=fit, zero=zero, complete=complete, off=strays)]


def _needs_ends(bounds: Bounds, base: int, high_seen: bool, hints: Hints) -> bool:
    """Whether a scale without its ends is no evidence: a short one, or any where the name does not help."""
    return bounds in LESS_USUAL or (not hints.rated and (base < FEW_ANSWERS or not high_seen))


def _zero_is_no_answer(bounds: Bounds, observed: Counter[float], hints: Hints) -> bool:
    """Whether a 0 beside the scale is `not applicable` rather than the commonest of things that are counted."""
    if not observed[0]:
        return False
    common = max(observed[point] for point in range(bounds[0], bounds[1] + 1))
    known = bool(observed[bounds[1]]) or bounds in hints.siblings
    return known and (hints.rated or (bool(observed[bounds[1]]) and observed[0] < common))


def _found(
    best: _Candidate,
    rival: Bounds | None,
    observed: Counter[float],
    answers: Answers,
    hints: Hints,
    known: bool,
) -> FoundScale:
    low, high = best.bounds
    ends_seen = bool(observed[low]) and bool(observed[high])
    says_reversed = hints.best_is_lowest(best.bounds)
    is_reversed = says_reversed is not None
    scale = numeric_scale(high, low) if is_reversed else numeric_scale(low, high)
    other = numeric_scale(*rival).name if rival else numeric_scale(low, high).name if is_reversed else None
    reason = f"The answers are whole numbers from {numeric_scale(low, high).name}"
    if is_reversed:
        reason += f", and {hints.source} says '{says_reversed}', so {low} is taken as the best"
    if best.bounds in hints.grid[:1] and not ends_seen:
        reason += ", as those to the questions like it are"
    if best.zero:
        reason += f"; {observed[0]:,} {'answer' if observed[0] == 1 else 'answers'} of 0 taken as 'not applicable'"
    elif not ends_seen and not known:
        reason += "; not every answer of the scale occurs, so this is the likely one"
    if best.off:
        reason += f"; {best.off:,} {'number lies' if best.off == 1 else 'numbers lie'} off it and will be set aside"
    if rival is not None:
        reason += _beside(rival, best.bounds, observed)
    zeros = tuple(text for text, number in as_numbers(answers).items() if number == 0) if best.zero else ()
    return FoundScale(
        scale=scale,
        reason=reason + ".",
        not_applicable=answers.not_applicable + zeros,
        dont_know=answers.dont_know,
        assumed=best.zero or not (ends_seen or known) or other is not None,
        rival=other,
        needs_name=(best.zero or best.bounds not in USUAL) and not known,
        numeric=True,
        complete=(best.complete or (best.zero and ends_seen) or (hints.says_span(best.bounds) and not best.off))
        and rival is None,
    )


def _beside(rival: Bounds, bounds: Bounds, observed: Counter[float]) -> str:
    """What the other reading would make of the answers on which the two differ, in words."""
    name = numeric_scale(*rival).name
    if rival[0] <= bounds[0] and bounds[1] <= rival[1]:
        return f"; on {name} they would be answers"
    left = sum(count for each, count in observed.items() if not rival[0] <= each <= rival[1])
    return f"; it may be {name} as well, with {left:,} {'answer' if left == 1 else 'answers'} off it"
