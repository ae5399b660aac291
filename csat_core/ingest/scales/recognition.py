"""What a column holds, before its role is decided: a scale, numbers, dates, flags, names of people."""

import re
from collections.abc import Callable
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import Answers, FoundScale, answers_of
from csat_core.ingest.scales.coded_answers import coded_scale_of
from csat_core.ingest.scales.codes_beside_words import codes_beside, with_codes_silent, without
from csat_core.ingest.scales.effort import Effort, effort_in, turned_by
from csat_core.ingest.scales.explained_beside import with_lines_beside
from csat_core.ingest.scales.explained_codes import as_explained, explained_in
from csat_core.ingest.scales.friends_and_family import with_test_doubted
from csat_core.ingest.scales.given_scales import hinted_scale_of
from csat_core.ingest.scales.half_scales import half_scale_of, stepped_scale_of
from csat_core.ingest.scales.initials import initials_scale_of
from csat_core.ingest.scales.labelled_scales import labelled_scale_of, with_declared, with_offered
from csat_core.ingest.scales.letter_grades import lettered_scale_of
from csat_core.ingest.scales.longer_legends import longer_legend
from csat_core.ingest.scales.numbered_scales import numbered_words_of
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.numeric_scales import numeric_scale_of
from csat_core.ingest.scales.open_directions import with_open_direction
from csat_core.ingest.scales.pictured_answers import as_pictured, pictured_in
from csat_core.ingest.scales.share_levels import share_scale_of
from csat_core.ingest.scales.spelled_numbers import as_spelled, spelled_in
from csat_core.ingest.scales.strange_labels import strange_labels, with_strange_silent
from csat_core.ingest.scales.turning import directed, names_good_or_bad, says_degrees
from csat_core.ingest.scales.worded_scales import family_scale_of
from csat_core.ingest.scales.yes_no_codes import WAYS
from csat_core.ingest.texts.calendar_orders import LONGEST, is_stamp, names_day, orders_of
from csat_core.ingest.texts.degrees import DEGREE
from csat_core.ingest.texts.packed_dates import (
    OTHERWISE,
    TURNED,
    are_stamps,
    holds_late_days,
    packed_orders,
    short_year_orders,
    writes_day_first,
    writes_dots,
)
from csat_core.ingest.texts.periods import days_behind_months, period_of
from csat_core.ingest.texts.reading import fold, number_of, rating_of, words_of
from csat_core.ingest.texts.stated_orders import order_stated
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.dataset import Role

MOSTLY = 0.95
"""The share of cells that decides what a column holds."""
DATES_NAMED, DATES_UNNAMED = 0.6, 0.8
"""The share of cells that must be dates for the time: less where the name says so; the others are set aside."""
COUNTED_DISTINCT = 10_000
"""A profile stops counting different values beyond these."""
FEW_LEFT_OUT = 1.5
"""Numbers from 1 up to so many times as many as there are rows still count them, where some rows were taken out."""
GRADED = 4
"""From so many different answers on frequencies such as always and never rate whatever is asked."""
_SERIAL = re.compile(r"[345]\d{4}(?:[.,]\d+)?")
"""A day as spreadsheets count them, between 1982 and 2064, with the part of it that has passed."""
_FIRST_OF = {"ymd": "year first", "dmy": "day first", "mdy": "month first", TURNED: "year first, then the day"}
MOST_AGAINST = 0.3
"""Where more of the cells that settle the order contradict it, it is asked about."""
_TIMES = (Meaning.RESPONSE_TIME, Meaning.TIME, Meaning.OTHER_TIME)
_LINK = re.compile(r"^https?://", re.IGNORECASE)


def recognise(profile: ColumnProfile, hints: Hints) -> FoundScale | None:
    """The scale the cells of `profile` lie on, in numbers or in words; None where they lie on none."""
    answers = answers_of(profile)
    if not answers.texts:
        return None
    said = profile.described
    if said.paired:
        return _of_pairs(profile, hints)
    known = hinted_scale_of(answers, said.hint)
    if known is not None:
        return known
    explained = explained_in(answers, profile.wording)
    if explained and (found := _directed(profile, explained.answers, hints)):
        return as_explained(found, explained)
    strange = strange_labels(profile)
    if strange and (found := recognise(strange.profile, hints)):
        return with_strange_silent(found, strange)
    codes = codes_beside(answers, said)
    if codes and (found := _directed(profile, without(answers, codes), hints)):
        return with_codes_silent(found, answers, codes)
    if found := _directed(profile, answers, hints):
        return found
    pictured = pictured_in(answers)
    found = _directed(profile, pictured.answers, hints) if pictured else None
    return as_pictured(found, pictured) if pictured and found else None


