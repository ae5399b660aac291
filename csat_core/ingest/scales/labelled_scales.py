"""Scales whose codes the file explains, as SPSS and Stata do: `1 = Very satisfied`, ends alone, shifted or reversed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import Described
from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.labelled_codes import Codes, codes_in
from csat_core.ingest.scales.letter_grades import grades_fall
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.offered_middles import with_silent_between
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.scales.stated_ends import is_best, is_better, is_much_good, stated_ends
from csat_core.ingest.texts.degrees import families_of, is_more, thing_of
from csat_core.ingest.texts.reading import fold, words_of
from csat_core.ingest.texts.wordings import Wording
from csat_core.model.scale import MOST_POINTS, Scale, number_text

FEW_POINTS = 7
"""Scales of more points than these are named by their numbers: `1-100`, whatever words stand at the ends."""
CLOSE = 11
"""Codes with words at some of them are one scale when they span at most so many points, or when both ends are known."""

FEW_WORDS = 3
"""Of so many words those at the ends say the direction by themselves."""
LONG_WORD = 4
"""So many letters has a word for a thing of which labels say how much there is."""
FEWEST_KNOWN, MOSTLY_KNOWN = 4, 0.75
"""Of longer lists so many words of one known scale do, in order, whatever the others are."""


def labelled_scale_of(answers: Answers, described: Described, hints: Hints, wording: Wording) -> FoundScale | None:
    """The scale that the codes and their labels tell; None where there are none, or where they name groups.

    The direction is that of the words; codes whose words are of no known scale keep their order, and that is assumed.
    """
    codes = codes_in(answers, described)
    if codes is None:
        return None
    falls = _falls(codes)
    if falls is None and codes.ends_alone:
        falls = _as_stated(codes, wording)
    if codes.high - codes.low + 1 > (MOST_POINTS if falls is not None else CLOSE):
        return None
    if falls is None and ((len(codes.words) < 3 and not codes.bare) or _is_known(codes)):
        return None
    return _found(answers, codes, falls, hints)


def with_declared(answers: Answers, described: Described) -> Answers:
    """`answers` with those that the file declares beside them, given by nobody: all of them are the scale."""
    declared, given = {fold(text) for text, _ in described.missing}, {text for text, _ in answers.texts}
    labels = {fold(label): label for _, label in described.value_labels}
    unused = {
        text: label for text, label in labels.items() if text not in declared | given and silence_of(text) is None
    }
    return with_offered(answers, unused) if given <= set(labels) else answers


def with_offered(answers: Answers, more: Mapping[str, str]) -> Answers:
    """`answers` with more of them that nobody gave, by folded text as the file writes them."""
    texts = (*answers.texts, *((text, 0) for text in more))
    return replace(answers, texts=texts, written={**more, **answers.written})


def _falls(codes: Codes) -> bool | None:
    """Whether the words get worse as the codes rise; None where they do not tell, or rise and fall."""
    folded = codes.said
    for family in families_of(folded.values()):
        levels = [level for code in sorted(folded) if (level := family.level_of(folded[code]))]
        if len(levels) == len(folded) and len(set(levels)) == len(levels) > 1:
            rises = levels == sorted(levels)
            if rises or levels == sorted(levels, reverse=True):
                return not rises
    if len(folded) > 1 and (falls := grades_fall([folded[code] for code in sorted(folded)])) is not None:
        return falls
    if len(folded) > FEW_WORDS and (falls := _falls_mostly(folded)) is not None:
        return falls
    first, last = codes.ends
    # words at the ends alone tell enough; where every code has words, all of them must be known, or be of one thing
    if not (first and last):
        return None
    falls = is_better(first, last) if len(folded) <= FEW_WORDS else None
    return _falls_from_end(list(folded.values()), is_best(first), is_best(last)) if falls is None else falls


def _as_stated(codes: Codes, wording: Wording) -> bool | None:
    """Whether the first is the better of two ends, as if the name of the column said so of them.

    Else whether it says more of one thing; where numbers name the answers, so that nothing turns them later, of what is good.
    """
    first, last = codes.ends
    ends = f"({codes.low} = {first}, {codes.high} = {last})"
    said = next((found for text in wording if (found := stated_ends(f"{text} {ends}"))), None)
    if said:
        return said.is_reversed
    is_first = is_more(first, last)
    if is_first is None or codes.high - codes.low < FEW_POINTS:
        return is_first
    thing = thing_of(codes.ends)
    is_good = is_much_good(thing) if thing else None
    return None if is_good is None else is_first == is_good


def _falls_from_end(labels: Sequence[str], first: bool | None, last: bool | None) -> bool | None:
    """The same of labels that say all how much there is of one thing, of which one end is known to be good or bad."""
    of_all = set.intersection(*(set(words_of(label).split()) for label in labels))
    if first == last or not any(len(word) >= LONG_WORD for word in of_all):
        return None
    return first if first is not None else not last


def _falls_mostly(folded: dict[int, str]) -> bool | None:
    """Whether words that are more than any known scale has get worse as the codes rise; None where most are not known.

    `Very good` and `Excellent` are the best of two scales: where the file declares both, its codes tell them apart.
    """
    found = set()
    for family in families_of(folded.values()):
        levels = [level for code in sorted(folded) if (level := family.level_of(folded[code]))]
        if family.needs_name or len(levels) < max(FEWEST_KNOWN, MOSTLY_KNOWN * len(folded)):
            continue
        rises, falls = levels == sorted(levels), levels == sorted(levels, reverse=True)
        found.add(falls if rises != falls else None)
    return found.pop() if len(found) == 1 else None


def _is_known(codes: Codes) -> bool:
    """Whether one family holds all the words: then they are read as words, whatever the order of the codes."""
    folded = codes.said.values()
    return any(all(family.level_of(label) for label in folded) for family in families_of(folded))


def _flags_of(codes: Codes) -> str | None:
    """The family of words that answer many other questions too, such as yes and no; None where others are the labels."""
    words = codes.said.values()
    named = (
        family.name
        for family in families_of(words)
        if family.needs_name and len(family.levels) == len(words) == 2 and all(map(family.level_of, words))
    )
    return None if codes.bare else next(named, None)


def _found(answers: Answers, codes: Codes, falls: bool | None, hints: Hints) -> FoundScale:
    is_whole = codes.bare or codes.shift
    points = [
        each
        for each in range(codes.low, codes.high + 1)
        if each in codes.words or (is_whole and each not in codes.silent)
    ]
    values = tuple(reversed(points)) if falls else tuple(points)
    worded = len(values) <= FEW_POINTS or not codes.bare
    labels = tuple(codes.words.get(value, number_text(value)) if worded else number_text(value) for value in values)
    places = {value: place for place, value in enumerate(values, 1)}
    positions = {number_text(value): place for value, place in places.items()}
    positions |= {fold(label): places[value] for value, label in codes.words.items()}
    positions |= {text: places[value] for text, value in codes.written.items()}
    shown = ", ".join(f"{value} = '{label}'" for value, label in _ends(codes))
    reason = f"The file says what the codes mean: {shown}"
    if codes.shift:
        reason += (
            f"; the codes run {abs(codes.shift)} {'above' if codes.shift > 0 else 'below'} the answers they stand for"
        )
    if falls:
        reason += f", so {codes.low} is the best"
    if codes.middle:
        reason += f"; '{codes.middle}' is the answer in the middle, as its code is"
    doubt = None
    if falls is None:
        doubt = (
            f"the words of its codes are not known, and whether {codes.high} or {codes.low} is the best is not clear"
        )
        reason += f"; {doubt}: {codes.high} is taken as the best"
    bounds, flags = (codes.low, codes.high), _flags_of(codes)
    against = hints.stated is not None and hints.stated.ends == bounds and hints.stated.is_reversed != bool(falls)
    found = FoundScale(
        scale=Scale(values=tuple(map(float, values)), labels=labels),
        reason=reason + ".",
        positions=tuple(positions.items()),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=falls is None,
        doubt=doubt,
        rival=_backwards(labels) if falls is None else None,
        needs_name=falls is None or flags is not None,
        ends_alone=codes.ends_alone,
        family=flags,
        contradicts=f"the name says '{hints.stated.words}', the codes of the file {shown}"
        if against and hints.stated
        else None,
    )
    return found if doubt else with_silent_between(found, answers, codes.silent)


def _ends(codes: Codes) -> list[tuple[int, str]]:
    """The words of the lowest and the highest code that has any."""
    return [(code, codes.words[code]) for code in (min(codes.words), max(codes.words))]


def _backwards(labels: tuple[str, ...]) -> str:
    return "|".join(reversed(labels))
