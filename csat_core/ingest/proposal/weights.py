"""Weights of answers: what their names say for sure, and names that may say something else over numbers that weigh."""

import re

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.clues import Clues
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.reading import fold, number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.dataset import Role

BY_NAME = "The name says it weights the answers."
HIGHEST, HIGHEST_AROUND = 100, 25
"""The highest weight under a certain name, and under any other."""
LONGEST_SHORT = 3
"""Letters of what is no word: `wt` and `wgt` are weights of answers alone."""
HIGHEST_BARE = 8
"""Of fractions under a name that says `weight` and no more: parcels weigh more."""
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
    around_one = _around_one(profile)
    if clues.says(Meaning.WEIGHTING) and (profile.lowest or 0) >= 0 and not profile.units:
        return BY_NAME  # to gross up to a population they may be thousands
    if clues.says(Meaning.WEIGHT) and (profile.highest or 0) <= HIGHEST:
        words = bare_words(clues.name)
        is_bare = " " not in words and len(words) > LONGEST_SHORT
        if not is_bare or _are_counts(profile) or (around_one and (profile.highest or 0) <= HIGHEST_BARE):
            return BY_NAME
    if not clues.says(Meaning.PERHAPS_WEIGHT) or clues.says(Meaning.OCCURRED) or profile.units:
        return None
    if not around_one or _OF_THINGS.search(fold(clues.name)):
        return None
    return f"The name speaks of weights, and its numbers are fractions around 1, {around_one}: they weight the answers."


def perhaps_weight(column: ColumnMapping, profile: ColumnProfile) -> Problem | None:
    """A problem for fractions that are a number under a name of weights which may be those of the answers, or of things."""
    named = says(column.wording, Meaning.WEIGHT, Meaning.PERHAPS_WEIGHT) and not says(column.wording, Meaning.OCCURRED)
    is_number = column.role is Role.METRIC and not profile.units and (profile.lowest or 0) > 0
    if not (named and is_number) or _are_whole(profile) or _OF_THINGS.search(fold(column.name)):
        return None
    found = (
        f"'{column.name}' is kept as a number: what it weighs is not settled, and every answer counts alike. If it says how "
        "much an answer counts"
    )
    return Problem(
        code="perhaps_weight", column=column.name, count=profile.filled,
        message=f'{found}, say --map "{column.name}={Role.WEIGHT}".',
        on_page=f"{found}, use it as {Role.WEIGHT} under Columns.",
    )  # fmt: skip


def _are_whole(profile: ColumnProfile) -> bool:
    return profile.whole > MOSTLY_FRACTIONS * profile.filled


def _are_counts(profile: ColumnProfile) -> bool:
    """Whether the numbers are whole ones that a person may count for; what bodies weigh is more."""
    return _are_whole(profile) and (profile.highest or 0) <= HIGHEST_WHOLE


def _around_one(profile: ColumnProfile) -> str:
    """How fractions lie around 1, in words; empty where they are whole, below 0, far above 1, or another number on average."""
    low, high = profile.lowest, profile.highest
    if low is None or high is None or low < 0 or high > HIGHEST_AROUND or _are_whole(profile):
        return ""
    read = [(number_of(text, profile.mark or "."), count) for text, count in profile.top]
    numbers = [(number, count) for number, count in read if number is not None]
    base = sum(count for _, count in numbers)
    if base < profile.numeric:  # of many numbers the most frequent are the lowest of equals: their mean is another
        return f"from {low:.2g} to {high:.3g}" if low < 1 < high else ""
    mean = sum(number * count for number, count in numbers) / base if base else 0
    return f"{mean:.2f} on average" if AROUND_ONE[0] <= mean <= AROUND_ONE[1] else ""
