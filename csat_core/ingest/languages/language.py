"""What a language is to the import: the words of its survey files, as one value that one small file holds."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Meaning(StrEnum):
    """What the name of a column can say."""

    OVERALL = "overall"
    SATISFACTION = "satisfaction"
    SCORE = "score"
    RECOMMEND = "recommend"
    FRIENDS = "friends"
    EFFORT = "effort"
    DIFFICULTY = "difficulty"
    EASED = "eased"
    TOIL = "toil"
    RATING = "rating"
    STARS = "stars"
    NUMBERED = "numbered"
    COUNTED = "counted"
    METRIC = "metric"
    AGE = "age"
    HOURS = "hours"
    INCOME = "income"
    GROUP = "group"
    SORTED = "sorted"
    RESPONSE_ID = "response_id"
    RUNNING = "running"
    CASE = "case"
    CASE_ID = "case_id"
    CUSTOMER = "customer"
    AGENT = "agent"
    OTHER_ID = "other_id"
    ANSWERED = "answered"
    DURATION = "duration"
    RESPONSE_TIME = "response_time"
    TIME = "time"
    OTHER_TIME = "other_time"
    START = "start"
    END = "end"
    BIRTH = "birth"
    MOMENT = "moment"
    OCCURRED = "occurred"
    ELSEWHEN = "elsewhen"
    FISCAL = "fiscal"
    OTHERS = "others"
    TALLIED = "tallied"
    COMMENT = "comment"
    VERBATIM = "verbatim"
    PERSONAL = "personal"
    PERSONS = "persons"
    PHONE = "phone"
    WEIGHT = "weight"
    PERHAPS_WEIGHT = "perhaps_weight"
    WEIGHTING = "weighting"
    CONSENT = "consent"
    PAID = "paid"
    REVENUE = "revenue"
    PART_OF_YEAR = "part_of_year"
    CHURNED = "churned"
    INVITED = "invited"
    PLACE_CODE = "place_code"
    TOUCHPOINT = "touchpoint"
    HABIT = "habit"
    RANK = "rank"
    RESOLVED = "resolved"
    AGAIN = "again"
    IMPORTANCE = "importance"
    KINDS = "kinds"
    OWN_STATE = "own_state"
    UNCOUNTED = "uncounted"
    SUMMED = "summed"


class OfWhole(int):
    """How strongly a name of the whole says that it is the outcome: of satisfaction only where there is none with one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language, all in lower case; bars or line ends divide them.

    `{a,b}` stands for either, `[a]` for `a` or nothing, `~` for any of `endings`.
    """

    code: str
    families: str
    """Answers in words. A family begins at the margin; below it one level a line, worst first, the usual label first.

    A ladder has seven levels, from very bad by bad, rather bad, neutral, rather good and good to very good: shorter
    scales use some of them. Degrees have three, a bad answer, one between and a good one, each of the two in all degrees
    that the ladder of satisfaction has. Steps have six levels, as expectations have: far below, below, partly met, met, above, far above.
    What goes on from the ladder of its name `and beyond` has the best two of six levels, `very good` and `excellent`, above its very bad, bad, neutral and good ones.
    Five levels with `middle or none` are offered without the one in the middle too.
    """
    names: str
    """For each meaning a line `meaning: phrases` (further lines are indented) over the words of a column's name.

    A phrase counts wherever it stands as whole words; `^` holds it to the beginning and `$` to the end, `*` stands for
    any letters or digits and `<id>` for one of the list in `parts`.
    """
    parts: str = ""
    """Lists that `names` uses, each a line `<id>: words`; those of `<low>` to `<worse>` say which number is the best."""
    outcomes: tuple[tuple[str, int], ...] = ()
    """Patterns of the name of an outcome with how strongly each says so; the first that fits counts. A meaning stands for its phrases in `names`."""
    not_applicable: str = ""
    dont_know: str = ""
    either: str = ""
    """Words between two that mean the same: `not applicable or not used`."""
    unsure: str = ""
    """As `dont_know`, of answers which stand for the middle of some scales: `not sure`."""
    not_asked: str = ""
    """Whole cells that are no answer in a rated or numeric column; anywhere else they are ordinary values."""
    no: str = ""
    yes: str = ""
    stayed: str = ""
    left: str = ""
    """Words of a yes/no column and of a column that says who left."""
    months: str = ""
    """Twelve groups of words, full names and abbreviations."""
    weekdays: str = ""
    """Seven groups of them, from Monday."""
    best: str = ""
    worst: str = ""
    """Words that name an end of a scale in the name of a column, beside the ends of the families."""
    most: str = ""
    least: str = ""
    """Words of degree at the ends of a scale, which agree with the question and name nothing good: `1 = not at all`."""
    joining: str = ""
    """Words around the ends that say nothing of the direction: `1 = very satisfied to 5 = very dissatisfied` names ends without the `to`,
    and `wobei 1 die beste Note ist` says `beste`.
    """
    means: str = ""
    """Verbs that tie a number to what it stands for: `1 means very satisfied`, `1 étant la meilleure note`."""
    asks_how: str = ""
    """Phrases over the words of a name by which a question asks for a degree or a choice: no yes or no answers it."""
    asks_whether: str = ""
    """Phrases by which it asks for a yes or a no: `would you`, `resolved`."""
    through: str = ""
    """Words between the lowest and the highest answer: `from 1 to 10`."""
    grades: str = ""
    """Words that name grades of which 1 is the best, wherever a word begins with them."""
    perhaps_grades: str = ""
    """An expression over the words of a name for those that may name such grades, or any other rating."""
    occasions: str = ""
    """Words by which a name says when something was asked: `before`, `last year`."""
    recommended: str = ""
    """Phrases by which it speaks of what was recommended to people, and asks for no recommendation: `product recommendations`."""
    losing: str = ""
    """Phrases by which it asks how people would feel without a thing: who would be disappointed wants it."""
    expected: str = ""
    found: str = ""
    """Words by which it says that it asks what people expected of a thing, and how they found it: `expectation`, `perceived`."""
    speaking: str = ""
    """Words by which people speak of themselves, and so state something: `my ideas count` counts none."""
    stages: str = ""
    """Stages of a customer journey in the order in which they usually come."""
    polarity: str = ""
    """Lines `sense: phrases` over the words of a question, written as in `names`, by what they say of a `yes` to it.

    `bad`: to agree is bad (`too long`); `trouble`: the same, unless it was mended (`any problems`); `doubtful`: the role
    of the word is not clear (`problem`); `mended`: what takes the trouble away (`solved`); `good`: the question asks for
    something good; `wanted`: what is good where it happens often, and names no rating (`on time`); `negation`: turns the
    words behind it around, and a statement with it may be a complaint; `lessening`: turns them around as well, but says
    nothing alone (`without`); `passing`: negations that turn nothing (`if not`); `handled`: what is bad as a part of what
    is rated (`complaints process`, `wait time rating`), which says nothing of the direction; `excess`: says that there is
    more of something than is good (`too`).
    """
    question_names: str = ""
    """Whole names of columns that say which question an answer belongs to."""
    code_books: str = ""
    """What a sheet is called that says what codes mean."""
    totals: str = ""
    subtotals: str = ""
    averages: str = ""
    """What a row says that sums up those above it, alone or beside the name of a group."""
    measures: str = ""
    """Other measures that reports write below a column: `median`, `number of responses`."""
    tallies: str = ""
    """Whole names of columns that say how many gave each answer, in a table that was counted already."""
    lower_is_better: str = ""
    """Phrases over the words of a name by which the lowest number is the best: `lower is better`, `higher is worse`."""
    recoded: str = ""
    """Phrases by which a name says that numbers were turned around, or have to be: `reverse coded`."""
    burden: str = ""
    """Words over the name of a column for what is good where it is low: `effort`, `waiting time`."""
    numbers: str = ""
    """The words for 0 to 10, one behind the other; spaces divide those for one number."""
    little: str = ""
    much: str = ""
    """Words for a small and for a large amount of what is good where it is low: `1 = short, 5 = long` of a waiting time."""
    units: str = ""
    """What stands behind the number of a rating: `4 stars`."""
    out_of: str = ""
    """What stands between a rating and the best one: `4 out of 5`."""
    endings: str = ""
    other_letters: Mapping[int, str] = field(default_factory=dict)
    """Letters by which another way of writing the language differs, as traditional Chinese does."""

    def words(self, text: str) -> tuple[str, ...]:
        """The words and phrases that one of the texts above lists."""
        found = (
            form
            for phrase in re.split(r"[|\n]", text)
            if phrase.strip()
            for written in spelled_out(phrase.strip(), phrases_of(self.endings))
            for form in ((written, written.translate(self.other_letters)) if self.other_letters else (written,))
        )
        return tuple(dict.fromkeys(found))

    def table(self, text: str) -> dict[str, str]:
        """What the lines `key: phrases` of `names` or `parts` say, by key."""
        entries: dict[str, str] = {}
        key = ""
        for line in filter(str.strip, text.splitlines()):
            if not line.startswith(" "):
                key, _, line = line.partition(":")
            entries[key] = f"{entries.get(key, '')}\n{line}"
        return entries


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of `text`, which bars or line ends divide; an empty one may stand between two bars."""
    return tuple(phrase.strip() for phrase in re.split(r"[|\n]", text.strip())) if text.strip() else ()


def spelled_out(phrase: str, endings: tuple[str, ...] = ()) -> Iterator[str]:
    """All that `phrase` stands for, the first of each choice first; it ends alike wherever it has a `~`."""
    if "~" in phrase:
        for ending in endings:
            yield from spelled_out(phrase.replace("~", ending))
        return
    found = re.search(r"\{([^{}]*)\}|\[([^\[\]]*)\]", phrase)
    if not found:
        yield " ".join(phrase.split())
        return
    for choice in found[1].split(",") if found[1] is not None else (found[2], ""):
        yield from spelled_out(phrase[: found.start()] + choice + phrase[found.end() :])


_OTHER_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ", "\ufe0f": "", "\ufe0e": ""}
    | {chr(tone): "" for tone in range(0x1F3FB, 0x1F400)}
)


def bare(text: str) -> str:
    """Lower-case `text` as an export leaves it that lost the accents; what a picture's colour changes is lost as well."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(_OTHER_LETTERS))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f"))
