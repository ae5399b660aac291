"""What a column is for, told from its name and from what it holds; one rule after the other, the first that speaks."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal import naming_roles
from csat_core.ingest.proposal.about_people import asks_kind
from csat_core.ingest.proposal.cell_facts import (
    MOSTLY,
    holds_links,
    is_many_valued,
    is_unique,
    is_wordy,
    numeric_share,
    only_holds,
)
from csat_core.ingest.proposal.clues import (
    FEW_GROUPS,
    MEASURED,
    MOST_AGENTS,
    MOST_GROUPS,
    TOO_MANY,
    Clues,
    as_number,
    as_question,
    flag_words,
    many,
)
from csat_core.ingest.proposal.date_orders import (
    contradicted_order,
    date_orders,
    date_share,
    how_written,
    kinds_of_period,
    order_question,
)
from csat_core.ingest.proposal.number_codes import number_codes
from csat_core.ingest.proposal.people import names_people
from csat_core.ingest.proposal.privacy import BIRTHS, NAMES, kind_of_cells, personal_kind, with_write_ins_covered
from csat_core.ingest.proposal.rated_columns import rated
from csat_core.ingest.proposal.response_keys import numbers_things, response_id
from csat_core.ingest.proposal.weights import weight_in
from csat_core.ingest.refusals import shown
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.missing_codes import missing_codes
from csat_core.ingest.scales.yes_no_codes import GROUPED, TWO_CODES, WAYS, are_codes
from csat_core.ingest.texts.excesses import both_ways_bad
from csat_core.ingest.texts.packed_dates import real_dates, turned_dates
from csat_core.ingest.texts.reading import fold, number_of
from csat_core.ingest.texts.vocabulary import STAYED_LEFT, YES_NO, Meaning
from csat_core.ingest.texts.wordings import ASKING, LONGEST_NAME, sounds_rated
from csat_core.model.dataset import Role

NO_RATINGS = "Holds numbers that are no ratings."
"""Why a column of numbers is kept as such."""
BY_GROUPS = "The name says groups, written as"
"""Begins the reason of groups that are written as numbers."""
TEXTS_AS_GROUPS = "different texts: groups to compare."
"""Why a column of a few texts is kept as such, behind their number, where nothing else says what they are."""
YEARS = (1900, 2030)
MOST_POINTS_IN_WORDS = 11
"""So many different answers in words are a scale at most."""
FEW_AGES = 9
"""Ages and incomes that are 1, 2, 3 ... up to so many, and no others, are the codes of groups of them."""
FEWEST_OF_ONE, LONGEST_OF_ONE = 5, 60
"""A column of one value is kept from so many rows on, where the value has no more letters than a name of a group."""


def role_of(profile: ColumnProfile, found: FoundScale | None, decimal: str) -> ColumnMapping:
    """The column as it would be read on its own, before columns compete for a role that only one can have."""
    clues = Clues(profile=profile, found=found, numeric=numeric_share(profile, decimal))
    mapping = next(mapping for rule in _RULES if (mapping := rule(clues)) is not None)
    if mapping.role in (Role.CUSTOMER, Role.RESPONSE_ID):
        # an address or a number that leads to a person is no key to be kept as it stands
        kind = kind_of_cells(profile) or (NAMES if names_people(profile) else None)
        return naming_roles.left_out(clues, kind) if kind else mapping
    return with_write_ins_covered(mapping, profile)


def _empty(clues: Clues) -> ColumnMapping | None:
    return clues.as_role(Role.IGNORE, "The column is empty.") if clues.profile.filled == 0 else None


def _known(clues: Clues) -> ColumnMapping | None:
    """The column in the role that the layout of the file knows it to have, where its cells fit."""
    hint = clues.profile.described.hint
    if hint is None:
        return None
    found = _as_known(clues, Role(hint.role))
    if found is None:
        return None
    reason = hint.reason if found.reason == hint.reason else f"{hint.reason} {found.reason}".strip()
    personal = personal_kind(clues.profile) if found.role is Role.IGNORE else None
    return replace(found, reason=reason, personal=personal)


def _as_known(clues: Clues, role: Role) -> ColumnMapping | None:
    profile = clues.profile
    if role is Role.TIME:
        time = _time(clues)
        return time if time and time.role is Role.TIME else None
    fits = True
    match role.storage:
        case "question":
            return as_question(profile, clues.found, role) if clues.found else None
        case "number":
            is_flag = only_holds(profile, frozenset(flag_words(YES_NO)))
            return as_number(profile, role, "") if is_flag or clues.is_number else None
        case "segment":
            most = MOST_AGENTS if role is Role.AGENT else MOST_GROUPS
            fits = 2 <= profile.distinct <= most
        case "text":
            fits = role is not Role.RESPONSE_ID or is_unique(profile) or is_many_valued(profile)
    return clues.as_role(role, "") if fits else None


def _time(clues: Clues) -> ColumnMapping | None:
    orders = date_orders(clues.profile)
    if not orders:
        return None
    if clues.says(Meaning.BIRTH):
        return naming_roles.left_out(clues, BIRTHS)
    # `2011-12` and `Q1 2024` may name many things
    if kinds_of_period(clues.profile) and not clues.says(Meaning.RESPONSE_TIME, Meaning.TIME, Meaning.OTHER_TIME):
        return None
    name, position = clues.name, clues.profile.position
    question = _asked_of(clues, orders) if len(orders) == 1 else order_question(clues.profile, orders)
    share = date_share(clues.profile)
    is_partly = 0 < share < MOSTLY
    many = f"{100 * share:.0f} % of the cells" if is_partly else "Nearly all cells"
    words = "" if question else f", {how_written(clues.profile, orders[0])}"
    reason = f"{many} are dates{words}{'; the others are set aside' if is_partly else ''}."
    return ColumnMapping(
        position=position,
        name=name,
        label=clues.profile.described.label,
        role=Role.TIME,
        reason=reason,
        date_order=orders[0],
        assumed=is_partly,
        question=question,
    )


def _asked_of(clues: Clues, orders: tuple[str, ...]) -> str | None:
    return _turned(clues, orders) or contradicted_order(clues.profile, orders[0])


def _turned(clues: Clues, orders: tuple[str, ...]) -> str | None:
    """The question where a spreadsheet seems to have taken days for months; None elsewhere."""
    example = turned_dates(clues.profile)
    if example is None:
        return None
    count, option = real_dates(clues.profile), f'--map "{clues.name}={Role.TIME}:'
    return (
        f"In '{clues.name}' none of {count:,} real dates has a day above 12, and none of the others, such as {example}, "
        f"one up to 12: a spreadsheet seems to have taken days for months where it could, so that 3 February became 2 March; "
        f'say {option}ydm" to turn these back, or {option}{orders[0]}" if they are right.'
    )


def _flag(clues: Clues) -> ColumnMapping | None:
    for meaning, role, table in (
        (Meaning.CHURNED, Role.CHURNED, STAYED_LEFT),
        (Meaning.INVITED, Role.INVITED, YES_NO),
    ):
        if clues.says(meaning) and only_holds(clues.profile, frozenset(flag_words(table))):
            said = "who left" if role is Role.CHURNED else "who was asked"
            return as_number(clues.profile, role, f"The name says {said}, the cells yes or no.")
    if clues.says(Meaning.INVITED) and clues.is_number:
        return as_number(clues.profile, Role.INVITED, "The name says how many were asked.")
    return None


def _money(clues: Clues) -> ColumnMapping | None:
    asked = clues.found is not None and (sounds_rated(clues.wording) or clues.says(Meaning.IMPORTANCE))
    if not clues.is_number or clues.profile.filled == 0 or asked:
        return None
    if reason := weight_in(clues):
        return as_number(clues.profile, Role.WEIGHT, reason)
    if clues.says(Meaning.REVENUE):
        return as_number(clues.profile, Role.REVENUE, "The name says what the customer is worth.")
    return None


def _birth(clues: Clues) -> ColumnMapping | None:
    """Years of birth, which are a number to put into bands: a year alone names nobody."""
    profile = clues.profile
    lowest, highest = profile.lowest or 0, profile.highest or 0
    if not clues.says(Meaning.BIRTH) or not clues.is_number or not YEARS[0] <= lowest <= highest <= YEARS[1]:
        return None
    return as_number(profile, Role.METRIC, "Years of birth: a number to put into bands; a year alone names nobody.")


def _touchpoint(clues: Clues) -> ColumnMapping | None:
    if not clues.says(Meaning.TOUCHPOINT) or clues.is_number or not 2 <= clues.profile.distinct <= MOST_GROUPS:
        return None
    return clues.as_role(Role.TOUCHPOINT, f"The name says stages of the journey: {clues.profile.distinct} of them.")


def _numbers(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    if not clues.is_number:
        return None
    named = (
        clues.says(Meaning.GROUP)
        or (_are_codes(profile) if clues.says(Meaning.AGE, Meaning.INCOME) else asks_kind(clues))
        or clues.says_groups
    )
    groups = named and not clues.says(Meaning.COUNTED) and 2 <= profile.distinct <= MOST_GROUPS
    if clues.says(Meaning.CASE, Meaning.CASE_ID) and not clues.says(*MEASURED) and numbers_things(profile):
        return clues.as_role(Role.IGNORE, "Its numbers are codes of what the name says, and measure nothing.")
    keys = clues.says(Meaning.OTHER_ID, Meaning.RESPONSE_ID) and not clues.says(*MEASURED)
    if keys and not groups and not 2 <= profile.distinct <= MOST_GROUPS:
        return clues.as_role(Role.IGNORE, "The name says a key, and its numbers measure nothing.")
    # of a few rows each version, such as 2.10, may stand once
    if (groups or keys) and (not is_unique(profile) or (groups and profile.whole < profile.numeric)):
        return clues.as_role(Role.SEGMENT, f"{BY_GROUPS} {profile.distinct} numbers.")
    flags = only_holds(profile, frozenset(("0", "1")))
    if flags and profile.distinct == 2:
        return clues.as_role(Role.SEGMENT, "Holds 0 and 1: two groups.")
    if clues.found is not None and are_codes(clues.found.ways) and not clues.says(*MEASURED):
        return clues.as_role(Role.SEGMENT, GROUPED if clues.found.ways == WAYS else TWO_CODES)
    if codes := number_codes(clues):
        return codes
    if clues.says(Meaning.RANK):
        return as_number(profile, Role.METRIC, "Places in an order, of which 1 is the first: no rating.")
    return as_number(profile, Role.METRIC, NO_RATINGS)


MOST_REPEATED, OFTEN = 1_000, 5
"""More groups than usual, such as shops: so many at most, and each so many times on average."""


def _are_codes(profile: ColumnProfile) -> bool:
    """Whether the numbers of a column are 0 or 1, 2, 3 ... without a gap and few, as codes of groups are, but for codes of no answer."""
    counts = Counter(
        {float(number): count for text, count in profile.top if (number := number_of(text, ".")) is not None}
    )
    numbers = set(counts) - set(missing_codes(counts, profile.filled))
    is_whole = profile.whole == profile.numeric == profile.filled and len(counts) == profile.distinct
    lowest, highest = min(numbers, default=-1), max(numbers, default=-1)
    return is_whole and lowest in (0, 1) and len(numbers) == highest - lowest + 1 and highest <= FEW_AGES


def _without_silence(profile: ColumnProfile) -> ColumnProfile:
    """The profile of the texts of a column that say something: `NA` in most rows makes no groups of what the others wrote."""
    answers = answers_of(profile)
    silent = {*answers.not_applicable, *answers.dont_know}
    cells = [(text, count) for text, count in profile.top if fold(text) in silent]
    taken = sum(count for _, count in cells)
    filled = profile.filled - taken
    if not taken or filled <= 0:
        return profile
    letters = profile.mean_length * profile.filled - sum(len(text) * count for text, count in cells)
    top = tuple(pair for pair in profile.top if pair not in cells)
    return replace(
        profile, filled=filled, distinct=profile.distinct - len(cells), mean_length=letters / filled, top=top
    )


def _comment(clues: Clues) -> ColumnMapping | None:
    profile = _without_silence(clues.profile)
    varied = profile.distinct > MOST_GROUPS or is_many_valued(profile)
    if clues.says(Meaning.COMMENT) and (varied or (is_wordy(profile) and profile.distinct > FEW_GROUPS)):
        return clues.as_role(Role.COMMENT, "The name says so, and the texts differ.")
    # few and repeated, as in a small file or where people answer with one word: the name weighs more than that
    flags = only_holds(profile, frozenset(flag_words(YES_NO)))
    if clues.says(Meaning.VERBATIM) and not (clues.says(Meaning.GROUP) or flags or _are_answers(clues)):
        return clues.as_role(Role.COMMENT, "The name says so.")
    if varied and is_wordy(profile):
        return clues.as_role(Role.COMMENT, f"Sentences of {profile.mean_length:.0f} characters on average.")
    return None


def _are_answers(clues: Clues) -> bool:
    """Whether a whole question, such as `Comment s'est passé le paiement ?`, is answered in few texts, each of them often."""
    is_asked = any(len(text.split()) > LONGEST_NAME and text.rstrip().endswith(ASKING) for text in clues.wording)
    few = clues.profile.distinct <= MOST_POINTS_IN_WORDS
    return is_asked and few and clues.profile.filled >= OFTEN * clues.profile.distinct


def _segment(clues: Clues) -> ColumnMapping | None:
    profile = clues.profile
    # in a file of a few rows most values of any column are different ones
    few = profile.distinct <= FEW_GROUPS and (not is_unique(profile) or clues.says(Meaning.GROUP))
    if MOST_GROUPS < profile.distinct <= MOST_REPEATED and not is_wordy(profile):
        times = profile.filled / profile.distinct
        if times >= OFTEN:
            said = (
                f"Holds {many(profile.distinct)} different texts, each {times:.0f} times on average: groups to compare."
            )
            return clues.as_role(Role.SEGMENT, said)
    if not 2 <= profile.distinct <= MOST_GROUPS or (is_many_valued(profile) and not few):
        return None
    if clues.found is not None and clues.found.ways and not (clues.found.numeric or clues.found.family):
        way = clues.found.ways[0]
        return clues.as_role(
            Role.SEGMENT,
            f"Holds codes without their texts: groups, unless they are given a scale, worst answer first: {way}.",
        )
    texts = [text for text, _ in profile.top] if profile.distinct <= MOST_POINTS_IN_WORDS else []
    bad = both_ways_bad(texts)
    seen = f"'{bad[0]}' and '{bad[1]}' are both bad, so that no end of a scale would be the best. " if bad else ""
    return clues.as_role(Role.SEGMENT, f"{seen}Holds {profile.distinct} {TEXTS_AS_GROUPS}")


def _one_so_far(clues: Clues) -> ColumnMapping | None:
    """A column of one word or name, such as the shop that a file is of: groups as soon as another file brings another."""
    profile = clues.profile
    if profile.distinct != 1 or profile.filled < FEWEST_OF_ONE or profile.blank > profile.filled:
        return None
    text = profile.top[0][0]
    is_asked = any(len(told.split()) > LONGEST_NAME for told in clues.wording)
    others = is_asked or clues.found is not None or clues.says(Meaning.COMMENT, *MEASURED)
    flags = only_holds(profile, frozenset(flag_words(YES_NO)))
    is_label = text[0].isalnum() and any(map(str.isalpha, text)) and len(text) <= LONGEST_OF_ONE
    words = is_label and not (is_wordy(profile) or holds_links(profile) or flags or others)
    named = clues.says(Meaning.GROUP, Meaning.PLACE_CODE) or clues.says_groups
    if not words and not named:
        return None
    said = f"Holds one value so far, '{shown(text, 40)}': kept, as other files may bring others to compare with."
    return clues.as_role(Role.SEGMENT, said)


ONE_VALUE = "Holds one value only"


def one_value(profile: ColumnProfile) -> str:
    """Why a column is left out that holds one value; which one, so that a further file with another is noticed."""
    return f"{ONE_VALUE}, '{shown(profile.top[0][0], 40)}': nothing to compare."


def _leftover(clues: Clues) -> ColumnMapping:
    profile = clues.profile
    if profile.distinct == 1:
        return clues.as_role(Role.IGNORE, one_value(profile))
    return clues.as_role(Role.IGNORE, f"{many(profile.distinct)} different texts: {TOO_MANY}.")


_RULES: tuple[Callable[[Clues], ColumnMapping | None], ...] = (
    _empty, _known, response_id, naming_roles.customer, _time, naming_roles.agent, _birth, naming_roles.personal, _flag, _money, naming_roles.place, rated, _touchpoint, naming_roles.other_id, _one_so_far, _numbers,
    _comment, _segment, _leftover,
)  # fmt: skip
