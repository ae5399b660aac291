"""Weights of answers: what their names say for sure, and names that may say something else over numbers that weigh."""

import re

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.clues import Clues
from csat_core.ingest.texts.reading import fold, number_of
from csat_core.ingest.texts.vocabulary import Meaning

BY_NAME = "The name says it weights the answers."
HIGHEST, HIGHEST_AROUND = 100, 25
"""The highest weight under a certain name, and under any other."""
HIGHEST_WHOLE = 30
"""The highest of whole numbers that a person counts for; a body weighs more."""
AROUND_ONE = (0.7, 1.4)
"""The mean of weights that leave the number of answers as it is."""
MOSTLY_FRACTIONS = 0.5
_OF_THINGS = re.compile(
    r"(?<![^\W_])(?:kgs?|lbs?|g|gr|oz|grams?|gramm|kilos?|tons?|weight of|parcel|package|product|item|body|birth|gross|net|luggage|baggage)(?![^\W_])"
)
"""What has a weight in these, or is one of these, is a thing."""


def weight_in(clues: Clues) -> str | None:
    """Why a column of numbers weights the answers; None where nothing says so."""
    profile = clues.profile
    if clues.says(Meaning.WEIGHT) and (profile.highest or 0) <= HIGHEST and not _may_be_of_a_thing(clues):
        return BY_NAME
    if not clues.says(Meaning.PERHAPS_WEIGHT) or clues.says(Meaning.OCCURRED) or profile.units:
        return None
    mean = _mean_of_fractions(profile)
    if mean is None or not AROUND_ONE[0] <= mean <= AROUND_ONE[1] or _OF_THINGS.search(fold(clues.name)):
        return None
    return f"The name speaks of weights, and its numbers are fractions around 1, {mean:.2f} on average: they weight the answers."


def _may_be_of_a_thing(clues: Clues) -> bool:
    """Whether the name says no more than `weight`, and the numbers are those of bodies or parcels."""
    profile = clues.profile
    if len(fold(clues.name).split()) > 1:
        return False
    if profile.whole > MOSTLY_FRACTIONS * profile.filled:
        return (profile.highest or 0) > HIGHEST_WHOLE
    mean = _mean(profile)
    return mean is None or not AROUND_ONE[0] <= mean <= AROUND_ONE[1]


def _mean_of_fractions(profile: ColumnProfile) -> float | None:
    """The mean of a column's most frequent numbers; None where they are whole, below 0 or far above 1."""
    low, high = profile.lowest, profile.highest
    if (
        low is None
        or high is None
        or low < 0
        or high > HIGHEST_AROUND
        or profile.whole > MOSTLY_FRACTIONS * profile.filled
    ):
        return None
    return _mean(profile)


def _mean(profile: ColumnProfile) -> float | None:
    """The mean of a column's most frequent numbers; None without any."""
    read = [(number_of(text, profile.mark or "."), count) for text, count in profile.top]
    numbers = [(number, count) for number, count in read if number is not None]
    base = sum(count for _, count in numbers)
    return sum(number * count for number, count in numbers) / base if base else None
