"""Which scale the answers of a column lie on, told from what it holds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.middles import is_unsure, middle_by_code
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.scales.worst_in_words import worst_in_words
from csat_core.ingest.texts.packed_dates import short_year_orders
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.model.scale import Scale

TOLERATED_SHARE = 0.05
"""So many answers may lie off a scale, to be rejected one by one, before it is not the scale of the column."""
SMALL_BASE = 8
"""From so many answers on a single one off the scale is tolerated whatever its share."""
TOLERATED_VALUES = 5
"""And so many different ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundScale:
    """A scale that the answers of a column fit, with what else its cells mean."""

    scale: Scale
    reason: str
    positions: tuple[tuple[str, int], ...] = ()
    """Folded cell text -> position, for answers in words."""
    not_applicable: tuple[str, ...] = ()
    dont_know: tuple[str, ...] = ()
    assumed: bool = False
    contradicts: str | None = None
    """Where two things that the file says of the direction are at odds, both in words: a person must settle it."""
    doubt: str | None = None
    """What leaves open which end is the best, or which of the `ways` is meant, where the scale is proposed all the same."""
    ways: tuple[str, ...] = ()
    """The scales on which the answers may lie, as a person types them, where it is not the direction alone that is open."""
    rival: str | None = None
    """The other scale on which the answers may lie as well, by name; it is said beside the assumption."""
    needs_name: bool = False
    """Whether many columns that are no ratings fit it too, so that the name has to say so."""
    ends_alone: bool = False
    """Whether words stand at both ends of a run of plain numbers and nowhere else, as only scales have them."""
    family: str | None = None
    """The family of the words, where the answers are words of one."""
    numeric: bool = False
    """Whether the answers are plain numbers, which many other columns hold as well."""
    complete: bool = False
    """Whether both ends of the scale were answered and nothing lies off it: evidence for its neighbours."""

    @property
    def bounds(self) -> tuple[int, int]:
        """The lowest and the highest number of the scale, whichever is the best."""
        return int(min(self.scale.values)), int(max(self.scale.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The cells of a column as answers: folded texts with counts, non-answers apart."""

    texts: tuple[tuple[str, int], ...]
    """Folded text and count of everything that may be an answer, most frequent first."""
    written: dict[str, str] = field(compare=False)
    """How the file writes each folded text most often."""
    not_applicable: tuple[str, ...]
    dont_know: tuple[str, ...]
    unsure: tuple[tuple[str, int], ...] = ()
    """Those of `dont_know` that are the middle of some scales, with their counts, unless their code says they are none."""
    unseen: int
    """Filled cells beyond the most frequent values that the profile carries."""

    @property
    def count(self) -> int:
        """All answers, seen or not."""
        return sum(count for _, count in self.texts) + self.unseen

    def asked_about(
        self, scale: Scale, reason: str, *, doubt: str, rival: str | None = None, ways: tuple[str, ...] = ()
    ) -> FoundScale:
        """These answers, plain numbers, on `scale`, of which `doubt` says what the file leaves open."""
        return FoundScale(
            scale=scale,
            reason=reason,
            not_applicable=self.not_applicable,
            dont_know=self.dont_know,
            assumed=True,
            doubt=doubt,
            ways=ways,
            rival=rival,
            needs_name=True,
            numeric=True,
        )


@lru_cache(maxsize=4_096)
def answers_of(profile: ColumnProfile) -> Answers:
    """The most frequent cells of a column, folded, with the texts that are no answers set apart.

    Remembered until `forget_answers`, for many rules ask for them.
    """
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    seen = 0
    for text, count in profile.top:
        folded = fold(text)
        counted[folded] += count
        written.setdefault(folded, " ".join(text.split()))
        seen += count
    counted.pop("", None)
    # beside pluses, but for a stray one, a minus is an answer
    pluses = counted["+"] + counted["++"]
    minus = {"-", "--"} if pluses > TOLERATED_SHARE * counted.total() else set()
    declared = {fold(text): code for text, code in profile.described.missing}
    silent = {
        text: code for text in counted if (code := declared.get(text) or (None if text in minus else silence_of(text)))
    }
    open_ones = {text: kind for text, kind in silent.items() if text not in declared}
    for offered in (middle_by_code(counted, profile.described, open_ones), worst_in_words(counted, open_ones)):
        if offered:
            del silent[offered]
    return Answers(
        texts=tuple((text, n) for text, n in counted.most_common() if text not in silent),
        written=written,
        not_applicable=tuple(text for text, code in silent.items() if code == "na"),
        dont_know=tuple(text for text, code in silent.items() if code == "dk"),
        unsure=tuple((text, counted[text]) for text in open_ones if text in silent and is_unsure(text)),
        unseen=max(profile.filled - seen, 0),
    )


def forget_answers() -> None:
    """Nothing; the answers of a file that is mapped are held no longer."""
    answers_of.cache_clear()
    short_year_orders.cache_clear()


def share_off(answers: Answers, on: Iterable[str]) -> float:
    """The share (0-1) of answers outside the folded texts `on`; 1 where there are too many different ones to list."""
    allowed = frozenset(on)
    off = [count for text, count in answers.texts if text not in allowed]
    if not answers.count or len(off) > TOLERATED_VALUES:
        return 1.0
    return (sum(off) + answers.unseen) / answers.count


def is_tolerable(share: float, base: int) -> bool:
    """Whether so few of `base` answers are off a scale: in a small file a single one is a large share."""
    return share <= TOLERATED_SHARE or (base >= SMALL_BASE and round(share * base) <= 1)


def as_numbers(answers: Answers) -> dict[str, float]:
    """The number each folded text reads as, for those that are nothing but a rating number."""
    numbers = ((text, rating_of(text)[0]) for text, _ in answers.texts)
    return {text: number for text, number in numbers if number is not None}
