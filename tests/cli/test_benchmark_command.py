"""`benchmark`: the gaps of the page as a document, exact and unrounded."""

from pathlib import Path
from typing import Any

import pytest

from csat_core.cli import run
from csat_core.cli.tables import write
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.store import Store, benchmarks
from tests.conftest import days, make_dataset, question
from tests.pages.surveys import plain, regions

RIVAL = Benchmark(name="Rival", value=0.75, metric=Metric.CSAT, scale="1-5", year=2026, base=400, source="press")


def asked(store: Store, *argv: str, folder: Path | None = None) -> dict[str, Any]:
    code, document = run(["benchmark", *argv], store, folder=folder)
    assert code == 0, document
    return document


def refused(store: Store, *argv: str) -> str:
    code, document = run(["benchmark", *argv], store)
    assert code == 2
    sentence: str = document["error"]
    return sentence


def test_a_dataset_without_an_industry_is_compared_with_the_national_score(store: Store) -> None:
    regions(store)
    found = asked(store, "Regions")
    assert (found["against"], found["metric"], found["theirs"], found["comparable"]) == (
        "United States overall", "index", 74.4, True,
    )  # fmt: skip
    # mean 3.72 on 1-5; the interval is worked out in tests/analyses/test_benchmark_gaps.py
    assert found["ours"] == pytest.approx(68)
    assert found["gap"] == pytest.approx(-6.4)
    assert found["ours_low"] - 74.4 == pytest.approx(found["gap_low"])
    assert found["verdict"] == "cannot_tell"
    # 64 and 65 lie below, 68 is level: (2 + 1/2) / 48, unless rounding parts the level ones
    assert found["percentile"] == pytest.approx(2.5 / 48, abs=0.5 / 48)
    assert found["caveats"] == [
        "benchmark_year_unknown", "benchmark_exact", "benchmark_three_questions", "benchmark_national",
    ]  # fmt: skip


def test_the_past_is_asked_for_by_name_and_length_of_period(store: Store) -> None:
    given = {"Overall": question([5] * 60 + [1] * 40 + [5] * 80 + [1] * 20)}
    given["Day"] = days(["2026-01-01"] * 100 + ["2026-02-28"] * 100)
    make_dataset(store, given)
    found = asked(store, "Survey", "--against", "Baseline", "--period", "month")
    assert (found["period"], found["since"], found["until"]) == ("2026-02", "2026-01-01", "2026-01-30")
    assert (found["ours"], found["theirs"], found["verdict"]) == (0.8, 0.6, "up")


def test_own_benchmarks_come_from_a_file_and_go_before_an_industry_of_the_same_name(
    store: Store, tmp_path: Path
) -> None:
    regions(store)
    (tmp_path / "own.csv").write_text("name,value,metric\nBanks,70,csat\nOdd,x,csat\n")
    assert asked(store, "--add", "own.csv", folder=tmp_path) == {
        "kept": 1, "replaced": 0, "not_used": [{"row": 3, "name": "Odd", "reason": "The value 'x' is not a number."}],
    }  # fmt: skip
    found = asked(store, "Regions", "--against", "banks")
    assert (found["metric"], found["theirs"]) == ("csat", 0.7)
    assert found["gap"] == pytest.approx(-0.1)


def test_what_cannot_be_compared_has_null_for_a_gap(store: Store) -> None:
    plain(store, [2] * 60 + [1] * 40, scale="No|Yes")
    found = asked(store, "Plain")
    assert (found["comparable"], found["gap"], found["verdict"]) == (False, None, None)
    assert found["caveats"][0] == "benchmark_two_answers"
    few = asked(store, "Plain", "--against", "Banks")
    assert few["ours"] == pytest.approx(60)


def test_a_hidden_score_has_null_for_every_number_of_ours(store: Store) -> None:
    plain(store, [5] * 9)
    found = asked(store, "Plain")
    assert {found[key] for key in ("ours", "ours_low", "ours_high", "base", "gap", "percentile")} == {None}
    assert "hidden_small_base" in found["caveats"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("Regions", "--against", "Airline"), "There is no benchmark 'Airline'; close to it: 'Airlines'"),
        (("Regions", "--against", "retail"), "'Internet retail', 'Specialty retail stores'"),
        (("Regions", "--against", "zzzz"), "benchmark --list names them all"),
        (("Regions", "--against", "baseline"), "takes dates, a complete period, and enough answers"),
        (("Regions", "--against", "best Colour"), "has no column 'Colour'"),
        (("Nowhere",), "There is no dataset 'Nowhere'"),
        ((), "either a dataset to compare, --list, or --add"),
        (("Regions", "--list"), "either a dataset to compare, --list, or --add"),
        (("--add", "nowhere.csv"), "nowhere.csv is not there"),
    ],
)
def test_a_call_that_cannot_be_answered_says_what_can(store: Store, argv: tuple[str, ...], said: str) -> None:
    regions(store)
    assert said in refused(store, *argv)


def test_one_group_is_no_benchmark(store: Store) -> None:
    regions(store)
    sentence = refused(store, "Regions", "--against", "best Region", "--where", "Region=North")
    assert sentence == "Fewer than two groups of 'Region' have enough answers to be compared."


def test_the_list_names_own_figures_first_and_then_all_that_ship(store: Store) -> None:
    benchmarks.keep(store, [RIVAL])
    found = asked(store, "--list")
    assert len(found["benchmarks"]) == 50
    assert found["benchmarks"][0] == {
        "kind": "own", "name": "Rival", "value": 0.75, "metric": "csat", "scale": "1-5", "year": 2026, "base": 400,
        "source": "press", "note": None,
    }  # fmt: skip
    assert found["benchmarks"][1]["name"] == "United States overall"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("Regions",), "Verdict: may be chance."),
        (("Regions", "--against", "Rival"), "Verdict: more than chance."),
        (("--list",), "Rival"),
        (("--add", "own.csv"), "Row 2 was not used: The value 'x' is not a number."),
    ],
)
def test_people_read_sentences_and_tables(
    store: Store, tmp_path: Path, argv: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    regions(store)
    benchmarks.keep(store, [RIVAL])
    (tmp_path / "own.csv").write_text("name,value,metric\nOdd,x,csat\n")
    write("benchmark", asked(store, *argv, folder=tmp_path), sys.stdout)
    assert said in capsys.readouterr().out
