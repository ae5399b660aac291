"""Answers that are no known words and recur beside known ones: people were offered them, so none goes without a word.

Between all other answers of a scale such a word is the one that nobody gave; beside a whole scale it is no degree of it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.given_scales import with_none
from csat_core.ingest.scales.offered_levels import share_a_word, strengthens
from csat_core.ingest.scales.offered_middles import has_unsure
from csat_core.ingest.texts.families import Family, families_with
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.scale import worded_scale

SEVERAL, LEAST_SHARE = 3, 0.005
"""What occurs so often, and in so many answers, is no slip of a single hand and changes a score."""
FEWEST_LEVELS = 4
"""Beside so many known answers, of which one at most is missing, a stranger is no sign of another scale."""
MOST_STRANGERS, MOST_SHARE, LONGEST = 3, 0.5, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers:
    """The unknown words that recur beside the words of a family."""

    counts: Mapping[str, int]
    """By folded text, most frequent first."""
    missing: int | None
    """The level (from 1) that a single stranger may stand for, as every other one was given."""
    points: int
    """The levels of the family."""
    is_between: bool
    """Whether known answers stand on both sides of it: then it does."""
    is_certain: bool
    """Whether the family is that of the column however often they occur: all of its answers are there, or all but theirs."""

    @property
    def placed(self) -> dict[str, int]:
        """The level of the stranger that is an answer; empty where none is."""
        return dict.fromkeys(self.counts, self.missing) if self.missing and self.is_between else {}


def recurs(count: int, answers: Answers) -> bool:
    """Whether a text with this count was offered, or was written by more than one slip."""
    return count >= SEVERAL and count >= LEAST_SHARE * answers.count


def strangers_beside(
    answers: Answers, family: Family, given: Mapping[str, int], known: Collection[str]
) -> Strangers | None:
    """The strangers beside the levels `given` of a family (by text); None without any. `known` are the texts that are none."""
    counts = {text: count for text, count in answers.texts if text not in known and recurs(count, answers)}
    if not 0 < len(counts) <= MOST_STRANGERS or sum(counts.values()) > MOST_SHARE * answers.count:
        return None
    points, observed = len(family.levels), frozenset(given.values())
    left = [level for level in range(1, points + 1) if level not in observed]
    are_plain = len(observed) >= FEWEST_LEVELS and all(map(_is_plain, counts))
    missing = left[0] if are_plain and len(left) == len(counts) == 1 and not has_unsure(answers) else None
    middle = (points + 1) / 2
    are_tied = _are_tied([text for text, level in given.items() if level != middle])
    is_between = are_tied and missing == middle
    # `moderately helpful` is another degree of what the others are degrees of
    are_akin = any(_are_alike(text, other) for text in counts for other in given)
    are_all = (are_tied and (not left or missing is not None)) or len(observed) == points > FEWEST_LEVELS
    return Strangers(
        counts=counts,
        missing=missing,
        points=points,
        is_between=is_between,
        is_certain=is_between or (are_plain and are_all and not are_akin),
    )


def _are_tied(texts: Collection[str]) -> bool:
    """Whether each of the answers on both sides shares a word with another one: then all of them are known.

    `Insufficient`, `Sufficient`, `Good`, `Excellent` do not say what else was offered, and where.
    """
    return all(any(other != text and _are_alike(text, other) for other in texts) for text in texts)


def _are_alike(text: str, other: str) -> bool:
    return share_a_word(text, other) or strengthens(text, other) or strengthens(other, text)


def _is_plain(text: str) -> bool:
    """Whether a text may be the label of an answer and is one of no scale that is known."""
    return len(text) <= LONGEST and rating_of(text)[0] is None and not families_with([text])


def with_strangers(found: FoundScale, answers: Answers, strangers: Strangers) -> FoundScale:
    """`found` with every reading of its strangers, the likeliest first: asked of an outcome, a doubt of a driver."""
    first, *others = (answers.written[text] for text in strangers.counts)
    labels = found.scale.labels
    level = strangers.missing if len(labels) == strangers.points else None
    named = ", ".join(f"'{answers.written[text]}' ({count:,})" for text, count in strangers.counts.items())
    doubt = f"{named} {'are no known words' if others else 'is no known word'} of {found.family}"
    if level and strangers.is_between:
        doubt += f" and may stand for the answer between '{labels[level - 2]}' and '{labels[level]}', or for none"
        said = "it is read so"
        without = worded_scale((*labels[: level - 1], *labels[level:]))
        ways: tuple[str, ...] = (found.scale.name, with_none(without.name, first))
    elif level:
        doubt += f" and may stand for '{labels[level - 1]}', which nobody gave, or for no answer"
        said = "it is taken as none"
        within = worded_scale((*labels[: level - 1], first, *labels[level:]))
        ways = (with_none(found.scale.name, first), within.name)
    else:
        doubt += f" and may be {'answers' if others else 'another answer'}, or none"
        said = f"{'they are' if others else 'it is'} taken as none"
        ends = (worded_scale(each) for each in ((first, *labels), (*labels, first)))
        ways = (with_none(found.scale.name, first, *others), *(with_none(each.name, *others) for each in ends))
    if found.doubt:
        ways = tuple(with_none(way, first, *others) for way in found.ways)
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {doubt}: {said}.",
        not_applicable=(*found.not_applicable, *(text for text in strangers.counts if text not in strangers.placed)),
        assumed=True,
        doubt=found.doubt or doubt,
        ways=ways,
        rival=ways[1],
    )
