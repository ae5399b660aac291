"""An outcome that nothing but its place makes one: where nothing says that its numbers are answers either, it is asked for."""

from collections.abc import Container, Sequence
from dataclasses import replace

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.further_outcomes import is_further_outcome
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.tongues import language_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, asks_rating, says
from csat_core.model.dataset import Role

MOST_NAMED = 4
_OF_ANSWERS = (Meaning.NUMBERED, Meaning.OCCURRED, Meaning.RESPONSE_TIME)
"""What `Q1`, `Visit` and `Answer` say: of a single column of small numbers that is enough."""
_CONTENT = (Meaning.SATISFACTION, Meaning.RECOMMEND, Meaning.SCORE, Meaning.RESOLVED, Meaning.AGAIN, Meaning.EASED)
LONGEST_ASKED = 11
"""The points of the scales on which single questions are asked, sliders aside."""
_ASKED = "Which question is the outcome is not settled"


def is_rating(column: ColumnMapping) -> bool:
    """Whether name, text, scale or answers say that people rated something: `Q1`, `Zone` and numbers from 1 to 5 do not."""
    is_told = any(len(text.split()) > LONGEST_NAME or stated_range(text) for text in column.wording)
    # codes such as A1 are no words
    in_words = not column.ways and any(not text.isdigit() for text, _ in column.positions)
    return is_told or in_words or asks_rating(column.wording)


def is_flag(column: ColumnMapping) -> bool:
    """Whether a question is nothing but 0 and 1 under a longer name that does not say who is content: `overall_success`."""
    is_short = column.scale is not None and column.scale.labels in (("0", "1"), ("1", "0"))
    return is_short and len(bare_words(column.name).split()) > 1 and not says(column.wording, *_CONTENT)


def is_summed(column: ColumnMapping, rated: Sequence[ColumnMapping]) -> bool:
    """Whether a question on a long scale is named as the sum of several, beside others that are asked: `Total score, 10 items`."""
    is_long = column.scale is not None and column.scale.points > LONGEST_ASKED
    asked = any(each.scale and each.scale.points <= LONGEST_ASKED for each in rated)
    is_named = says(column.wording, Meaning.SUMMED) and not says(column.wording, Meaning.SATISFACTION)
    return is_long and asked and is_named


def taken_by_place(column: ColumnMapping, rated: Sequence[ColumnMapping], alone: Container[int] = ()) -> ColumnMapping:
    """The likeliest of the questions `rated`, of which no name is that of the outcome, as it is taken or asked about.

    Those at `alone` hold numbers that go with those of no other column, and are not named as likely.
    """
    if is_rating(column) and not is_flag(column) and not is_summed(column, rated):
        is_first = all(column.position <= each.position for each in rated)
        first = "the first one" if is_first else "the first one that is named as a rating"
        taken = "what people intend" if is_further_outcome(column) else first
        reason = f"{column.reason} No name says which question is the outcome, so {taken} is taken."
        return replace(column, reason=reason, assumed=True) if len(rated) > 1 else _unless_foreign(column)
    if len(rated) == 1 and says(column.wording, *_OF_ANSWERS):
        return column
    likely = [each for each in rated if each.position not in alone] or rated
    return replace(column, question=_question(sorted(likely, key=lambda each: each.position), len(rated)))


def _unless_foreign(column: ColumnMapping) -> ColumnMapping:
    """The only question of a file; numbers below a text in no language that is known may run either way, and that is said."""
    if (
        column.positions
        or column.scale is None
        or column.assumed
        or asks_rating(column.wording)
        or language_of(column.wording)
    ):
        return column
    said = f"its text is in no language that is known, and {column.scale.labels[0]} may be the best"
    reason = f"{column.reason.removesuffix('.')}; {said}."
    return replace(column, reason=reason, assumed=True, rival=column.scale.backwards.name)


def is_by_place(column: ColumnMapping) -> bool:
    """Whether it is asked of the column which question is the outcome."""
    return column.question is not None and column.question.startswith(_ASKED)


def without_place_asked(column: ColumnMapping) -> ColumnMapping:
    """The column without that question, once a person said what it is or which one is the outcome."""
    return replace(column, question=None) if is_by_place(column) else column


def likely_outcomes(columns: Sequence[ColumnMapping], question: str) -> list[ColumnMapping]:
    """Of `columns` those that the question which is the outcome names."""
    return [column for column in columns if _way(column) in question]


def _way(column: ColumnMapping) -> str:
    return f'--map "{column.name}={Role.OUTCOME}"'


def _question(likely: Sequence[ColumnMapping], rated: int) -> str:
    shown = likely[:MOST_NAMED]
    named, ways = ", ".join(f"'{column.name}'" for column in shown), " or ".join(map(_way, shown))
    if rated == 1:
        return (
            f"{_ASKED}: nothing says that the numbers in {named} are answers, and no other column is rated; say {ways} if "
            "they are."
        )
    more = f" and {rated - len(shown)} more" if rated > len(shown) else ""
    return f"{_ASKED}: {named}{more} may be it, and no name says so; say {ways}."
