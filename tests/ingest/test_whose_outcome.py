"""Of several questions that sound like the outcome: ours, not that of a competitor or the expected one; and the others are named."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE = [*"12345"] * 9


def read(*names: str) -> tuple[list[str], list[str]]:
    """The outcomes, the primary one first, of a file with these questions, and what is said of others."""
    columns = profiles(dict.fromkeys(names, FIVE) | {"Friendliness": FIVE})
    mapping = propose(columns, ".")
    said = [each.message for each in doubts_of(columns, mapping) if each.code == "other_outcomes"]
    return [each.name for each in mapping.columns if each.role.value == "outcome"], said


@pytest.mark.parametrize(
    ("other", "ours"),
    [
        ("Satisfaction with competitor", "Satisfaction with us"), ("Expected rating", "Actual rating"), ("Benchmark score", "Our score"),
        ("Satisfaction with previous provider", "Satisfaction with our service"), ("Target CSAT", "CSAT"),
        ("Zufriedenheit mit dem Wettbewerber", "Zufriedenheit mit uns"), ("Satisfaction concurrent", "Satisfaction service"),
        ("Satisfacción con la competencia", "Satisfacción con nosotros"), ("Satisfação com o concorrente", "Satisfação connosco"),
        ("Soddisfazione concorrente", "Soddisfazione servizio"), ("Tevredenheid concurrent", "Tevredenheid wij"), ("Nöjdhet konkurrent", "Nöjdhet oss"),
        ("Zadowolenie z konkurencji", "Zadowolenie z nas"), ("Ικανοποίηση από ανταγωνιστή", "Ικανοποίηση από εμάς"), ("对竞争对手的满意度", "对我们的满意度"),
        ("競合他社の満足度", "当社の満足度"),
    ],
)  # fmt: skip
def test_what_is_asked_of_others_is_an_outcome_of_its_own_behind_ours_and_that_is_said(other, ours):
    outcomes, said = read(other, ours)
    assert outcomes == [ours, other]
    assert len(said) == 1
    assert f"'{other}' sounds like '{ours}' of somebody else" in said[0]
    assert f'--map "{other}=outcome"' in said[0]


def test_a_name_without_more_goes_before_others_and_where_only_the_place_decides_it_is_said():
    assert read("Confidence score", "Rating") == (["Rating"], [])
    outcomes, said = read("Satisfaction with price", "Satisfaction with staff")
    assert outcomes == ["Satisfaction with price"]
    assert "because it stands first: 'Satisfaction with staff' is named like an outcome as well" in said[0]
    assert read("Satisfaction with price", "Overall satisfaction") == (["Overall satisfaction"], [])
    assert read("Expected rating") == (["Expected rating"], [])


@pytest.mark.parametrize(
    ("asked", "others"),
    [
        ("Rapportcijfer voor het vak", ("Docent",)), ("Welk rapportcijfer geeft u ons?", ("Vriendelijkheid",)),
        ("Using any number from 0 to 10, what number would you use to rate this hospital?", ("Would you recommend this hospital?",)),
    ],
)  # fmt: skip
def test_the_usual_words_for_one_mark_of_the_whole_name_the_outcome(asked, others):
    assert read(*others, asked)[0][0] == asked


def test_a_question_that_stands_first_with_its_answers_open_leaves_the_place_to_the_next_and_that_is_the_reason_said():
    words = ["1 Very satisfied", "2 Satisfied", "3 Neutral", "4 Dissatisfied", "5 Very dissatisfied"] * 9
    columns = profiles({"Satisfaction with price": [*words, *["6 Walked past"] * 4], "Satisfaction with staff": words})
    mapping = propose(columns, ".")
    assert next(each.name for each in mapping.columns if each.role.value == "outcome") == "Satisfaction with staff"
    said = next(each.message for each in doubts_of(columns, mapping) if each.code == "other_outcomes")
    assert said.startswith(
        "'Satisfaction with staff' is taken as the outcome because what its answers mean is settled best"
    )


@pytest.mark.parametrize("ends", ["(1-5)", "(1 = zeer slecht ... 5 = uitstekend)", "[1 = very bad, 5 = very good]"])
def test_the_ends_of_a_scale_behind_a_name_take_nothing_from_it(ends):
    assert read("Staff", f"Totaaloordeel {ends}")[0] == [f"Totaaloordeel {ends}"]
    assert read(f"Satisfaction with staff {ends}", f"Satisfaction {ends}")[0] == [f"Satisfaction {ends}"]
