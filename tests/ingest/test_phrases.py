"""Phrases that are looked for: those whose first word stands in a name, which are all that it can say."""

import pytest

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, bare
from csat_core.ingest.texts import names, polarity
from csat_core.ingest.texts.phrases import PhraseBook, phrases
from csat_core.ingest.texts.reading import words_of


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_whatever_is_said_is_looked_for(language: Language) -> None:
    tables = (language.table(language.names), language.table(language.polarity))
    texts = {bare(words_of(phrase)) for table in tables for text in table.values() for phrase in text.split("|")}
    for text in sorted(texts)[::12]:
        said = f"please say {text} again"
        assert {key for key, pattern in names._book().patterns.items() if pattern.search(said)} <= names._book().near(
            said
        ).keys()
        senses = polarity._book()
        assert {key for key, pattern in senses.patterns.items() if pattern.search(said)} <= senses.near(said).keys()


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("are you not satisfied", {"words"}), ("satisfy me", {"words"}), ("a nose", set()), ("no", {"no"}), ("nothing said", set()),
        ("der nps score", {"parts"}), ("client", {"parts"}), ("不满意", {"signs"}),
    ],
)  # fmt: skip
def test_only_what_begins_like_a_word_of_the_name_is_looked_for(text: str, near: set[str]) -> None:
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
    assert book.near(text).keys() == near
