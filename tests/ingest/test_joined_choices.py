"""Several choices in one cell: told from places, names and sentences with commas."""

from collections import Counter

import pytest

from csat_core.ingest.child.joined_choices import JoinedChoices, choices_in

FORM = ["Phone", "Chat, with a person", "E-mail", "Letter"]


def cells(separator: str) -> Counter[str]:
    lists = [[choice for step, choice in enumerate(FORM) if at % (step + 2) == 0] for at in range(60)]
    return Counter(separator.join(each) for each in lists if each)


@pytest.mark.parametrize("separator", [", ", ";", ","])
def test_choices_come_out_in_the_order_of_the_form_even_with_the_separator_in_one(separator: str) -> None:
    found = choices_in(cells(separator), [separator])
    assert found is not None
    assert found.choices == tuple(FORM)
    assert found.all_listed


def test_what_people_typed_beside_the_choices_is_no_choice() -> None:
    typed = cells(";")
    typed["Phone;by pigeon"] += 1
    found = choices_in(typed, [";"])
    assert found == JoinedChoices(separator=";", choices=tuple(FORM), all_listed=False)


def test_few_people_who_tick_two_are_enough_where_the_choices_come_together_freely() -> None:
    ticked = Counter({"Phone": 40, "Chat": 30, "Letter": 20, "Phone, Chat": 2, "Phone, Letter": 2, "Chat, Letter": 1})
    found = choices_in(ticked, [", "])
    assert found is not None
    assert found.choices == ("Phone", "Chat", "Letter")


@pytest.mark.parametrize(
    "texts",
    [
        ["Berlin, Germany", "Munich, Germany", "Paris, France", "Berlin, Germany", "Paris, France"] * 5,
        [f"Doe {at}, John" for at in range(30)],
        ["Yes, often", "No, never", "Yes, often", "No, never"] * 5,
        ["a, b", "b, a", "a", "b"] * 10,
        [f"It was fine, mostly, but number {at} was late, and nobody said why" for at in range(30)],
        ["4,5", "3,0", "4,0", "5,5"] * 5,
        ["Sí", "Sí, pero con demora", "No", "No, nunca", "No sé"] * 8,
        ["Bueno", "Malo", "Bueno, aunque caro", "Regular, ni bueno ni malo"] * 8,
        ["Diariamente", "Semanalmente", "Nunca", "Nunca, pero quisiera"] * 20 + ["Otro, depende"] * 2,
        [],
    ],
)
def test_commas_alone_make_no_choices(texts: list[str]) -> None:
    assert choices_in(Counter(texts), [", ", ","]) is None
