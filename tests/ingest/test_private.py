"""Private folders: gone with the work, and at the latest when a server starts or ends."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from csat_core.ingest import private


def test_folders_of_processes_that_are_gone_are_swept_and_those_of_the_living_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    mine = private.folder()
    for name in (
        f"csat-file-{ended.pid}-abc",
        f"csat-file-{os.getppid()}-abc",
        "csat-file-notes",
        "csat-file-0-abc",
        "other",
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "upload").write_text("a,b")
    assert private.sweep() == 1
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {
        Path(mine.name).name,
        f"csat-file-{os.getppid()}-abc",
        "csat-file-notes",
        "csat-file-0-abc",
        "other",
    }
    assert private.sweep(own=True) == 1
    assert not Path(mine.name).exists()
    with private.private_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()
