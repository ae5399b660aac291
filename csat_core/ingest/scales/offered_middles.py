"""Scales of words whose middle nobody gave, or may have given as `not sure`: how many answers were offered."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.scales.answers import TOLERATED_SHARE, Answers, FoundScale
from csat_core.ingest.scales.stated_ends import is_best
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import worded_scale

ENOUGH = 40
"""From so many answers on a middle that nobody gave was hardly offered, where every other answer is frequent."""
FREQUENT, MANY = 0.05, 10
"""The share that each of the others has then at least, or so many answers where there are hundreds."""
NEGATIONS = frozenset(
    word for language in LANGUAGES for word in language.words(language.table(language.polarity).get("negation", ""))
)
LIKELIHOOD = "likelihood"
"""The family of answers between which people are not sure."""


def with_offered_answers(found: FoundScale, answers: Answers, observed: Collection[int]) -> FoundScale:
    """`found`, words of one family, on the answers that were offered, as far as its cells tell; said in its reason.

    `observed` are the levels that occur. Where no other word is the middle and `not sure` may be it, both readings are named.
    """
    if two := _denied(answers):
        found = without_levels(found, answers, two, _only(found, observed))
        return _with_unsure(found, answers, unsure) if (unsure := _unsure(answers)) else found
    points = found.scale.points
    middle = (points + 1) // 2 if points % 2 else None
    if middle in observed:
        return found
    if unsure := _unsure(answers):
        return _with_unsure(without_levels(found, answers, "", [middle] if middle else []), answers, unsure)
    if middle and points > 3 and len(observed) == points - 1 and are_frequent(found, answers):
        said = f"nobody of {answers.count:,} gave the '{found.scale.labels[middle - 1]}' between them, so it was not offered"
        return without_levels(found, answers, said, [middle])
    return found


def with_middle_denied(found: FoundScale, answers: Answers, wider: tuple[tuple[str, ...], ...]) -> FoundScale:
    """`found`, a family's scale without a middle, with the one that has it as its rival; said in its reason.

    `wider`: the labels of each level of that other scale. Where `not sure` may stand for the middle both are named.
    """
    if unsure := _unsure(answers):
        return _with_unsure(found, answers, unsure)
    labels, half = found.scale.labels, found.scale.points // 2
    middle = wider[half][0].capitalize()
    said = f"nobody of {answers.count:,} gave the '{middle}' between them, so it was not offered"
    rival = worded_scale((*labels[:half], middle, *labels[half:])).name
    return replace(found, reason=f"{found.reason.removesuffix('.')}; {said}.", assumed=True, rival=rival)


def with_middle_kept(found: FoundScale, answers: Answers) -> FoundScale:
    """`found`, a scale with a middle that nobody of a few gave, with the one without it as its rival; said in its reason."""
    labels = found.scale.labels
    middle = len(labels) // 2
    said = f"nobody of {answers.count:,} gave the '{labels[middle]}', but so few may leave it out by chance"
    rival = worded_scale((*labels[:middle], *labels[middle + 1 :])).name
    return replace(found, reason=f"{found.reason.removesuffix('.')}; {said}.", assumed=True, rival=rival)


def has_unsure(answers: Answers) -> bool:
    """Whether an answer such as `not sure` may stand for the middle."""
    return _unsure(answers) is not None


def denied_scale_of(answers: Answers) -> FoundScale | None:
    """The scale of two answers of which one is good and the other denies it, as `Nicht gut` does; None elsewhere."""
    said = _denied(answers)
    if said is None:
        return None
    plain, denied = sorted((text for text, _ in answers.texts), key=len)
    if not families_with([plain]) or is_best(plain) is False:
        return None
    scale = worded_scale((answers.written[denied], answers.written[plain]))
    return FoundScale(
        scale=scale,
        reason=f"{said}.",
        positions=((denied, 1), (plain, 2)),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        needs_name=True,
    )


def _unsure(answers: Answers) -> tuple[str, int] | None:
    """The text that may be the middle answer, with how often it occurs; None where it is rare, or there are several."""
    often = [(text, count) for text, count in answers.unsure if count > TOLERATED_SHARE * answers.count]
    return often[0] if len(often) == 1 else None


def with_silent_between(found: FoundScale, answers: Answers, silent: Mapping[int, str]) -> FoundScale:
    """`found` with what is said of labels such as `not sure` that are no answers and have a number between those of the answers.

    A frequent one may be an answer as well: both readings are named then.
    """
    unsure = _unsure(answers)
    number = next((number for number, label in silent.items() if unsure and fold(label) == unsure[0]), None)
    if unsure and number is not None:
        worse = sum(value > number if found.scale.is_reversed else value < number for value in found.scale.values)
        return _with_unsure(found, answers, unsure, worse)
    said = "".join(f"; '{label}' between them is taken as none" for label in silent.values())
    if unsure:
        word, count = answers.written[unsure[0]], unsure[1]
        said += (
            f"; '{word}' ({count:,} of {answers.count + count:,}), which has no number between theirs, is taken as none"
        )
    return replace(found, reason=f"{found.reason.removesuffix('.')}{said}.")


def _with_unsure(found: FoundScale, answers: Answers, unsure: tuple[str, int], place: int = 0) -> FoundScale:
    text, count = unsure
    word, labels = answers.written[text], found.scale.labels
    half = place or len(labels) // 2
    five = "|".join((*labels[:half], word, *labels[half:]))
    levels = {level for text, _ in answers.texts if (level := dict(found.positions).get(text))}
    if _is_of_likelihood(found, answers) and len(levels) == len(labels) == 2 * half > 2:
        return _between(found, text, f"'{word}' ({count:,} of {answers.count + count:,})", word)
    doubt = f"'{word}' ({count:,} of {answers.count + count:,}) may be the answer in the middle, which no other word is, or none"
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {doubt}: it is taken as none.",
        assumed=True,
        doubt=doubt,
        ways=(f"{found.scale.name},{word}=dk", five),
        rival=five,
    )


def _is_of_likelihood(found: FoundScale, answers: Answers) -> bool:
    """Whether the answers say how likely something is, as far as they can be read so: `rather no` may be said of anything."""
    texts = [text for text, _ in answers.texts]
    may_be = (family for family in families_with(texts) if family.name == LIKELIHOOD)
    return found.family == LIKELIHOOD or any(all(map(family.level_of, texts)) for family in may_be)


def _between(found: FoundScale, text: str, shown: str, word: str) -> FoundScale:
    """`found` with the folded `text` between as many unlikely as likely answers: who is not sure finds it neither."""
    labels, half = found.scale.labels, found.scale.points // 2
    scale = worded_scale((*labels[:half], word, *labels[half:]))
    reason = found.reason.replace(" < ".join(labels), " < ".join(scale.labels)).removesuffix(".")
    return replace(
        found,
        scale=scale,
        reason=f"{reason}; {shown} stands between '{labels[half - 1]}' and '{labels[half]}'.",
        positions=(*((each, place + (place > half)) for each, place in found.positions), (text, half + 1)),
        dont_know=tuple(each for each in found.dont_know if each != text),
        assumed=True,
        rival=f"{found.scale.name},{word}=dk",
    )


def are_frequent(found: FoundScale, answers: Answers) -> bool:
    """Whether there are many answers, and each of those that occur is frequent."""
    fewest = min(by_level(dict(found.positions), answers).values())
    return answers.count >= ENOUGH and fewest >= min(FREQUENT * answers.count, MANY)


def by_level(levels: Mapping[str, int], answers: Answers) -> Counter[int]:
    """How many answers each level has that was given; `levels` by folded text."""
    counts: Counter[int] = Counter()
    for text, count in answers.texts:
        if text in levels:
            counts[levels[text]] += count
    return counts


def _denied(answers: Answers) -> str | None:
    """Why two answers are all there are: one of them denies the other, as `Not good` does; None elsewhere."""
    if len(answers.texts) != 2:
        return None
    texts = sorted((text for text, _ in answers.texts), key=len)
    plain, denied = (answers.written[text] for text in texts)
    first, _, rest = texts[1].partition(" ")
    is_denied = rest == texts[0] and first in NEGATIONS
    is_denied |= len(texts[1]) - len(texts[0]) == 1 and texts[1] == f"不{texts[0]}"
    return f"'{denied}' denies '{plain}', so these two are all answers" if is_denied else None


def _only(found: FoundScale, observed: Collection[int]) -> list[int]:
    """The levels that do not occur."""
    return [level for level in range(1, found.scale.points + 1) if level not in observed]


def without_levels(found: FoundScale, answers: Answers, said: str, levels: Collection[int]) -> FoundScale:
    """`found` without the levels that nobody gave."""
    if not levels:
        return found
    kept = [level for level in range(1, found.scale.points + 1) if level not in levels]
    places = {level: place for place, level in enumerate(kept, 1)}
    scale = worded_scale(tuple(found.scale.labels[level - 1] for level in kept))
    reason = found.reason.replace(" < ".join(found.scale.labels), " < ".join(scale.labels)).removesuffix(".")
    return replace(
        found,
        scale=scale,
        reason=f"{reason}; {said}." if said else f"{reason}.",
        positions=tuple((text, places[level]) for text, level in found.positions if level in places),
        assumed=True,
        rival=found.scale.name if said else None,
    )
