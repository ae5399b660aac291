"""What people expected of something beside how they found it, `Expectation - Speed` and `Perception - Speed`: it rates nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.clues import as_number, as_question
from csat_core.ingest.proposal.further_outcomes import is_of_others
from csat_core.ingest.proposal.rated_runs import answers_on, fills
from csat_core.ingest.proposal.roles import NO_RATINGS
from csat_core.ingest.scales.answers import answers_of, as_numbers
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.phrases import pattern_of_any
from csat_core.model.dataset import Role

FEWEST_LETTERED = 5
"""Pairs such as `E1` and `P1` at least, in all of which more was expected than was found: as of SERVQUAL, which has 22."""
EXPECTED = "Asks what was expected"
"""Begins the reason of such a column."""
_LETTERED = re.compile(r"([ep]) ?(\d{1,2})")


def with_expectations_as_numbers(
    drafts: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> list[ColumnMapping]:
    """The columns, those that ask what was expected of a thing which another one rates as numbers, in words as groups.

    Where the thing is named like something that is counted, so that both are numbers, how it was found is rated.
    """
    drafts = _with_found_rated(drafts, profiles)
    rated = [each for each in drafts if each.role is Role.DRIVER and not is_of_others(each)]
    pairs = _in_words(rated) or _in_letters(rated, profiles)
    return [
        _as_expected(each, pairs[each.position], profiles[each.position]) if each.position in pairs else each
        for each in drafts
    ]


def _with_found_rated(drafts: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> list[ColumnMapping]:
    numbers = {each.position for each in drafts if each.reason == NO_RATINGS}
    expected = {thing for each in drafts if each.position in numbers for thing in _things(each, _expected())}
    scales = [each.scale for each in drafts if each.scale and not each.positions] if expected else []

    def read(draft: ColumnMapping) -> ColumnMapping:
        if draft.position not in numbers or expected.isdisjoint(_things(draft, _found())):
            return draft
        profile = profiles[draft.position]
        scale = next((each for each in scales if fills(profile, each, ".")), None)
        return as_question(profile, answers_on(scale, profile), Role.DRIVER) if scale else draft

    return [read(draft) for draft in drafts]


def _in_words(rated: Sequence[ColumnMapping]) -> dict[int, ColumnMapping]:
    """For each column that is named for what was expected, by its position, the one that is named for how it was."""
    asked = {each.position: set(_things(each, _expected())) for each in rated}
    found = {
        thing: each
        for each in rated
        if not asked[each.position]
        for thing in (*map(bare_words, each.wording), *_things(each, _found()))
    }
    return {at: found[thing] for at, things in asked.items() for thing in things if thing in found}


def _things(column: ColumnMapping, words: re.Pattern[str]) -> Iterator[str]:
    """What name and text say without such words; nothing of those that have none."""
    for text in map(bare_words, column.wording):
        if (thing := " ".join(words.sub(" ", text).split())) != text:
            yield thing


def _in_letters(rated: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> dict[int, ColumnMapping]:
    """The same of columns named by a letter and a number, where there are as many of both and each expects more than is found."""
    lettered = {match.groups(): each for each in rated if (match := _LETTERED.fullmatch(bare_words(each.name)))}
    asked, found = ({number for letter, number in lettered if letter == one} for one in "ep")
    pairs = [(lettered["e", number], lettered["p", number]) for number in asked & found]
    more = all(_mean(profiles[one.position]) > _mean(profiles[other.position]) for one, other in pairs)
    is_whole = asked == found and len(pairs) >= FEWEST_LETTERED
    return {one.position: other for one, other in pairs} if more and is_whole else {}


def _mean(profile: ColumnProfile) -> float:
    answers = answers_of(profile)
    numbers = as_numbers(answers)
    counts = {text: count for text, count in answers.texts if text in numbers}
    return sum(numbers[text] * count for text, count in counts.items()) / max(sum(counts.values()), 1)


def perhaps_expected(columns: Sequence[ColumnMapping]) -> list[Problem]:
    """The problem that nothing but letters and means says of columns that they ask what was expected; none without any."""
    lettered = [
        each for each in columns if each.reason.startswith(EXPECTED) and _LETTERED.fullmatch(bare_words(each.name))
    ]
    if not lettered:
        return []
    first, last = lettered[0].name, lettered[-1].name
    found = (
        f"'{first}' to '{last}' are taken for what people expected, as each has a higher mean than the question of its number "
        "that begins with P: they are used as numbers. If they are ratings"
    )
    return [
        Problem(
            code="perhaps_rated", column=first, count=len(lettered), example_row=None,
            message=f'{found}, say --map "{first}={Role.DRIVER}" of each.', on_page=f"{found}, use them as {Role.DRIVER} under Columns.",
        )
    ]  # fmt: skip


def _as_expected(column: ColumnMapping, found: ColumnMapping, profile: ColumnProfile) -> ColumnMapping:
    reason = f"{EXPECTED}, and '{found.name}' how it was: it rates nothing."
    number = as_number(profile, Role.METRIC, reason)
    return replace(number, role=Role.SEGMENT, positions=()) if column.positions else number


@cache
def _expected() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.expected)


@cache
def _found() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.found)
