"""A report as one HTML file: it opens offline, asks nobody for anything, prints, and follows light and dark."""

import base64
import hashlib
from html import escape
from pathlib import Path

from csat_core.exports import cells
from csat_core.exports.report import Part, Picture, Report, Section, Table
from csat_core.figures.html import as_json, library
from csat_core.model.report_page import ReportPage
from csat_core.words.headings import Heading, Text
from csat_core.words.overview import Number

ASSETS = Path(__file__).resolve().parent / "assets"
MOST_ROWS_OPEN = 12
"""Rows of a table that are shown at once; the rest unfolds, and is printed."""
MOST_ROWS = 2_000
NOTES = ("Note", "Source", "To know")
"""Headings of columns that hold sentences."""
THEMES = ("light", "dark")


def to_html(report: Report) -> bytes:
    """The file."""
    style, draw = (ASSETS / "report.css").read_text("utf-8"), (ASSETS / "report.js").read_text("utf-8")
    pictures = _Pictures()
    sections = "".join(_section(section, pictures) for section in report.sections)
    scripts = [library(), draw] if pictures.drawn else []
    policy = (
        f"default-src 'none'; script-src {' '.join(map(_hashed, scripts)) or chr(39) + 'none' + chr(39)}; "
        "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    title = _text(report.title)
    page = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f'<meta name="referrer" content="no-referrer">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n'
        f"<header><p class=name>{title}</p><p class=facts>{_text(report.facts.line)}</p></header>\n"
        f"{_contents(report)}<main>{sections}</main>\n{_based(report)}\n"
        f"{pictures.data}{''.join(f'<script>{script}</script>' for script in scripts)}\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _hashed(script: str) -> str:
    """The source of a policy that lets this script run and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode()}'"


def _text(text: str) -> str:
    """Text from a file, letter by letter, kept apart from the direction of what stands around it."""
    return escape(cells.inert(text).replace(" %", "\u00a0%"))


class _Pictures:
    """The figures of a file, numbered, with their data for both themes."""

    def __init__(self) -> None:
        self.drawn, self._data = 0, list[str]()

    def add(self, picture: Picture) -> str:
        """Where the figure stands on the page."""
        self.drawn += 1
        name = f"figure-{self.drawn}"
        for theme in THEMES:
            data = cells.inert(as_json(picture.figure, theme))
            self._data.append(f'<script type="application/json" id="{name}-{theme}">{data}</script>\n')
        height = int(picture.figure.layout.height or 320)
        note = f"<figcaption>{_text(picture.note)}</figcaption>" if picture.note else ""
        return (
            f'<figure><div class="drawn" role="img" aria-label="{_text(picture.alt)}" data-figure="{name}" '
            f'style="height:{height}px"></div>{note}</figure>\n'
        )

    @property
    def data(self) -> str:
        """What is drawn, never run."""
        return "".join(self._data)


def _contents(report: Report) -> str:
    if len(report.sections) < 2:
        return ""
    links = "".join(f'<li><a href="#{each.page}">{_text(each.page.words)}</a></li>' for each in report.sections)
    return f'<nav aria-label="Contents"><ul>{links}</ul></nav>\n'


def _section(section: Section, pictures: _Pictures) -> str:
    more = "".join(f"<p class=more>{_text(line)}</p>\n" for line in section.more)
    numbers = "".join(map(_number, section.numbers))
    caveats = " ".join(_text(caveat) for caveat in section.caveats)
    open_rows = 0 if section.page is ReportPage.ONEPAGER else MOST_ROWS_OPEN
    drawn = [_part(part, pictures, open_rows) for part in section.parts]
    if section.page is ReportPage.ONEPAGER:  # as the page has it: what to do and why, whether it moves, the rest
        drawn = [f"<div class=column>{''.join(each)}</div>" for each in (drawn[:2], drawn[2:3], drawn[3:]) if each]
    parts = "".join(drawn)
    return (
        f'<section id="{section.page}" aria-labelledby="{section.page}-question">\n'
        f'<h1 id="{section.page}-question">{_text(section.question)}</h1>\n'
        f"<p class=answer><bdi>{_text(section.answer)}</bdi></p>\n{more}"
        f"{f'<dl class=numbers>{numbers}</dl>' if numbers else ''}\n"
        f"{f'<p class=caveats>{caveats}</p>' if caveats else ''}\n"
        f"<div class=parts>{parts}</div></section>\n"
    )


def _number(number: Number) -> str:
    small = f"<dd class=small>{_text(number.small)}</dd>" if number.small else ""
    return f"<div><dt>{_text(number.label)}</dt><dd class=value>{_text(number.value)}</dd>{small}</div>"


def _part(part: Part, pictures: _Pictures, open_rows: int) -> str:
    lines = "".join(f"<li><bdi>{_text(line)}</bdi></li>" for line in part.lines)
    return (
        f"<section class=part><h2><bdi>{_text(part.title)}</bdi></h2>\n"
        f"{pictures.add(part.picture) if part.picture else ''}"
        f"{f'<ul>{lines}</ul>' if lines else ''}\n{_table(part.table, open_rows) if part.table else ''}</section>\n"
    )


def _table(table: Table, open_rows: int) -> str:
    """The table; one of more than `open_rows` rows is folded."""
    found = list(cells.rows(table))
    shown = [_row(table, row) for row in found[:MOST_ROWS]]
    if not shown:
        return ""
    name = _text(table.name)
    head = "".join(map(_head, table.columns.values()))
    whole = (
        f'<div class=scroll role="region" aria-label="{name}" tabindex=0><table><caption>{name}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(shown)}</tbody></table></div>\n"
    )
    if len(shown) <= open_rows:
        return whole
    left = len(found) - len(shown)
    rest = f"<p class=more>{left:,} more rows stand in the workbook.</p>" if left else ""
    return f"<details><summary>{name}: the {len(shown):,} rows behind it</summary>{whole}{rest}</details>\n"


def _head(heading: Heading) -> str:
    """The head of a column; one without words heads nothing."""
    return f'<th scope="col"{_side(heading)}>{_text(heading)}</th>' if heading else "<td></td>"


def _row(table: Table, row: tuple[object, ...]) -> str:
    columns = table.columns.values()
    found = (
        f"<td{_side(heading)}><bdi>{_text(cells.written(heading, cell))}</bdi></td>"
        for heading, cell in zip(columns, row, strict=True)
    )
    return f"<tr>{''.join(found)}</tr>"


def _side(heading: Heading) -> str:
    """How wide a column is at least, and which way its cells are set."""
    if not isinstance(heading, Text):
        return " class=number"
    return " class=note" if heading in NOTES else " class=words"


def _based(report: Report) -> str:
    """What the numbers are based on; below a one-pager that stands alone it is folded, for that is one screen."""
    rows = "".join(f"<div><dt>{_text(name)}</dt><dd>{_text(value)}</dd></div>" for name, value in report.facts.rows)
    facts, title = f'<dl class="based">{rows}</dl>', "What this is based on"
    if [section.page for section in report.sections] == [ReportPage.ONEPAGER]:
        return f"<footer><details><summary>{title}</summary>{facts}</details></footer>"
    return f"<footer><h2>{title}</h2>{facts}</footer>"
