"""Columns that are named like a rating and whose words nobody taught the import: kept as groups, and said."""

from collections.abc import Iterable, Mapping, Set

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.roles import TEXTS_AS_GROUPS
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.texts.degrees import DEGREE
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.polarity import asks_for_good
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import asks_rating, says, says_groups
from csat_core.model.dataset import Role

FEWEST, MOST = 3, 11
"""Different answers of a scale of words."""
SHOWN = 6
LONGEST = 60
"""Characters of an answer on average; longer ones are sentences."""
LONGEST_NAME = 3
_STRONGER = frozenset(("much", "far", "way")) | {
    fold(word) for language in LANGUAGES for word in language.words(language.most) if " " not in word
}
"""What makes another answer a stronger one."""
_OTHERS = (
    Meaning.GROUP,
    Meaning.COMMENT,
    Meaning.AGENT,
    Meaning.TOUCHPOINT,
    Meaning.PLACE_CODE,
    Meaning.AGE,
    Meaning.INCOME,
    Meaning.METRIC,
    Meaning.HABIT,
    Meaning.CUSTOMER,
    Meaning.OTHER_ID,
)


def unread_ratings(columns: Iterable[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> tuple[Problem, ...]:
    """A problem for each segment whose name, or whose neighbour with the same answers, says a rating in unknown words.

    A question that is read, and has at least half of the answers, is such a neighbour, too; so are words all but one of which are known.
    """
    every = list(columns)
    # what a person chose as groups has another reason
    found = [column for column in every if column.role is Role.SEGMENT and column.reason.endswith(TEXTS_AS_GROUPS)]
    asked = [column for column in every if column.scale is not None and column.scale.points >= FEWEST]
    # numbers however they are spelled are of no family
    read = [{text for text, _ in column.positions if families_with([text])} for column in asked]
    words = {column.position: _words(profiles[column.position]) for column in found}
    named = [column for column in found if words[column.position] and (_sounds(column) or _is_graded(column, words))]
    same = {words[column.position] for column in named}
    beside = [
        column
        for column in found
        if column not in named and not says(column.wording, *_OTHERS)
        if words[column.position] in same
        or any(_are_alike(words[column.position], each) for each in read)
        or _are_nearly_known(words[column.position])
    ]
    return tuple(_problem(column, profiles[column.position]) for column in sorted([*named, *beside], key=_position))


def _are_alike(words: Set[str], read: Set[str]) -> bool:
    """Whether at least half of the answers of a column are those of a question that is read."""
    return bool(words) and 2 * len(words & read) >= len(words)


def _are_nearly_known(words: Set[str]) -> bool:
    """Whether all answers of a column but one are of one family that rates under any name."""
    families = (family for family in families_with(words) if not family.needs_name)
    return len(words) > FEWEST and any(
        sum(map(bool, map(family.level_of, words))) >= len(words) - 1 for family in families
    )


def _position(column: ColumnMapping) -> int:
    return column.position


def _is_graded(column: ColumnMapping, words: Mapping[int, frozenset[str]]) -> bool:
    """Whether its answers are degrees, such as `long` and `very long`, and its name does not say groups."""
    texts = words[column.position]
    before = [
        more
        for text in texts
        for other in texts
        if (more := text.removesuffix(f" {other}")) != text and " " not in more
    ]
    # four words of one family grade something, whatever their name is; three may be yes, partly and no
    are_degrees = any(
        (each.name == DEGREE or (each.needs_name and len(texts) > FEWEST)) and all(map(each.level_of, texts))
        for each in families_with(texts)
    )
    is_graded = are_degrees or len(before) > len(set(before)) or any(more in _STRONGER for more in before)
    # `Compared with last year` is no year
    stated = len(bare_words(column.name).split()) > LONGEST_NAME
    others = (each for each in _OTHERS if each is not Meaning.METRIC and not (stated and each is Meaning.GROUP))
    return is_graded and not says(column.wording, *others, Meaning.COUNTED) and not says_groups(column.wording)


def _sounds(column: ColumnMapping) -> bool:
    # `The staff was friendly [3]` names no agent
    stated = len(bare_words(column.name).split()) > LONGEST_NAME
    others = (each for each in _OTHERS if not (stated and each is Meaning.AGENT))
    asks = asks_rating(column.wording) or (stated and asks_for_good(column.wording))
    return asks and not says_groups(column.wording) and not says(column.wording, *others)


def _words(profile: ColumnProfile) -> frozenset[str]:
    """The folded answers of a column where they are a few different words; empty for any other."""
    answers = answers_of(profile)
    texts = frozenset(text for text, _ in answers.texts)
    is_few = FEWEST <= len(texts) <= MOST and not answers.unseen and profile.mean_length <= LONGEST
    is_known = profile.described.hint is not None
    numbers = sum(rating_of(text)[0] is not None for text in texts)
    return texts if is_few and not is_known and 2 * numbers < len(texts) else frozenset()


def _problem(column: ColumnMapping, profile: ColumnProfile) -> Problem:
    answers = answers_of(profile)
    listed = ", ".join(f"'{answers.written[text]}' ({count:,})" for text, count in answers.texts[:SHOWN])
    more = f" and {len(answers.texts) - SHOWN} more" if len(answers.texts) > SHOWN else ""
    sounds = "sounds like a rating" if asks_rating(column.wording) else "seems to be rated"
    found = (
        f"'{column.name}' {sounds}, but its answers are on no scale that is known: {listed}{more}; it is kept as "
        "groups. If it is one, say its answers from worst to best"
    )
    return Problem(
        code="unread_rating", column=column.name, count=profile.filled,
        message=f'{found}: --scale "{column.name}=WORST|...|BEST".', on_page=f"{found} as its scale under Columns.",
    )  # fmt: skip
