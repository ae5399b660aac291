"""Several files dropped together, and given up in the middle: what was stored before stays, and is said."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, catalogue, imports
from pages.shared import several
from pages.shared.draft import Draft, Incoming

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
    with pytest.raises(StopException):
        several.imported(draft, others)
    assert [dataset.name for dataset in catalogue.datasets(store)] == ["a"]
    assert [record.accepted for record in imports.imports(store)] == [30]
    assert list(tmp_path.glob("csat-file-*")) == []
    assert seen[-1] == f"other-2: {READING}"
    brought = state[several.BROUGHT]
    assert (brought.is_stopped, brought.lines) == (True, ["a.csv: 30 answers as 'a'."])
    assert [said.partition(":")[0] for said in brought.refused] == ["empty.csv"]
