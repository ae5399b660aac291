"""Levels of a scale of words that nobody gave: which of them the words that were given make sure of, and which they do not."""

import re
from collections.abc import Mapping
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.offered_middles import ENOUGH, FREQUENT, NEGATIONS, are_frequent, by_level, without_levels
from csat_core.ingest.texts.families import Levels, plainer
from csat_core.ingest.texts.phrases import WITHOUT_SPACES
from csat_core.model.scale import worded_scale

FEWEST = 3
"""Of two answers nobody can tell what stands between them."""
FULL, OFTEN = 5, 5
"""So many answers are a scale by themselves, each of them given so often."""
SURELY = 20
"""Where so many gave the level below and as many the one above, nobody had the one between them to choose; and none at an end
where so many gave the level before it, as answers thin out towards it."""
SHORTEST, SHORTEST_SIGNS = 4, 2
"""Letters (or signs of Chinese and Japanese) of a word that two labels of one scale share."""


def with_levels_given(found: FoundScale, answers: Answers, levels: Levels, given: Mapping[str, int]) -> FoundScale:
    """`found`, of a family with these levels, on the answers that were given, where the others were not offered.

    `Very dissatisfied` beside `Satisfied` makes sure of `Dissatisfied`; `Bad`, `Good`, `Very good`, `Excellent` of nothing
    between, and `Not satisfied` below several degrees of satisfaction of nothing beside it. What was offered is told from many answers; of few, and of an end that may be missing, both readings are named.
    """
    observed = frozenset(given.values())
    missing = [level for level in range(1, len(levels) + 1) if level not in observed]
    if len(observed) < FEWEST or not missing:
        return found
    named = " or ".join(f"'{found.scale.labels[level - 1]}'" for level in missing)
    kept = worded_scale(tuple(found.scale.labels[level - 1] for level in sorted(observed))).name
    is_lopsided = _is_lopsided(missing, len(levels), given)
    is_full = _is_full(missing, levels, given, answers) or _are_surely_missing(missing, levels, given, answers)
    if not (is_lopsided or is_full) and any(_is_demanded(level, levels, given) for level in missing):
        is_open = _is_open(missing, levels, given, found, answers)
        is_said = found.assumed or is_open
        said = f"; nobody of {answers.count:,} gave {named}" if is_said else ""
        rival = kept if is_open else found.rival or (kept if is_said else None)
        return replace(found, reason=f"{found.reason.removesuffix('.')}{said}.", assumed=is_said, rival=rival)
    whole = is_lopsided or {1, len(levels)} <= observed or _is_trio(observed, len(levels))
    if is_full or (whole and are_frequent(found, answers)):
        said = (
            f"nobody of {answers.count:,} gave {named}, so {'it was' if len(missing) == 1 else 'they were'} not offered"
        )
        return without_levels(found, answers, said, missing)
    reason = (
        f"{found.reason.removesuffix('.')}; nobody of {answers.count:,} gave {named}, which may not have been offered."
    )
    return replace(found, reason=reason, assumed=True, rival=kept)


def _are_surely_missing(missing: list[int], levels: Levels, given: Mapping[str, int], answers: Answers) -> bool:
    """Whether many gave what stands beside each level that nobody gave: between two of them whatever their words make sure of, and at
    an end without its like at the other one."""
    counts = by_level(given, answers)

    def is_sure(level: int) -> bool:
        beside = [counts[each] for each in (level - 1, level + 1) if 1 <= each <= len(levels)]
        return min(beside) >= SURELY and not (len(beside) == 1 and _is_mirrored(level, levels, given))

    return all(map(is_sure, missing))


def _is_trio(observed: frozenset[int], points: int) -> bool:
    """Whether the levels are the middle of a scale, one below it and one above: a bad, a fair and a good answer."""
    below, middle, above = sorted(observed) if len(observed) == FEWEST else (0, 0, 0)
    return below < middle < above and 2 * middle == points + 1


