"""Questions that are outcomes of their own beside the primary one, never its drivers."""

import re
from collections.abc import Iterable

from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.aspects import AS_WHOLE, FEWEST_ANSWERS, is_row, likelihood, peers_in, wholes_in
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.occasions import timeless
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import ASKING, outcome_strength, says
from csat_core.model.dataset import Role

MOST_NAMED = 4
_COUNTED = re.compile(r"((?:overall|general|total) .+|c?sat|o ?sat) \d{1,2}")
"""An outcome that stands several times in a file, as programs number columns of one name."""
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{3,}|[\u3040-\u30ff\u3400-\u9fff]")
_PLAIN = re.compile(
    r"(?:(?:overall|general|total|customer|client) )*(?:osat|o sat|csat|c sat|sat|satisfaction)(?: (?:score|rating|overall))?"
)
"""Whole names that are those of an outcome and of nothing else."""


def is_further_outcome(column: ColumnMapping) -> bool:
    """Whether a question is by its words an outcome of its own beside any other one, as the intention to come again is."""
    if says(column.wording, Meaning.AGAIN):
        return True
    asks = says(column.wording, Meaning.RECOMMEND, Meaning.EFFORT)
    # "makes it easy to find somebody" is a statement among others; "how easy was it" asks for the outcome
    return asks and outcome_strength(column.wording) > 0


def are_outcomes_alike(column: ColumnMapping, best: ColumnMapping) -> bool:
    """Whether `column` asks what the outcome `best` asks: on another occasion, or under another name of the same thing."""
    if column.scale is None or best.scale is None or says(column.wording, Meaning.RECOMMEND, Meaning.EFFORT):
        return False
    return is_same_question(column, best) or all(_PLAIN.fullmatch(_plainly(each)) for each in (column, best))


def _plainly(column: ColumnMapping) -> str:
    """The name without what says when or which; a number behind it is one of those where no text says what it is."""
    words = timeless(column.name)
    counted = None if column.label else _COUNTED.fullmatch(words)
    return counted[1] if counted else words


def is_of_others(column: ColumnMapping) -> bool:
    """Whether a question that sounds like the outcome asks for it of competitors, of a former provider, or as expected."""
    return says(column.wording, Meaning.OTHERS) and outcome_strength(column.wording) > 0


def is_one_word(column: ColumnMapping) -> bool:
    """Whether the name is `Rating` or `Satisfaction` and no more; `Q2` says nothing, whatever its text does."""
    return len(bare_words(column.name).split()) == 1 and outcome_strength((column.name,)) > 0


def is_same_question(column: ColumnMapping, other: ColumnMapping) -> bool:
    """Whether names or texts of two rated questions differ by when or where they were asked alone, on scales of equal length."""
    if column.scale is None or other.scale is None or column.scale.points != other.scale.points:
        return False
    pairs = zip(column.wording, other.wording, strict=False)
    # `Q2_1` and `Q3_1` have nothing in common but their numbers
    return any(a != b and timeless(a) == timeless(b) and _SAYS_SOMETHING.search(timeless(a)) for a, b in pairs)


def several_outcomes(columns: Iterable[ColumnMapping]) -> tuple[Problem, ...]:
    """The problems of a file that holds the outcome more than once, or questions that sound like it; none elsewhere."""
    columns = tuple(columns)
    outcomes = [column for column in columns if column.role is Role.OUTCOME]
    return (
        *_asked_again(outcomes),
        *_asked_of_others(outcomes),
        *_as_likely(outcomes, columns),
        *_perhaps_of_whole(outcomes, columns),
    )


def _asked_of_others(outcomes: list[ColumnMapping]) -> tuple[Problem, ...]:
    """The problem that outcomes are of somebody else; none where none is."""
    others = [column for column in outcomes[1:] if is_of_others(column)]
    if not others or is_of_others(outcomes[0]):
        return ()
    first, named = outcomes[0].name, ", ".join(f"'{column.name}'" for column in others)
    found = (
        f"{named} {'sounds' if len(others) == 1 else 'sound'} like '{first}' of somebody else, or as it was expected: "
        f"{'an outcome' if len(others) == 1 else 'outcomes'} of {'its' if len(others) == 1 else 'their'} own beside "
        f"'{first}', which is shown first. To put another one first"
    )
    return (_problem(others, found),)


