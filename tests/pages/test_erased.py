"""After an erasure no page remembers the customer."""

from csat_core.model.dataset import Role
from csat_core.store import Store, erasures
from tests.conftest import make_dataset, question, segment, texts
from tests.pages.opened import open_page


def test_an_open_page_counts_anew_once_a_customer_was_erased(store: Store) -> None:
    given = {
        "Overall": question([5] * 60 + [1] * 40),
        "Region": segment(["North"] * 60 + ["South"] * 40),
        "Customer": texts([f"C{row}" for row in range(60)] + ["unhappy"] * 40, Role.CUSTOMER),
    }
    dataset = make_dataset(store, given)
    page = open_page()
    assert page.texts[0] == "CSAT is 60.0 % (100 answers)."
    assert erasures.erase(store, dataset.id, "unhappy").left == 60
    assert page.run().texts[0] == "CSAT is 100.0 % (60 answers), excellent."
    assert open_page("data").app.exception == []
    erasures.erase(store, dataset.id, "C1")
    assert page.run().texts[0] == "CSAT is 100.0 % (59 answers), excellent."


def test_a_dataset_of_which_nobody_is_left_is_a_sentence(store: Store) -> None:
    given = {"Overall": question([5] * 30), "Customer": texts(["C1"] * 30, Role.CUSTOMER)}
    dataset = make_dataset(store, given)
    erasures.erase(store, dataset.id, "C1")
    for name in (
        "overview",
        "trends",
        "drivers",
        "roi",
        "data",
        "methods",
        "plan",
        "segments",
        "journey",
        "benchmarks",
    ):
        assert open_page(name).title
    assert (
        open_page().texts[0] == "There are too few answers here to show a score. Widen the period or remove a filter."
    )
