"""Each truth that `data/README.md` names is in the files, found with ordinary statistics and nothing of the product."""

import gzip
import importlib.util
from pathlib import Path

import pytest

from tests.data import truths
from tests.data.truths import answers, change_per_level, difference, during, shares

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def demo():
    """The answered rows of the demo survey."""
    return answers(truths.read("demo.csv.gz"))


@pytest.fixture(scope="module")
def barktalk():
    """Both rounds of the BarkTalk survey."""
    return truths.read("barktalk.csv")


def test_the_demo_has_thirty_thousand_invitations_and_some_twelve_thousand_answers(demo):
    invited = truths.read("demo.csv.gz")
    assert len(invited) == 30_000
    assert set(invited["Invited"]) == {"Yes"}
    assert len(demo) == 12_071
    assert demo["satisfied"].mean() == pytest.approx(0.720, abs=0.001)
    assert demo["dissatisfied"].mean() == pytest.approx(0.130, abs=0.001)


def test_the_bad_release_of_12_may_2026_costs_the_app_some_fifteen_points_until_it_is_mended(demo):
    before, bad, after = (
        during(demo, *days)
        for days in (("2026-03-24", "2026-05-11"), ("2026-05-12", "2026-06-29"), ("2026-06-30", "2026-08-17"))
    )
    app, others = ((lambda rows: rows[rows["Channel"] == "App"]), (lambda rows: rows[rows["Channel"] != "App"]))
    drop = difference(app(before), app(bad))
    assert drop.change == pytest.approx(-0.155, abs=0.001)
    assert drop.high < -0.08
    assert difference(app(bad), app(after)).low > 0.05
    elsewhere = difference(others(before), others(bad))
    assert elsewhere.low < 0 < elsewhere.high


def test_every_product_rises_from_the_first_year_to_the_second_while_the_total_falls(demo):
    first, second = during(demo, "2024-11-01", "2025-10-31"), during(demo, "2025-11-01", "2026-10-31")
    total = difference(first, second)
    assert total.change == pytest.approx(-0.033, abs=0.001)
    assert total.high < 0
    per_product = change_per_level(first, second, "Product")
    assert {product: round(100 * change.change, 1) for product, change in per_product.items()} == {
        "Furniture": 9.8, "Kitchen": 6.2, "Monthly box": 8.1, "Plants": 4.2,
    }  # fmt: skip
    assert min(change.low for change in per_product.values()) > 0


def test_the_marketplace_campaign_of_summer_2025_lowers_the_total_by_mix_alone(demo):
    before, campaign = during(demo, "2025-04-01", "2025-06-30"), during(demo, "2025-07-01", "2025-09-30")
    total = difference(before, campaign)
    assert total.change == pytest.approx(-0.048, abs=0.001)
    assert total.high < 0
    parts = truths.rate_and_mix(before, campaign, "Channel")
    assert parts.loc["Marketplace", "size_before"] == pytest.approx(0.060, abs=0.001)
    assert parts.loc["Marketplace", "size_now"] == pytest.approx(0.307, abs=0.001)
    assert parts["mix"].sum() == pytest.approx(-0.062, abs=0.001)
    assert parts[["rate", "mix"]].to_numpy().sum() == pytest.approx(total.change)
    assert all(change.low < 0 < change.high for change in change_per_level(before, campaign, "Channel").values())


def test_two_small_regions_are_traps(demo):
    regions = shares(demo, "Region")
    assert tuple(regions.loc["Alaska and Hawaii", ["base", "satisfied"]]) == (14, 13)
    assert regions.loc["Alaska and Hawaii", "low"] < regions["share"].median()
    assert tuple(regions.loc["Puerto Rico", ["base", "satisfied"]]) == (6, 2)
    large = regions[regions["base"] > 100]["share"]
    assert large.max() - large.min() < 0.03


def test_returns_are_the_one_weak_touchpoint(demo):
    touchpoints = shares(demo, "Touchpoint")["share"].sort_values()
    assert touchpoints.index[0] == "Returns"
    rest, returns = demo[demo["Touchpoint"] != "Returns"], demo[demo["Touchpoint"] == "Returns"]
    gap = difference(rest, returns)
    assert gap.change == pytest.approx(-0.172, abs=0.001)
    assert touchpoints.iloc[1:].max() - touchpoints.iloc[1] < 0.03


