"""Benchmarks: how far we stand from others, from our own past and from the best of ourselves."""

import json
from typing import Any

import pytest

from csat_core.cli import run
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.period import Grain
from csat_core.store import Store, benchmarks, catalogue
from tests.conftest import days, make_dataset, question, segment
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import HOSTILE, hostile, plain, regions, two_months

RIVAL = Benchmark(name="Rival", value=0.75, metric=Metric.CSAT, scale="1-5", year=2026, base=400, source="press")


def test_the_page_says_how_far_our_index_is_from_the_national_score(store: Store) -> None:
    regions(store)
    page = open_page("benchmarks")
    assert page.title == "How do we compare?"
    # 40 x 5, 20 x 4, 20 x 3, 12 x 2, 8 x 1: mean 3.72, index 68; spread 25 x 1.3187, half 1.9842 x 32.97 / 10 = 6.54
    assert page.texts[0] == (
        "Our index of 68.0 is 6.4 points below the national score (74.4): this may be chance, so one cannot tell "
        "(95 % interval −12.9 to +0.1)."
    )
    assert page.metrics["National score, ACSI"] == ("74.4", "2020")
    assert page.texts[1].startswith("Compared is our mean index, not CSAT (60.0 %)")
    assert any("No industry of the list is chosen" in text for text in page.texts)


def test_an_industry_is_chosen_on_the_page_and_kept_with_the_dataset(store: Store) -> None:
    dataset = regions(store)
    page = open_page("benchmarks").choose(f"industry-{dataset.id}", "Airlines")
    assert catalogue.dataset(store, dataset.id).industry == "Airlines"
    assert page.texts[0].startswith("Our index of 68.0 is 7.0 points below Airlines (75.0)")
    assert not any("No industry of the list is chosen" in text for text in page.texts)
    page = page.choose(f"industry-{dataset.id}", "")
    assert catalogue.dataset(store, dataset.id).industry is None
    assert "the national score (74.4)" in page.texts[0]


def test_the_industries_stand_around_us_until_all_are_asked_for(store: Store) -> None:
    dataset = regions(store)
    page = open_page("benchmarks")
    assert page.headings[0] == "Rank 46 of 49: above 2 of 48 industries"
    assert len(marks(page)["customdata"]) == 8
    page = page.choose(f"option:{dataset.id}:show", "all")
    assert len(marks(page)["customdata"]) == 49
    assert page.app.query_params["show"] == "all"
    page = page.choose("search-industries", "RETAIL")
    assert marks(page)["customdata"] == ["Internet retail", "Specialty retail stores", "Regions"]
    page = page.choose("search-industries", "nothing of the kind")
    assert "No industry has that in its name." in page.texts


def marks(page: Opened) -> dict[str, list[object]]:
    (chart,) = page.app.get("plotly_chart")
    return next(trace for trace in json.loads(chart.proto.spec)["data"] if trace.get("customdata"))


def test_the_table_has_every_industry_with_its_gap(store: Store) -> None:
    regions(store)
    table = open_page("benchmarks").tables[0].set_index("name")
    assert len(table) == 49
    assert table.loc["Airlines", "gap"] == pytest.approx(-7)
    assert table.loc["Regions", "note"] == "us, base 100"
    assert "lists this industry twice" in table.loc["Cooperative energy utilities", "note"]


def test_the_unlike_comparison_is_there_with_its_caveat(store: Store) -> None:
    regions(store)
    page = open_page("benchmarks")
    assert any("60.0 % would be 14.4 points below the national score (74.4)" in text for text in page.texts)
    assert "Not a fair comparison: a share of satisfied customers is not an average of all answers." in page.texts


def test_a_yes_or_no_question_is_not_compared_with_an_index(store: Store) -> None:
    plain(store, [2] * 60 + [1] * 40, scale="No|Yes")
    page = open_page("benchmarks")
    assert page.texts[0].startswith("The national score is 74.4, and it cannot be compared with us. With two answers")
    assert (page.metrics, len(page.tables[0])) == ({}, 48)


