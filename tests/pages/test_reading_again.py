"""A file that was taken for something else is read again as a person says."""

import json
import tempfile
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from csat_core.ingest import reader
from csat_core.ingest.child import staging
from csat_core.ingest.reader import Reading
from csat_core.store import Store
from pages.shared.incoming import Incoming, begun

ROWS = "".join(f"{at},7,1,2,{('good', 'bad', 'offered')[at % 3]},2025-03-{at % 28 + 1:02}\n" for at in range(30))
FILE = f"id,assignee_id,requester_id,ticket_id,score,created_at\n{ROWS}"


def staged_here(_task: str, request: dict[str, Any], **_: Any) -> dict[str, Any]:
    answer = staging.stage({**request, "engine_mb": 300}, lambda _share, _text: None)
    plain: dict[str, Any] = json.loads(json.dumps(answer))
    return plain


def test_another_layout_is_taken_over_and_one_that_does_not_fit_is_said(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "ratings.csv"
    file.write_text(FILE)
    with mock.patch.object(reader, "run", staged_here):
        draft = begun(store, Incoming(id="f1", name="ratings.csv", placed=lambda _: file))
        assert draft.staged.detection.layout == "zendesk"
        assert [column.name for column in draft.proposed.columns][-2:] == ["Invited", "created_at"]
        draft.roles = {"#1": "ignore"}
        draft.wish = Reading(layout="generic")
        draft.read_as_wished(store)
        assert (draft.staged.detection.layout, draft.roles, draft.round, draft.unread) == ("generic", {}, 1, "")
        assert draft.staged.file == "ratings.csv"
        assert "Invited" not in [column.name for column in draft.proposed.columns]
        before = draft.staged
        draft.wish = Reading(layout="qualtrics")
        draft.read_as_wished(store)
    assert draft.unread.startswith("The file does not look like Qualtrics;")
    assert (draft.staged, draft.wish, draft.round) == (before, Reading(layout="generic"), 2)
    assert (before.folder / "stage.duckdb").exists()
    assert Path(tempfile.gettempdir()) in before.folder.parents


@pytest.mark.parametrize("wish", [{"layout": "excel"}, {"unfinished": "perhaps"}])
def test_what_does_not_exist_cannot_be_wished(wish: dict[str, str]) -> None:
    with pytest.raises((reader.UnknownLayoutError, reader.UnfinishedError)):
        Reading(**wish)


def test_a_run_that_ends_while_a_file_is_read_leaves_no_folder(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "ratings.csv").write_text(FILE)

    def ends(*_: Any, **__: Any) -> None:
        assert list(tmp_path.glob("csat-file-*"))
        raise StopException

    with mock.patch.object(reader, "run", ends), pytest.raises(StopException):
        begun(store, Incoming(id="f1", name="ratings.csv", placed=lambda _: tmp_path / "ratings.csv"))
    assert list(tmp_path.glob("csat-file-*")) == []
