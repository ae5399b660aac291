"""Scales of words: `Very satisfied`, `thumbs up`, `Excellent` - matched as whole labels, never in part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from csat_core.ingest.scales import one_level
from csat_core.ingest.scales.answers import TOLERATED_VALUES, Answers, FoundScale, is_tolerable, share_off
from csat_core.ingest.scales.given_scales import near
from csat_core.ingest.scales.near_labels import near_in
from csat_core.ingest.scales.offered_levels import FEWEST, with_levels_given
from csat_core.ingest.scales.offered_middles import (
    ENOUGH,
    denied_scale_of,
    has_unsure,
    with_middle_denied,
    with_middle_kept,
    with_offered_answers,
)
from csat_core.ingest.scales.strange_words import Strangers, recurs, strangers_beside, with_strangers
from csat_core.ingest.texts.degrees import families_of
from csat_core.ingest.texts.families import Family
from csat_core.ingest.texts.families_across import families_across
from csat_core.ingest.texts.families_around import families_around
from csat_core.ingest.texts.opposites import families_of_opposites
from csat_core.model.scale import worded_scale

LEAST_KNOWN, MOST_SLIPS = 0.5, 60
"""Where so many answers are labels of a family, and there are no more different ones, others may be slips of the keyboard."""

FOUR = 4
"""The points of a scale that may be the usual one of five of which nobody gave the middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    family: Family
    levels: dict[str, int]
    """The level (from 1) of each observed text that is one of its labels, or one without accents."""
    misspelt: dict[str, int]
    """The level of each text that stands in the place of a label which the survey itself misspelt."""
    strangers: Strangers | None
    """The words that are none of the family and recur."""
    observed: frozenset[int]
    """The levels that occur, counted from 1."""
    shared: tuple[one_level.Shared, ...]
    """The rare answers that stand on the level of another one."""
    fit: float
    off: float

    @property
    def strange(self) -> int:
        """How many answers are words that recur and are of no level."""
        counts = self.strangers.counts if self.strangers else {}
        return sum(count for text, count in counts.items() if text not in self.levels)

    @property
    def is_whole(self) -> bool:
        """Whether it holds every answer as it is written; no other family need set any aside then."""
        return not (self.off or self.shared or self.misspelt or self.strangers)


def family_scale_of(answers: Answers) -> FoundScale | None:
    """The scale of words the answers lie on; None where no family holds them."""
    labels = [text for text, _ in answers.texts[:MOST_SLIPS]]
    matches = _matches(answers, families_of(labels[: TOLERATED_VALUES + 1]))
    if not any(match.is_whole for match in matches):
        matches += _matches(answers, families_across(labels))
    matches = matches or _matches(answers, families_of_opposites(labels)) or _matches(answers, families_around(labels))
    # what any family knows is an answer: no smaller one throws it out beside a word that none knows
    matches = [each for each in matches if not any(set(each.levels) < set(other.levels) for other in matches)]
    matches.sort(key=lambda match: (not match.is_whole, -match.fit))
    if not matches:
        return denied_scale_of(answers)
    best = _with_middle(matches, answers)
    rivals = {len(match.family.levels) for match in matches if not match.off} - {len(best.family.levels)}
    complete = len(best.observed) == len(best.family.levels)
    scale = worded_scale(_labels(best, answers))
    tongues = f" in {len(best.family.parts)} languages" if best.family.parts else ""
    reason = f"The answers are words of {best.family.name}{tongues}: {' < '.join(scale.labels)}"
    is_open = len(best.observed) < FEWEST and not complete
    if is_open:
        reason += "; so few different answers do not tell which others were offered"
    if others := round(best.off * answers.count) - best.strange:
        reason += f"; {others:,} {'answer is another word' if others == 1 else 'answers are other words'} and will be set aside"
    if best.shared:
        reason += f"; {one_level.said(best.shared)}"
    for text, level in best.misspelt.items():
        count, alone = dict(answers.texts)[text], level not in best.levels.values()
        why = "which nobody else answered" if alone else "a slip away from it"
        reason += f"; '{answers.written[text]}' ({count:,}) is read as '{scale.labels[level - 1]}', {why}"
    found = FoundScale(
        scale=scale,
        reason=reason + ".",
        positions=tuple((dict(best.family.positions) | best.levels | best.misspelt).items()),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=is_open or (not complete and bool(rivals)) or bool(best.shared or best.misspelt) or _is_partly(best),
        family=best.family.name,
        needs_name=best.family.needs_name,
    )
    offered = _offered(found, best, matches, answers)
    if best.strangers:
        return with_strangers(offered, answers, best.strangers)
    if best.misspelt and not offered.ways:
        name = offered.scale.name
        return replace(offered, ways=(near(name), name), rival=offered.rival or name)
    return offered


