"""Reports: what they hold, and that every kind of file says it letter by letter, with nothing in it that runs."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from csat_core.engine import DuckEngine
from csat_core.exports import cells, pdf
from csat_core.exports.html import to_html
from csat_core.exports.points import Points
from csat_core.exports.pptx import to_pptx
from csat_core.exports.report import Chart, Origin, Part, Report, Section
from csat_core.exports.reports import report
from csat_core.exports.source import Grouped, Played, Wishes
from csat_core.exports.xlsx import to_xlsx
from csat_core.model.dataset import Dataset, Role
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.predicate import OneOf
from csat_core.model.report_page import ReportPage
from csat_core.model.scenario import Customers, Scenario
from csat_core.model.scope import EVERYTHING, OutOfScopeError, Scope
from csat_core.model.view import first_view
from csat_core.store import Store, open_store
from csat_core.store.catalogue import find_dataset
from csat_core.words.headings import Day, Text
from tests.conftest import days, make_dataset, numbers, question, segment, texts
from tests.exports.spreadsheet import shown as shown_in
from tests.pages.surveys import NORTH, SOUTH, regions

ORIGIN = Origin(data_hash="ab" * 32, made_at=datetime(2026, 3, 9, 8, 5, tzinfo=UTC))
RUNS = (
    '=HYPERLINK("http://e.invalid","x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\tcmd", "＝1+1", "＋1", "－1", "＠x",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](http://e.invalid/a)",
    "</script><b>", "{}", "javascript:alert(1)", "_x0041_", "\u202ereversed\u202c", "bell\x07",
)  # fmt: skip
"""Levels that a spreadsheet, a browser or a reader of Markdown would do something with."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store for all tests of this module."""
    opened = open_store(tmp_path_factory.mktemp("reports") / "csat.duckdb")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def hostile(shelf: Store) -> Report:
    """A report about a dataset whose names and levels all try something."""
    size = 30 * len(RUNS)
    given = {
        RUNS[0]: question([1 + at % 5 for at in range(size)]),
        "Day": days([f"2026-0{1 + at % 3}-15" for at in range(size)]),
        RUNS[9]: segment([RUNS[row // 30] for row in range(size)]),
        RUNS[11]: texts([RUNS[row % len(RUNS)] for row in range(size)]),
    }
    return made(shelf, make_dataset(shelf, given, RUNS[10]))


@pytest.fixture(scope="module")
def plain(shelf: Store) -> Report:
    """A report about North, 70 % of 60, and South, 45 % of 40."""
    return made(shelf, regions(shelf))


@pytest.fixture(scope="module")
def dated(shelf: Store) -> Report:
    """A report about answers of three months with drivers, a number beside them and a yearly spend."""
    size = 270
    score = [1 + (at * 7 + at // 9) % 5 for at in range(size)]
    given = {
        "Overall": question(score),
        "Day": days([f"2026-0{1 + at // 90}-{1 + at % 28:02}" for at in range(size)]),
        "Speed": question([1 + (each + (at % 3 == 0)) % 5 for at, each in enumerate(score)], role=Role.DRIVER),
        "=Price": question([1 + (at * 3 + at // 7) % 5 for at in range(size)], role=Role.DRIVER),
        "Region": segment([("North", "South", "West")[at % 3] for at in range(size)]),
        "Spend": numbers([100.0 + 50 * (at % 11) for at in range(size)], role=Role.REVENUE),
    }
    return made(shelf, make_dataset(shelf, given, "Dated"))


def made(store: Store, dataset: Dataset, scope: Scope = EVERYTHING, *pages: ReportPage) -> Report:
    """The report of a dataset as it is first seen."""
    engine = DuckEngine(store).within(scope)
    return report(engine, dataset, first_view(dataset), DEFAULT_POLICY, pages or tuple(ReportPage), ORIGIN)


def section_of(found: Report, page: ReportPage) -> Section:
    """The section of a page."""
    return next(each for each in found.sections if each.page is page)


def test_a_report_has_a_section_for_each_page_in_order(plain: Report) -> None:
    assert [section.page for section in plain.sections] == list(ReportPage)
    assert section_of(plain, ReportPage.OVERVIEW).answer == "CSAT is 60.0 % (100 answers)."
    assert section_of(plain, ReportPage.SEGMENTS).tables[0].frame["share"].tolist() == [18 / 40, 42 / 60]
    assert section_of(plain, ReportPage.ROI).numbers[0].value == "$17,200"


def test_the_facts_say_what_is_needed_to_check_a_number(plain: Report) -> None:
    facts = dict(plain.facts.rows)
    assert facts["Base"] == "100 answers"
    assert facts["Data"] == f"SHA-256 {'ab' * 32}, version 1"
    assert facts["Made"].startswith("9 Mar 2026, 08:05 UTC")
    assert plain.facts.line == (
        "Regions · 'Overall' · no dates in the file · Top 2 of 5 · 100 answers · data abababab · 9 Mar 2026, 08:05 UTC"
    )


def test_a_scope_that_locks_a_filter_is_obeyed_and_said(shelf: Store, plain: Report) -> None:
    dataset = plain_dataset(shelf)
    locked = Scope(locked=(OneOf(column="s01", values=("South",)),), rows=False)
    found = made(shelf, dataset, locked, ReportPage.OVERVIEW, ReportPage.SEGMENTS)
    assert found.sections[0].answer == "CSAT is 45.0 % (40 answers)."
    assert found.facts.filters == "Region: South"
    assert "North" not in to_html(found).decode().split("<script>")[0]


def plain_dataset(store: Store) -> Dataset:
    """The dataset of `plain`."""
    return find_dataset(store, "Regions")


def test_a_page_outside_the_scope_is_refused(shelf: Store, plain: Report) -> None:
    dataset = plain_dataset(shelf)
    with pytest.raises(OutOfScopeError):
        made(shelf, dataset, Scope(pages=frozenset({"overview"})), ReportPage.ROI)
    with pytest.raises(OutOfScopeError):
        made(shelf, dataset, Scope(datasets=frozenset({99})), ReportPage.OVERVIEW)


def test_too_few_answers_are_said_on_every_page_and_no_number_is_shown(shelf: Store) -> None:
    few = made(shelf, make_dataset(shelf, {"Overall": question([5, 5, 1])}, "Few"))
    assert section_of(few, ReportPage.OVERVIEW).numbers == ()
    assert dict(few.facts.rows)["Base"] == "– answers"
    for write in (to_html, to_xlsx, to_pptx):
        assert len(write(few)) > 1_000


class Read(HTMLParser):
    """The words of a page, the tags it has, and what runs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._kind: str | None = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self._kind = dict(attrs).get("type") or "run"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._kind = ""

    def handle_data(self, data: str) -> None:
        if self._kind == "run":
            self.scripts.append(data)
        elif self._kind:
            json.loads(data)
        else:
            self.words.append(data)


def test_the_html_shows_every_text_letter_by_letter_and_runs_nothing_of_it(hostile: Report) -> None:
    page = to_html(hostile).decode()
    read = Read()
    read.feed(page)
    for text in RUNS:
        assert " ".join(cells.inert(text).split()) in [" ".join(words.split()) for words in read.words]
    assert {tag for tag, _ in read.tags} & {"img", "iframe", "object", "link", "base", "form", "b"} == set()
    assert len(read.scripts) == 2
    assert not any("alert(1)" in script for script in read.scripts)
    assert all(not (name.startswith("on") or name == "src") for _, attrs in read.tags for name in attrs)
    assert [attrs["href"] for tag, attrs in read.tags if tag == "a"] == [f"#{page}" for page in ReportPage]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)


def test_the_html_says_that_nothing_may_be_fetched(plain: Report) -> None:
    read = Read()
    read.feed(to_html(plain).decode())
    policy = next(attrs["content"] for tag, attrs in read.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy


def test_every_figure_of_the_html_has_words_for_those_who_cannot_see_it(plain: Report) -> None:
    read = Read()
    read.feed(to_html(plain).decode())
    drawn = [attrs for _, attrs in read.tags if "data-figure" in attrs]
    pictures = [part.picture for section in plain.sections for part in section.parts if part.picture]
    assert [(attrs["aria-label"] or "").replace("\u00a0", " ") for attrs in drawn] == [each.alt for each in pictures]


def test_the_workbook_holds_typed_numbers_and_text_that_is_no_formula(hostile: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(hostile)))
    assert book.sheetnames == [*(page.words for page in ReportPage), "Based on", "Chart numbers"]
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in found} <= {"s", "n"}
    assert all(cell.hyperlink is None for cell in found)
    words = {cell.value for cell in found if cell.data_type == "s"}
    assert {cells.inert(text) for text in RUNS} <= words


def test_the_workbook_keeps_shares_as_numbers_with_a_format(plain: Report) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(plain)))["Segments"]
    rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value in ("North", "South")}
    assert [rows[name][1].value for name in ("North", "South")] == [42 / 60, 18 / 40]
    assert rows["North"][1].number_format == "0.0 %"
    assert rows["North"][4].value == 60
    assert len(sheet._charts) == 1


def test_every_number_of_the_workbook_is_a_number_that_reads_as_on_the_page(dated: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(dated)))
    for section in dated.sections:
        rows = list(book[section.page.words].iter_rows())
        at = 0
        for number in section.numbers:
            at = next(place for place in range(at, len(rows)) if rows[place][0].value == number.label)
            assert read_of(rows[at][1]) == number.value
            limits = [each.written for each in (number.low, number.high) if each.written != "–"]
            assert [read_of(cell) for cell in rows[at][2 : 2 + len(limits)]] == limits
            assert [read_of(row[1]) for row in rows[at + 1 : at + 1 + len(number.beside)]] == [
                amount.written for _, amount in number.beside
            ]
        for table in section.tables:
            heads = [str(heading) for heading in table.columns.values()]
            first = next(
                place for place in range(at, len(rows)) if [cell.value for cell in rows[place]][: len(heads)] == heads
            )
            at = first + 1
            for row, values in zip(rows[first + 1 :], cells.rows(table), strict=False):
                for cell, heading, value in zip(row, table.columns.values(), values, strict=False):
                    if value is not None and not isinstance(heading, Text | Day):
                        assert cell.data_type == "n"
                        assert read_of(cell) == cells.written(heading, value)


def test_the_quadrants_are_a_chart_of_labelled_points_in_the_workbook_and_on_a_slide(dated: Report) -> None:
    part = next(each for each in section_of(dated, ReportPage.DRIVERS).parts if isinstance(drawn_of(each), Points))
    chart = drawn_of(part)
    assert isinstance(chart, Points)
    assert sorted(point.label for point in chart.all) == ["=Price", "Speed"]
    with zipfile.ZipFile(io.BytesIO(to_xlsx(dated))) as parts:
        written = next(
            text
            for each in parts.namelist()
            if "/charts/" in each and "scatterChart" in (text := parts.read(each).decode())
        )
    assert "<a:t>Speed</a:t>" in written
    assert "=Price</a:t>" not in written  # a reader would take it for a formula: it is read from its cell
    assert "<c:v>=Price</c:v>" in written
    assert written.count("<c:errDir") == 2 * len(chart.groups)
    slides = [
        shape for slide in Presentation(io.BytesIO(to_pptx(dated))).slides for shape in slide.shapes if shape.has_chart
    ]
    (found,) = (each.chart for each in slides if each.chart.chart_type is XL_CHART_TYPE.XY_SCATTER)
    places = {
        plotted.points[at].data_label.text_frame.text: (x, y)
        for plotted in list(found.plots[0].series)[len(chart.lines) :]
        for at, (x, y) in enumerate(zip(across_of(plotted), plotted.values, strict=True))
    }
    assert places == {point.label: (point.across.value, point.up.value) for point in chart.all}
    book = openpyxl.load_workbook(io.BytesIO(found.part.chart_workbook.xlsx_part.blob))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows() if row[2].value]
    assert {label: (x, y) for x, y, label in rows} == {label: pytest.approx(at) for label, at in places.items()}
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}


def across_of(plotted: object) -> list[float]:
    """Where the points of a drawn series stand from left to right."""
    return [float(each.text) for each in plotted._element.xpath("c:xVal//c:v")]  # type: ignore[attr-defined]


def drawn_of(part: Part) -> Chart | Points | None:
    """The chart of a part of a page."""
    return part.picture.chart if part.picture else None


def read_of(cell: Cell) -> str:
    """What a spreadsheet shows of a cell that holds a number, or the dash of one that is not known."""
    return shown_in(cell.value, cell.number_format) if cell.data_type == "n" else str(cell.value)


def test_slides_have_the_sentence_a_chart_of_their_own_and_the_facts(plain: Report) -> None:
    deck = Presentation(io.BytesIO(to_pptx(plain)))
    slide = next(each for each in deck.slides if "Which groups" in shown(each)[0])
    assert shown(slide)[1] == section_of(plain, ReportPage.SEGMENTS).answer
    assert plain.facts.line in shown(slide)
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == ["South", "North"]
    assert list(chart.plots[0].series[0].values) == [18 / 40, 42 / 60]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [[cell.value for cell in row] for row in book.active.iter_rows()] == [
        [None, "CSAT"], ["South", 18 / 40], ["North", 42 / 60],
    ]  # fmt: skip
    assert chart._chartSpace.xpath("//c:errBars/c:minus//c:v")[0].text == repr(18 / 40 - low_of(plain))


def test_slides_leave_out_a_journey_without_stages_and_cut_nothing_of_the_one_pager(plain: Report) -> None:
    deck = Presentation(io.BytesIO(to_pptx(plain)))
    first = "\n".join(shown(deck.slides[0]))
    assert all(line in first for part in section_of(plain, ReportPage.ONEPAGER).parts for line in part.lines)
    assert not any("in the journey" in line for slide in deck.slides for line in shown(slide))


def test_a_period_that_is_not_complete_is_a_hollow_mark_on_slides(dated: Report) -> None:
    picture = section_of(dated, ReportPage.ONEPAGER).main
    assert picture is not None
    series = picture.chart.series[0]
    slide = next(iter(Presentation(io.BytesIO(to_pptx(dated))).slides))
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    assert len(chart._chartSpace.xpath("//c:dPt/c:marker")) == sum(series.hollow)
    assert len(series.hollow) == len(series.values)


def low_of(found: Report) -> float:
    """The lower limit of the lowest group."""
    return float(section_of(found, ReportPage.SEGMENTS).tables[0].frame["low"].iloc[0])


def shown(slide: object) -> list[str]:
    """The text of each box of a slide."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]  # type: ignore[attr-defined]


def test_slides_hold_every_text_as_it_is_and_their_workbooks_no_formula(hostile: Report) -> None:
    deck = Presentation(io.BytesIO(to_pptx(hostile)))
    labels: set[str] = set()
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                labels |= {str(label) for label in shape.chart.plots[0].categories}
                book = openpyxl.load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
                kept = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
                assert {cell.data_type for cell in kept} <= {"s", "n"}
                assert all(cell.hyperlink is None for cell in kept)
        assert not [rel for rel in slide.part.rels.values() if rel.is_external]
    assert {cells.one_line(text, 34) for text in RUNS} <= labels


def test_no_text_of_a_slide_is_longer_than_its_box(shelf: Store) -> None:
    name = "a very long name of a group " * 12
    given = {
        "Overall": question(NORTH + SOUTH),
        "Region": segment([f"{name}{at < 60}" for at in range(100)]),
    }
    found = made(shelf, make_dataset(shelf, given, "Long " * 40))
    deck = Presentation(io.BytesIO(to_pptx(found)))
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert room_for(shape) >= needed(shape)


def needed(shape: object) -> float:
    """The height of the text in a box in points, at 0.55 of the size for the average letter."""
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:  # type: ignore[attr-defined]
        size = max((run.font.size.pt for run in paragraph.runs), default=12)
        letters = shape.width.pt / (0.55 * size)  # type: ignore[attr-defined]
        height += 1.2 * size * max(1, -(-len(paragraph.text) // int(letters)))
    return height


def room_for(shape: object) -> float:
    """The height of a box in points, with a tenth of a line for rounding."""
    return shape.height.pt + 2.0  # type: ignore[attr-defined, no-any-return]


def test_without_a_browser_the_pdf_says_how_to_come_by_one(plain: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSAT_BROWSER", "/nowhere/chromium")
    with pytest.raises(pdf.NoPrinterError, match="print it from a browser"):
        pdf.to_pdf(plain)


def test_a_browser_that_prints_nothing_is_said(plain: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSAT_BROWSER", "/bin/true")
    with pytest.raises(pdf.NoPrinterError, match="Chromium printed nothing, so no PDF"):
        pdf.to_pdf(plain)


def test_a_browser_that_prints_gives_the_pdf(plain: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / "chromium"
    fake.write_text(
        '#!/bin/sh\nfor word in "$@"; do case $word in --print-to-pdf=*) printf PDF > "${word#*=}";; esac; done\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("CSAT_BROWSER", str(fake))
    assert pdf.to_pdf(plain) == b"PDF"


def test_what_was_chosen_on_a_page_goes_into_its_section(shelf: Store, plain: Report) -> None:
    dataset = plain_dataset(shelf)
    scenario = Scenario(before=Customers(dissatisfied=10, neutral=0, satisfied=90), after=None, spend=None)
    wishes = Wishes(
        played=Played(scenario=scenario, caveats=(), counted="A hundred of them."),
        grouped=Grouped(first=dataset.column("s01"), second=None, roll_up=True),
    )
    pages = (ReportPage.ROI, ReportPage.SEGMENTS)
    engine = DuckEngine(shelf).within()
    found = report(engine, dataset, first_view(dataset), DEFAULT_POLICY, pages, ORIGIN, wishes)
    assert found.sections[0].more == ("A hundred of them.",)
    assert found.sections[0].answer.startswith("9 of 100 answers stand for customers at risk of leaving within a year.")
    assert found.sections[1].tables[0].frame["group"].tolist() == ["South", "North"]


def test_a_guarded_reader_gets_the_groups_of_the_scope_and_no_others(shelf: Store, plain: Report) -> None:
    dataset = plain_dataset(shelf)
    scope = Scope(
        rows=False, shown_from=10, questions=frozenset({"q01"}), drivers=frozenset({"q02"}), groups=frozenset(), grain=None
    )  # fmt: skip
    found = made(shelf, dataset, scope, ReportPage.SEGMENTS, ReportPage.JOURNEY)
    assert found.sections[0].answer == "This dataset has no groups to compare: no column divides the customers."
    assert found.sections[1].tables == ()