def _as_likely(outcomes: list[ColumnMapping], columns: tuple[ColumnMapping, ...]) -> tuple[Problem, ...]:
    """The problem that other questions are named like the outcome just as much; none where its name says more."""
    best = outcomes[0] if outcomes else None
    if best is None or best.reason.startswith("Chosen as") or is_one_word(best):
        return ()
    # a name that says more than any place does is like no other by its place: hundreds are not looked at for theirs
    settled = outcome_strength(best.wording) > AS_WHOLE
    wholes = frozenset[int]() if settled else wholes_in([column for column in columns if column.scale is not None])
    strength = likelihood(best, wholes)
    if not strength:
        return ()
    alike = [
        column
        for column in columns
        if column.role is Role.DRIVER and likelihood(column, wholes) == strength and not is_of_others(column)
    ]
    if not alike:
        return ()
    named = ", ".join(f"'{column.name}'" for column in alike[:MOST_NAMED])
    more = f" and {len(alike) - MOST_NAMED} more" if len(alike) > MOST_NAMED else ""
    first = all(best.position < column.position for column in alike)
    why = "it stands first" if first else "what its answers mean is settled best"
    found = (
        f"'{best.name}' is taken as the outcome because {why}: {named}{more} {'is' if len(alike) == 1 else 'are'} named "
        "like an outcome as well. To take another one"
    )
    return (_problem(alike, found),)


def _perhaps_of_whole(outcomes: list[ColumnMapping], columns: tuple[ColumnMapping, ...]) -> tuple[Problem, ...]:
    """The problem that a question before things that are only named may rate the whole; none where a rating of it is an outcome."""
    if not outcomes or not all(map(is_further_outcome, outcomes)):
        return ()
    drivers = [column for column in columns if column.role is Role.DRIVER and column.scale is not None]
    asked = [column for column in drivers if any(text.strip().endswith(ASKING) for text in column.wording)]
    peers = peers_in([*outcomes, *drivers])
    if len(drivers) >= 2 and asked == drivers[:1] and drivers[0].scale.points >= FEWEST_ANSWERS:  # type: ignore[union-attr]
        why = "is the only question beside things that are rated by their names"
    elif drivers and drivers[0].position in peers and not is_row(drivers[0]):
        why = "stands before others that are named like it"
    else:
        return ()
    named = ", ".join(f"'{column.name}'" for column in outcomes)
    found = (
        f"'{drivers[0].name}' {why}, and may ask for the whole: now it is a driver of {named}. To take it as an outcome"
    )
    return (_problem(drivers[:1], found),)


def _problem(columns: list[ColumnMapping], found: str) -> Problem:
    return Problem(
        code="other_outcomes", column=columns[0].name, count=len(columns) + 1,
        message=f'{found}: --map "{columns[0].name}={Role.OUTCOME}".', on_page=f"{found}, choose it under Columns.",
    )  # fmt: skip


def _asked_again(outcomes: list[ColumnMapping]) -> tuple[Problem, ...]:
    """The problem that the outcome is asked on several occasions, or under several names; none where it is not."""
    alike = [column for column in outcomes[1:] if are_outcomes_alike(column, outcomes[0])]
    if not alike:
        return ()
    first = outcomes[0].name
    named = ", ".join(f"'{column.name}'" for column in alike)
    how = "on another occasion" if is_same_question(alike[0], outcomes[0]) else "under another name"
    found = (
        f"{named} {'asks' if len(alike) == 1 else 'ask'} what '{first}' asks, {how}: each is an outcome of its own and "
        f"drives none of the others; '{first}' is shown first. To put another one first"
    )
    return (
        Problem(
            code="several_outcomes", column=alike[0].name, count=len(alike) + 1,
            message=f'{found}: --map "{alike[0].name}={Role.OUTCOME}".', on_page=f"{found}, choose it under Columns.",
        ),
    )  # fmt: skip
