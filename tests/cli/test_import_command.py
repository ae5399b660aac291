"""`import`: files become datasets, and the document says what came of every row and column."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from csat_core.cli import run, tables
from csat_core.cli.calls import Call, Need
from csat_core.cli.running import answered
from csat_core.store import Store, catalogue, open_store

pytestmark = pytest.mark.usefixtures("in_this_process")

SHOP = "Overall satisfaction,Speed,Region,Date\n" + "".join(
    f"{answer},{1 + row % 5},{('North', 'South')[row % 2]},2026-01-{1 + row % 28:02}\n"
    for row, answer in enumerate([5, 4, 4, 3, 2, 1] * 10)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shop.csv").write_text(SHOP)
    return tmp_path


def asked(store: Store, folder: Path, *argv: str) -> dict[str, Any]:
    code, document = run(["import", *argv], store, folder=folder)
    assert code == 0, document
    return document


def refused(store: Store, folder: Path, *argv: str) -> str:
    code, document = run(["import", *argv], store, folder=folder)
    assert code == 2, document
    sentence: str = document["error"]
    assert "\n" not in sentence
    return sentence


def written(command: str, document: dict[str, Any]) -> str:
    stream = io.StringIO()
    tables.write(command, document, stream)
    return stream.getvalue()


def test_a_file_becomes_a_dataset_and_every_row_is_accounted_for(store: Store, folder: Path) -> None:
    (folder / "shop.csv").write_text(SHOP + "9,1,North,2026-01-05\n")
    document = asked(store, folder, "shop.csv", "--dataset", "Shop", "--scale", "Overall satisfaction=1-5")
    assert {key: document[key] for key in ("dataset", "dataset_id", "import_id", "file", "encoding", "delimiter")} == {
        "dataset": "Shop", "dataset_id": 1, "import_id": 1, "file": "shop.csv", "encoding": "utf-8", "delimiter": ",",
    }  # fmt: skip
    counts = [document[key] for key in ("rows_read", "accepted", "rejected", "duplicates")]
    assert counts == [61, 60, 1, 0]
    assert document["layout"] == "generic"
    (problem,) = [each for each in document["problems"] if each["column"] == "Overall satisfaction"]
    assert (problem["count"], problem["example_row"]) == (1, 62)
    columns = {column["name"]: column for column in document["columns"]}
    assert [(column["id"], column["role"], column["scale"]) for column in columns.values()] == [
        ("q01", "outcome", "1-5"), ("q02", "driver", "1-5"), ("s01", "segment", None), ("day", "time", None),
    ]  # fmt: skip
    overall = columns["Overall satisfaction"]
    assert (overall["answered"], overall["blank"], overall["not_applicable"]) == (60, 0, 0)
    _, rejected = run(["rejects", "Shop"], store)
    assert [(row["row"], row["value"]) for row in rejected["rows"]] == [(62, "9")]


def test_the_score_of_an_imported_file_is_that_of_its_rows(store: Store, folder: Path) -> None:
    asked(store, folder, "shop.csv")
    (row,) = run(["score", "shop"], store)[1]["rows"]
    assert (row["base"], row["satisfied"], row["share"]) == (60, 30, 0.5)


def test_a_dry_run_says_the_same_and_stores_nothing(store: Store, folder: Path) -> None:
    tried = asked(store, folder, "shop.csv", "--dry-run")
    assert "dataset_id" not in tried
    assert "import_id" not in tried
    assert catalogue.datasets(store) == ()
    done = asked(store, folder, "shop.csv")
    assert {**tried, "dataset_id": 1, "import_id": 1} == done


def test_a_dry_run_of_a_file_that_is_stored_says_the_same_and_that_it_is(store: Store, folder: Path) -> None:
    first = asked(store, folder, "shop.csv")
    again = asked(store, folder, "shop.csv", "--dry-run")
    assert (again["accepted"], again["columns"]) == (first["accepted"], first["columns"])
    added = again["problems"][len(first["problems"]) :]
    assert [problem["code"] for problem in added] == ["already_imported", "name_taken"]
    assert added[0]["message"].startswith("'shop.csv' is already in the store: imported as 'shop' on ")


def test_columns_that_are_not_kept_are_listed_as_ignored(store: Store, folder: Path) -> None:
    columns = asked(store, folder, "shop.csv", "--map", "Region=ignore")["columns"]
    (ignored,) = (column for column in columns if column["role"] == "ignore")
    assert (ignored["id"], ignored["name"], ignored["scale"]) == (None, "Region", None)
    assert ignored["answered"] + ignored["blank"] == 60


def test_a_dry_run_does_not_make_a_database(folder: Path) -> None:
    needs = []

    def opened(need: Need) -> Store:
        needs.append(need)
        return open_store(folder / "trial.duckdb")

    call = Call(open=opened, database=folder / "trial.duckdb", folder=folder, progress=lambda _share, _text: None)
    assert answered(["import", "shop.csv", "--dry-run"], call)[0] == 0
    assert answered(["import", "shop.csv"], call)[0] == 0
    opened(Need.READ).close()
    assert needs == [Need.TRIAL, Need.WRITE, Need.READ]


def test_several_files_become_a_dataset_each_unless_their_header_is_the_same(store: Store, folder: Path) -> None:
    (folder / "office.csv").write_text(SHOP.replace("Speed,Region", "Warmth,Branch"))
    (folder / "february.csv").write_text(SHOP.replace("2026-01", "2026-02"))
    document = asked(store, folder, "shop.csv", str(folder / "office.csv"), "february.csv")
    assert [(each["dataset"], each["import_id"], each["appended"]) for each in document["imports"]] == [
        ("shop", 1, False), ("office", 2, False), ("shop", 3, True),
    ]  # fmt: skip
    code, document = run(["undo", "2", "--together"], store, folder=folder)
    assert (code, document["import_ids"], catalogue.datasets(store)) == (0, [1, 2, 3], ())
    assert written("undo", document).startswith("Imports 1, 2, 3 are undone; ")


def test_of_several_files_each_is_brought_in_whatever_becomes_of_the_others(store: Store, folder: Path) -> None:
    (folder / "empty.csv").write_text("")
    (folder / "office.csv").write_text(SHOP.replace("Speed,Region", "Warmth,Branch"))
    asked(store, folder, "shop.csv")
    (folder / "february.csv").write_text(SHOP.replace("2026-01", "2026-02"))
    names = ["shop.csv", "empty.csv", "missing.csv", "february.csv", "office.csv"]
    heard: list[str] = []
    code, document = run(["import", *names], store, folder=folder, progress=lambda _share, text: heard.append(text))
    assert code == 2
    assert document["error"] == (
        "2 of 5 files were not imported: empty.csv, missing.csv; what is said of each tells why."
    )
    assert [(each["file"], each["outcome"], each.get("import_id")) for each in document["imports"]] == [
        ("shop.csv", "already_here", None), ("empty.csv", "refused", None), ("missing.csv", "refused", None),
        ("february.csv", "imported", 2), ("office.csv", "imported", 3),
    ]  # fmt: skip
    assert [each["message"].partition(":")[0] for each in document["imports"][:2]] == [
        "'shop.csv' is here already", "The file is empty",
    ]  # fmt: skip
    assert "office.csv: Reading the rows" in heard
    page = written("import", document)
    assert "\n'shop.csv' is here already: imported as 'shop' on " in f"\n{page}"
    assert "undo" not in page
    assert "empty.csv was not imported: The file is empty" in page
    assert "february.csv added to 'shop', import 2" in page


def test_files_of_shops_that_nothing_in_them_tells_apart_are_compared_by_their_names(
    store: Store, folder: Path
) -> None:
    (folder / "Leeds.csv").write_text(SHOP)
    (folder / "York.csv").write_text(SHOP.replace("North", "South"))
    for argv in (["--dry-run"], []):
        document = asked(store, folder, "Leeds.csv", "York.csv", *argv, "--overlap", "add")
        assert document["notes"] == [
            "Nothing in 'Leeds.csv' and 'York.csv' says which answers are whose: to compare them, say --by-file \"Shop\" "
            "with the same files, which makes a segment of their names."
        ]
    found = asked(store, folder, "Leeds.csv", "York.csv", "--by-file", "Shop")
    assert [each["outcome"] for each in found["imports"]] == ["already_here", "already_here"]
    assert found["by_file"] == [{"dataset": "Leeds", "dataset_id": 1, "import_id": 3}]
    said = "'Leeds' has the segment 'Shop' now, of the names of its files, import 3."
    assert written("import", found).splitlines()[-1] == said
    assert sorted(catalogue.dataset(store, 1).find("Shop").levels) == ["Leeds", "York"]


def test_a_dry_run_of_several_files_says_of_each_what_becomes_of_it_once_those_before_it_are_in(
    store: Store, folder: Path
) -> None:
    (folder / "empty.csv").write_text("")
    (folder / "again.csv").write_text(SHOP + SHOP.partition("\n")[2].replace("2026-01", "2026-02"))
    names = ["shop.csv", "shop.csv", "empty.csv", "again.csv", "missing.csv"]
    code, tried = run(["import", *names, "--dry-run"], store, folder=folder)
    assert (code, catalogue.datasets(store)) == (2, ())
    _, done = run(["import", *names], store, folder=folder)
    ids = ("dataset_id", "import_id")
    assert [{key: value for key, value in each.items() if key not in ids} for each in done["imports"]][2:] == tried[
        "imports"
    ][2:]
    assert [each["outcome"] for each in tried["imports"]] == [
        "imported", "already_here", "refused", "refused", "refused",
    ]  # fmt: skip
    assert tried["imports"][1]["message"] == "'shop.csv' is here already: the same as 'shop.csv'."
    assert tried["imports"][3]["message"].startswith("'again.csv' overlaps with what 'shop' has")


def test_files_that_are_here_already_are_no_failure_beside_others(store: Store, folder: Path) -> None:
    (folder / "office.csv").write_text(SHOP.replace("Speed,Region", "Warmth,Branch"))
    asked(store, folder, "shop.csv", "office.csv")
    document = asked(store, folder, "shop.csv", "office.csv")
    assert [each["outcome"] for each in document["imports"]] == ["already_here", "already_here"]
    assert len(catalogue.datasets(store)) == 2


def test_roles_and_scales_are_given_by_column(store: Store, folder: Path) -> None:
    document = asked(
        store, folder, "shop.csv", "--map", "Speed=outcome", "--map", "#1=driver", "--map", "Region=ignore",
        "--scale", "speed=0-10",
    )  # fmt: skip
    found = [(column["name"], column["role"], column["scale"]) for column in document["columns"]]
    assert ("Speed", "outcome", "0-10") in found
    assert ("Overall satisfaction", "driver", "1-5") in found
    assert ("Region", "ignore", None) in found


def test_scales_may_hold_equal_signs_because_the_column_is_known(store: Store, folder: Path) -> None:
    (folder / "eq.csv").write_text("Overall,a=b\n" + "0,1 = bad\n3,2\n5,3 = good\n4,2\n" * 10)
    document = asked(
        store, folder, "eq.csv", "--scale", "Overall=1-5,0=na", "--scale", "a=b=1 = bad|2|3 = good", "--map",
        "Overall=outcome",
    )  # fmt: skip
    overall, other = document["columns"]
    assert (overall["scale"], overall["answered"], overall["not_applicable"]) == ("1-5", 30, 10)
    assert (other["scale"], other["answered"]) == ("1 = bad|2|3 = good", 40)


def test_the_same_file_again_is_recognised_and_a_name_is_given_once(store: Store, folder: Path) -> None:
    asked(store, folder, "shop.csv")
    assert refused(store, folder, "shop.csv").startswith("'shop.csv' is already in the store: imported as 'shop' on ")
    (folder / "other").mkdir()
    (folder / "other" / "shop.csv").write_text(SHOP.replace("Speed,Region", "Warmth,Branch"))
    assert refused(store, folder, "other/shop.csv") == (
        "There is already a dataset 'shop'; choose another name, or undo its import first."
    )
    again = refused(store, folder, "shop.csv", "--dataset", "Shop again")
    assert again.startswith("'shop.csv' is already in the store: imported as 'shop' on ")
    assert again.endswith(" UTC; undo that import first, or choose another file.")
    run(["undo", "1"], store)
    assert asked(store, folder, "shop.csv")["import_id"] == 2


def test_what_cannot_be_imported_is_one_sentence_and_stores_nothing(store: Store, folder: Path) -> None:
    (folder / "photo.csv").write_bytes(bytes(range(256)) * 20)
    (folder / "words.csv").write_text("a,b\n" + "x,y\n" * 20)
    for name in ("photo.csv", "words.csv"):
        assert refused(store, folder, name)
    assert refused(store, folder, "missing.csv") == (
        f"The file {folder / 'missing.csv'} is not there; give the path of a response file."
    )
    assert refused(store, folder, ".") == f"The file {folder} is a folder; give the path of a response file."
    assert refused(store, folder, "shop.csv", "--map", "Region") == (
        "'Region' is not what --map takes; write it as --map \"COLUMN=ROLE\"."
    )
    assert refused(store, folder, "shop.csv", "--map", "Regoin=segment").startswith(
        "The file has no column 'Regoin'; its columns are: "
    )
    assert refused(store, folder, "shop.csv", "--map", "Region=place").startswith(
        "'place' is no role, given for 'Region'; choose one of: outcome, "
    )
    assert refused(store, folder, "shop.csv", "--scale", "Speed=5-5").startswith("The scale '5-5' cannot be used")
    for name in (" ", ""):
        assert refused(store, folder, "shop.csv", "--dataset", name).startswith("A dataset needs a name")
    assert refused(store, folder, "/dev/null") == (
        "The file /dev/null is no plain file; give the path of a response file."
    )
    assert catalogue.datasets(store) == ()


def test_progress_is_told(store: Store, folder: Path) -> None:
    heard: list[tuple[float | None, str]] = []
    run(["import", "shop.csv"], store, folder=folder, progress=lambda share, text: heard.append((share, text)))
    assert heard
    assert all(text and (share is None or 0 <= share <= 1) for share, text in heard)


def test_a_disk_without_room_for_three_times_the_file_is_said_before_anything_is_read(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (folder / "shop.csv").stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 3 * size - 1}))
    assert refused(store, folder, "shop.csv") == (
        f"There is too little free disk space in {store.path.parent} (0 MB free, 1 MB needed); free some and try again. "
        "Nothing was changed."
    )
    assert catalogue.datasets(store) == ()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1 << 30}))
    assert asked(store, folder, "shop.csv")["accepted"] == 60


def test_a_disk_that_filled_up_while_the_file_was_read_is_said_before_it_is_stored(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter([1 << 30, 1 << 30, 100])  # for the store, for the private folder, for the store again
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": next(left)}))
    assert refused(store, folder, "shop.csv").startswith(
        f"There is too little free disk space in {store.path.parent} ("
    )
    assert catalogue.datasets(store) == ()


def test_rows_to_mend_are_written_mended_and_imported(store: Store, folder: Path) -> None:
    names, *rows = SHOP.splitlines()
    bad = ["9,1,North,2026-01-05", "4,=2+3,South,2026-01-06", "3,3,-West,2026-02-30"]
    (folder / "shop.csv").write_text("\n".join([names, *rows, *bad]) + "\n")
    asked(store, folder, "shop.csv", "--dataset", "Shop", "--scale", "Overall satisfaction=1-5")

    def mend(*argv: str) -> tuple[int, dict[str, Any]]:
        return run(["rejects", "Shop", *argv], store, folder=folder)

    for argv in (["--to-mend"], ["--out", "rows.csv"], ["--import", "1"], ["--force"]):
        assert mend(*argv)[1]["error"].startswith("--to-mend writes a file")
    code, document = mend("--to-mend", "--out", "rows.csv")
    assert (code, document) == (
        0,
        {
            "dataset": "Shop", "dataset_id": 1, "file": str(folder / "rows.csv"), "rows": 3, "import_ids": [1],
            "others": [],
        },
    )  # fmt: skip
    written = (folder / "rows.csv").read_text(encoding="utf-8-sig")
    assert written.splitlines() == [
        f"{names},Set aside as",
        f'{bad[0]},"import 1, row 62"',
        '4,\u00a0=2+3,South,2026-01-06,"import 1, row 63"',
        '3,3,\u00a0-West,2026-02-30,"import 1, row 64"',
    ]
    assert mend("--to-mend", "--out", "rows.csv")[1]["error"].startswith("There is already a file")
    assert mend("--to-mend", "--out", "rows.csv", "--force")[1]["rows"] == 3
    assert mend("--to-mend", "--out", "no/rows.csv")[1]["error"].endswith("choose another file with --out.")
    assert mend("--to-mend", "--out", "x.csv", "--import", "7")[1]["error"].endswith("imports that did: 1.")
    assert mend("--to-mend", "--out", "Rows.XLSX")[1]["rows"] == 3
    assert (folder / "Rows.XLSX").read_bytes().startswith(b"PK")
    assert list(folder.glob("*.part")) == []
    document = run(["import", "Rows.XLSX", "--dataset", "Shop"], store, folder=folder)[1]
    assert document["error"].startswith("Nothing in 'Rows.XLSX' was mended yet. Its 3 rows wait for 'Shop'")
    mended = written.replace("9,1", "5,1").replace("=2+3", "5").replace("02-30", "02-28")
    (folder / "mended.csv").write_text(mended)
    document = asked(store, folder, "mended.csv", "--dataset", "Shop")
    counts = [document[key] for key in ("appended", "rows_read", "accepted", "rejected", "duplicates")]
    assert counts == [True, 3, 3, 0, 0]
    assert "-West" in catalogue.dataset(store, 1).find("Region").levels


def test_where_no_row_waits_no_file_is_written(store: Store, folder: Path) -> None:
    asked(store, folder, "shop.csv", "--dataset", "Shop", "--scale", "Overall satisfaction=1-5")
    code, document = run(["rejects", "Shop", "--to-mend", "--out", "rows.csv"], store, folder=folder)
    assert (code, document["file"], document["rows"], (folder / "rows.csv").exists()) == (0, None, 0, False)
    assert run(["rejects", "Shop", "--to-mend", "--out", "rows.xlsx"], store, folder=folder)[1]["file"] is None
    assert run(["rejects", "Shop", "--to-mend", "--out", "x", "--import", "1"], store, folder=folder)[1][
        "error"
    ].endswith("no import of it did.")


def test_a_question_that_a_later_file_lacks_was_not_asked(store: Store, folder: Path) -> None:
    asked(store, folder, "shop.csv", "--dataset", "Shop")
    later = [line.split(",") for line in SHOP.replace("2026-01", "2026-02").splitlines()]
    (folder / "later.csv").write_text("\n".join(",".join([a, c, d]) for a, _, c, d in later))
    document = asked(store, folder, "later.csv", "--dataset", "Shop")
    speed = next(column for column in document["columns"] if column["name"] == "Speed")
    assert [speed[key] for key in ("id", "answered", "blank", "not_asked")] == ["q02", 0, 0, 60]
    assert {column["not_asked"] for column in document["columns"] if column is not speed} == {0}


def test_the_score_is_said_without_responses_that_stand_out(store: Store, folder: Path) -> None:
    rows = [[at, *((5,) * 5 if at % 4 == 0 else (1 + (at + k) % 5 for k in range(5)))] for at in range(40)]
    names = "Response ID,Satisfaction,Speed,Price,Staff,Range"
    (folder / "same.csv").write_text("\n".join([names, *(",".join(map(str, row)) for row in rows)]))
    asked(store, folder, "same.csv")
    _, found = run(["rejects", "same", "--flagged", "same.csv"], store, folder=folder)
    scores = {of: (each["base"], each["satisfied"]) for of, each in found["score"].items()}
    assert scores == {"all": (40, 22), "straight_line": (30, 12)}
    assert "Without straight line: 40.0 % of 30, in place of 55.0 % of 40." in written("rejects", found)


def test_the_values_of_a_file_that_are_stored_otherwise_are_listed_while_the_file_is_there(
    store: Store, folder: Path
) -> None:
    (folder / "times.csv").write_text(SHOP.replace("2026-01-01\n", "2026-01-01 10:00\n").replace("North", " North", 1))
    document = asked(store, folder, "times.csv", "--dataset", "Times")
    counts = {each["code"]: each["count"] for each in document["altered"]}
    assert counts == {"time_not_kept": 3, "text_cleaned": 1}
    code, listed = run(["rejects", "Times", "--altered", "times.csv"], store, folder=folder)
    assert (code, listed["altered"], listed["listed"]) == (0, 4, 4)
    assert [(row["row"], row["value"], row["became"]) for row in listed["rows"]] == [
        (2, " North", "North"), (2, "2026-01-01 10:00", "2026-01-01"), (30, "2026-01-01 10:00", "2026-01-01"),
        (58, "2026-01-01 10:00", "2026-01-01"),
    ]  # fmt: skip
    code, written = run(["rejects", "Times", "--altered", "times.csv", "--out", "list.csv"], store, folder=folder)
    assert (code, written["file"]) == (0, str(folder / "list.csv"))
    lines = (folder / "list.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "row,column,value,became,code,reason,raw"
    assert len(lines) == 5
    code, standing_out = run(["rejects", "Times", "--flagged", "times.csv"], store, folder=folder)
    assert (code, standing_out) == (0, {"dataset": "Times", "dataset_id": 1, "flagged": 0, "listed": 0, "rows": []})
    assert run(["rejects", "Times", "--flagged", "times.csv", "--altered", "times.csv"], store, folder=folder)[0] == 2
    code, other = run(["rejects", "Times", "--altered", "shop.csv"], store, folder=folder)
    assert (code, other["error"]) == (
        2, "'shop.csv' is none of the files that came into 'Times', byte for byte; give one of them as it was: 'times.csv'.",
    )  # fmt: skip


def test_near_reads_the_misspelt_answers_of_every_question_in_a_new_file_and_in_a_further_one(
    store: Store, folder: Path
) -> None:
    answers = ["Agree", "Disagree", "Strongly agree", "Strongly disagree"] * 10
    lines = [f"R{at},{one},{other},{1 + at % 5}" for at, (one, other) in enumerate(zip(answers, answers, strict=True))]
    header = "Response ID,Staff was kind,Food was warm,Overall satisfaction"
    odd = ["X1,Stronlgy agree,Agree,5", "X2,Agree,Strongly disagre,1"]
    (folder / "odd.csv").write_text("\n".join([header, *lines, *odd]))
    (folder / "more.csv").write_text("\n".join([header, *(f"N{line}" for line in [*lines, *odd])]))
    assert asked(store, folder, "odd.csv", "--dry-run")["rejected"] == 2
    assert asked(store, folder, "odd.csv", "--near", "--scale", "#4=1-5")["rejected"] == 0
    again = asked(store, folder, "more.csv", "--near")
    assert (again["appended"], again["accepted"], again["rejected"]) == (True, 42, 0)


def test_answers_that_changed_since_are_taken_on_request_and_undone_in_one_step(store: Store, folder: Path) -> None:
    lines = [f"R{at},{line}" for at, line in enumerate(SHOP.splitlines()[1:])]
    (folder / "first.csv").write_text("\n".join(["Response ID," + SHOP.splitlines()[0], *lines[:50]]))
    later = [line.replace(",5,", ",1,", 1) for line in lines]
    (folder / "later.csv").write_text("\n".join(["Response ID," + SHOP.splitlines()[0], *later]))
    asked(store, folder, "first.csv", "--dataset", "Shop")
    kept = asked(store, folder, "later.csv", "--dry-run")
    changed = kept["changed"]
    assert changed >= 9
    assert [kept[key] for key in ("accepted", "replaced", "duplicates")] == [10, 0, 50]
    assert "import it with --replace (undo the import first, where it was stored)" in next(
        problem["message"] for problem in kept["problems"] if problem["code"] == "changed"
    )
    taken = asked(store, folder, "later.csv", "--replace")
    counted = ("rows_read", "accepted", "replaced", "rejected", "duplicates", "changed")
    assert [taken[key] for key in counted] == [60, 10, changed, 0, 50 - changed, 0]
    undone = {
        "import_id": 2,
        "import_ids": [2],
        "removed": 10,
        "restored": changed,
        "columns_removed": 0,
        "also_in": [],
    }
    for is_dry in (True, False):
        assert run(["undo", "2", *["--dry-run"][: int(is_dry)]], store) == (0, undone | {"dry_run": is_dry})
