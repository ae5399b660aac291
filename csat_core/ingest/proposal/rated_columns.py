"""Which columns are rated questions: those with answers on a scale that none of the rules below takes for something else."""

from collections.abc import Callable

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.about_people import HABIT, about_people, asks_kind
from csat_core.ingest.proposal.cell_facts import counts_the_rows
from csat_core.ingest.proposal.clues import Clues, as_number, as_question
from csat_core.ingest.proposal.going_together import goes_along
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.numbered_scales import are_levels
from csat_core.ingest.scales.tied_numbers import tied_numbers
from csat_core.ingest.texts.excesses import both_ways_bad
from csat_core.ingest.texts.names import only_says
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import asks_rating, sounds_rated
from csat_core.model.dataset import Role

FEWEST_ROWS = 8
"""So many people do not each give another answer by chance."""
MOST_POINTS = 11
"""A scale of more may be anything in percent."""
_KEYS = ("id", "uuid", "guid")


def rated(clues: Clues) -> ColumnMapping | None:
    """The column as a rated question, or as the number or group that its answers are though they lie on a scale; None for any other."""
    found = clues.found
    if found is None:
        return None
    if found.numeric and (bad := _both_ways_bad(clues)):
        said = f"'{bad[0]}' and '{bad[1]}' are both bad, so that no end of it would be the best: a number."
        return as_number(clues.profile, Role.METRIC, said)
    if about := about_people(clues, found):
        is_number = found.numeric and about != HABIT
        return as_number(clues.profile, Role.METRIC, about) if is_number else clues.as_role(Role.SEGMENT, about)
    # a run of codes with nothing but two unknown ends in words may be any number
    numbers = found.numeric or (found.ends_alone and found.needs_name)
    if any(is_other(clues, found) for is_other in (*_OTHERS, *(_OTHER_NUMBERS if numbers else ()))):
        return None
    return as_question(clues.profile, found, Role.DRIVER)


def _both_ways_bad(clues: Clues) -> tuple[str, str] | None:
    """What the name says of both ends of its numbers where both are bad: `1 too cold - 7 too hot`; None elsewhere."""
    ends = [[tied.words for tied in tied_numbers(text)[0]] for text in clues.wording]
    return next((bad for said in ends if len(said) > 1 and (bad := both_ways_bad([*said, ""]))), None)


def _sounds(clues: Clues, found: FoundScale) -> bool:
    """Whether the name sounds rated, and of numbers is not that of a key whatever else it says: `csat_id`, `ID_Rating`."""
    words = words_of(clues.name).split()
    is_key = found.numeric and bool(words) and (words[-1] in _KEYS or words[0] == "id")
    return sounds_rated(clues.wording) and not is_key


def _levels(clues: Clues, found: FoundScale) -> bool:
    """`Priority` in `1 - High`, `2 - Medium`: groups by their name, in levels of something."""
    return clues.says(Meaning.GROUP) and are_levels(found) and not _sounds(clues, found)


def _key(clues: Clues, found: FoundScale) -> bool:
    return clues.says(Meaning.RESPONSE_ID, Meaning.OTHER_ID) and not _sounds(clues, found)


def _unnamed(clues: Clues, found: FoundScale) -> bool:
    """Answers that many other columns have as well, such as yes and no or 1 to 3, under a name that does not rate."""
    is_named = _sounds(clues, found) if found.numeric else asks_rating(clues.wording)
    return found.needs_name and not (is_named or found.ends_alone)


def _programme(clues: Clues, found: FoundScale) -> bool:
    """A loyalty programme that people are in or not, which is no loyalty."""
    in_words = found.needs_name and not found.numeric
    return in_words and clues.says(Meaning.GROUP) and not clues.says(Meaning.SATISFACTION)


def _consent(clues: Clues, found: FoundScale) -> bool:
    """What people allow (`Are you happy for us to contact you?`), or who sent them: yes and no to it rate nothing."""
    return found.scale.points == 2 and clues.says(Meaning.CONSENT)


def _rank(clues: Clues, found: FoundScale) -> bool:
    """Places in an order, which go against each other; `Rank (1 = best)` says itself how it rates."""
    says_rank = clues.says(Meaning.RANK) and not clues.says(Meaning.SATISFACTION) and not found.scale.is_reversed
    return says_rank and not goes_along(clues.profile)


def _count(clues: Clues, found: FoundScale) -> bool:
    """What is counted by its name, or numbers the rows from 1."""
    counts_rows = clues.profile.filled >= FEWEST_ROWS and counts_the_rows(clues.profile)
    return clues.says(Meaning.COUNTED) or (counts_rows and not _sounds(clues, found))


def _measure(clues: Clues, found: FoundScale) -> bool:
    """What is measured by its whole name (`model_score`), or a part in percent of what nothing rates (`Q7`: `Share of wallet (%)`)."""
    in_percent = found.scale.points > MOST_POINTS and any("%" in text for text in clues.wording)
    return any(only_says(text, Meaning.METRIC) for text in clues.wording) or (
        in_percent and not asks_rating(clues.wording)
    )


def _group(clues: Clues, found: FoundScale) -> bool:
    """What sorts people by its name whatever else it says (`NPS group`), or says something else than a rating."""
    says_other = clues.is_tallied or clues.says(
        Meaning.METRIC, Meaning.AGE, Meaning.INCOME, Meaning.GROUP, Meaning.TOUCHPOINT
    )
    return clues.says_groups or ((says_other or asks_kind(clues)) and not _sounds(clues, found))


_OTHERS: tuple[Callable[[Clues, FoundScale], bool], ...] = (_levels, _key, _unnamed, _programme, _consent)
_OTHER_NUMBERS: tuple[Callable[[Clues, FoundScale], bool], ...] = (_rank, _count, _measure, _group)
"""What answers on a scale are that rate nothing, and what numbers are besides."""
