"""Points: where labels stand beside their marks, and where the axes end."""

from csat_core.exports.points import Point, PointGroup, Points, Reach, Side, sides
from csat_core.words.headings import Share


def cloud(*places: tuple[str, float, float]) -> Points:
    """Points of one group, a hundredth on either side of each value."""
    points = tuple(Point(label=label, across=about(x), up=about(y)) for label, x, y in places)
    group = PointGroup(name="All", tone="plain", points=points)
    return Points(groups=(group,), across=Share("x"), up=Share("y"), meeting=(0.5, 0.2))


def about(value: float) -> Reach:
    """A value with its interval."""
    return Reach(value=value, low=value - 0.01, high=value + 0.01)


def test_labels_of_neighbours_stand_on_different_sides() -> None:
    found = sides(
        cloud(
            ("Speed of reply", 0.50, 0.200), ("Knowledge of staff", 0.505, 0.201), ("A long name at the edge", 0.6, 0.3)
        )
    )
    assert len(set(found[:2])) == 2
    assert found[2] is not Side.RIGHT  # the edge is there


def test_the_axes_end_in_whole_steps_around_every_interval_and_within_what_a_share_can_be() -> None:
    across, up = cloud(("a", 0.4, 0.005), ("b", 0.64, 0.31)).frame
    assert (across.low, across.high, across.step) == (0.35, 0.65, 0.05)
    assert (up.low, up.high, up.step) == (0.0, 0.35, 0.05)
    assert cloud(("a", 0.995, 0.2)).frame[0].high == 1.0
    unknown = Point(label="a", across=Reach(value=0.5, low=float("nan"), high=float("nan")), up=about(0.2))
    alone = Points(
        groups=(PointGroup(name="All", tone="plain", points=(unknown,)),), across=Share("x"), up=Share("y"), meeting=(0.5, 0.2)
    )  # fmt: skip
    assert alone.frame[0].high > alone.frame[0].low
