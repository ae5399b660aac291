"""Questions about effort in numbers: whether much of it is bad, or the highest number the easiest, told from the wording."""

from dataclasses import replace
from enum import StrEnum

from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says
from csat_core.model.scale import number_text


class Effort(StrEnum):
    """What the wording of a question about effort says of its highest number."""

    MUCH = "much"
    """That it is the most effort, as `how much effort did you have to put in` does."""
    EASY = "easy"
    """That it is the easiest, as to agree that somebody made it easy is."""
    OPEN = "open"
    """Neither: a score called CES is the one in its first version and the other in its second."""
    HARD = "hard"
    """Likely that it is the most difficult, as `how difficult was it` asks; who offers the answers may have turned them."""


def effort_in(wording: Wording) -> Effort | None:
    """What the name and the text of a question say of its highest number; None where it does not ask for effort."""
    if says(wording, Meaning.SATISFACTION):
        return None
    eased, toil = says(wording, Meaning.EASED), says(wording, Meaning.TOIL)
    if not says(wording, Meaning.EFFORT, Meaning.DIFFICULTY, Meaning.TOIL):
        return None
    difficulty = says(wording, Meaning.DIFFICULTY)
    if toil != eased and (toil or not difficulty):
        return Effort.MUCH if toil else Effort.EASY
    return Effort.HARD if difficulty and not eased else Effort.OPEN


def turned_by(found: FoundScale, effort: Effort) -> FoundScale:
    """`found`, a scale of numbers, turned or doubted by what the question says of effort; said in its reason."""
    if found.scale.is_reversed:
        return found
    low, high = number_text(found.scale.values[0]), number_text(found.scale.values[-1])
    said = found.reason.removesuffix(".")
    backwards = found.scale.backwards
    if effort is Effort.EASY:
        return replace(found, reason=f"{said}; the question asks how easy it was, so {high} is taken as the easiest.")
    if effort is Effort.MUCH and not found.ways:
        reason = f"{said}; the question asks how much effort it took, of which little is good, so {low} is taken as the best."
        return replace(found, scale=backwards, reason=reason, assumed=True, rival=found.scale.name)
    doubt = f"the name asks how difficult it was, or for an effort, and {high} may mean the most of it or the least"
    taken, other, best = (backwards, found.scale, low) if effort is Effort.HARD else (found.scale, backwards, high)
    return replace(
        found,
        scale=taken,
        reason=f"{said}; {doubt}: {best} is taken as the easiest.",
        assumed=True,
        rival=other.name if found.rival in (None, taken.name) else found.rival,
        ways=tuple(dict.fromkeys((taken.name, other.name, *found.ways))) if found.ways else (),
        doubt=f"{found.doubt}; {doubt}" if found.doubt else doubt,
    )
