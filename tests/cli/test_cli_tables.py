"""Tables: documents as people read them."""

import io
from pathlib import Path

import pytest

from csat_core.cli import run
from csat_core.cli.tables import write
from csat_core.model.dataset import Role
from csat_core.store import Store
from csat_core.store.catalogue import Details
from tests.conftest import make_dataset, numbers, question, segment


def shown(store: Store, *argv: str) -> list[str]:
    code, document = run(argv, store)
    assert code == 0, document
    stream = io.StringIO()
    write(argv[0], document, stream)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def cells(line: str) -> list[str]:
    """The cells of a line: at least two spaces stand between them."""
    return [cell.strip() for cell in line.split("  ") if cell.strip()]


def test_money_is_written_as_people_write_it(store: Store) -> None:
    lines = shown(store, "roi", "--counts", "2000,2000,6000", "--after", "1000,2000,7000", "--spend", "500")
    table = {row[0]: row[1:] for row in map(cells, lines) if len(row) == 3}
    assert table["CSAT"] == ["60.0 %", "70.0 %"]
    assert table["customers lost in a year"] == ["3,440", "2,520"]
    assert table["revenue at risk in a year"] == ["$1,720,000", "$1,260,000"]
    assert "Saved: 920 customers, $460,000 a year." in lines
    assert "A point won from the neutral is worth $40,000 a year." in lines
    assert "Leaving rates: dissatisfied 92.0 %, neutral 80.0 %, satisfied 0.0 % (guide default)." in lines


def test_scores_show_percent_counts_and_notes(store: Store) -> None:
    given = {
        "Overall": question([5] * 724 + [1] * 276 + [4] * 5),
        "Region": segment(["North"] * 1000 + [None] * 5),
        "W": numbers([1.0] * 1005, Role.WEIGHT),
    }
    make_dataset(store, given)
    lines = shown(store, "score", "Survey", "--where", "Region=North")
    assert lines[0] == "Survey: Overall, by the scheme top2-of-5"
    assert cells(lines[3]) == [
        "72.4 %", "69.5 to 75.1 %", "1,000", "27.6 %", "3.90", "72.4 %", "+44.8 points", "unweighted",
    ]  # fmt: skip
    assert lines[-1] == "Unweighted: the file has a weight column that is not applied."


def test_hidden_rows_say_so_and_blank_levels_too(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 35), "Region": segment(["North"] * 30 + [None] * 5)})
    lines = shown(store, "score", "Survey", "--by", "Region")
    assert cells(lines[3]) == ["North", "hidden (few answers)"]
    assert cells(lines[4]) == ["(blank)", "hidden (few answers)"]


def test_coverage_is_a_sentence(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 100 + [1] * 150)}, details=Details(name="Shop", customers=1000))
    assert shown(store, "score", "Shop")[-1].startswith("250 of 1,000 (all customers) answered: 25.0 %. ")


def test_text_of_files_is_printed_as_it_is(store: Store) -> None:
    names = ["[bold red]North[/]", ":smile: \x1b[31mSouth", "a\nb"]
    make_dataset(store, {"[link=x]": question([5] * 90), "R": segment(names * 30)}, "[green]Survey[/]")
    lines = shown(store, "score", "1", "--by", "R")
    assert lines[0] == "[green]Survey[/]: [link=x], by the scheme top2-of-5"
    assert [cells(line)[0] for line in lines[3:6]] == [":smile: [31mSouth", "[bold red]North[/]", "a b"]


def test_a_pipe_gets_every_line_whole_and_columns_sets_a_width(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "a very long name " * 20
    make_dataset(store, {"Overall": question([5] * 20), "R": segment([long] * 20)})
    assert long.strip() in "\n".join(shown(store, "score", "Survey", "--by", "R"))
    monkeypatch.setenv("COLUMNS", "100")
    assert max(map(len, shown(store, "score", "Survey", "--by", "R")[1:5])) <= 100


def test_datasets_rejects_and_undo_are_readable(store: Store) -> None:
    assert shown(store, "datasets") == ["There are no datasets yet; bring responses in with the command import."]
    aside = [{"row": 12, "column": "Overall", "value": "7", "code": "off_scale", "reason": "Not on 1-5.", "raw": "7"}]
    make_dataset(store, {"Overall": question([5] * 1200)}, rejected=aside)
    make_dataset(store, {"Overall": question([5])}, "Empty")
    assert cells(shown(store, "datasets")[-1]) == ["Survey", "1", "1", "1,200", "1"]
    aside_now = ["12", "Overall", "7", "off_scale", "Not on 1-5.", "out"]
    assert cells(shown(store, "rejects", "Survey")[-1])[:-1] == aside_now
    assert shown(store, "rejects", "Empty") == ["No row was set aside."]
    assert shown(store, "undo", "1") == ["Import 1 is undone; 1,200 responses were removed."]


def test_no_answers_at_all_is_a_sentence(store: Store) -> None:
    make_dataset(store, {"Overall": question([None]), "R": segment([None])})
    (blank,) = [line for line in shown(store, "score", "Survey", "--by", "R") if "(blank)" in line]
    assert cells(blank) == ["(blank)", "hidden (few answers)"]


def test_an_import_is_readable_at_a_hundred_columns(store: Store, tmp_path: Path) -> None:
    name = "How satisfied were you with the convenience of departure and arrival times"
    rows = [f"{at},{at % 6},{('satisfied', 'neutral or dissatisfied')[at % 2]}" for at in range(120)]
    file = tmp_path / "survey.csv"
    file.write_text("\n".join([f"ID,{name},Satisfaction", *rows]))
    lines = shown(store, "import", str(file))
    assert max(map(len, lines)) <= 100
    start = next(at for at, line in enumerate(lines) if line.startswith("- assumed scale ("))
    told = " ".join(line.strip() for line in lines[start : start + 4])
    assert f"'{name}': The answers are whole numbers from 1-5; 20 answers of 0 taken as 'not applicable'" in told
    (row,) = (cells(line) for line in lines if line.startswith("q01"))
    assert row == ["q01", "How satisfied were you with t…", "driver", "1-5", "100", "0", "20"]


def test_rows_to_mend_are_told_with_the_way_back(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "mend.csv"
    aside = [{"row": 3, "column": "Overall", "value": "7", "code": "off_scale", "reason": "", "raw": '{"Overall":"7"}'}]
    problems = [{"code": "off_scale", "column": "Overall", "count": 1, "example_row": 3, "message": ""}]
    make_dataset(store, {"Overall": question([5])}, rejected=aside, problems=problems)
    assert shown(store, "rejects", "Survey", "--to-mend", "--out", str(out)) == [
        f"1 row to mend, written to {out}.", "Correct them and import the file: import FILE --dataset 'Survey'.",
    ]  # fmt: skip
    assert out.read_text(encoding="utf-8-sig") == 'Overall,Set aside as\n7,"import 1, row 3"\n'
