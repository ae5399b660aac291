"""Questions on a scale that rate nothing: how important something is to people, and how they are themselves."""

from csat_core.ingest.proposal.clues import Clues
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.texts.degrees import DEGREE, thing_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says

IMPORTANCE = "Says how important something is to people, which does not rate it."
OWN_STATE = "Says how people are themselves, which does not rate what they were given."


def about_people(clues: Clues, found: FoundScale) -> str | None:
    """Why a question with answers on the scale `found` rates nothing, in words; None where it may, as what asks how satisfied people are."""
    thing = thing_of(map(fold, found.scale.labels))
    if thing is not None and says((thing,), Meaning.IMPORTANCE):
        return IMPORTANCE
    if clues.says(Meaning.SATISFACTION):
        return None
    if clues.says(Meaning.IMPORTANCE) and found.family in (
        None,
        DEGREE,
    ):  # people agree with statements that speak of it
        return IMPORTANCE
    return OWN_STATE if clues.says(Meaning.OWN_STATE) else None
