"""Marks of HTML in names: taken out where they are marks, left where people write signs."""

from pathlib import Path

import pytest

from csat_core.ingest.texts.markup import as_shown
from tests.ingest.brought import Brought


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<strong>How was it?</strong> (1-5)", "How was it? (1-5)"),
        ("<p>How&nbsp;satisfied?</p><br/>", "How satisfied?"),
        ("R&amp;D", "R&D"),
        ("Satisfied with <product>?", "Satisfied with <product>?"),
        ("Êtes-vous satisfait ?", "Êtes-vous satisfait ?"),
        ("Wait < 5 min > 2", "Wait < 5 min > 2"),
    ],
)
def test_a_name_stands_as_a_browser_shows_it(text: str, shown: str) -> None:
    assert as_shown(text) == shown


def test_names_of_any_file_are_read_without_the_marks(tmp_path: Path) -> None:
    rows = "".join(f"{at % 5 + 1},{('North', 'South')[at % 2]}\n" for at in range(100))
    brought = Brought(tmp_path, f"<strong>Overall satisfaction</strong>,<b>Region</b>\n{rows}")
    assert [(column.name, column.role) for column in brought.mapping.columns] == [
        ("Overall satisfaction", "outcome"), ("Region", "segment"),
    ]  # fmt: skip
