"""What words mean in survey files, of all languages: `languages` holds them, one small file for each."""

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Meaning, bare, phrases_of

__all__ = [
    "Meaning", "NOT_APPLICABLE", "DONT_KNOW", "NOT_ASKED", "TALLIES", "QUESTION_NAMES", "YES_NO", "STAYED_LEFT", "STAGES", "BEST_END", "WORST_END",
    "LEAST", "DEGREES", "LITTLE", "MUCH", "JOINING", "MEANS", "MONTHS", "UNITS", "OUT_OF", "THROUGH", "GRADES", "CODE_BOOKS", "NUMBERS", "TOTALS", "SUBTOTALS", "AVERAGES", "MEASURES",
]  # fmt: skip

NOT_APPLICABLE = {language.code: language.words(language.not_applicable) for language in LANGUAGES}
DONT_KNOW = {language.code: language.words(f"{language.unsure}\n{language.dont_know}") for language in LANGUAGES}
NOT_ASKED = {language.code: language.words(language.not_asked) for language in LANGUAGES}
"""Folded whole texts; in a rated or numeric column they are non-answers, anywhere else they are ordinary values."""

YES_NO = {language.code: (language.words(language.no), language.words(language.yes)) for language in LANGUAGES}
STAYED_LEFT = {
    language.code: (language.words(language.stayed), language.words(language.left)) for language in LANGUAGES
}
"""Words of a yes/no column and of a column that says who left: first those that mean 0, then those that mean 1."""

STAGES = {language.code: language.words(language.stages) for language in LANGUAGES}
"""Stages of a customer journey in the order in which they usually come."""

BEST_END = {language.code: language.words(f"{language.best}\n{language.most}") for language in LANGUAGES}
WORST_END = {language.code: language.words(f"{language.worst}\n{language.least}") for language in LANGUAGES}
"""Folded whole words that name the best and the worst end of a scale in the name of a column."""

LEAST = {language.code: language.words(language.least) for language in LANGUAGES}
DEGREES = {language.code: language.words(f"{language.most}\n{language.least}") for language in LANGUAGES}
"""Those of them that say how far somebody agrees with the question, whatever it asks."""

LITTLE = {language.code: language.words(language.little) for language in LANGUAGES}
MUCH = {language.code: language.words(language.much) for language in LANGUAGES}
"""Words for a small and a large amount of something."""

JOINING = {language.code: language.words(language.joining) for language in LANGUAGES}
"""Words around the ends that say nothing of the direction: `1 = very satisfied to 5 = very dissatisfied` names ends without the `to`."""

MEANS = {language.code: language.words(language.means) for language in LANGUAGES}
"""Verbs between a number and what it stands for."""

MONTHS = tuple(
    tuple(dict.fromkeys(word for months in groups for word in months.split()))
    for groups in zip(*(phrases_of(language.months) for language in LANGUAGES if language.months), strict=True)
)
"""The words of each month, from January."""


def _longest_first(words: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    spelled = {spelling for each in words for word in each for spelling in (word, bare(word))}
    return tuple(sorted(spelled, key=lambda word: (-len(word), word)))


NUMBERS = {
    spelling: str(number)
    for language in LANGUAGES
    for number, words in enumerate(language.numbers.split("|"))
    for word in words.split()
    for spelling in (word, bare(word))
}
"""What number each word of a language stands for, up to ten."""

UNITS = _longest_first(tuple(language.words(language.units) for language in LANGUAGES))
OUT_OF = _longest_first(tuple(language.words(language.out_of) for language in LANGUAGES))
"""What stands behind the number of a rating (`4 stars`), and between it and the best one (`4 out of 5`)."""

THROUGH = _longest_first(tuple(language.words(language.through) for language in LANGUAGES))
GRADES = _longest_first(tuple(language.words(language.grades) for language in LANGUAGES))
"""Words between the lowest and the highest answer, and those for grades of which 1 is the best."""

TALLIES = frozenset(bare(word) for language in LANGUAGES for word in language.words(language.tallies))
QUESTION_NAMES = frozenset(bare(word) for language in LANGUAGES for word in language.words(language.question_names))
"""Whole names of columns that say how many gave each answer, and which question an answer belongs to."""

TOTALS = frozenset(word for language in LANGUAGES for word in language.words(language.totals))
SUBTOTALS = frozenset(word for language in LANGUAGES for word in language.words(language.subtotals))
AVERAGES = frozenset(word for language in LANGUAGES for word in language.words(language.averages))
MEASURES = frozenset(word for language in LANGUAGES for word in language.words(language.measures))
"""Whole texts of rows that sum up the responses above them."""

CODE_BOOKS = frozenset(
    spelling
    for language in LANGUAGES
    for word in language.words(language.code_books)
    for spelling in (word, bare(word))
)
"""Whole names of sheets that say what codes mean."""
