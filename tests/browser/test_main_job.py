"""The job most people come for: bring a file, read the score, narrow it, play a scenario, take a table away."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from csat_core.cli import run
from csat_core.ingest.load import import_file
from csat_core.store import open_store
from tests.browser.conftest import Server, StartServer, Watch
from tests.browser.idle import choose, settle, unfold
from tests.pages.surveys import hostile

PATIENCE = 60_000
"""Milliseconds; nobody waits that long where the machine is idle."""

NORTH = [5] * 18 + [4] * 9 + [3] * 3 + [2] * 3 + [1] * 3
"""27 of 36 satisfied: 75 %."""
SOUTH = [5] * 6 + [4] * 3 + [3] * 6 + [2] * 6 + [1] * 3
"""9 of 24 satisfied: 37.5 %."""


def survey() -> bytes:
    """A CSV of 60 good rows at $200 a year, one row whose answer is off the scale, and a comment like a formula."""
    rows = [("North", answer) for answer in NORTH] + [("South", answer) for answer in SOUTH] + [("South", 9)]
    lines = ["Response ID,Survey date,Overall satisfaction,Region,Yearly spend,Comment"]
    for at, (region, answer) in enumerate(rows):
        comment = "=1+1" if at == 36 else f"What I wanted to say about visit {at} is this"
        lines.append(f"R{at:03d},2026-0{1 + at % 2}-{1 + at % 28:02d},{answer},{region},200,{comment}")
    return "\n".join(lines).encode()


@pytest.fixture
def empty(start_server: StartServer) -> Iterator[Server]:
    """A server without any data."""
    server = start_server()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def filled(start_server: StartServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that holds the survey already."""
    folder = tmp_path_factory.mktemp("filled")
    file = folder / "Shop visits.csv"
    file.write_bytes(survey())
    store = open_store(folder / "csat.duckdb")
    import_file(store, file)
    store.close()
    server = start_server(CSAT_DATABASE=str(store.path))
    yield server
    server.stop()


def said(page: Page, key: str = "headline") -> Locator:
    """The sentence that answers the page."""
    return page.locator(f".st-key-said-{key} [data-testid=stText]").first


def turn_to(page: Page, name: str, question: str) -> None:
    """Nothing; the page of the sidebar whose title is `question` is open and at rest."""
    page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
    expect(page.locator("h1")).to_have_text(question, timeout=PATIENCE)
    settle(page)


