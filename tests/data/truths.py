"""The numbers planted in the example files, worked out from the files with pandas, scipy and statsmodels alone.

Nothing of the product is imported here, so that the product's own numbers can be held against these.
Shares are 0-1, differences of shares too; the base of every share is the answers with a rating in that group.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
OUTCOME = "Overall satisfaction"
DRIVERS = ["Speed of reply", "Helpfulness of staff", "Knowledge of staff", "Order accuracy", "Personal touches",
           "Value for money"]
MINUTES_BANDS = ["3 or less", "3 to 10", "10 to 60", "over 60"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A share now minus a share before, with Newcombe's 95 % interval."""

    change: float
    low: float
    high: float
    base_before: int
    base_now: int


def read(name: str) -> pd.DataFrame:
    """A file of the data folder with the dates read and nothing but an empty cell taken for blank."""
    dates = {"demo.csv.gz": "Survey date", "barktalk.csv": "Date"}
    return pd.read_csv(DATA / name, parse_dates=[dates[name]], keep_default_na=False, na_values=[""])


def answers(table: pd.DataFrame) -> pd.DataFrame:
    """The answered rows, with `satisfied` and `dissatisfied` as 0/1."""
    rated = table[table[OUTCOME].notna()].copy()
    return rated.assign(satisfied=(rated[OUTCOME] >= 4).astype(int), dissatisfied=(rated[OUTCOME] <= 2).astype(int))


def during(table: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    """The rows of a period, both days included."""
    return table[table["Survey date"].between(first, last)]


def shares(rated: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per level of `by`: base, satisfied share and its Wilson interval."""
    table = rated.groupby(by)["satisfied"].agg(base="size", satisfied="sum")
    low, high = proportion_confint(table["satisfied"], table["base"], method="wilson")
    return table.assign(share=table["satisfied"] / table["base"], low=low, high=high)


def difference(before: pd.DataFrame, now: pd.DataFrame) -> Difference:
    """The change of the satisfied share from `before` to `now`."""
    low, high = confint_proportions_2indep(
        now["satisfied"].sum(), len(now), before["satisfied"].sum(), len(before), method="newcomb")
    return Difference(change=now["satisfied"].mean() - before["satisfied"].mean(), low=low, high=high,
                      base_before=len(before), base_now=len(now))


def change_per_level(before: pd.DataFrame, now: pd.DataFrame, by: str) -> dict[str, Difference]:
    """The change of the satisfied share inside every level of `by`."""
    return {level: difference(before[before[by] == level], now[now[by] == level]) for level in sorted(now[by].unique())}


def rate_and_mix(before: pd.DataFrame, now: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per level: the part of the total change due to its own score (`rate`) and to its size (`mix`).

    Kitagawa (1955), with the mix part centred on the mean of both totals; the two columns add up to the change.
    """
    was, is_ = shares(before, by), shares(now, by)
    size_was, size_is = was["base"] / len(before), is_["base"] / len(now)
    middle = (before["satisfied"].mean() + now["satisfied"].mean()) / 2
    rate = (size_was + size_is) / 2 * (is_["share"] - was["share"])
    mix = ((was["share"] + is_["share"]) / 2 - middle) * (size_is - size_was)
    return pd.DataFrame({"size_before": size_was, "size_now": size_is, "rate": rate, "mix": mix})


def chi_square(rated: pd.DataFrame, by: str) -> tuple[float, float]:
    """Pearson's chi-square of `by` against satisfied, and its p-value."""
    result = stats.chi2_contingency(pd.crosstab(rated[by], rated["satisfied"]), correction=False)
    return result.statistic, result.pvalue


def with_minutes_band(rated: pd.DataFrame) -> pd.DataFrame:
    """The answers that waited for a reply, with the band of minutes."""
    waited = rated[rated["Minutes to reply"].notna()]
    band = pd.cut(waited["Minutes to reply"], [0, 3, 10, 60, np.inf], labels=MINUTES_BANDS)
    return waited.assign(band=band.astype(str))


def trend_across_bands(rated: pd.DataFrame) -> float:
    """The z of the Cochran-Armitage test for a trend over the bands of minutes, scores 1 to 4."""
    waited = with_minutes_band(rated)
    score = waited["band"].map({band: place for place, band in enumerate(MINUTES_BANDS, start=1)})
    correlation = np.corrcoef(score, waited["satisfied"])[0, 1]
    return float(correlation * np.sqrt(len(waited)))


def penalty_reward(rated: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """One row per driver: what a low (1-2) and a high (4-5) rating change in the share of `outcome`, with intervals.

    One linear regression of the 0/1 outcome on the low and high marks of all drivers; the base is the answers that
    rated every driver; robust standard errors (HC1), because a 0/1 outcome has no constant spread.
    """
    complete = rated.dropna(subset=DRIVERS)
    marks = {}
    for driver in DRIVERS:
        marks[f"{driver} low"] = (complete[driver] <= 2).astype(float)
        marks[f"{driver} high"] = (complete[driver] >= 4).astype(float)
    fit = sm.OLS(complete[outcome], sm.add_constant(pd.DataFrame(marks))).fit(cov_type="HC1")
    interval = fit.conf_int()
    rows = {}
    for driver in DRIVERS:
        low, high = f"{driver} low", f"{driver} high"
        rows[driver] = {"low": fit.params[low], "low_from": interval.loc[low, 0], "low_to": interval.loc[low, 1],
                        "high": fit.params[high], "high_from": interval.loc[high, 0], "high_to": interval.loc[high, 1],
                        "base": len(complete)}
    return pd.DataFrame(rows).T


def latest_answers(rated: pd.DataFrame) -> pd.DataFrame:
    """One row per customer: the latest answer."""
    return rated.sort_values(["Survey date", "Response ID"]).drop_duplicates("Customer ID", keep="last")


def expected_leavers(ratings: pd.Series, dissatisfied: float = 0.92, neutral: float = 0.80) -> float:
    """How many of those who answered are expected to leave, at a leaving rate for 1-2 and one for 3."""
    return float((ratings <= 2).sum() * dissatisfied + (ratings == 3).sum() * neutral)
