"""Scales of questions that are put the other way: to agree that the wait was too long is no sign of satisfaction."""

import re
from dataclasses import replace
from functools import cache

from csat_core.ingest.languages.language import bare
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.given_scales import turned
from csat_core.ingest.scales.open_directions import in_both_directions
from csat_core.ingest.scales.silences import words_in
from csat_core.ingest.scales.stated_ends import StatedEnd, StatedEnds, is_much_good
from csat_core.ingest.texts.degrees import DEGREE, thing_of
from csat_core.ingest.texts.families import all_families, families_with
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.phrases import pattern_of_any
from csat_core.ingest.texts.polarity import Polarity, asks_for_good, burden_in, denial_in, polarity_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import DEGREES
from csat_core.ingest.texts.wordings import Wording
from csat_core.model.scale import number_text

_AFFIRMING = {
    "yes or no": "saying yes",
    "true or false": "calling it true",
    "agreement": "agreeing",
    "likelihood": "being likely to",
    "frequency": "it happening often",
    "degree": "saying so",
    "level": "a high answer",
}
"""What the best answer of each family says of the question; all other families name what is good themselves."""
UNCLEAR = "is good or bad is not clear"
"""Ends a doubt about a word in the question."""
_NUMBERS = "numbers"
_FREQUENCY = "frequency"
_DEGREES = words_in(DEGREES)
_DENIALS = ("yes or no", "true or false", "agreement", "likelihood", _FREQUENCY)
_NUMBERED = re.compile(r"^-?\d+\s*[-\u2013\u2014:=.)(]\s*|\s*[(\[]\s*-?\d+\s*[)\]]$|\)$")


def directed(
    found: FoundScale,
    wording: Wording,
    stated: StatedEnds | StatedEnd | None = None,
    language: str | None = None,
) -> FoundScale:
    """`found` read backwards where its question is put so that agreeing is bad; with a doubt where that is not clear.

    Scales whose words name what is good themselves (satisfied, good, easy) stay as they are. `language` is the code of
    the one that the columns are named in, where it stands out.
    """
    kind = _kind(found, stated)
    if kind is None:
        ends = _ends(found)
        is_known = any(all(map(family.level_of, ends)) for family in families_with(ends))
        thing = None if found.contradicts or is_known else thing_of(ends)
        return _by_thing(found, thing, wording) if thing else found
    burden = burden_in(wording) if kind in ("level", "degree") else None
    if burden and kind == "degree":  # of a wait there may be a lot, or somebody may agree with it a lot
        burden = replace(burden, is_clear=False)
    polarity = burden or polarity_of(wording, numbers=kind == _NUMBERS, denials=kind in _DENIALS)
    if polarity is None and kind == _NUMBERS and _asks_likelihood(wording):
        denied = polarity_of(wording, numbers=True, denials=True)  # `How likely are you not to renew?`
        polarity = denied and replace(denied, is_clear=False)
    if polarity is None and kind == _NUMBERS and not asks_for_good(wording):
        named = burden_in(wording)
        polarity = replace(named, is_clear=False) if named else denial_in(wording, language)
    if found.contradicts:
        return found
    if polarity is None:
        return found if kind != _FREQUENCY or asks_for_good(wording, "wanted") else _often(found)
    return _backwards(found, polarity, kind) if polarity.is_clear else _doubted(found, polarity, kind)


def _kind(found: FoundScale, stated: StatedEnds | StatedEnd | None) -> str | None:
    """The family that the ends of a scale belong to, or that they are numbers; None where they name what is good."""
    labels = found.scale.labels
    if labels == tuple(map(number_text, found.scale.values)):
        if labels in (("0", "1"), ("1", "0")):
            return "yes or no"
        return _NUMBERS if stated is None else _family(*stated.said)
    return _family(*_ends(found))


def _ends(found: FoundScale) -> tuple[str, str]:
    """The folded labels of the worst and the best answer, without numbers."""
    labels = found.scale.labels
    return fold(_NUMBERED.sub("", labels[0])), fold(_NUMBERED.sub("", labels[-1]))


