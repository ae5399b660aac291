"""A report as slides: the sentence as the title of each, a chart that stays editable, and what it is based on below."""

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from csat_core.exports import cells
from csat_core.exports.pptx_charts import Room, draw
from csat_core.exports.report import Part, Report, Section, Table
from csat_core.model.report_page import ReportPage
from csat_core.words.headings import Text

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ROOM = Inches(0.6), Inches(12.13)
INK, QUIET = RGBColor(0x2B, 0x27, 0x21), RGBColor(0x5F, 0x58, 0x4D)
FONT, SMALL = "Calibri", 11
GAP = Inches(0.15)
MOST_SENTENCE, MOST_FACTS, MOST_LABEL, MOST_CELL = 230, 300, 34, 46
MOST_LINE = 300
"""More than the longest sentence of a page with the longest names: none of them is cut."""
MOST_ROWS, MOST_COLUMNS, MOST_LINES = 10, 7, 6
MOST_PARTS = 3
"""Slides of a page: its answer, and two more findings that have a picture."""


def to_pptx(report: Report) -> bytes:
    """The file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = cells.one_line(report.title, 200)
    deck.core_properties.author = ""
    for section in report.sections:
        for at, part in enumerate(_shown(section)):
            _slide(deck, report, section, part, is_first=at == 0)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def _shown(section: Section) -> Sequence[Part | None]:
    """The parts that get a slide each: those with a picture; the first with a table or words where there is none."""
    if section.page is ReportPage.ONEPAGER:
        return [None]
    if section.page is ReportPage.JOURNEY and not section.parts:
        return ()  # nothing in the data names a stage or a waiting time
    drawn = [part for part in section.parts if part.picture is not None and part.picture.chart is not None]
    return drawn[:MOST_PARTS] or section.parts[:1] or [None]


def _slide(deck: Any, report: Report, section: Section, part: Part | None, *, is_first: bool) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    title = section.answer if is_first or part is None else part.title
    sentence = cells.one_line(title, MOST_SENTENCE)
    _words(slide, Inches(0.35), Inches(0.4), cells.one_line(section.question, 120), 14, QUIET)
    _words(slide, Inches(0.72), Inches(1.25), sentence, _size(sentence), INK, is_bold=True)
    top = Inches(2.0)
    if is_first and section.numbers:
        _numbers(slide, section, top)
        top = Inches(3.15)
    if section.page is ReportPage.ONEPAGER:
        _one_page(slide, section, top)
    elif part is not None:
        _content(slide, part, top, is_first=is_first)
    _words(slide, Inches(6.85), Inches(0.5), cells.one_line(report.facts.line, MOST_FACTS), 10, QUIET)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        cells.inert(line) for line in (section.answer, *section.more, *section.caveats, report.facts.line)
    )


def _size(sentence: str) -> int:
    """Letters so large that the sentence fits two lines, three where it is long."""
    return 28 if len(sentence) <= 95 else 22 if len(sentence) <= 125 else 18


def _words(slide: Any, top: int, height: int, text: str, size: int, ink: RGBColor, *, is_bold: bool = False,
           left: int = LEFT, width: int = ROOM) -> None:  # fmt: skip
    """Nothing; a box of plain words, wrapped within its width."""
    frame = slide.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Emu(height)).text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    _margins(frame)
    _said(frame.paragraphs[0], text, size, ink, is_bold=is_bold)


def _margins(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _said(paragraph: Any, text: str, size: int, ink: RGBColor, *, is_bold: bool = False) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold, run.font.name = Pt(size), is_bold, FONT
    run.font.color.rgb = ink


def _numbers(slide: Any, section: Section, top: int) -> None:
    """Nothing; the key numbers side by side, value above name and small print."""
    shown = section.numbers[:5]
    width = int(ROOM / len(shown))
    letters = int(Emu(width - GAP).pt / (0.6 * SMALL))
    for at, number in enumerate(shown):
        box: dict[str, Any] = {"left": LEFT + at * width, "width": width - GAP}
        _words(slide, top, Inches(0.3), cells.one_line(number.label, letters), SMALL, QUIET, **box)
        _words(slide, top + Inches(0.26), Inches(0.45), cells.one_line(number.value, 18), 22, INK, is_bold=True, **box)
        _words(slide, top + Inches(0.7), Inches(0.3), cells.one_line(number.small, 2 * letters), SMALL, QUIET, **box)


def _content(slide: Any, part: Part, top: int, *, is_first: bool) -> None:
    """Nothing; the chart under its finding, else the table, else the lines."""
    bottom = Inches(6.75)
    if part.picture is not None and part.picture.chart is not None:
        if is_first:
            _words(slide, top, Inches(0.3), cells.one_line(part.title, 120), 14, INK, is_bold=True)
            top += Inches(0.35)
        draw(slide, part.picture, Room(left=LEFT, top=top, width=ROOM, height=bottom - top))
    elif part.table is not None and len(part.table.frame):
        _table(slide, part.table, top)
    else:
        _lines(slide, part, top, bottom - top)


def _one_page(slide: Any, section: Section, top: int) -> None:
    """Nothing; the chart, and beside it everything that the page says, in two columns."""
    height, left, width = Inches(6.75) - top, LEFT, Inches(4.0)
    if section.main is not None and section.main.chart is not None:
        draw(slide, section.main, Room(left=left, top=top, width=width - Inches(0.2), height=height))
        left += width
    column = int((LEFT + ROOM - left) / 2)
    middle = (len(section.parts) + 1) // 2
    for at, parts in enumerate((section.parts[:middle], section.parts[middle:])):
        frame = slide.shapes.add_textbox(left + at * column, top, column - Inches(0.2), height).text_frame
        frame.word_wrap = True
        _margins(frame)
        for each, part in enumerate(parts):
            _said(frame.paragraphs[0] if each == 0 else frame.add_paragraph(), part.title, 12, INK, is_bold=True)
            for line in part.lines[:3]:
                _said(frame.add_paragraph(), cells.one_line(line, MOST_LINE), 10, INK)
            frame.paragraphs[-1].space_after = Pt(6)


def _lines(slide: Any, part: Part, top: int, height: int) -> None:
    frame = slide.shapes.add_textbox(LEFT, top, ROOM, height).text_frame
    frame.word_wrap = True
    _margins(frame)
    for at, line in enumerate((part.title, *part.lines[:MOST_LINES])):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _said(paragraph, cells.one_line(line, 220), 16 if at else 18, INK, is_bold=at == 0)
        paragraph.space_after = Pt(8)


def _table(slide: Any, table: Table, top: int) -> None:
    """Nothing; the first rows and columns of a table, which stands whole in the workbook."""
    columns = list(table.columns.items())[:MOST_COLUMNS]
    found = list(cells.rows(table))
    shape = slide.shapes.add_table(min(len(found), MOST_ROWS) + 1, len(columns), LEFT, top, ROOM, Inches(0.34))
    for at, (_, heading) in enumerate(columns):
        _cell(shape.table.cell(0, at), str(heading), is_number=not isinstance(heading, Text), is_head=True)
    for row, values in enumerate(found[:MOST_ROWS], 1):
        for at, ((_, heading), value) in enumerate(zip(columns, values, strict=False)):
            _cell(shape.table.cell(row, at), cells.written(heading, value), is_number=not isinstance(heading, Text))
    if len(found) > MOST_ROWS:
        below = top + Inches(0.38) * (MOST_ROWS + 1)
        _words(slide, below, Inches(0.3), f"{len(found) - MOST_ROWS:,} more rows stand in the workbook.", 11, QUIET)


def _cell(cell: Any, text: str, *, is_number: bool, is_head: bool = False) -> None:
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    ink = RGBColor(0xFF, 0xFF, 0xFF) if is_head else INK
    _said(paragraph, cells.one_line(text, MOST_CELL), 11, ink, is_bold=is_head)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
