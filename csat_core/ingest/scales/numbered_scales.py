"""Scales of words that carry numbers: `5 - Excellent`, `Excellent (5)`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.scales.numbered_spans import Span, begins, spans_of
from csat_core.ingest.scales.offered_middles import are_frequent, with_silent_between
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.stated_ends import is_best, is_better
from csat_core.ingest.texts.degrees import families_of
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import Scale, number_text

WIDEST = 10
"""Numbers further apart are no scale."""
USUAL = 5
"""Answers of the scale that is the likeliest of several."""
MOST_WAYS = 4
YES_NO = "yes or no"
LEVEL = "level"
"""The families of answers that say how high something is, good or bad."""
_BAR = re.compile(r"\s*\|\s*")
"""Divides the answers in the name of a scale, and so stands within none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    """The answers of a column by their numbers."""

    numbers: Mapping[str, int]
    """By folded text."""
    words: Mapping[int, str]
    """The folded words beside a number, where it has any."""
    written: Mapping[int, str]
    """How the file writes an answer."""
    silent: Mapping[int, str]
    """By number what is no answer."""

    @property
    def bounds(self) -> Bounds:
        return min(self.numbers.values()), max(self.numbers.values())

    def scale(self, bounds: Bounds, falls: bool, span: Span | None) -> Scale:
        """The scale from end to end, worst first; answers that nobody gave are written as the others are."""
        points = [point for point in range(bounds[0], bounds[1] + 1) if point not in self.silent]
        values = points[::-1] if falls else points
        return Scale(values=tuple(map(float, values)), labels=tuple(self.label(value, span) for value in values))

    def label(self, number: int, span: Span | None) -> str:
        """What the answer with this number is called: as the file writes it, else as the others are written."""
        if number in self.written:
            label = self.written[number]
        else:
            label = self._as_others(number, span.labels[number][0].capitalize()) if span else number_text(number)
        return _BAR.sub(" - ", label)

    def _as_others(self, number: int, words: str) -> str:
        """The label of an answer in the shape in which the file writes the others."""
        shape = next(self.written[known] for known in self.written if known in self.words)
        label = numbered(shape)  # letters of other widths have no shape as they stand
        if label is None or not label.words:
            return f"{number} - {words}"
        return re.sub(r"-?[0-9]{1,3}", str(number), shape.replace(label.words, words), count=1)

    def positions(self, scale: Scale, span: Span | None) -> dict[str, int]:
        """By folded text the place of an answer, those included that a further file may hold."""
        place = {int(value): at for at, value in enumerate(scale.values, 1)}
        found = {text: place[number] for text, number in self.numbers.items()}
        if span:
            others = ((n, label) for n, labels in span.labels.items() if n in place for label in labels)
            found = {fold(self._as_others(n, label)): place[n] for n, label in others} | found
        return found | {number_text(number): at for number, at in place.items()}


def numbered_words_of(answers: Answers) -> FoundScale | None:
    """The scale of labels such as `5 - Excellent` or `Excellent (5)`, bare numbers between them allowed.

    The words say which end is the best, and where the scale begins and ends, whether all of its answers were given or not.
    """
    found = _numbered_in(answers)
    if found is None or not _are_near(found) or not is_tolerable(share_off(answers, found.numbers), answers.count):
        return None
    falls = _best_first(found.words)
    if falls is None:
        return _of_unknown_words(found, answers)
    spans = spans_of(found.words)
    own = next((span for span in spans if span.bounds == found.bounds), None)
    if own is None and len(spans) == 1:
        return _ended(found, answers, falls, spans[0])
    if own is None and (spans or not begins(found.bounds)):
        return _open_ended(found, answers, falls, spans)
    scale = _on(found, answers, falls, found.bounds, own)
    longer = [span for span in spans if span.bounds[1] - span.bounds[0] > found.bounds[1] - found.bounds[0]]
    if not longer or are_frequent(scale, answers):
        return with_silent_between(scale, answers, found.silent)
    return replace(scale, assumed=True, rival=found.scale(longer[-1].bounds, falls, longer[-1]).name)


def are_levels(found: FoundScale) -> bool:
    """Whether the labels say with numbers how high something is, as the urgency of a ticket: `1 - High`, `2 - Medium`."""
    words = [label.words for text in found.scale.labels if (label := numbered(fold(text))) and label.words]
    return any(
        family.name == LEVEL and sum(bool(family.level_of(each)) for each in words) > 1 for family in families_of(words)
    )


