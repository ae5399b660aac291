"""What the profile of a column tells of its cells: keys, counters, links, sentences, numbers."""

import re

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.texts.reading import fold, number_of, words_of

MOSTLY = 0.95
"""The share of cells that decides what a column holds."""
COUNTED_DISTINCT = 10_000
"""A profile stops counting different values beyond these."""
FEW_LEFT_OUT = 1.5
"""Numbers from 1 up to so many times as many as there are rows still count them, where some rows were taken out."""
FEWEST_ALIKE = 5
"""Where so many pairs of numbers would be the same by chance and none is, they measure nothing: less than once in a hundred."""
_LINK = re.compile(r"^https?://", re.IGNORECASE)


def is_mostly(count: int, of: int, named: bool) -> bool:
    """Whether nearly all cells are like that; where the name says so too, one or two of a few rows may be bad."""
    return of > 0 and count >= (min(MOSTLY * of, max(of - 2, 0.6 * of)) if named else MOSTLY * of)


def numeric_share(profile: ColumnProfile, decimal: str) -> float:
    """The share (0-1) of answered cells that read as numbers; texts that mean `no answer` are not counted."""
    if profile.measure:
        return profile.numeric / profile.filled if profile.filled else 0.0
    decimal = profile.mark or decimal
    seen = sum(count for _, count in profile.top)
    silent = answers_of(profile)
    non_answers = {*silent.not_applicable, *silent.dont_know}
    skipped = sum(count for text, count in profile.top if fold(text) in non_answers)
    numbers = sum(count for text, count in profile.top if number_of(text, decimal) is not None)
    of_top = numbers / (seen - skipped) if seen > skipped else 0.0
    of_all = profile.numeric / (profile.filled - skipped) if profile.filled > skipped else 0.0
    # of many different cells the most frequent ones may be the numbers, as beside notes that are another one in each row
    is_known = seen >= profile.filled and profile.mean_length <= 25
    return min(max(of_top, of_all) if is_known else of_all, 1.0)


def is_unique(profile: ColumnProfile) -> bool:
    """Whether no value of the column repeats, as far as was counted."""
    if profile.filled == 0:
        return False
    top = profile.top[0][1] if profile.top else 1
    return profile.distinct == profile.filled or (profile.distinct > COUNTED_DISTINCT and top == 1)


def is_many_valued(profile: ColumnProfile) -> bool:
    """Whether most values are different ones: keys, names, free text."""
    return profile.distinct > COUNTED_DISTINCT or profile.distinct > profile.filled / 2


def counts_the_rows(profile: ColumnProfile) -> bool:
    """Whether the column holds nothing but 1, 2, 3 ... (or from 0)."""
    whole = profile.whole == profile.filled and profile.lowest in (0, 1)
    return (
        whole and profile.filled > 2 and is_unique(profile) and profile.highest in (profile.filled, profile.filled - 1)
    )


def counts_up(profile: ColumnProfile) -> bool:
    """Whether the column holds different whole numbers from 1 (or 0) of which few are left out, as rows are counted."""
    whole = profile.filled > 2 and profile.whole == profile.filled and profile.lowest in (0, 1)
    return whole and is_unique(profile) and (profile.highest or 0) <= FEW_LEFT_OUT * profile.filled


def are_numbered(profile: ColumnProfile) -> bool:
    """Whether all are whole numbers and no two the same, though they lie so close that of measured ones some would be."""
    if profile.lowest is None or profile.highest is None or profile.whole < profile.filled or not is_unique(profile):
        return False
    pairs = profile.filled * (profile.filled - 1) / 2
    return pairs >= FEWEST_ALIKE * (profile.highest - profile.lowest + 1)


def only_holds(profile: ColumnProfile, words: frozenset[str]) -> bool:
    """Whether every answered cell is one of the folded `words`."""
    answers = answers_of(profile)
    return bool(answers.texts) and not answers.unseen and all(text in words for text, _ in answers.texts)


def holds_links(profile: ColumnProfile) -> bool:
    """Whether most cells are web addresses."""
    texts = [text for text, _ in profile.top[:100]]
    return bool(texts) and sum(bool(_LINK.match(text)) for text in texts) >= len(texts) / 2


def is_wordy(profile: ColumnProfile) -> bool:
    """Whether cells are sentences rather than labels, or codes in several parts."""
    texts = [text for text, _ in profile.top[:100] if " " in text or not any(map(str.isdigit, text))]
    words = sum(len(words_of(text).split()) for text in texts) / len(texts) if texts else 0
    return profile.mean_length >= 20 and words >= 4