def _of_pairs(profile: ColumnProfile, hints: Hints) -> FoundScale | None:
    """The scale of words whose codes stand in another column; what the words say alone, where the codes show less of it."""
    alone = replace(profile.described, paired=())
    own = recognise(replace(profile, described=alone), hints)
    coded = recognise(replace(profile, described=replace(alone, value_labels=profile.described.paired)), hints)
    if coded is None or own is None or own.doubt:
        return coded or own
    return own if coded.doubt or coded.scale.points < own.scale.points else coded


def _directed(profile: ColumnProfile, answers: Answers, hints: Hints) -> FoundScale | None:
    """The scale of `answers`, turned where the question says that it is bad to agree."""
    offered = with_offered(with_declared(answers, profile.described), hints.offered)
    found = (
        labelled_scale_of(answers, profile.described, hints)
        or numbered_words_of(answers)
        or _spelled(answers, hints)
        or share_scale_of(answers, hints, says(profile.wording, Meaning.SATISFACTION))
        or numeric_scale_of(answers, hints)
        or half_scale_of(answers, hints)
        or stepped_scale_of(answers, hints)
        or family_scale_of(offered)
        or initials_scale_of(offered)
        or coded_scale_of(answers)
        or lettered_scale_of(answers)
    )
    if found is not None and found.family == "frequency":
        # how often the staff was polite is a rating, how often somebody comes is none
        graded = len({position for text, position in found.positions if text in dict(offered.texts)}) >= GRADED
        found = replace(found, needs_name=not graded or says(profile.wording, Meaning.HABIT))
    elif found is not None and found.family == DEGREE and found.needs_name:
        found = replace(found, needs_name=not names_good_or_bad(profile.wording))
    if found is not None and found.ways == WAYS:
        return found
    effort = _effort(profile, hints)
    if found is not None and found.numeric and effort:
        found = turned_by(found, effort)
        if effort is not Effort.EASY:
            return found
    if found is None:
        return None
    found = directed(found, profile.wording, hints.stated or hints.end, hints.language)
    found = with_open_direction(found, hints.recoded, hints.unknown)
    if longer := longer_legend(found, profile.described, answers, hints):
        read = _directed(profile, answers, replace(hints, stated=longer))
        return read and replace(read, needs_name=found.needs_name)
    is_explained = hints.says_direction or (hints.grades is not None and hints.grades.is_certain)
    if is_explained or not found.numeric:
        return found
    if says(profile.wording, Meaning.FRIENDS):
        found = with_test_doubted(found, answers)
    return with_lines_beside(found, profile.described, answers)


def _effort(profile: ColumnProfile, hints: Hints) -> Effort | None:
    """What is said of an effort, unless the name says in words of good and bad which end is the best."""
    said = effort_in(profile.wording)
    if said is None or not (hints.stated or hints.end):
        return said
    # `1 = none, 5 = a lot` says how much of the effort there was
    in_degrees = hints.stated and not hints.stated.is_reversed and says_degrees(*hints.stated.said)
    return (said if said is Effort.EASY else Effort.MUCH) if in_degrees else None


def _spelled(answers: Answers, hints: Hints) -> FoundScale | None:
    """The scale of numbers some of which are spelled otherwise than in digits; None without any."""
    spelled = spelled_in(answers)
    found = spelled and (numeric_scale_of(spelled.answers, hints) or half_scale_of(spelled.answers, hints))
    return as_spelled(found, spelled) if spelled and found else None


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


def only_holds(profile: ColumnProfile, words: frozenset[str]) -> bool:
    """Whether every answered cell is one of the folded `words`."""
    answers = answers_of(profile)
    return bool(answers.texts) and not answers.unseen and all(text in words for text, _ in answers.texts)


def holds_links(profile: ColumnProfile) -> bool:
    """Whether most cells are web addresses."""
    texts = [text for text, _ in profile.top[:100]]
    return bool(texts) and sum(bool(_LINK.match(text)) for text in texts) >= len(texts) / 2


