"""The codes that a file explains: which are answers, in which words, and what number stands for each."""

from dataclasses import dataclass

from csat_core.ingest.detection import Described
from csat_core.ingest.scales.answers import Answers, is_tolerable, share_off
from csat_core.ingest.scales.middles import middle_by_code
from csat_core.ingest.scales.numbered_labels import numbered, words_alone
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import number_text

SHORTEST, LONGEST = 5, 11
"""The points of a scale of which nothing but the ends is in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What the file says of the answers: by number the words as written."""

    words: dict[int, str]
    shift: int
    """By how much the codes are higher than the numbers that stand among the labels."""
    low: int
    high: int
    bare: bool
    """Whether answers between the words are plain numbers: all whole numbers from end to end are answers then."""
    written: dict[str, int]
    """By folded text the number of labels that are nothing but it in other signs: `(2)`."""
    middle: str | None
    """The label that would be no answer, such as `not sure`, if its code were not the one in the middle."""
    silent: dict[int, str]
    """By number the labels between the answers that are none."""

    @property
    def said(self) -> dict[int, str]:
        """By number the folded words alone: the `1 - ` or `1 ` that stands before some is the number once more."""
        said = {code: _without(code, fold(label)) for code, label in self.words.items()}
        # `not sure` in the middle says nothing of the direction
        return {code: words for code, words in said.items() if silence_of(words) is None}

    @property
    def ends(self) -> tuple[str, str]:
        said = self.said
        return said.get(self.low, ""), said.get(self.high, "")

    @property
    def ends_alone(self) -> bool:
        """Whether words stand at both ends of a run of plain numbers and nowhere else, as only scales have them."""
        is_run = self.bare and SHORTEST <= self.high - self.low + 1 <= LONGEST
        are_words = all(self.ends) and not any(map(str.isdigit, "".join(self.ends)))
        return is_run and are_words and set(self.words) == {self.low, self.high}


def codes_of_labels(described: Described) -> dict[str, str]:
    """The code behind each label of a column, by folded label: a scale of numbers is one of its codes."""
    labels = described.value_labels or described.paired
    return {fold(label): code for code, label in labels if _whole(code) is not None}


def codes_in(answers: Answers, described: Described) -> Codes | None:
    """The codes that are answers, from the lowest to the highest; None where the cells do not fit them."""
    declared, given = {fold(text) for text, _ in described.missing}, dict(answers.texts)
    everything = {
        code: label
        for code, label in ((_whole(code), label) for code, label in described.value_labels)
        if code is not None and fold(label) not in declared
    }
    silent = {fold(label): kind for label in everything.values() if (kind := silence_of(fold(label)))}
    middle = middle_by_code(given, described, silent)
    labels = {
        code: label
        for code, label in everything.items()
        if (text := fold(label)) in given or text == middle or text not in silent
    }
    plain = {code: number for code, label in labels.items() if (number := _number_of(label)) is not None}
    shifts = {code - number for code, number in plain.items()} or _shifts_in_words(labels)
    if len(labels) < 2 or len(shifts) > 1:
        return None
    shift = shifts.pop() if shifts else 0
    words = {code - shift: label for code, label in labels.items() if code not in plain}
    written = {fold(label): code - shift for code, label in labels.items() if code in plain and _whole(label) is None}
    known = {fold(label) for label in words.values()}
    middle = next((label for label in words.values() if fold(label) == middle), None)
    seen = {number for text, _ in answers.texts if text not in known and (number := _whole(text)) is not None}
    low, high = (end(code - shift for code in labels) for end in (min, max))
    on = {number_text(number) for number in seen if low <= number <= high}
    if len(known) < len(words) or not is_tolerable(share_off(answers, {*known, *on, *written}), answers.count):
        return None
    has_numbers = bool(on - {number_text(code) for code in words}) or any(text in written for text, _ in answers.texts)
    between = {code - shift: label for code, label in everything.items() if low < code - shift < high}
    inner = {code: label for code, label in between.items() if code + shift not in labels}
    bare = has_numbers or (len(words) == 2 and high - low > 1 + len(inner))
    if not words:
        return None
    return Codes(words=words, shift=shift, low=low, high=high, bare=bare, written=written, middle=middle, silent=inner)


def _without(code: int, label: str) -> str:
    """The words of a folded label without its number, which no sign need tell apart where it is the code."""
    found = numbered(label)
    return found.words if found and found.words and found.number == code else words_alone(label)


def _number_of(label: str) -> int | None:
    """The number that a label is and nothing else, as `2` and `(2)`; None for words."""
    number, other = _whole(label), numbered(fold(label))
    return number if number is not None else other.number if other and not other.words else None


def _shifts_in_words(labels: dict[int, str]) -> set[int]:
    """By how much the codes are higher than the numbers before or behind the words; empty where these do not agree."""
    found = {code: numbered(fold(label)) for code, label in labels.items()}
    shifts = {code - label.number for code, label in found.items() if label and not label.is_bare}
    return shifts if len(shifts) == 1 and all(found.values()) else set()


def _whole(text: str) -> int | None:
    """The whole number that `text` writes; None for any other text."""
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() and abs(number) < 10_000 else None