def downloaded(page: Page, button: Locator, name: str) -> list[dict[str, str]]:
    """The rows of the CSV that the button gives, whose file is called `name`."""
    with page.expect_download(timeout=PATIENCE) as waiting:
        button.click()
    assert waiting.value.suggested_filename == name
    text = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_person_brings_a_file_and_takes_the_answer_away(empty: Server, page: Page, watch: Watch) -> None:
    page.goto(empty.url)
    expect(page.get_by_text("There is no data yet.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Bring a file").click()

    expect(page.locator("h1")).to_have_text("What data is here, and is it sound?", timeout=PATIENCE)
    drop_zone = page.get_by_test_id("stFileUploaderDropzoneInput")
    drop_zone.set_input_files({"name": "Shop visits.csv", "mimeType": "text/csv", "buffer": survey()})
    expect(said(page, "proposal")).to_have_text(
        "60 answers, 5-point satisfaction from 'Overall satisfaction', no drivers, 1 segment, "
        "1 Jan to 28 Feb 2026; 1 row set aside (with an answer off its scale).",
        timeout=PATIENCE,
    )
    settle(page)
    unfold(page, "Columns: what each is used for")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Import", exact=True).click()

    expect(page.locator("h1")).to_have_text("How satisfied are our customers?", timeout=PATIENCE)
    expect(said(page)).to_contain_text("CSAT is 60.0 % (60 answers)", timeout=PATIENCE)
    settle(page)
    # 15 x 0.92 + 9 x 0.80 = 21 customers, x $200
    expect(page.get_by_test_id("stMetric").filter(has_text="Revenue at risk")).to_contain_text("$4,200")

    unfold(page, "Filters")
    choose(page, "Region", "South")
    expect(said(page)).to_contain_text("CSAT is 37.5 % (24 answers)", timeout=PATIENCE)
    expect(page).to_have_url(f"{empty.url}/?dataset=1&s01=South")

    turn_to(page, "ROI", "What does dissatisfaction cost, and what is a better score worth?")
    # 9 x 0.92 + 6 x 0.80 = 13.08, x $200; one in ten of 9 becomes satisfied: 0.92 x $200
    expect(said(page)).to_have_text(
        "13 of 24 answers stand for customers at risk of leaving, worth $2,616 a year. Raising CSAT from 37.5 % to 41.7 % saves $184.",
        timeout=PATIENCE,
    )
    slider = page.get_by_role("slider", name="Dissatisfied who become satisfied")
    slider.focus()
    slider.press("ArrowRight")
    expect(said(page)).to_contain_text("Raising CSAT from 37.5 % to 45.8 % saves $368.", timeout=PATIENCE)
    settle(page)

    unfold(page, "The numbers, and how they are computed")
    before, after = downloaded(page, page.get_by_role("button", name="Download table (CSV)"), "revenue-at-risk.csv")
    assert (before["state"], after["state"]) == ("Before", "After")
    assert [
        float(before[name]) for name in ("dissatisfied", "neutral", "satisfied", "csat", "at_risk")
    ] == pytest.approx([9, 6, 9, 0.375, 2_616])
    assert float(after["at_risk"]) == pytest.approx(2_616 - 368)
    assert watch.violations == []
    assert watch.errors == []


@pytest.fixture
def full(filled: Server, page: Page) -> Page:
    """The overview of the survey, at rest."""
    page.goto(f"{filled.url}/overview")
    expect(said(page)).to_contain_text("CSAT is 60.0 % (60 answers)", timeout=PATIENCE)
    settle(page)
    return page


def test_a_click_on_a_bar_shows_the_answers_behind_it(full: Page) -> None:
    bars = full.get_by_test_id("stPlotlyChart").last.locator(".barlayer .point")
    bars.nth(0).click(force=True)
    expect(full.locator(".st-key-strong-responses-overview")).to_have_text("Answers: answer 1", timeout=PATIENCE)
    settle(full)
    rows = downloaded(full, full.locator(".st-key-download-rows-overview button"), "responses.csv")
    assert [row["Overall satisfaction"] for row in rows] == ["1"] * 6


def test_a_comment_like_a_formula_is_taken_away_as_text(full: Page) -> None:
    unfold(full, "The responses behind it")
    button = full.locator(".st-key-download-rows-overview button")
    expect(button).to_be_visible(timeout=PATIENCE)
    comments = [row["Comment"] for row in downloaded(full, button, "responses.csv")]
    assert comments[36] == "'=1+1"
    assert comments[37] == "What I wanted to say about visit 37 is this"


def test_the_row_set_aside_can_be_taken_away_with_its_reason(full: Page) -> None:
    turn_to(full, "Data", "What data is here, and is it sound?")
    expect(said(full)).to_contain_text("1 dataset holds 60 answers", timeout=PATIENCE)
    (row,) = downloaded(full, full.get_by_role("button", name="Rows set aside (CSV)"), "rows-set-aside.csv")
    # the header is row 1 of the file
    assert (row["row"], row["column"], row["value"]) == ("62", "Overall satisfaction", "9")
    assert "R060" in row["raw"]


def test_own_bounds_keep_the_name_that_was_typed_last(full: Page) -> None:
    unfold(full, "Periods and scheme")
    full.get_by_role("button", name="Own bounds").click()
    full.get_by_label("Keep it under a name (optional)").fill("House rule")
    full.get_by_role("button", name="Use these bounds").click()
    expect(full).to_have_url(re.compile("scheme=own-5-4-2"), timeout=PATIENCE)
    settle(full)
    expect(full.get_by_role("combobox", name="Scoring scheme")).to_have_value(
        "House rule (own-5-4-2)", timeout=PATIENCE
    )


def test_a_report_opens_without_a_network_and_runs_nothing_of_its_data(
    page: Page, watch: Watch, tmp_path: Path
) -> None:
    store = open_store(tmp_path / "csat.duckdb")
    dataset = hostile(store)
    order = ["--page", "overview", "--page", "segments", "--page", "journey", "--format", "html", "--out", "r.html"]
    code, document = run(["report", str(dataset.id), *order], store, folder=tmp_path)
    store.close()
    assert code == 0, document
    asked: list[str] = []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto((tmp_path / "r.html").as_uri())
    expect(page.locator("[data-figure] svg.main-svg").first).to_be_visible()
    assert asked == [(tmp_path / "r.html").as_uri()]
    assert (watch.errors, watch.violations) == ([], [])
    assert page.locator("h1").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    # a script, an image or a link of the data would be an element; the only links are our own
    assert page.locator("img, iframe, a:not([href^='#'])").count() == 0
    page.get_by_text("the 13 rows behind it").first.click()
    assert page.get_by_role("cell", name="<img src=x onerror=alert(1)>").first.is_visible()