def test_slow_replies_hurt_band_by_band(demo):
    bands = shares(truths.with_minutes_band(demo), "band").loc[truths.MINUTES_BANDS, "share"]
    assert [round(100 * share, 1) for share in bands] == [80.6, 75.8, 67.6, 54.8]
    assert truths.trend_across_bands(demo) < -15


def test_order_accuracy_is_a_hygiene_driver_low_hurts_and_high_adds_nothing(demo):
    effect = truths.penalty_reward(demo, "satisfied").loc["Order accuracy"]
    assert effect["low"] == pytest.approx(-0.277, abs=0.001)
    assert effect["low_to"] < -0.2
    assert effect["high_from"] < 0 < effect["high_to"]
    assert abs(effect["high"]) < 0.02


def test_personal_touches_are_a_delighter_high_adds_and_low_hardly_hurts(demo):
    effect = truths.penalty_reward(demo, "satisfied").loc["Personal touches"]
    assert effect["high"] == pytest.approx(0.155, abs=0.001)
    assert effect["high_from"] > 0.1
    assert abs(effect["low"]) < 0.03


def test_the_other_drivers_work_both_ways(demo):
    effects = truths.penalty_reward(demo, "satisfied").loc[["Speed of reply", "Helpfulness of staff", "Value for money"]]
    assert (effects["low_to"] < -0.05).all()
    assert (effects["high_from"] > 0.03).all()


def test_helpfulness_and_knowledge_are_collinear_and_no_other_two_drivers_are(demo):
    correlations = demo[truths.DRIVERS].corr()
    assert correlations.loc["Helpfulness of staff", "Knowledge of staff"] == pytest.approx(0.898, abs=0.001)
    others = correlations.where(correlations < 0.89).stack()
    assert others.max() < 0.2


def test_october_2026_is_better_than_september(demo):
    change = difference(during(demo, "2026-09-01", "2026-09-30"), during(demo, "2026-10-01", "2026-10-31"))
    assert change.change == pytest.approx(0.060, abs=0.001)
    assert change.low > 0


def test_customers_answer_repeatedly_and_spend_unevenly(demo):
    assert demo["Customer ID"].nunique() == 7_588
    assert len(truths.latest_answers(demo)) == 7_588
    spend = demo["Yearly revenue"].astype(float)
    assert spend.mean() == pytest.approx(475, abs=5)
    assert spend.median() < 0.85 * spend.mean()


def test_the_demo_holds_comments_that_must_be_shown_letter_for_letter(demo):
    comments = demo["Comment"].dropna()
    assert len(comments) == 3_000
    assert comments.str.startswith("=").any()
    assert comments.str.contains("<b>", regex=False).any()
    assert comments.str.contains("![", regex=False).any()
    assert comments.str.contains("\n", regex=False).any()


@pytest.mark.parametrize(
    ("round_", "bands", "leavers"),
    [("Before live chat was mended", (200, 200, 600), 344), ("After live chat was mended", (100, 200, 700), 252)],
)
def test_each_barktalk_round_is_the_guides_example_exactly(barktalk, round_, bands, leavers):
    ratings = barktalk.loc[barktalk["Round"] == round_, "Satisfaction"]
    assert (sum(ratings <= 2), sum(ratings == 3), sum(ratings >= 4)) == bands
    assert truths.expected_leavers(ratings) == pytest.approx(leavers)
    assert set(barktalk["Yearly spend"]) == {500}


def test_the_dissatisfied_of_the_first_round_mostly_complain_about_the_wait_in_live_chat(barktalk):
    low = barktalk[barktalk["Round"].str.startswith("Before") & (barktalk["Satisfaction"] <= 2)]["Comment"].dropna()
    assert len(low) > 150
    assert low.str.contains("chat|wait", case=False).mean() > 0.7
    assert low.nunique() > 100


def test_the_generator_writes_the_files_again(tmp_path):
    spec = importlib.util.spec_from_file_location("generate", ROOT / "data" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    generate.main(tmp_path)
    # what is packed is compared, for zlib packs a little differently from release to release
    packed = [gzip.decompress((folder / "demo.csv.gz").read_bytes()) for folder in (tmp_path, ROOT / "data")]
    assert packed[0] == packed[1]
    assert (tmp_path / "barktalk.csv").read_bytes() == (ROOT / "data" / "barktalk.csv").read_bytes()
