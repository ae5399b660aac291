"""One table of degenerate datasets for every page: no exception, and a plain sentence that answers it."""

import pytest

from csat_core.store import Store
from tests.analyses.test_degenerate_inputs import DEGENERATE
from tests.conftest import make_dataset
from tests.pages.opened import FILES, open_page


@pytest.mark.parametrize("name", DEGENERATE)
def test_every_page_withstands(store: Store, name: str) -> None:
    columns, base = DEGENERATE[name]
    make_dataset(store, columns)
    page = open_page("overview", dataset="1")
    answers = {"overview": page.texts[0]}
    for other in FILES:
        if other != "overview":
            answers[other] = page.turn_to(other).texts[0]
    for sentence in answers.values():
        assert sentence.endswith((".", "?"))
        assert "nan" not in sentence.casefold().split()
        assert " None" not in sentence
    is_shown = base >= 10
    assert ("too few answers here" in answers["overview"]) == (not is_shown)
    assert (f"({base} answers)" in answers["overview"]) == is_shown
    if "Day" not in columns:
        assert answers["trends"] == "The file has no dates, so nothing can be said about change."
