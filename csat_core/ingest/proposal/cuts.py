"""Where a number of a file is cut into bands, as a person types it: `18, 25, 35`."""

import re

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.derived import Bands, InvalidCutsError
from csat_core.model.scale import number_text

AGES = (24.0, 34.0, 44.0, 54.0, 64.0)
"""Bands in which surveys usually tell ages."""
OLDEST = 120


def parse_cuts(text: str) -> tuple[float, ...]:
    """The cuts that were typed, divided by commas or semicolons; none for an empty text. Raises InvalidCutsError."""
    parts = [part.strip() for part in re.split("[,;]", text) if part.strip()]
    try:
        cuts = tuple(float(part) for part in parts)
    except ValueError:
        raise InvalidCutsError(text.strip()) from None
    if cuts:
        Bands(number="n01", cuts=cuts)
    return cuts


def cuts_text(cuts: tuple[float, ...]) -> str:
    """The cuts as they would be typed."""
    return ", ".join(map(number_text, cuts))


def usual_for(profile: ColumnProfile) -> tuple[float, ...]:
    """Where a column of ages is cut, as far as it has any; empty for other numbers, which pages divide evenly."""
    lowest, highest = profile.lowest or 0, profile.highest or 0
    if not says(profile.wording, Meaning.AGE) or not 0 <= lowest < highest <= OLDEST:
        return ()
    return tuple(cut for cut in AGES if lowest <= cut < highest)
