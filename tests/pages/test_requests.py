"""What a page asks of the engine: at most three requests for a dataset on first view, none when it is seen again."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from csat_core.engine import ScopedEngine
from csat_core.store import Store
from pages.shared.kept import forget_everything
from tests.conftest import make_dataset, numbers, question, segment
from tests.pages.opened import FILES, open_page

QUESTIONS = ("counts", "moments", "rows", "pairs")


class Heard:
    """The requests of each dataset; the joint counts behind the tables of pairs belong to their one request."""

    def __init__(self) -> None:
        self.by_dataset: Counter[int] = Counter()
        self._depth = 0

    def listening(self, asked: Callable[..., Any]) -> Callable[..., Any]:
        def ask(engine: ScopedEngine, dataset_id: int, *args: Any, **named: Any) -> Any:
            self.by_dataset[dataset_id] += self._depth == 0
            self._depth += 1
            try:
                return asked(engine, dataset_id, *args, **named)
            finally:
                self._depth -= 1

        return ask


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    found = Heard()
    for name in QUESTIONS:
        monkeypatch.setattr(ScopedEngine, name, found.listening(getattr(ScopedEngine, name)))
    return found


@pytest.mark.usefixtures("demo_store")
@pytest.mark.parametrize("name", FILES)
def test_a_page_asks_at_most_three_times_and_never_again(heard: Heard, name: str) -> None:
    page = open_page("plan", dataset="1")  # by way of the overview
    forget_everything()
    heard.by_dataset.clear()
    page.app.switch_page(FILES[name])
    page.run()
    first = dict(heard.by_dataset)
    assert max(first.values(), default=0) <= 3, first
    assert (1 in first) == (name not in ("plan", "share"))
    page.run()
    assert dict(heard.by_dataset) == first
    # what is folded asks once it is unfolded: the responses behind a number, and how many there are
    page.unfolded()
    whole = dict(heard.by_dataset)
    assert max(whole.values(), default=0) <= 5, whole
    page.run()
    assert dict(heard.by_dataset) == whole


def test_a_number_without_usual_bands_is_asked_for_three_times_too(heard: Heard, store: Store) -> None:
    given = {
        "Overall": question([1 + at % 5 for at in range(200)]),
        "Region": segment([("North", "South")[at % 2] for at in range(200)]),
        "Age": numbers([float(at % 60) for at in range(200)]),
    }
    make_dataset(store, given)
    page = open_page("plan", dataset="1", by="n01")
    forget_everything()
    heard.by_dataset.clear()
    page.app.switch_page(FILES["segments"])
    page.run()
    assert "Age" in page.texts[0]
    assert heard.by_dataset[1] == 3
