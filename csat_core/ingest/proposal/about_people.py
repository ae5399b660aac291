"""Questions on a scale that rate nothing: how important something is to people, how often they use it, how they are themselves, where they live."""

from csat_core.ingest.proposal.clues import Clues
from csat_core.ingest.proposal.going_together import goes_along
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.numbered_scales import LEVEL
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.degrees import DEGREE, thing_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import asks_rating, says
from csat_core.model.scale import number_text

IMPORTANCE = "Says how important something is to people, which does not rate it."
SHARED_OUT = "Adds up to {total} with the columns beside it in every row: how people share out or order things, which rates none of them."
HABIT = "Says how often people come or use something, which does not rate it."
OWN_STATE = "Says how people are themselves, which does not rate what they were given."


def about_people(clues: Clues, found: FoundScale) -> str | None:
    """Why a question with answers on the scale `found` rates nothing, in words; None where it may, as what asks how satisfied people are."""
    if (total := clues.profile.described.shared_out) is not None:
        return SHARED_OUT.format(total=number_text(total))
    thing = thing_of(map(fold, found.scale.labels))
    if thing is not None and says((thing,), Meaning.IMPORTANCE):
        return IMPORTANCE
    if clues.says(Meaning.SATISFACTION):
        return None
    # people agree with statements that speak of it; low, medium and high are no answers to one
    if clues.says(Meaning.IMPORTANCE) and found.family in (None, DEGREE, LEVEL):
        return IMPORTANCE
    is_habit = found.numeric and clues.says(Meaning.HABIT) and not asks_rating(clues.wording)
    if is_habit and not goes_along(clues.profile):
        return HABIT
    return OWN_STATE if clues.says(Meaning.OWN_STATE) else None


def asks_kind(clues: Clues) -> bool:
    """Whether the name asks what admits no degree, such as `Where do you live?`.

    `Where to find help is clear` is a statement: its answers go with those of other ratings.
    """
    if not clues.says(Meaning.KINDS) or any(map(stated_range, clues.wording)):
        return False
    return clues.profile.described.company is None or not goes_along(clues.profile)
