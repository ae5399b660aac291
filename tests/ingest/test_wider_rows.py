"""Rows with one cell more than the header: nothing is ever read under the name of its neighbour."""

import csv
import io

import pytest

from csat_core.ingest.formats.escapes import SAID
from csat_core.ingest.formats.merged import laid_out
from csat_core.ingest.formats.wider_rows import settled
from csat_core.ingest.refusals import WiderRowsError
from tests.ingest.brought import Brought

NAMES = ["Response ID", "Date", "Overall satisfaction", "Speed", "City"]


def rows(*cells):
    """Twelve rows of these cells, `{}` standing for a running number, `*` for an answer."""
    return [[cell.format(at).replace("*", str(at % 5 + 1)) for cell in cells] for at in range(1, 13)]


def read(names, body):
    head = [names, *body]
    return settled(head, laid_out(head, (), None), ",")


@pytest.mark.parametrize(
    ("names", "body"),
    [
        (NAMES[1:], rows("{}", "2026-01-{:02}", "*", "3", "Bonn")),
        (["mpg", "rating", "cyl"], rows("{}", "21.4", "*", "6")),
        (["satisfaction", "shop"], rows("Guest {}", "*", "North")),
        (["id", "date", "csat"], rows("{}", "R{}", "2026-01-{:02}", "*")),
    ],
)
def test_names_of_rows_stand_before_what_the_other_names_say(names, body):
    found = read(names, body)
    assert (found.layout.names, found.divided) == (("", *names), None)


@pytest.mark.parametrize(
    ("names", "body", "divided"),
    [
        (NAMES, rows("R{}", "2026-01-{:02}", "*", "3", "Bonn", " DE"), 5),
        (["City", "Date", "CSAT"], rows("Bonn", " DE", "2026-01-{:02}", "*"), 1),
        (["ID", "City", "CSAT"], rows("{}", "Bonn", " DE", "*"), 2),
    ],
)
def test_a_text_that_its_own_comma_divided_is_put_together(names, body, divided):
    found = read(names, body)
    assert (found.layout.names, found.divided) == (tuple(names), divided)
    assert names[divided - 1] in found.layout.evidence[-1]


@pytest.mark.parametrize(
    ("names", "body"),
    [
        (["id", "date", "csat", "speed"], rows("{}", "2026-01-{:02}", "*", "1", "x")),
        (["id", "csat", "speed"], rows("{}", "*", "3", "2")),
        (["Shop", "Answer"], rows("North", "*", "3")),
    ],
)
def test_where_nothing_says_which_name_is_whose_the_file_is_refused(names, body):
    with pytest.raises(
        WiderRowsError, match=f"Every row has {len(names) + 1} cells and the header only {len(names)} names"
    ):
        read(names, body)


def test_marks_behind_backslashes_are_marks_within_a_text(tmp_path):
    lines = [",".join(f'"{name}"' for name in [*NAMES, "Comment"])]
    lines += [
        rf'"R{at}","2026-01-{at:02}","{at % 5 + 1}","3","\\Bonn","He said \"ok\", then left"' for at in range(1, 13)
    ]
    found = Brought(tmp_path, "\n".join(lines))
    assert found.roles()["Overall satisfaction"] == "outcome"
    assert set(found.cells("Comment")) == {'He said "ok", then left'}
    assert found.columns[4].top == (("\\Bonn", 12),)
    assert SAID in found.detection["evidence"]


def test_folders_that_end_with_a_backslash_are_no_such_marks(tmp_path):
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(
        [["Folder", "Note", "CSAT"], *(["C:\\data\\", 'a "b" \\ "c"', str(at % 5 + 1)] for at in range(12))]
    )
    found = Brought(tmp_path, text.getvalue())
    assert [column.top[0][0] for column in found.columns[:2]] == ["C:\\data\\", 'a "b" \\ "c"']


def test_a_first_line_that_names_another_sign_than_divides_the_rows_is_not_believed(tmp_path):
    lines = ["sep=,", "Response ID;Date;CSAT", *(f"R{at};2026-01-{at:02};{at % 5 + 1}" for at in range(1, 13))]
    found = Brought(tmp_path, "\n".join(lines))
    assert (found.detection["delimiter"], found.detection["first_row"], len(found.accepted)) == (";", 2, 12)
    assert found.detection["evidence"][1].endswith("The first line says ',', which divides hardly a row.")
