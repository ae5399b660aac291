"""report: what is written, what is refused, and the same beside an app that holds the store."""

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from csat_core.cli import run
from csat_core.service import CommandSocket
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset
from csat_core.store.fingerprint import fingerprint
from tests.cli.test_safekeeping_commands import ROOT, read
from tests.conftest import make_dataset, question
from tests.pages.surveys import regions


def test_a_report_says_where_it_is_and_what_stands_in_it(store: Store, tmp_path: Path) -> None:
    dataset = regions(store)
    argv = ["report", "Regions", "--page", "segments", "--page", "roi", "--format", "xlsx", "--out", "r.xlsx"]
    code, document = run(argv, store, folder=tmp_path)
    content = (tmp_path / "r.xlsx").read_bytes()
    made = document.pop("made")
    assert (code, document) == (0, {
        "file": str(tmp_path / "r.xlsx"), "format": "xlsx", "pages": ["segments", "roi"], "bytes": len(content),
        "dataset": "Regions", "dataset_id": dataset.id, "question": "Overall", "question_id": "q01", "scheme": "top2-of-5",
        "data_hash": fingerprint(store, dataset),
    })  # fmt: skip
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[:2] == ["Segments", "ROI"]
    assert read("report", document | {"made": made}) == (
        f"Written to {tmp_path}/r.xlsx: {len(content):,} bytes, pages segments, roi.\n"
        f"'Overall' of Regions, scheme top2-of-5, data {fingerprint(store, dataset)[:8]}, made {made}.\n"
    )


def test_without_a_page_all_of_them_are_written_under_the_filters_that_were_typed(store: Store, tmp_path: Path) -> None:
    regions(store)
    argv = ["report", "Regions", "--where", "Region=South", "--format", "html", "--out", str(tmp_path / "r.html")]
    code, document = run(argv, store)
    assert (code, document["pages"][0], len(document["pages"])) == (0, "onepager", 9)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "CSAT is 45.0\u00a0% (40 answers)." in page
    assert "Region: South" in page


def test_nothing_is_overwritten_unless_it_was_asked_for(store: Store, tmp_path: Path) -> None:
    regions(store)
    out = tmp_path / "r.html"
    out.write_text("mine")
    argv = ["report", "Regions", "--page", "roi", "--format", "html", "--out", str(out)]
    assert run(argv, store) == (
        2,
        {"error": f"There is already a file {out}; choose another name, or replace it with --force."},
    )
    assert out.read_text() == "mine"
    assert run([*argv, "--force"], store)[0] == 0
    assert out.read_text("utf-8").startswith("<!doctype html>")
    assert [path.name for path in tmp_path.glob(".*")] == []


@pytest.mark.parametrize(
    ("out", "why"),
    [
        ("csat.duckdb", "that is the store itself, or belongs to it"),
        (".", "it is a folder"),
        ("absent/r.html", "its folder is not there"),
    ],
)
def test_a_place_that_takes_no_report_is_said(store: Store, out: str, why: str) -> None:
    regions(store)
    argv = ["report", "Regions", "--format", "html", "--out", str(store.path.parent / out), "--force"]
    code, document = run(argv, store)
    assert code == 2
    assert why in document["error"]


def test_a_page_that_is_not_one_is_said(store: Store) -> None:
    regions(store)
    code, document = run(["report", "Regions", "--page", "data", "--format", "html", "--out", "x"], store)
    assert code == 2
    assert "'data' is not one of" in document["error"]


def test_the_fingerprint_follows_the_data_and_its_version(store: Store) -> None:
    first, second = regions(store), make_dataset(store, {"Overall": question([5, 4])}, "Other")
    assert fingerprint(store, first) == fingerprint(store, find_dataset(store, "Regions"))
    assert len({fingerprint(store, first), fingerprint(store, second)}) == 2


def test_beside_the_app_a_relative_file_lies_where_the_caller_stands(store: Store, tmp_path: Path) -> None:
    regions(store)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    commands = CommandSocket(store.path, lambda argv, **call: run(argv, store, **call))
    commands.start()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "csat_core", "--database", str(store.path), "--json", "report", "Regions",
             "--page", "overview", "--format", "pptx", "--out", "r.pptx"],
            cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        commands.stop()
    assert done.stderr == ""
    assert json.loads(done.stdout)["file"] == str(folder / "r.pptx")
    assert (folder / "r.pptx").read_bytes()[:2] == b"PK"
