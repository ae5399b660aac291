"""What the tests of the import share."""

import json
from typing import Any

import pytest

from csat_core.ingest import reader, sandbox
from csat_core.ingest.child import worker


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a child would do is done here: what limits it is tested elsewhere, and a child takes half a second."""

    def run(task: str, request: dict[str, Any], **_: Any) -> dict[str, Any]:
        answer = worker._work(task)({**request, "engine_mb": 500}, lambda _share, _text: None)
        plain: dict[str, Any] = json.loads(json.dumps(answer))
        return plain

    monkeypatch.setattr(reader, "run", run)
    monkeypatch.setattr(sandbox, "run", run)