def date_orders(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders of date in which most cells can be read, the best first; several where nothing settles it."""
    ratings = sum("/" not in text and rating_of(fold(text))[1] is not None for text, _ in profile.top)
    if ratings and is_mostly(ratings, len(profile.top), named=False):  # `out` is October in Portuguese
        return ()
    orders, stated = _orders_of_cells(profile), order_stated(profile.name)
    if stated in orders:
        return (stated,)
    if (beside := profile.described.order) and beside[0] in orders:
        return (beside[0],)
    if stated == TURNED and orders == ("ymd",) and dict(profile.dates).get("ymd") and not holds_late_days(profile):
        return (TURNED,)
    return ("dmy",) if len(orders) > 1 and "ymd" not in orders and writes_day_first(profile) else orders


def _orders_of_cells(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders that the cells leave open, whatever the name says."""
    if short := short_year_orders(profile):
        return short
    readable = _readable_days(profile)
    best = max(readable.values(), default=0)
    if not profile.filled or best < _dates_needed(profile) * profile.filled:
        return ("ymd",) if profile.filled and _counts_time(profile) else _packed(profile)
    if readable.get("ymd", 0) >= MOSTLY * profile.filled:
        return ("ymd",)
    return tuple(order for order, count in readable.items() if count == best)


def contradicted_order(profile: ColumnProfile, order: str) -> str | None:
    """What is asked where name and cells, or many of the cells, are at odds over the order of date; None where they are not."""
    stated, only = order_stated(profile.name), {"dmy": 0, "mdy": 0}
    for text, count in profile.top:
        if len(orders := orders_of(text)) == 1 and orders[0] in only:
            only[orders[0]] += count
    options = " or ".join(f'--map "{profile.name}={Role.TIME}:{each}"' for each in only)
    if stated in only and order in only and stated != order:
        return (
            f"The name of '{profile.name}' says that the {_FIRST_OF[stated].replace(' first', '')} comes first, and "
            f"{only[order]:,} of its cells can only be read with the {_FIRST_OF[order]}; say {options}."
        )
    if min(only.values()) <= MOST_AGAINST * sum(only.values()):
        return None
    return (
        f"'{profile.name}' holds dates in two orders: {only['dmy']:,} cells can only be read with the day first and "
        f"{only['mdy']:,} with the month first, so that of the others nobody can tell. Mend the cells, or say {options} to set "
        "the others aside."
    )


def has_order(profile: ColumnProfile) -> bool:
    """Whether days that begin with the year would be others in another order: where it has two digits, or no signs follow."""
    return bool(short_year_orders(profile) or _packed(profile))


def order_question(profile: ColumnProfile, orders: tuple[str, ...]) -> str:
    """What is asked where dates can be read in several orders, with the options that settle it."""
    example = profile.top[0][0] if profile.top else ""
    first = " or ".join(_FIRST_OF[order].removesuffix(" first") for order in orders)
    options = " or ".join(f'--map "{profile.name}={Role.TIME}:{order}"' for order in orders)
    return f"Nothing in '{profile.name}' says whether dates such as {example} begin with the {first.replace(' or ', ' or the ')}; say {options}."


def likely_order(profile: ColumnProfile) -> str:
    """The order of date in which most cells can be read; the first of several."""
    if short := short_year_orders(profile):
        return short[0]
    readable = _readable_days(profile)
    return max(readable, key=lambda order: readable[order])


def date_share(profile: ColumnProfile) -> float:
    """The share (0-1) of filled cells that are dates, in the order in which most are."""
    return max(_readable_days(profile).values(), default=0) / profile.filled if profile.filled else 0.0


def how_written(profile: ColumnProfile, order: str) -> str:
    """How the dates of a column are written that is read in `order`, and what settles it, in words."""
    counts = dict(profile.dates)
    if kinds := kinds_of_period(profile):
        return f"{' and '.join(f'{kind}s' for kind in kinds)}, each of which stands for its first day"
    if order in _packed(profile):
        return f"{_FIRST_OF[order]}, without signs between"
    if order in short_year_orders(profile):
        example = next(text for text, _ in profile.top)
        return f"{_FIRST_OF[order]}: {OTHERWISE}, days such as {example} would lie decades apart, or ahead"
    if order == "ymd" and (are_stamps(profile) or _seen(profile, is_stamp)):
        return f"{_FIRST_OF[order]}, without signs between"
    if order == "ymd" and not counts.get("ymd"):
        return "the month in words" if _seen(profile, names_day) else "counted in days or seconds"
    words = _FIRST_OF[order]
    if order_stated(profile.name) == order:
        return f"{words}, as the name says"
    if (beside := profile.described.order) and beside[0] == order:
        return f"{words}, as the days of the week in '{beside[1]}' say"
    other = {"dmy": "mdy", "mdy": "dmy"}.get(order, "")
    settling = counts.get(order, 0) - counts.get(other, 0) if other else 0
    only = next((text for text, _ in profile.top if orders_of(text) == (order,)), None)
    if settling <= 0 or only is None:
        return f"{words}, as dates with dots are written" if order == "dmy" and writes_dots(profile) else words
    against = sum(count for text, count in profile.top if orders_of(text) == (other,))
    said = f"{words}: {settling + against:,} {'of them' if settling + against > 1 else 'one'} such as {only} can only be read so"
    return said + (f", against {against:,} that can only be read the other way and are set aside" if against else "")


def _readable_days(profile: ColumnProfile) -> dict[str, int]:
    """How many cells are dates in each order; years first, months in words and periods are plain in any order."""
    counts = dict(profile.dates)
    plain = counts.get("ymd", 0) + _seen(profile, names_day) + _seen(profile, period_of)
    plain += _seen(profile, _SERIAL.fullmatch) if counts or plain else 0
    orders = {**counts, "ymd": 0} if plain else counts
    return {order: plain + (count if order != "ymd" else 0) for order, count in orders.items()}


def kinds_of_period(profile: ColumnProfile) -> tuple[str, ...]:
    """`month`, `quarter`, `week`, as far as the cells name them in place of days; empty for a column of days."""
    if profile.mean_length > LONGEST:
        return ()
    kinds = {kind for text, _ in profile.top if (kind := period_of(text))}
    return () if kinds and days_behind_months(text for text, _ in profile.top) else tuple(sorted(kinds))


def _seen(profile: ColumnProfile, names: Callable[[str], object]) -> int:
    """How many cells name a day or a period in such a way, by the most frequent ones."""
    if profile.mean_length > LONGEST or profile.numeric == profile.filled:
        return 0
    if names is period_of and not kinds_of_period(profile):
        return 0
    seen = sum(count for _, count in profile.top)
    named = sum(count for text, count in profile.top if names(text))
    return round(named / seen * profile.filled) if named else 0


def _dates_needed(profile: ColumnProfile) -> float:
    return DATES_NAMED if says(profile.wording, Meaning.RESPONSE_TIME, Meaning.TIME) else DATES_UNNAMED


def _counts_time(profile: ColumnProfile) -> bool:
    """Whether the cells are days counted by a spreadsheet, seconds or milliseconds since 1970, or digits from the year on."""
    if are_stamps(profile):
        return True
    if not says(profile.wording, *_TIMES) or says(profile.wording, Meaning.COUNTED):
        return False
    if _seen(profile, _SERIAL.fullmatch) >= MOSTLY * profile.filled:
        return True
    if profile.lowest is None or profile.highest is None:
        return False
    if not is_mostly(profile.numeric, profile.filled, named=True):
        return False
    ranges = ((30_000, 60_000), (19_000_101, 20_991_231), (6.3e8, 4.1e9), (6.3e11, 4.1e12), (9.4e14, 4.1e15))
    stamps = ((1.9e11, 2.1e11), (1.9e13, 2.1e13))
    return any(low <= profile.lowest and profile.highest <= high for low, high in (*ranges, *stamps))


def _packed(profile: ColumnProfile) -> tuple[str, ...]:
    """The orders in which the digits of a column that is named like a time are days."""
    return (
        packed_orders(profile) if says(profile.wording, *_TIMES) and not says(profile.wording, Meaning.COUNTED) else ()
    )


def is_wordy(profile: ColumnProfile) -> bool:
    """Whether cells are sentences rather than labels."""
    texts = [text for text, _ in profile.top[:100]]
    words = sum(len(words_of(text).split()) for text in texts) / len(texts) if texts else 0
    return profile.mean_length >= 20 and words >= 4
