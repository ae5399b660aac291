"""The command line beside the running app: one database, one process that holds it, the same numbers in both."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from csat_core.service import owner_pid
from tests.browser.conftest import ROOT, Server, StartServer
from tests.browser.idle import settle

PATIENCE = 60_000


@pytest.fixture(scope="module")
def empty(start_server: StartServer) -> Iterator[Server]:
    """A server without any data, for this module alone."""
    server = start_server()
    yield server
    server.stop()


def run(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, given the database that the server holds."""
    command = [sys.executable, "-m", "csat_core", "--database", str(server.database), *words, "--json"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def answer(server: Server, *words: str) -> dict[str, Any]:
    """The document of a command that succeeds."""
    done = run(server, *words)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def survey(file: Path) -> Path:
    """A CSV of 50 answers: 40 of them satisfied, all 30 of the North and 10 of the 20 of the South."""
    answers = [5] * 15 + [4] * 15 + [5] * 5 + [4] * 5 + [3] * 4 + [2] * 3 + [1] * 3
    lines = ["Response ID,Survey date,Overall satisfaction,Region"]
    for at, answer in enumerate(answers):
        lines.append(f"R{at:03d},2026-03-{1 + at % 28:02d},{answer},{'North' if at < 30 else 'South'}")
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_what_the_command_line_imports_is_on_the_page_after_a_reload(empty: Server, page: Page, tmp_path: Path) -> None:
    page.goto(empty.url)
    expect(page.get_by_text("There is no data yet.")).to_be_visible(timeout=PATIENCE)
    assert owner_pid(empty.database) == empty.process.pid

    imported = answer(empty, "import", str(survey(tmp_path / "Counter.csv")))
    assert (imported["dataset"], imported["accepted"], imported["rejected"]) == ("Counter", 50, 0)

    page.reload()
    settle(page)
    expect(page.locator(".st-key-said-headline")).to_contain_text("CSAT is 80.0 % (50 answers)", timeout=PATIENCE)
    page.goto(f"{empty.url}/?dataset={imported['dataset_id']}&s01=South")
    expect(page.locator(".st-key-said-headline")).to_contain_text("CSAT is 50.0 % (20 answers)", timeout=PATIENCE)

    scored = answer(empty, "score", "Counter", "--by", "Region")
    assert {row["Region"]: (row["base"], row["satisfied"], row["share"]) for row in scored["rows"]} == {
        "North": (30, 30, 1.0),
        "South": (20, 10, 0.5),
    }

    refused = run(empty, "import", str(tmp_path / "Counter.csv"), "--dataset", "Again")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("'Counter.csv' is already in the store: imported as 'Counter'")

    undone = {
        "import_id": imported["import_id"],
        "import_ids": [imported["import_id"]],
        "removed": 50,
        "restored": 0,
        "columns_removed": 0,
        "also_in": [],
        "dry_run": False,
    }
    assert answer(empty, "undo", str(imported["import_id"])) == undone
    page.reload()
    expect(page.get_by_text("There is no data yet.")).to_be_visible(timeout=PATIENCE)