def test_our_own_benchmarks_begin_with_how_to_bring_them(store: Store) -> None:
    dataset = regions(store)
    page = open_page("benchmarks", against="own")
    assert page.texts[0] == "There are no benchmarks of your own yet: bring a small file of them, one row for each."
    page.app.file_uploader[0].upload(
        "own.csv", b"name,value,metric,scale,year,base\nRival,75 %,csat,1-5,2026,400\nBad,x,csat\n"
    )
    page = page.run().press("Keep these benchmarks")
    assert [each.name for each in benchmarks.own(store)] == ["Rival"]
    assert page.texts[0] == (
        "Our satisfied share of 60.0 % is 15.0 points below Rival (75.0 %): more than chance (95 % interval −25.6 to −4.9)."
    )
    assert "1 kept, 0 of them in place of an older one; 1 could not be used." in page.texts
    assert "Row 3 (Bad): The value 'x' is not a number." in page.texts
    assert page.app.query_params["against"] == "own"
    page.unfolded().choose("benchmarks-forgotten", ["Rival"]).press("Forget them")
    assert benchmarks.own(store) == ()
    assert dataset.id == 1


def test_a_benchmark_of_another_scale_is_shown_and_not_compared(store: Store) -> None:
    regions(store)
    other = Benchmark(name="Seven", value=0.9, metric=Metric.CSAT, scale="1-7", year=2026)
    benchmarks.keep(store, (RIVAL, other))
    page = open_page("benchmarks", against="own", benchmark="Seven")
    assert (
        page.texts[0]
        == "Seven is 90.0 %, and it cannot be compared with us. The benchmark was asked on another scale, so there is no gap."
    )
    assert page.metrics == {}
    table = page.tables[0].set_index("name")
    assert (table.loc["Seven", "gap"], table.loc["Seven", "verdict"]) == ("–", "not compared")
    assert list(table.loc["Rival", ["gap", "gap_low", "gap_high"]]) == ["−15.0", "−25.6", "−4.9"]


def test_the_last_period_is_set_beside_our_past(store: Store) -> None:
    given = {"Overall": question([5] * 60 + [1] * 40 + [5] * 80 + [1] * 20)}
    given["Day"] = days(["2026-01-01"] * 100 + ["2026-02-28"] * 100)
    make_dataset(store, given)
    page = open_page("benchmarks", against="past", grain="month")
    assert page.texts[0] == (
        "CSAT of 80.0 % in Feb 2026 is 20.0 points above the baseline (60.0 %): more than chance (95 % interval +7.3 to +31.9)."
    )


def test_without_dates_there_is_no_past(store: Store) -> None:
    regions(store)
    page = open_page("benchmarks", against="past")
    assert page.texts[0] == "The file has no dates, so there is no past to compare with."
    assert len(page.app.get("plotly_chart")) == 0


def test_the_best_group_is_a_benchmark_for_all_the_others(store: Store) -> None:
    dataset = regions(store)
    page = open_page("benchmarks", against="inside")
    assert page.texts[0] == (
        "The best of Region is North with 70.0 %; CSAT of all the others together is 45.0 %, 25.0 points below it: "
        "more than chance (95 % interval −42.5 to −5.3)."
    )
    assert page.headings[0] == "1 of 1 other groups is behind the best beyond chance"
    assert list(page.tables[0]["level"]) == ["North", "South"]
    assert page.choose(f"{dataset.id}:question", "q02").texts[0].startswith("The best of Region is North with 100.0 %")


def test_without_segments_no_group_is_the_best(store: Store) -> None:
    plain(store, [5] * 80 + [1] * 20)
    assert open_page("benchmarks", against="inside").texts[0] == (
        "There is no column here that divides the customers, so no group can be the best."
    )


def test_one_group_with_enough_answers_is_no_comparison(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 60), "Region": segment(["North"] * 45 + ["South"] * 15)})
    page = open_page("benchmarks", against="inside")
    assert page.texts[0] == "Fewer than two groups of Region have enough answers to be compared."


