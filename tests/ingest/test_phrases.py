"""Phrases that are looked for: those whose first word stands in a name, which are all that it can say."""

import pytest

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, bare
from csat_core.ingest.texts import names, senses
from csat_core.ingest.texts.phrases import PhraseBook, phrases
from csat_core.ingest.texts.reading import words_of


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_whatever_is_said_is_looked_for(language: Language) -> None:
    tables = (language.table(language.names), language.table(language.polarity))
    texts = {bare(words_of(phrase)) for table in tables for text in table.values() for phrase in text.split("|")}
    for text in sorted(texts)[::12]:
        said = f"please say {text} again"
        said_in = {key for key, pattern in names._book().patterns.items() if pattern.search(said)}
        assert names._book().meant(said).keys() == said_in
        book = senses._book()
        assert {key for key, pattern in book.patterns.items() if pattern.search(said)} == book.meant(said).keys()


@pytest.mark.parametrize(
    "name",
    [
        "How satisfied are you with the price", "satisfaction", "Overall rating of your visit", "Facilité", "NPS: shop",
        "Quanto è facile da usare il sito", "总体满意度如何", "Gesamtzufriedenheit mit uns", "Price", "ces",
    ],
)  # fmt: skip
def test_no_outcome_that_a_part_of_a_name_says_is_passed_over(name: str) -> None:
    words = names.bare_words(name).split(" ")
    parts = [" ".join(words[begin:end]) for begin in range(len(words)) for end in range(begin + 1, len(words) + 1)]
    said = {each.pattern for each in names._outcomes() for part in parts if each.pattern.search(part)}
    assert said <= set(names.outcomes_within(name))
    assert bool(names.outcomes_within(name)) is (name != "Price")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("are you satisfied with us", {"words"}), ("satisfy me", set()), ("a nose", set()), ("no", {"no"}), ("nothing said", set()),
        ("der nps score", {"parts"}), ("client", {"parts"}), ("clients", {"parts"}), ("不满意", {"signs"}),
    ],
)  # fmt: skip
def test_a_phrase_is_found_by_how_its_first_word_begins(text: str, meant: set[str]) -> None:
    english = next(language for language in LANGUAGES if language.code == "en")
    chinese = next(language for language in LANGUAGES if language.code == "zh")
    book = PhraseBook(
        {
            "words": set(phrases(english, "satisf* with")),
            "no": set(phrases(english, "no")),
            "parts": set(phrases(english, "client* | nps score")),
            "signs": set(phrases(chinese, "满意")),
            "none": set(),
        }
    )
    assert book.meant(text).keys() == meant