def _is_full(missing: list[int], levels: Levels, given: Mapping[str, int], answers: Answers) -> bool:
    """Whether so many levels were given, each of them often, as a scale has: between them nothing is missing then.

    Beyond them only what the other end has is missing, as `very bad` below `bad` where there is a `very good`.
    """
    counts = by_level(given, answers)
    observed = set(counts)
    beyond = [level for level in missing if not min(observed) < level < max(observed)]
    often = answers.count >= ENOUGH and min(counts.values()) >= OFTEN
    return often and len(observed) >= FULL and not any(_is_mirrored(level, levels, given) for level in beyond)


def _is_mirrored(level: int, levels: Levels, given: Mapping[str, int]) -> bool:
    """Whether the level is a degree of an answer that was given, and has its counterpart at the other end; or one was given of it."""
    opposite = [plainer(text) for text, place in given.items() if place == len(levels) + 1 - level]

    def is_counterpart(label: str, text: str) -> bool:
        degree = plainer(label).removesuffix(plainer(text)).strip()
        return strengthens(label, text) and any(each.startswith(degree) for each in opposite)

    return any(strengthens(text, label) or is_counterpart(label, text) for label in levels[level - 1] for text in given)


def _is_lopsided(missing: list[int], points: int, given: Mapping[str, int]) -> bool:
    """Whether all good answers were given and one bad one, which says `not` of them or is alone below three."""
    bad = [text for text, level in given.items() if 2 * level < points + 1]
    below = [level for level in missing if 2 * level < points + 1]
    if len(bad) != 1 or below != missing or points % 2:
        return False
    return len(below) > 1 or bad[0].partition(" ")[0] in NEGATIONS


def _is_open(missing: list[int], levels: Levels, given: Mapping[str, int], found: FoundScale, answers: Answers) -> bool:
    """Whether levels that nobody of many gave may not have been there: one between others or without its like at the other end, or
    two, or one above the best that was given.

    Beside `Very dissatisfied` there is a `Very satisfied`; beside `Not at all satisfied` and `Very satisfied` no more need be.
    """
    if missing != [len(levels)]:
        return are_frequent(found, answers) if len(missing) > 1 else _is_skipped(missing[0], levels, given, answers)
    worst = {plainer(text).split()[0] for text, level in given.items() if level == 1}
    is_mirrored = any(plainer(label).split()[0] in worst for label in levels[-1])
    best = sum(count for text, count in answers.texts if given.get(text) == len(levels) - 1)
    return not is_mirrored and answers.count >= ENOUGH and best >= FREQUENT * answers.count


def _is_skipped(level: int, levels: Levels, given: Mapping[str, int], answers: Answers) -> bool:
    """Whether so many gave the levels beside one that hardly all of them left it out by chance."""
    counts = by_level(given, answers)
    if level == 1:
        is_likely = counts[2] >= OFTEN and not _is_mirrored(level, levels, given)
    else:
        is_likely = min(counts[level - 1], counts[level + 1]) >= OFTEN
    return answers.count >= ENOUGH and is_likely


def _is_demanded(level: int, levels: Levels, given: Mapping[str, int]) -> bool:
    """Whether the words that were given make sure that this level was offered too."""
    usual, mirror = levels[level - 1][0], len(levels) + 1 - level
    opposite = [text for text, place in given.items() if place == mirror]
    return (
        any(share_a_word(usual, text) for text in given)
        or any(share_a_word(label, text) for label in levels[level - 1] for text in opposite)
        or any(strengthens(text, label) for label in levels[level - 1] for text in given)
    )


def strengthens(text: str, label: str) -> bool:
    """Whether `text` is another label with a word before it, as `very good` is `good`."""
    whole, part = plainer(text), plainer(label)
    return whole.endswith(part if WITHOUT_SPACES.search(part) else f" {part}") and whole != part


def share_a_word(label: str, other: str) -> bool:
    """Whether two labels hold the same word, or one that holds the other: `satisfied` and `dissatisfied`."""
    one, two = plainer(label), plainer(other)
    if WITHOUT_SPACES.search(one):
        parts = (one[at : at + SHORTEST_SIGNS] for at in range(len(one) - SHORTEST_SIGNS + 1))
        return any(part in two for part in parts)
    words = {word for word in re.findall(r"\w+", one) if len(word) >= SHORTEST}
    # `dissatisfied` holds `satisfied`
    return any(word in written or written in word for word in words for written in re.findall(r"\w{4,}", two))