@pytest.mark.parametrize("way", ["industry", "own", "past", "inside"])
def test_nine_answers_are_compared_with_nothing(store: Store, way: str) -> None:
    plain(store, [5] * 9)
    page = open_page("benchmarks", against=way)
    assert (
        page.texts[0] == "There are too few answers here to compare with anything. Widen the period or remove a filter."
    )
    assert page.metrics == {}
    assert page.tables == []


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    assert open_page("benchmarks").texts[0].startswith("There is no data yet.")


def test_a_link_names_the_way_and_the_filters(store: Store) -> None:
    dataset = regions(store)
    page = open_page("benchmarks", dataset=str(dataset.id), against="inside", within="s01", s01="North")
    assert page.toasts == []
    assert page.texts[0] == "Fewer than two groups of Region have enough answers to be compared."
    assert open_page("benchmarks", s01="South").texts[0].startswith("Our index of 57.5 is 16.9 points below")


def test_a_link_with_an_unknown_way_shows_the_usual_one_and_says_so(store: Store) -> None:
    regions(store)
    page = open_page("benchmarks", against="astrology")
    assert "names a choice that is not here any more" in page.toasts[0]
    assert page.texts[0].startswith("Our index of 68.0")
    usual = page.texts
    assert page.choose("option:1:against", None).texts == usual  # as no browser says it


@pytest.mark.parametrize("way", ["industry", "own", "past", "inside"])
def test_hostile_names_stay_literal(store: Store, way: str) -> None:
    from tests.pages.opened import markdown
    from tests.pages.test_hostile_texts import DIGESTED

    hostile(store)
    benchmarks.keep(store, [Benchmark(name=name, value=0.5, metric=Metric.CSAT, source=name) for name in HOSTILE])
    page = open_page("benchmarks", against=way, grain="month")
    assert len(page.texts[0]) > 30
    assert [text for text in markdown(page.app) for bad in DIGESTED if bad in text] == []


def test_the_page_asks_at_most_three_times(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from csat_core.engine import duck

    two_months(store)
    asked = []
    fetch = duck.DuckEngine.fetch
    monkeypatch.setattr(duck.DuckEngine, "fetch", lambda self, frame: asked.append(1) or fetch(self, frame))
    page = open_page("benchmarks")
    for way in ("past", "inside"):
        before = len(asked)
        page = page.choose("option:1:against", way)
        assert len(asked) - before <= 3
    before = len(asked)
    page.run()
    assert len(asked) == before
    assert page.widget("1:grain").value in list(Grain)


def test_the_numbers_of_the_command_are_those_of_the_page_digit_for_digit(store: Store) -> None:
    regions(store)
    table = open_page("benchmarks").tables[0].set_index("name")
    airlines = said(store, "Regions", "--against", "airlines")
    gap = [airlines[name] for name in ("gap", "gap_low", "gap_high")]
    assert list(table.loc["Airlines", ["gap", "gap_low", "gap_high"]]) == gap
    assert table.loc["Regions", "value"] == airlines["ours"]
    best = said(store, "Regions", "--against", "best region")
    south = open_page("benchmarks", against="inside").tables[0].set_index("level").loc["South"]
    # with two groups everybody else is the other one
    assert [south["gap"], south["gap_low"], south["gap_high"]] == [
        100 * best[name] for name in ("gap", "gap_low", "gap_high")
    ]
    assert (best["segment"], best["level"], best["theirs"]) == ("Region", "North", 0.7)


def test_the_past_of_the_command_is_that_of_the_page(store: Store) -> None:
    given = {"Overall": question([5] * 60 + [1] * 40 + [5] * 80 + [1] * 20)}
    given["Day"] = days(["2026-01-01"] * 100 + ["2026-02-28"] * 100)
    make_dataset(store, given)
    found = said(store, "Survey", "--against", "Baseline", "--period", "month")
    row = open_page("benchmarks", against="past", grain="month").tables[0].iloc[0]
    gap = [100 * found[name] for name in ("gap", "gap_low", "gap_high")]
    assert [row["gap"], row["gap_low"], row["gap_high"]] == gap


def said(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["benchmark", *argv], store)
    assert code == 0, document
    return document
