"""Fourteen drivers, through the product, against the regression of all 16,384 subsets of them."""

from pathlib import Path

from tests.reference.brute_force_drivers import differences, look_alike


def test_importance_of_fourteen_drivers_is_that_of_every_subset(tmp_path: Path) -> None:
    frame = look_alike()
    path = tmp_path / "airline.csv"
    frame.to_csv(path, index=False)
    found = differences(path, frame, tmp_path)
    assert (found["drivers"], found["base"]) == (14, 0)
    assert found["r_squared"] < 1e-12
    assert found["importance"] < 1e-12
