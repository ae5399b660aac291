"""Importance by brute force: the regression of every subset of drivers, from the single responses of a file.

A tool of the tests, not of the product: pandas and NumPy alone, the formula of Shapley's value written out. By hand:
`python -m tests.reference.brute_force_drivers FILE` imports a CSV (also zipped) whose drivers are answers 1 to 5, 0 for
not applicable, and whose outcome has two answers, runs `csat_core drivers`, and prints the largest difference.
"""

import sys
import tempfile
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np
import pandas as pd

from csat_core.cli import run
from csat_core.store import open_store

DRIVERS = 14


def look_alike(rows: int = 2_500, seed: int = 20_260_101) -> pd.DataFrame:
    """A survey like that of an airline: 14 ratings that share a mood, 0 where one is not applicable, two answers."""
    random = np.random.default_rng(seed)
    mood = random.normal(size=rows)
    frame, pull = pd.DataFrame({"ID": range(1, rows + 1)}), np.zeros(rows)
    for at in range(DRIVERS):
        felt = mood * (0.3 + 0.05 * at) + random.normal(size=rows)
        frame[f"Rating {at + 1}"] = np.clip(np.round(3.2 + felt), 1, 5).astype(int)
        pull += felt * (at % 5) / 8
    for at in range(0, DRIVERS, 3):
        frame.loc[random.random(rows) < 0.02, f"Rating {at + 1}"] = 0
    happy = pull + random.normal(size=rows) > 0.4
    frame["Satisfaction"] = np.where(happy, "Satisfied", "Neutral or Dissatisfied")
    return frame


def brute_force(frame: pd.DataFrame, drivers: list[str], outcome: np.ndarray) -> tuple[int, float, np.ndarray]:
    """Complete responses, R2 of all drivers, and the share of each in it; 0 is not applicable."""
    complete = (frame[drivers] > 0).all(axis=1).to_numpy()
    x = frame.loc[complete, drivers].to_numpy(dtype=float)
    y = outcome[complete].astype(float)
    x, y = x - x.mean(axis=0), y - y.mean()
    within, across, total = x.T @ x, x.T @ y, float(y @ y)
    k = len(drivers)
    explained = {(): 0.0}
    for size in range(1, k + 1):
        for subset in combinations(range(k), size):
            at = list(subset)
            explained[subset] = float(across[at] @ np.linalg.solve(within[np.ix_(at, at)], across[at])) / total
    random = np.random.default_rng(1)
    for _ in range(5):  # a few of them again as least squares on the responses themselves
        at = sorted(random.choice(k, size=min(k, 5), replace=False).tolist())
        fitted = x[:, at] @ np.linalg.lstsq(x[:, at], y, rcond=None)[0]
        assert abs(float(fitted @ fitted) / total - explained[tuple(at)]) < 1e-9
    shares = np.zeros(k)
    for subset, before in explained.items():
        weight = factorial(len(subset)) * factorial(k - len(subset) - 1) / factorial(k) if len(subset) < k else 0.0
        for driver in set(range(k)) - set(subset):
            shares[driver] += weight * (explained[tuple(sorted((*subset, driver)))] - before)
    return int(complete.sum()), explained[tuple(range(k))], shares


def differences(path: Path, frame: pd.DataFrame, folder: Path) -> dict[str, float]:
    """The largest difference between brute force and the product on the file at `path`, whose rows are `frame`."""
    store = open_store(folder / "brute.duckdb")
    try:
        code, imported = run(["import", str(path), "--dataset", "Brute"], store)
        assert code == 0, imported
        code, found = run(["drivers", "Brute"], store)
        assert code == 0, found
    finally:
        store.close()
    names = [row["driver"] for row in found["rows"]]
    base, r_squared, shares = brute_force(frame, names, (frame[found["outcome"]] == "Satisfied").to_numpy())
    ours = np.array([row["importance"] for row in found["rows"]])
    return {
        "drivers": len(names),
        "base": abs(base - found["base"]),
        "r_squared": abs(r_squared - found["r_squared"]),
        "importance": float(np.abs(shares - ours).max()),
    }


if __name__ == "__main__":
    given = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as made:
        for name, value in differences(given, pd.read_csv(given), Path(made)).items():
            print(f"{name}: {value:.3g}")
