"""Methods: the rule in force, every definition and scheme, and the thresholds of the base policy."""

import pytest

from csat_core.model.caveat import Caveat
from csat_core.model.definitions import DEFINITIONS
from csat_core.model.period import Grain
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.scheme import SCHEMES
from csat_core.store import Store, settings
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import plain, regions, two_months


def keep(page: Opened, shown: int, tested: int, plain_from: int) -> Opened:
    """The page after these thresholds were saved."""
    for label, value in (("Shown from", shown), ("Tested from", tested), ("Without a flag from", plain_from)):
        page.labelled(label).set_value(value)
    return page.press("Save")


def test_the_rule_in_force_is_told_answer_by_answer(store: Store) -> None:
    regions(store)
    page = open_page("methods")
    assert page.title == "How is every number computed?"
    assert page.headings[0] == "In force now: top2-of-5"
    assert page.texts[1] == (
        "'Overall' in 'Regions'. dissatisfied: 1 and 2; neutral: 3; satisfied: 4 and 5. "
        "Source: GetFeedback's guide: 4s and 5s of all answers."
    )


def test_another_scheme_is_in_force_at_once(store: Store) -> None:
    dataset = regions(store)
    page = open_page("methods").choose(f"{dataset.id}:scheme:q01", "strict-5")
    assert page.headings[0] == "In force now: strict-5"
    assert "dissatisfied: 1 to 3; satisfied: 4 and 5." in page.texts[1]


def test_a_deep_link_names_the_scheme_in_force(store: Store) -> None:
    regions(store)
    assert open_page("methods", scheme="own-5-3-1").headings[0] == "In force now: own-5-3-1"


def test_every_number_on_screen_is_defined(store: Store) -> None:
    said = " ".join(block.value for block in open_page("methods").app.markdown)
    assert all(f"**{definition.name}.** {definition.words}" in said for definition in DEFINITIONS)
    assert "`satisfied / base`" in said


def test_every_scheme_is_listed_with_its_bounds(store: Store) -> None:
    schemes, notes = open_page("methods").tables
    assert list(schemes["id"]) == [scheme.id for scheme in SCHEMES]
    row = schemes.set_index("id").loc["top2-of-5"]
    assert list(row[["points", "satisfied", "dissatisfied"]]) == ["5", "answers 4 to 5", "answers 1 to 2"]
    assert list(notes["code"]) == [caveat.value for caveat in Caveat]


def test_an_own_scheme_is_listed_under_its_name(store: Store) -> None:
    regions(store)
    settings.keep_scheme(store, "own-5-3-1", "Kind")
    row = open_page("methods").tables[0].iloc[-1]
    assert list(row[["id", "name", "satisfied", "dissatisfied"]]) == ["own-5-3-1", "Kind", "answers 3 to 5", "answer 1"]


def test_an_empty_store_still_has_its_methods(store: Store) -> None:
    page = open_page("methods")
    assert page.headings[0] == "The numbers"
    assert page.texts[1].startswith("Below 10 answers every number is hidden")


def test_the_thresholds_govern_every_page_at_once(store: Store) -> None:
    regions(store)
    page = keep(open_page("methods"), 101, 101, 101)
    assert page.texts[2].startswith("Below 101 answers every number is hidden")
    assert settings.policy(store) == BasePolicy(shown_from=101, tested_from=101, plain_from=101)
    assert page.turn_to("overview").texts[0].startswith("There are too few answers here to show a score.")
    assert page.turn_to("roi").texts[0].startswith("There are too few answers here to work out what is at risk.")


def test_a_higher_testing_threshold_takes_the_verdict_away(store: Store) -> None:
    dataset = two_months(store)
    page = open_page("overview").choose(f"{dataset.id}:grain", Grain.MONTH)
    assert "more than chance" in page.texts[0]
    page = keep(page.turn_to("methods"), 10, 150, 150).turn_to("overview")
    assert page.texts[0] == "CSAT is 70.0 % (200 answers), good."


def test_thresholds_that_do_not_rise_are_refused_in_words(store: Store) -> None:
    page = keep(open_page("methods"), 50, 30, 100)
    assert any("50, 30, 100 do not rise" in text for text in page.texts)
    assert settings.policy(store) == DEFAULT_POLICY


@pytest.mark.parametrize("positions", [[None] * 20, [3], [1] * 9], ids=["all blank", "one row", "nine"])
def test_too_few_answers_do_not_hide_the_rule(store: Store, positions: list[int | None]) -> None:
    plain(store, positions)
    assert "satisfied: 4 and 5" in open_page("methods").texts[1]


def test_a_long_scale_names_its_bands_by_their_ends(store: Store) -> None:
    plain(store, [1, 50, 101] * 10, scale="0-100")
    assert "dissatisfied: 0 to 39; neutral: 40 to 79; satisfied: 80 to 100." in open_page("methods").texts[1]
