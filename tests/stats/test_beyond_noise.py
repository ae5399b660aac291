"""One of many against the rest: what holds although many were compared."""

import numpy as np
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from csat_core.stats.contingency import beyond_noise


def test_it_is_the_pooled_z_of_statsmodels_under_holm() -> None:
    satisfied, base = np.array([40, 75, 70, 30, 66]), np.array([100, 100, 100, 45, 100])
    p_values = [
        proportions_ztest([met, satisfied.sum() - met], [own, base.sum() - own])[1]
        for met, own in zip(satisfied, base, strict=True)
    ]
    expected = multipletests(p_values, method="holm")[0]
    assert list(beyond_noise(satisfied, base, satisfied.sum(), base.sum())) == list(expected)
    assert list(expected) == [True, True, False, False, False]


def test_among_many_groups_of_chance_hardly_ever_one_stands_out() -> None:
    draw = np.random.default_rng(20)
    base = np.full(50, 60)
    named = 0
    for _ in range(200):
        satisfied = draw.binomial(base, 0.7)
        named += bool(beyond_noise(satisfied, base, satisfied.sum(), base.sum()).any())
    # at most 5 % by Holm; each group judged alone would name one almost always
    assert named <= 20


def test_nothing_stands_out_where_all_are_alike_or_alone() -> None:
    assert list(beyond_noise([60, 60], [60, 60], 120, 120)) == [False, False]
    assert list(beyond_noise([40], [60], 40, 60)) == [False]
