"""Columns that name somebody or something: keys of customers, people, places."""

from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.cell_facts import counts_the_rows, holds_links, is_many_valued, is_unique, is_wordy
from csat_core.ingest.proposal.clues import FEW_GROUPS, MOST_GROUPS, TOO_MANY, Clues, many
from csat_core.ingest.proposal.date_orders import date_orders
from csat_core.ingest.proposal.going_together import goes_along
from csat_core.ingest.proposal.people import names_people
from csat_core.ingest.proposal.privacy import NAMES, personal_kind
from csat_core.ingest.proposal.response_keys import SHORTEST, holds_codes, may_name_people, names_responses
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.texts import names
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import sounds_rated
from csat_core.model.dataset import Role

FEWEST_STATED = 3
"""So many words still name whoever served: `Name des Mitarbeiters`."""
LONGER_THAN_COUNTS = 8
"""Numbers of so many digits on average are those of cards: nothing is counted so high."""
COVERING = "*•"
"""What stands in the place of digits that are not shown."""


def customer(clues: Clues) -> ColumnMapping | None:
    """The key of a customer. None for any other column."""
    profile = clues.profile
    repeated_respondent = clues.says(Meaning.RESPONSE_ID) and "respondent" in words_of(clues.name)
    repeated_id = may_name_people(clues.name) and is_many_valued(profile)
    is_named = clues.says(Meaning.CUSTOMER) or repeated_respondent or repeated_id
    if not is_named or is_wordy(profile) or date_orders(profile):  # of the contact with a customer there is a date
        return None
    # of a card that is covered but for its last digits many customers have the same
    if 2 * sum(any(sign in text for sign in COVERING) for text, _ in profile.top) > len(profile.top):
        return None
    # `número de cliente` counts nobody, `número de visitas por cliente` does unless its cells are longer than any count
    is_key = any(names.only_says(text, Meaning.CUSTOMER) for text in clues.wording)
    is_counted = (
        clues.says(Meaning.COUNTED) and clues.is_number and profile.mean_length < LONGER_THAN_COUNTS and not is_key
    )
    measures = clues.says(Meaning.METRIC, Meaning.REVENUE) or is_counted
    # a loyalty number rates nothing, and codes of which many differ are no groups
    are_keys = profile.distinct > FEW_GROUPS and profile.mean_length >= SHORTEST and holds_codes(profile)
    if (sounds_rated(clues.wording) and not (are_keys and clues.found is None)) or measures:
        return None
    if not (is_many_valued(profile) or profile.distinct > MOST_GROUPS or clues.says(Meaning.OTHER_ID) or are_keys):
        return None
    if repeated_id:
        said = f"Named as a key, and some of its {many(profile.distinct)} values repeat: whoever answered, maybe several times."
        return clues.as_role(Role.CUSTOMER, said)
    return clues.as_role(Role.CUSTOMER, f"The name says so: {many(profile.distinct)} different customers.")


def agent(clues: Clues) -> ColumnMapping | None:
    """Who served the customer, or where each served once, whoever answered. None for any other column."""
    if not clues.says(Meaning.AGENT) or clues.profile.distinct < 2 or _is_of_agents(clues) or _states(clues):
        return None
    if is_unique(clues.profile) and clues.profile.distinct > FEW_GROUPS:
        # nobody serves once each: a key of employees that is another one in each row is that of whoever answered
        said = f"A key of employees, another one in each of {many(clues.profile.distinct)} rows: whoever answered."
        return clues.as_role(Role.CUSTOMER, said) if clues.says(Meaning.OTHER_ID) else None
    return clues.as_role(Role.AGENT, "The name says who served the customer.")


def _states(clues: Clues) -> bool:
    """Whether a few answers stand below a statement on who served, such as `The staff was friendly [3]`."""
    words = [word for word in words_of(clues.name).split() if len(word) > 1]
    is_long = len(words) > FEWEST_STATED and not clues.says(Meaning.OTHER_ID)
    return is_long and clues.profile.distinct <= FEW_GROUPS and not names_people(clues.profile)


def _is_of_agents(clues: Clues) -> bool:
    """Whether the column rates, measures or sorts whoever served: `Agent [speed]` from 1 to 5, `agent_minutes`, `Agent team`."""
    last = words_of(clues.name).split()[-1:]
    names_one = bool(last) and names.says(last[0], Meaning.AGENT, Meaning.OTHER_ID)
    if clues.says(Meaning.GROUP, Meaning.METRIC) and not names_one:
        return True
    # codes of those who serve do not go with the ratings
    if clues.is_number and not clues.says(Meaning.OTHER_ID) and (not names_one or goes_along(clues.profile)):
        return True
    if clues.is_number and clues.says(Meaning.COUNTED, Meaning.METRIC):
        return not names_one
    if clues.found is None or clues.found.needs_name:
        return False
    return sounds_rated(clues.wording) or not (clues.found.numeric and clues.says(Meaning.OTHER_ID))


def personal(clues: Clues) -> ColumnMapping | None:
    """Personal data, which is left out. None for any other column."""
    kind = personal_kind(clues.profile)
    # how the phone was is answered in words, which name nobody
    is_answered = clues.found is not None and kind == NAMES and not clues.found.needs_name
    if kind is None or is_answered or (clues.found and sounds_rated(clues.wording)):
        return None
    return left_out(clues, kind)


def personal_in(profile: ColumnProfile, found: FoundScale | None) -> str | None:
    """What personal data a column seems to hold, in words, if nothing is to be done with it; None where it seems to hold none."""
    column = personal(Clues(profile=profile, found=found, numeric=0))
    return column.personal if column else None


def left_out(clues: Clues, kind: str | None) -> ColumnMapping:
    """A column of personal data, out unless a person keeps it."""
    left_out = clues.as_role(Role.IGNORE, f"Seems to hold {kind}: personal data is not kept.")
    return replace(left_out, personal=kind)


def place(clues: Clues) -> ColumnMapping | None:
    """Codes of places: groups where they are few, and never a number, though they are written as one."""
    if not clues.says(Meaning.PLACE_CODE) or sounds_rated(clues.wording) or clues.profile.distinct == 1:
        return None
    if 2 <= clues.profile.distinct <= MOST_GROUPS and not is_many_valued(clues.profile):
        return clues.as_role(Role.SEGMENT, f"The name says codes of places: {clues.profile.distinct} of them.")
    return clues.as_role(Role.IGNORE, f"Codes of places, {TOO_MANY}.")


def other_id(clues: Clues) -> ColumnMapping | None:
    """Keys and links that are of no use here. None for any other column."""
    profile = clues.profile
    if counts_the_rows(profile) and not clues.says(Meaning.COUNTED, Meaning.METRIC, Meaning.REVENUE):
        return clues.as_role(Role.IGNORE, "Only counts the rows.")
    if holds_links(profile):
        return clues.as_role(Role.IGNORE, "Holds web addresses.")
    named = clues.says(Meaning.OTHER_ID, Meaning.RESPONSE_ID) and not clues.says(Meaning.GROUP)
    if named and (is_many_valued(profile) or profile.distinct > MOST_GROUPS):
        return clues.as_role(Role.IGNORE, "A key that names neither the response nor the customer.")
    if names_responses(profile.name):
        return clues.as_role(Role.IGNORE, "The name says a response id, but most of its values repeat.")
    return None
