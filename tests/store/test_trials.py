"""Trials: what a real store knows, in one that nobody sees."""

from collections.abc import Callable
from pathlib import Path

import pytest

from csat_core.store import Store, catalogue, settings, trials
from csat_core.store.imports import imports, undo
from csat_core.store.trials import trial
from tests.conftest import make_dataset, question


def test_a_trial_knows_every_dataset_and_has_the_responses_that_are_asked_for(store: Store, tmp_path: Path) -> None:
    datasets = [make_dataset(store, {"Overall": question([1, 2, 5])}, name) for name in ("A", "B")]
    with trial(store, tmp_path) as made:
        assert catalogue.datasets(made.store) == catalogue.datasets(store)
        assert imports(made.store) == imports(store)
        assert settings.pepper(made.store) == settings.pepper(store)
        made.fill(datasets[1].id)
        made.fill(datasets[1].id)
        with made.store.cursor() as cursor:
            found = cursor.execute(
                "SELECT table_name, estimated_size FROM duckdb_tables() WHERE table_name ^@ 'responses'"
            )
            assert found.fetchall() == [("responses_2", 3)]
        assert undo(made.store, 2) == 3
    assert [dataset.name for dataset in catalogue.datasets(store)] == ["A", "B"]


def test_responses_that_are_given_up_on_their_way_into_a_trial_are_asked_for_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = make_dataset(store, {"Overall": question([1, 2, 5])}, "A")
    real = trials.stoppable

    def late(cursor: object, work: Callable[[], object], watch: Callable[[], None] | None) -> None:
        work()
        if watch is not None:
            watch()

    def given_up() -> None:
        raise InterruptedError

    with trial(store, tmp_path) as made:
        monkeypatch.setattr(trials, "stoppable", late)
        with pytest.raises(InterruptedError):
            made.fill(dataset.id, given_up)
        monkeypatch.setattr(trials, "stoppable", real)
        made.fill(dataset.id, lambda: None)
        with made.store.cursor() as cursor:
            assert cursor.execute(f"SELECT count(*) FROM responses_{dataset.id}").fetchall() == [(3,)]