def _family(*words: str) -> str | None:
    """The family of all `words` where it agrees with the question; None where one of them names what is good."""
    names = {family.name for family in families_with(words) if all(family.level_of(each) for each in words)}
    if _FREQUENCY in names and len(words) > 1:
        return _FREQUENCY
    if says_degrees(*words):
        return "degree"
    return next((name for name in _AFFIRMING if name in names), None) if names <= set(_AFFIRMING) else None


def _asks_likelihood(wording: Wording) -> bool:
    """Whether the wording has a word by which people say how likely something is."""
    return any(not _likely().isdisjoint(bare_words(text).split()) for text in wording)


@cache
def _likely() -> frozenset[str]:
    families = (family for family in all_families() if family.name == "likelihood")
    return frozenset(bare(label) for family in families for labels in family.levels for label in labels)


def names_good_or_bad(wording: Wording) -> bool:
    """Whether the wording names something of which much is good, or bad: then the degrees of it rate."""
    return asks_for_good(wording, "wanted") or polarity_of(wording, numbers=False, denials=False) is not None


def says_degrees(*words: str) -> bool:
    """Whether all of the folded `words` say how much of something there is, or how far somebody agrees."""
    return all(each in _DEGREES for each in words)


def _backwards(found: FoundScale, polarity: Polarity, kind: str) -> FoundScale:
    points, labels = found.scale.points, found.scale.labels
    scale = found.scale.backwards
    reason = found.reason.removesuffix(".").replace(" < ".join(labels), " < ".join(labels[::-1]))
    affirming = _AFFIRMING.get(kind, "a high number")
    how = "is" if kind != _NUMBERS else "means agreeing, which is"
    reason += (
        f"; '{polarity.words}': {affirming} {how} bad, so the scale is read backwards, from '{scale.labels[0]}' as the "
        f"worst to '{scale.labels[-1]}' as the best."
    )
    positions = tuple((text, points + 1 - position) for text, position in found.positions)
    doubt = found.doubt
    if kind == _NUMBERS and polarity.is_brief:
        doubt = f"'{polarity.words}' names what is bad, and whether a high number means much of it or a good rating is not clear"
    return replace(
        found,
        scale=scale,
        reason=reason,
        positions=positions,
        assumed=True,
        rival=found.scale.name,
        doubt=doubt if found.doubt is None or doubt == found.doubt else f"{found.doubt}; {doubt}",
        ways=tuple(map(turned, found.ways)),
    )


def _by_thing(found: FoundScale, thing: str, wording: Wording) -> FoundScale:
    """`found`, degrees of one thing, read backwards where the thing is bad; where that is not known with a doubt, and only if the name speaks of a rating.

    To feel bad about losing something is good: `How would you feel if you could no longer use it?`
    """
    best = found.scale.labels[-1]
    is_good = is_much_good(thing)
    if is_good is None:
        doubt = f"whether '{best}' is good or bad is not known"
        return replace(in_both_directions(found, f"{doubt}: it is taken as the best", doubt), needs_name=True)
    if is_good:
        return found
    lost = next((said[0] for text in wording if (said := _losing().search(bare_words(text)))), None)
    if lost:
        reason = f"{found.reason.removesuffix('.')}; '{lost}': who would miss it likes it, so '{best}' is the best."
        return replace(found, reason=reason)
    return _backwards(found, Polarity(words=best, is_clear=True), DEGREE)


@cache
def _losing() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.losing)


def _often(found: FoundScale) -> FoundScale:
    """`found` with a doubt: how often is asked of what is good and of what is bad alike, and nothing known is named."""
    best = found.scale.labels[-1]
    doubt = f"the answers say how often it happens, and whether that {UNCLEAR}"
    return in_both_directions(found, f"{doubt}: '{best}' is taken as the best", doubt)


def _doubted(found: FoundScale, polarity: Polarity, kind: str) -> FoundScale:
    affirming = _AFFIRMING.get(kind, "a high number")
    doubt = f"'{polarity.words}' stands in the question, and whether {affirming} {UNCLEAR}"
    return in_both_directions(found, f"{doubt}: '{found.scale.labels[-1]}' is taken as the best", doubt)
