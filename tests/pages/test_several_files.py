"""Several files dropped together, and given up in the middle: what was stored before stays, and is said."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.together import Outlook, State
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, catalogue, imports
from pages.shared import file_words, several
from pages.shared.draft import Draft, Incoming

pytestmark = pytest.mark.usefixtures("in_this_process")

READING = "Reading the rows"


def test_files_that_are_given_up_in_the_middle_leave_nothing_of_the_one_under_way(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    state: dict[str, Any] = {}
    seen: list[str] = []

    @contextmanager
    def under_way(_text: str, key: str, _on_stop: Callable[[], None]) -> Iterator[Callable[..., None]]:
        def told(_share: float | None, text: str) -> None:
            seen.append(f"{key}: {text}")
            if key == "other-2" and text == READING:
                assert list(tmp_path.glob("csat-file-*"))
                raise StopException

        yield told

    def placed(name: str, rows: int) -> Incoming:
        def place(folder: Path) -> Path:
            lines = [f"{name}{at},2026-01-{1 + at % 28:02},{1 + at % 5}" for at in range(rows)]
            path = folder / name
            path.write_text("\n".join([f"Response ID,Date,Satisfaction with {name}", *lines]))
            return path

        return Incoming(id=name, name=name, placed=place)

    monkeypatch.setattr(several, "under_way", under_way)
    monkeypatch.setattr(several, "st", SimpleNamespace(session_state=state))
    monkeypatch.setattr(several.visitors, "writable", lambda: store)
    draft = cast(Draft, SimpleNamespace(sensitive=Sensitive.DROP, mask=False))
    others = [placed("a.csv", 30), placed("empty.csv", 0), placed("c.csv", 40), placed("d.csv", 50)]
    first = cast(Imported, SimpleNamespace(import_id=None, dataset="first", staged=SimpleNamespace(called="first.csv")))
    found = tuple(Outlook(file=each.name, state=State.IN, dataset=each.id) for each in others)
    with pytest.raises(StopException):
        several.imported(draft, first, several.Drop(passed=[], others=others, found=found, id="one press"))
    assert [dataset.name for dataset in catalogue.datasets(store)] == ["a"]
    assert [(record.accepted, record.together) for record in imports.imports(store)] == [(30, "one press")]
    assert list(tmp_path.glob("csat-file-*")) == []
    assert seen[-1] == f"other-2: {READING}"
    brought = state[several.BROUGHT]
    assert (brought.is_stopped, brought.imported) == (True, 1)
    assert [line.partition(":")[0] for line in brought.lines] == [
        "first.csv",
        "a.csv",
        "empty.csv cannot be imported",
    ]


def test_what_became_of_a_file_that_nobody_looked_at_is_said_with_its_doubts(store: Store, tmp_path: Path) -> None:
    answers = [*(1 + at % 5 for at in range(58)), 9, 9]
    rows = [f"r{at},2026-01-{1 + at % 28:02},{answer}" for at, answer in enumerate(answers)]
    path = tmp_path / "other.csv"
    path.write_text("\n".join(["Response ID,Date,Overall satisfaction (1-5)", *rows]))
    said = file_words.in_short(import_file(store, path))
    assert said == (
        "other.csv: 58 answers, 1 Jan 2026 to 28 Jan 2026, as a new dataset 'other'; 2 rows set aside (with an answer off its scale)."
    )


def test_a_file_that_is_passed_over_is_said_without_what_only_a_file_by_itself_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr(several, "st", SimpleNamespace(session_state=state))
    files = [Incoming(id=name, name=f"{name}.csv", placed=lambda folder: folder) for name in ("a", "b", "c")]
    several.pass_over(files[0], NoUsableRatingError())
    assert [each.id for each in several.left(files)] == ["b", "c"]
    assert several.left(files[:1]) == files[:1]
    said = state[several.PASSED]["a"]
    assert said.startswith("a.csv cannot be imported: No column holds answers on a scale that is known")
    assert said.endswith(" Drop it by itself.")
    assert "Columns" not in said
