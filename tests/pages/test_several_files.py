"""Several files dropped together, and given up in the middle: what was stored before stays, and is said."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from csat_core.ingest.load import Wish, import_file
from csat_core.ingest.proposal.mapping import proposed_for
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.ingest.reader import stage
from csat_core.ingest.scales.given_scales import parse_given
from csat_core.ingest.together import Outlook, State, rehearsal
from csat_core.store import Store, catalogue, imports
from pages.shared import brought as brought_page
from pages.shared import file_words, incoming, several
from pages.shared.brought import BROUGHT
from pages.shared.draft import Draft
from pages.shared.several import Dropped
from tests.ingest.made_files import workbook
from tests.pages.opened import open_page

pytestmark = pytest.mark.usefixtures("in_this_process")


def answers(path: Path, start: int, rows: int, asks: str = "us") -> Path:
    """A CSV of so many responses, whose ids begin there."""
    path.write_text(answers_text(start, rows, asks))
    return path


def answers_text(start: int, rows: int, asks: str = "us") -> str:
    lines = [f"r{at},2026-01-{1 + at % 28:02},{1 + at % 5}" for at in range(start, start + rows)]
    return "\n".join([f"Response ID,Date,Satisfaction with {asks}", *lines])


@pytest.fixture
def drop(store: Store, tmp_path: Path) -> tuple[Dropped, ...]:
    """Three files of one survey and one of another, looked at; the second is here already."""
    paths = [answers(tmp_path / f"{name}.csv", start, 30) for name, start in (("a", 0), ("b", 100), ("c", 20))]
    paths.append(answers(tmp_path / "d.csv", 0, 40, "them"))
    import_file(store, answers(tmp_path / "there.csv", 100, 30, "it"))
    paths[1].write_bytes((tmp_path / "there.csv").read_bytes())
    found = []
    with rehearsal(store) as files:
        for path in paths:
            (folder := tmp_path / path.stem).mkdir()
            found.append(files.outlook(path, stage(path, folder), Wish()))
    return tuple(Dropped(draft=cast(Draft, None), outlook=outlook) for outlook in found)


def watched(monkeypatch: pytest.MonkeyPatch, told: Callable[[str], None]) -> dict[str, Any]:
    """The state of a session in which `told` hears of each step that is under way."""
    state: dict[str, Any] = {}

    @contextmanager
    def under_way(_text: str, key: str, _on_stop: Callable[[], None], **_: str) -> Iterator[Callable[..., None]]:
        told(key)
        yield lambda _share, _text: None

    monkeypatch.setattr(several, "under_way", under_way)
    monkeypatch.setattr(several, "st", SimpleNamespace(session_state=state))
    return state


def test_files_come_in_as_they_were_looked_at(
    store: Store, drop: tuple[Dropped, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(monkeypatch, lambda _key: None)
    brought = several.imported(store, drop)
    assert (brought.imported, brought.is_stopped) == (3, False)
    assert [line.partition(":")[0] for line in brought.lines] == ["a.csv", "b.csv is here already", "c.csv", "d.csv"]
    assert brought.lines[2] == (
        "c.csv: 20 new answers for 'a', 3 to 22 Jan 2026; 10 are there already, no row set aside."
    )
    records = [record for record in imports.imports(store) if record.together]
    assert [(record.dataset, record.accepted) for record in records] == [("d", 40), ("a", 20), ("a", 30)]
    assert len({record.together for record in records}) == 1


def test_files_that_are_given_up_in_the_middle_leave_those_before_and_nothing_of_the_others(
    store: Store, drop: tuple[Dropped, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(key: str) -> None:
        if key == "store-2":
            raise StopException

    state = watched(monkeypatch, told)
    with pytest.raises(StopException):
        several.imported(store, drop)
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("a", 30), ("there", 30)]
    brought = state[BROUGHT]
    assert (brought.is_stopped, brought.imported) == (True, 1)
    assert [line.partition(":")[0] for line in brought.lines] == ["a.csv", "b.csv is here already"]


def test_a_file_that_cannot_be_stored_after_all_ends_what_was_looked_at_with_it(
    store: Store, drop: tuple[Dropped, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(key: str) -> None:
        if key == "store-2":
            import_file(store, answers(tmp_path / "meanwhile.csv", 30, 20))

    watched(monkeypatch, told)
    brought = several.imported(store, drop)
    assert (brought.is_stopped, brought.imported) == (True, 1)
    assert brought.lines[-1].startswith("c.csv is not in: ")
    assert "d" not in [dataset.name for dataset in catalogue.datasets(store)]


def test_of_many_files_those_that_stay_out_and_the_first_others_are_told_and_the_rest_folded_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    folds: list[tuple[str, Callable[[], None]]] = []
    folded = SimpleNamespace(quiet=told.append, folded=lambda label, _key, body: folds.append((label, body)))
    monkeypatch.setattr(brought_page, "render", folded)
    brought_page.one_by_one([str(at) for at in range(9)], range(9), "file", "lines")
    assert (told.pop().split(), folds) == ([*"012345678"], [])
    brought_page.one_by_one([str(at) for at in range(20)], {*range(20)} - {5, 17}, "sheet", "lines")
    ((label, rest),) = folds
    rest()
    assert (label, told[0].split(), len(told[1].split())) == (
        "The other 12 sheets", ["0", "1", "2", "3", "4", "5", "6", "17"], 12
    )  # fmt: skip


def test_what_became_of_a_file_that_nobody_looked_at_is_said_with_its_doubts(store: Store, tmp_path: Path) -> None:
    given = [*(1 + at % 5 for at in range(58)), 9, 9]
    rows = [f"r{at},2026-01-{1 + at % 28:02},{answer}" for at, answer in enumerate(given)]
    path = tmp_path / "other.csv"
    path.write_text("\n".join(["Response ID,Date,Overall satisfaction (1-5)", *rows]))
    said = file_words.in_short(import_file(store, path))
    assert said == (
        "other.csv: 58 answers, 1 to 28 Jan 2026, as a new dataset 'other'; 2 rows set aside (with an answer off its scale)."
    )


def test_a_file_in_which_no_column_gives_a_score_is_said_without_what_is_not_shown_yet() -> None:
    error = NoUsableRatingError()
    outlook = Outlook(file="a.csv", state=State.REFUSED, error=error, on_page=error.on_page or str(error))
    said = several._line(outlook, "Choose it below")
    assert said.startswith("a.csv cannot be imported: No column holds answers on a scale that is known")
    assert said.endswith(
        " Choose it below to say which column it is, or attach it to its dataset where it holds orders, agents or minutes."
    )
    assert "Columns" not in said


def test_whoever_gives_up_one_of_several_files_keeps_the_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[str] = []
    reads = incoming.stage

    def pressing(path: Path, folder: Path, *, name: str, progress: Callable[..., None], **rest: Any) -> Any:
        if name == "b.csv":
            pressed.append(name)
            progress(None, "Reading")
        return reads(path, folder, name=name, progress=progress, **rest)

    monkeypatch.setattr(incoming, "stage", pressing)
    monkeypatch.setattr("pages.shared.inside.take_back_stop", lambda: bool(pressed and pressed.pop()))
    page = open_page("data")
    files = [(f"{name}.csv", answers_text(at * 100, 30).encode(), "text/csv") for at, name in enumerate("abc")]
    page.app.file_uploader[0].set_value(files)
    page = page.run()
    at = page.texts.index("2 of 3 files can be imported.")
    assert page.texts[at + 2] == ("b.csv cannot be imported: Its reading was cancelled. Drop it again to have it read.")
    page = page.press("Import 2 files")
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("a", 60)]


def test_of_a_workbook_beside_other_files_the_sheet_is_chosen_too_and_what_stays_out_is_said(store: Store) -> None:
    def sheet(start: int) -> list[list[object]]:
        rows = [[f"R{at}", f"2026-01-{1 + at % 28:02}", 1 + at % 5] for at in range(start, start + 30)]
        return [["Response ID", "Date", "Satisfaction with us"], *rows]

    page = open_page("data")
    book = workbook({"Berlin": sheet(0), "Rome": sheet(100)})
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.app.file_uploader[0].set_value(
        [("hotels.xlsx", book, kind), ("shops.csv", answers_text(200, 30, "them").encode(), "text/csv")]
    )
    page = page.run()
    at = page.texts.index("Both files can be imported.")
    assert page.texts[at + 1].startswith("hotels.xlsx, sheet Berlin: 30 answers, ")
    assert page.texts[at + 1].endswith("30 rows of sheet 'Rome' stay out.")
    (beside,) = (each for each in page.app.toggle if each.label.startswith("With 'Rome'"))
    beside.set_value(True)
    page = page.run()
    at = page.texts.index("All 3 files can be imported.")
    assert page.texts[at + 2].startswith("hotels.xlsx, sheet Rome: 30 new answers for 'hotels', ")
    page.press("Import 3 files")
    assert sorted((each.name, each.responses) for each in catalogue.datasets(store)) == [("hotels", 60), ("shops", 30)]


def test_what_a_file_seems_to_hold_is_said_while_its_rows_are_checked(tmp_path: Path) -> None:
    staged = stage(answers(tmp_path / "a.csv", 0, 30), tmp_path)
    known = file_words.expected(proposed_for(staged), staged.rows)
    assert known == "30 rows, 5-point satisfaction from 'Satisfaction with us', no drivers."


@pytest.mark.parametrize(("typed", "said"), [("1-5", "1-5"), ("Bad|Fair|Good", "from 'Bad' to 'Good'")])
def test_a_scale_of_words_is_called_by_its_ends_in_a_sentence(typed: str, said: str) -> None:
    assert file_words.scale_named(parse_given(typed).scale) == said