def _offered(found: FoundScale, best: _Match, matches: list[_Match], answers: Answers) -> FoundScale:
    """`found`, the scale of `best`, on the answers that were offered, as far as those that were given tell."""
    if wider := _wider(best, matches):
        return with_middle_denied(found, answers, wider.family.levels)
    if best is not matches[0]:
        return with_middle_kept(found, answers)
    offered = with_offered_answers(found, answers, best.observed)
    given = {**best.levels, **best.misspelt}
    return with_levels_given(found, answers, best.family.levels, given) if offered is found else offered


def _with_middle(matches: list[_Match], answers: Answers) -> _Match:
    """The best of the matches; of few answers without a middle the one with it, which a later file may bring."""
    best = matches[0]
    return best if answers.count >= ENOUGH or has_unsure(answers) else _wider(best, matches) or best


def _wider(best: _Match, matches: list[_Match]) -> _Match | None:
    """The match that has all answers of `best`, and between them a middle that nobody gave; None without one."""
    if len(best.family.levels) != FOUR or len(best.observed) < FOUR:
        return None
    alike = (each for each in matches if each.family.name == best.family.name and len(each.family.levels) == FOUR + 1)
    return next((each for each in alike if each.observed == {1, 2, 4, 5}), None)


def _matches(answers: Answers, families: Iterable[Family]) -> list[_Match]:
    """Those of `families` that hold nearly all answers, at least two of their levels among them.

    None of them gives one level to two answers that both occur often: people who chose between them meant two things.
    """
    found = []
    for family in families:
        levels = {text: level for text, _ in answers.texts if (level := family.level_of(text))}
        observed = frozenset(levels.values())
        if len(observed) < 2:
            continue
        slipped = _slipped(answers, family, levels)
        misspelt = _misspelt_labels(slipped, family, observed, answers)
        observed |= frozenset(misspelt.values())
        strangers = strangers_beside(answers, family, levels | misspelt, {*levels, *slipped})
        beside = strangers.counts if strangers and strangers.is_certain else {}
        if not is_tolerable(share_off(answers, {*levels, *slipped, *beside}), answers.count):
            continue
        placed = strangers.placed if strangers else {}
        levels |= placed
        observed |= frozenset(placed.values())
        off = 1 - sum(count for text, count in answers.texts if text in levels or text in misspelt) / answers.count
        shared = _shared(answers, family, levels)
        if any(each.is_often for each in shared):
            continue
        fit = len(observed) / len(family.levels) - 2 * off - 0.3 * len(shared) + 0.01 * (len(family.levels) == 5)
        found.append(
            _Match(
                family=family,
                levels=levels,
                misspelt=misspelt,
                strangers=strangers,
                observed=observed,
                shared=shared,
                fit=fit,
                off=off,
            )
        )
    return found


def _shared(answers: Answers, family: Family, levels: dict[str, int]) -> tuple[one_level.Shared, ...]:
    """The answers on the level of another one in the same language."""
    left = dict(levels)
    found: list[one_level.Shared] = []
    for part in family.parts or (family,):
        own = {text: left.pop(text) for text in levels if text in left and part.level_of(text)}
        found += one_level.shared_by(answers, own)
    return tuple(found)


def _slipped(answers: Answers, family: Family, levels: dict[str, int]) -> dict[str, str]:
    """The answers that are a slip away from a label of the family, where most are its labels; empty where too many are."""
    known = sum(count for text, count in answers.texts if text in levels)
    if len(levels) == len(answers.texts) or known < LEAST_KNOWN * answers.count or len(answers.texts) > MOST_SLIPS:
        return {}
    return near_in((text for text, _ in answers.texts if text not in levels), family.positions)


def _misspelt_labels(
    slipped: dict[str, str], family: Family, observed: frozenset[int], answers: Answers
) -> dict[str, int]:
    """The level of each text that recurs, or that alone is near to a level without any other answer: so the survey wrote it.

    To set all of them aside would take many answers, or those of one kind, away.
    """
    by_level: dict[int, list[str]] = {}
    for text, label in slipped.items():
        by_level.setdefault(family.positions[label], []).append(text)
    alone = {texts[0]: level for level, texts in by_level.items() if len(texts) == 1 and level not in observed}
    counts = dict(answers.texts)
    return alone | {text: family.positions[label] for text, label in slipped.items() if recurs(counts[text], answers)}


def _is_partly(match: _Match) -> bool:
    """Whether one of several languages does not show every level."""
    shown = ({part.level_of(text) for text in match.levels} - {None} for part in match.family.parts)
    return any(len(levels) < len(match.family.levels) for levels in shown)


def _labels(match: _Match, answers: Answers) -> tuple[str, ...]:
    """The label of each level: as the file writes its most frequent answer, else as the family calls it; in one language."""
    first = match.family.parts[0] if match.family.parts else match.family
    most: dict[int, str] = {}
    for text, level in match.levels.items():
        if first.level_of(text) or (match.strangers and text in match.strangers.counts):
            most.setdefault(level, one_level.without_tail(answers.written[text]))
    return tuple(most.get(level, labels[0].capitalize()) for level, labels in enumerate(match.family.levels, 1))