def _numbered_in(answers: Answers) -> _Numbered | None:
    """The answers apart from their numbers; None where these are at odds, or part of names."""
    numbers: dict[str, int] = {}
    words: dict[int, str] = {}
    worded: set[str] = set()
    is_bare = False
    for text, _ in answers.texts:
        label = numbered(text)
        if label and label.words:
            # `5 Very satisfied`: only where the words are those of a scale
            is_bare |= label.is_bare
            if words.setdefault(label.number, label.words) != label.words:
                return None
            numbers[text] = label.number
            worded.add(text)
        elif label:
            numbers[text] = label.number
        elif re.fullmatch(r"-?[0-9]{1,3}", text):
            numbers[text] = int(text)
    if is_bare and _best_first(words) is None:
        return None
    low, high = min(numbers.values(), default=0), max(numbers.values(), default=0)
    silent = {
        label.number: answers.written[text]
        for text in (*answers.not_applicable, *answers.dont_know)
        if (label := numbered(text)) and low < label.number < high
    }
    # where an answer is written in several ways its words are its label
    ordered = sorted(numbers, key=lambda text: text in worded)
    written = {numbers[text]: answers.written[text] for text in ordered}
    return _Numbered(numbers=numbers, words=words, written=written, silent=silent)


def _are_near(found: _Numbered) -> bool:
    """Whether at least two numbers have words and they lie close together."""
    if len(found.words) < 2:
        return False
    low, high = found.bounds
    dense = {low, high} <= set(found.words) or len(set(found.numbers.values())) >= (high - low + 1) / 2
    return high - low <= WIDEST and dense


def _on(found: _Numbered, answers: Answers, falls: bool, bounds: Bounds, span: Span | None = None) -> FoundScale:
    """The answers on the scale with these ends."""
    scale, (low, high) = found.scale(bounds, falls, span), found.bounds
    reason = f"The answers carry numbers from {low} to {high} with words"
    if falls:
        reason += f", and by the words {bounds[0]} is the best"
    is_yes_no = all(family.name == YES_NO for family in families_of(found.words.values()))
    return FoundScale(
        scale=scale,
        reason=reason + ".",
        positions=tuple(found.positions(scale, span).items()),
        needs_name=is_yes_no,
        family=YES_NO if is_yes_no else None,
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
    )


def _ended(found: _Numbered, answers: Answers, falls: bool, span: Span) -> FoundScale:
    """The answers on the one scale of known words that has them at their numbers."""
    scale = _on(found, answers, falls, span.bounds, span)
    not_given = [number for number in span.labels if not found.bounds[0] <= number <= found.bounds[1]]
    named = " and ".join(f"'{label}'" for label in (found.label(number, span) for number in not_given))
    reason = f"{scale.reason.removesuffix('.')}; these are words of a scale from {span.bounds[0]} to {span.bounds[1]}, of which nobody gave {named}."
    return with_silent_between(replace(scale, reason=reason), answers, found.silent)


def _open_ended(found: _Numbered, answers: Answers, falls: bool, spans: Sequence[Span]) -> FoundScale:
    """The answers on the likeliest of several scales, with what else they can be read on."""
    low, high = found.bounds
    likeliest = [(span.bounds, span) for span in sorted(spans, key=lambda span: abs(len(span.labels) - USUAL))]
    ways = [*likeliest, *([] if spans else [((1, high), None), ((low, high), None)])]
    bounds, span = ways[0]
    names = tuple(found.scale(each, falls, own).name for each, own in ways)[:MOST_WAYS]
    doubt = f"its answers go from {low} to {high}, and nothing says where the scale begins and ends"
    scale = _on(found, answers, falls, bounds, span)
    reason = f"{scale.reason.removesuffix('.')}; {doubt}."
    return replace(scale, reason=reason, assumed=True, doubt=doubt, ways=names, rival=names[1])


def _of_unknown_words(found: _Numbered, answers: Answers) -> FoundScale:
    """The answers by their numbers, beside words that say nothing of good and bad."""
    low, high = found.bounds
    doubt = f"its numbers stand beside words that are not known, and whether {high} or {low} is the best is not clear"
    scale = _on(found, answers, False, found.bounds)
    return replace(
        scale,
        reason=f"{scale.reason.removesuffix('.')}; {doubt}: {high} is taken as the best.",
        assumed=True,
        doubt=doubt,
        rival=scale.scale.backwards.name,
        needs_name=len(found.words) == len(set(found.numbers.values())),
    )


def _best_first(words: Mapping[int, str]) -> bool | None:
    """Whether the words fall from good to bad as the numbers rise; None where neither a family nor the ends tell."""
    for family in families_of(words.values()):
        known = [level for number in sorted(words) if (level := family.level_of(words[number]))]
        if len(known) >= 2 and len(known) == len(words) and known[0] != known[-1]:
            return known[0] > known[-1]
    first, *_, last = (words[number] for number in sorted(words)) if len(words) > 1 else ("", "")
    better = is_better(first, last)
    if better is not None:
        return better
    # one end in words that are known says which of the two it is; `probably` is no end
    if max(words) - min(words) < len(words) == 2 and not (families_of([first]) and families_of([last])):
        return None
    ends = {is_best(first), None if (end := is_best(last)) is None else not end} - {None}
    return ends.pop() if len(ends) == 1 else None
