"""The trend: hidden periods leave a gap, unfinished ones are hollow, the hover holds the base and the interval."""

from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from csat_core.figures.across import AROUND, LINE
from csat_core.figures.multiples import multiples
from csat_core.figures.spark import spark
from csat_core.figures.style import NEUTRAL, SATISFIED
from csat_core.figures.trend import Beside, numbers_of, trend
from csat_core.model.event import Event, EventKind
from csat_core.model.measure import Measure
from csat_core.stats.control import Signal

HOLLOW = "rgba(0,0,0,0)"


def months(shares: list[float | None], partial: tuple[int, ...] = ()) -> pd.DataFrame:
    """Months of 2026 with these shares of 200 answers; None is a month hidden for its small base."""
    known = np.array([np.nan if share is None else share for share in shares])
    hidden = np.isnan(known)
    return pd.DataFrame(
        {
            "start": [date(2026, month, 1) for month in range(1, len(shares) + 1)],
            "label": [f"2026-{month:02d}" for month in range(1, len(shares) + 1)],
            "partial": [at in partial for at in range(len(shares))],
            "hidden": hidden,
            "share": known,
            "low": known - 0.05,
            "high": known + 0.05,
            "base": np.where(hidden, np.nan, 200.0),
        }
    )


def line(figure: go.Figure) -> go.Scatter:
    """The line of the score."""
    (found,) = (trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines+markers")
    return found


def bands(figure: go.Figure) -> list[go.Scatter]:
    """The intervals, one for each stretch without a gap."""
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]


def test_the_line_is_the_share_in_percent_at_the_start_of_each_period() -> None:
    drawn = line(trend(months([0.6, 0.65, 0.7])))
    assert list(drawn.y) == pytest.approx([60, 65, 70])
    assert [str(day)[:10] for day in drawn.x] == ["2026-01-01", "2026-02-01", "2026-03-01"]


def test_the_hover_holds_the_period_the_interval_and_the_base() -> None:
    drawn = line(trend(months([0.6, 0.65]), measure="Promoters"))
    assert drawn.hovertext[1] == "<b>Feb 2026</b><br>Promoters 65.0 %<br>95 % interval 60.0 to 70.0 %<br>base 200"


def test_a_hidden_period_is_a_gap_that_gives_nothing_away() -> None:
    figure = trend(months([0.6, 0.62, None, 0.7, 0.71]))
    drawn, answers = line(figure), figure.data[0]
    assert np.isnan(drawn.y[2])
    assert drawn.connectgaps is None
    assert drawn.hovertext[2] == "<b>Mar 2026</b><br>hidden: too few answers"
    assert np.isnan(answers.y[2])


def test_the_interval_is_one_band_for_each_stretch_without_a_gap() -> None:
    first, second = bands(trend(months([0.6, 0.62, None, 0.7, 0.71])))
    assert list(first.y) == pytest.approx([65, 67, 57, 55])
    assert list(second.y) == pytest.approx([75, 76, 66, 65])


def test_a_lone_period_has_its_interval_as_a_bar() -> None:
    _, lone = bands(trend(months([0.6, 0.62, None, 0.7])))
    assert list(lone.y) == pytest.approx([65, 75])
    assert len({str(day) for day in lone.x}) == 1


def test_a_period_that_is_not_complete_is_hollow_and_says_so() -> None:
    drawn = line(trend(months([0.6, 0.65, 0.7], partial=(2,))))
    assert list(drawn.marker.color) == [SATISFIED, SATISFIED, HOLLOW]
    assert list(drawn.marker.line.color) == [SATISFIED, SATISFIED, NEUTRAL]
    assert drawn.hovertext[2].startswith("<b>Mar 2026</b> (not complete yet)<br>")


def test_the_answers_stand_below_the_line_as_bars() -> None:
    figure = trend(months([0.6, 0.7]))
    assert figure.data[0].type == "bar"
    assert list(figure.data[0].y) == [200, 200]
    assert figure.data[0].yaxis == "y2"
    assert figure.layout.yaxis2.range[1] == 900


def test_a_mark_carries_the_label_of_its_period() -> None:
    assert list(line(trend(months([0.6, 0.7]))).customdata) == ["2026-01", "2026-02"]


def test_the_last_known_score_is_written_beside_its_mark() -> None:
    (last,) = trend(months([0.6, 0.704, None])).layout.annotations
    assert last.text == "<b>70.4 %</b>"
    assert str(last.x)[:10] == "2026-02-01"


def test_the_score_that_is_written_is_that_of_the_last_complete_period_at_its_own_mark() -> None:
    (last,) = trend(months([0.6, 0.704, 0.5], partial=(2,))).layout.annotations
    assert (last.text, str(last.x)[:10], last.y) == ("<b>70.4 %</b>", "2026-02-01", pytest.approx(70.4))
    assert (last.xanchor, last.yanchor) == ("left", "bottom")  # the line goes down from there
    (rising,) = trend(months([0.6, 0.5, 0.704], partial=(2,))).layout.annotations
    assert (rising.text, rising.yanchor) == ("<b>50.0 %</b>", "top")
    (mixed,) = trend(months([0.6, 0.5, 0.704]).assign(mixed=[False, False, True])).layout.annotations
    assert mixed.text == "<b>50.0 %</b>"
    (alone,) = trend(months([0.6], partial=(0,))).layout.annotations
    assert alone.text == "<b>60.0 %</b>"


def test_the_small_trends_say_the_last_complete_period_too() -> None:
    table = months([0.6, 0.704, 0.5], partial=(2,))
    assert [note.text for note in spark(table, "CSAT").layout.annotations] == ["<b>Feb 2026: 70.4 %</b>"]
    (title,) = multiples([table], ["App"], [600], "CSAT").layout.annotations
    assert title.text == "<b>App</b><br>70.4 % last · 600 answers"


def test_the_written_score_keeps_off_the_words_of_an_unusual_mark() -> None:
    table = judged([0.6, 0.6, 0.6, 0.5, 0.5, 0.3, 0.4])
    table["partial"], table["signal"] = [*([False] * 6), True], [*([None] * 5), Signal.BELOW, None]
    notes = {note.text: note for note in trend(table, beside=Beside(limits=True)).layout.annotations}
    assert notes["below the usual range"].yshift < 0 < notes["<b>30.0 %</b>"].yshift


def test_the_axis_holds_every_interval_and_stays_within_0_and_100() -> None:
    low, high = trend(months([0.05, 0.98])).layout.yaxis.range
    assert low == 0
    assert high == 100
    low, high = trend(months([0.6, 0.62])).layout.yaxis.range
    assert low < 55 < 67 < high


def test_the_axis_says_what_it_measures() -> None:
    axis = trend(months([0.6, 0.7]), measure="Easy (CES)").layout.yaxis
    assert axis.title.text == "Easy (CES), % satisfied"
    assert axis.ticksuffix == " %"


@pytest.mark.parametrize("shares", [[None], [None, None, None]])
def test_periods_that_are_all_hidden_leave_an_empty_chart(shares: list[None]) -> None:
    figure = trend(months(shares))
    assert np.isnan(np.asarray(line(figure).y, dtype=float)).all()
    assert bands(figure) == []
    assert len(figure.layout.annotations) == 0


def test_one_period_alone_is_drawn_in_the_middle() -> None:
    figure = trend(months([0.6]))
    assert list(line(figure).y) == pytest.approx([60])
    assert [day[:10] for day in figure.layout.xaxis.range] == ["2025-12-17", "2026-01-16"]


def judged(shares: list[float | None]) -> pd.DataFrame:
    """Months with limits 40 to 80 %, the last one below them, and one wording after the third month, another before."""
    table = months(shares)
    size = len(table)
    return table.assign(
        end=[date(2026, month, 28) for month in range(1, size + 1)],
        mixed=False,
        stretch=[int(at >= 3) for at in range(size)],
        limit_low=0.4,
        limit_high=0.8,
        signal=[*([None] * (size - 1)), Signal.BELOW],
    )


def test_a_change_of_the_wording_breaks_the_line_and_the_band() -> None:
    figure = trend(judged([0.6, 0.6, 0.6, 0.5, 0.5, 0.3]))
    lines = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines+markers"]
    assert [len(trace.x) for trace in lines] == [3, 3]
    assert len(bands(figure)) == 2


def test_the_usual_range_is_stepped_and_what_lies_beyond_is_marked_by_shape_and_word() -> None:
    figure = trend(judged([0.6, 0.6, 0.6, 0.5, 0.5, 0.3]), beside=Beside(limits=True))
    steps = [trace for trace in figure.data if trace.name == "usual range"]
    assert [list(trace.y) for trace in steps] == [pytest.approx([40] * 6), pytest.approx([80] * 6)]
    assert steps[0].line.shape == "hvh"
    (marks,) = (trace for trace in figure.data if trace.name == "unusual")
    assert (list(marks.marker.symbol), list(marks.y)) == (["triangle-down"], pytest.approx([30]))
    assert "below the usual range" in [note.text for note in figure.layout.annotations]
    last = [trace for trace in figure.data if getattr(trace, "mode", None) == "lines+markers"][-1]
    assert last.hovertext[-1].endswith("<br><b>below the usual range</b>")


def test_a_period_of_a_run_or_a_drift_is_an_open_triangle_and_one_beyond_the_range_a_full_one() -> None:
    table = judged([0.6, 0.6, 0.6, 0.5, 0.5, 0.3])
    table["signal"] = [Signal.RUN_ABOVE, Signal.DRIFT_UP, Signal.ABOVE, Signal.RUN_BELOW, None, Signal.BELOW]
    (marks,) = (t for t in trend(table, beside=Beside(limits=True)).data if t.name == "unusual")
    assert list(marks.marker.symbol) == [
        "triangle-up-open", "triangle-up-open", "triangle-up", "triangle-down-open", "triangle-down"
    ]  # fmt: skip


def test_target_and_baseline_are_named_lines_within_the_axis() -> None:
    figure = trend(months([0.6, 0.6, 0.7]), beside=Beside(target=0.9, baseline=0.2))
    assert sorted(shape.y0 for shape in figure.layout.shapes) == pytest.approx([20, 90])
    assert {"target<br>90.0 %", "baseline<br>20.0 %"} <= {note.text for note in figure.layout.annotations}
    low, high = figure.layout.yaxis.range
    assert low < 20 < 90 < high


@pytest.mark.parametrize(("target", "baseline"), [(0.705, 0.69), (0.7, 0.7), (0.71, 0.72), (0.66, 0.65)])
def test_the_names_of_the_lines_and_the_last_score_keep_off_each_other(target: float, baseline: float) -> None:
    figure = trend(months([0.6, 0.6, 0.7]), beside=Beside(target=target, baseline=baseline))
    low, high = figure.layout.yaxis.range
    unit = (figure.layout.height - AROUND) / (high - low)
    names = [note for note in figure.layout.annotations if note.xref == "paper"]
    rooms = [(70 * unit - LINE / 2, 70 * unit + LINE / 2)]
    for note in names:
        middle, half = note.y * unit + note.yshift, LINE * (1 + note.text.count("<br>")) / 2
        rooms.append((middle - half, middle + half))
    rooms.sort()
    assert len(names) == len({target, baseline})
    assert all(below[1] <= above[0] + 1 for below, above in pairwise(rooms))  # a shift is a whole pixel


def event(day: str, name: str = "Release") -> Event:
    return Event(day=date.fromisoformat(day), name=name)


def names(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations if note.yref == "paper"]


def test_an_event_is_a_thin_line_with_its_name_shown_letter_by_letter() -> None:
    figure = trend(months([0.6, 0.6, 0.7]), beside=Beside(events=(event("2026-02-10", "<b>new</b>"),)))
    assert names(figure) == ["&lt;b&gt;new&lt;/b&gt;"]
    assert figure.layout.shapes[0].x0 == "2026-02-10"
    assert figure.layout.shapes[0].line.width == 1


def test_events_outside_of_the_axis_are_not_drawn() -> None:
    assert names(trend(months([0.6, 0.7]), beside=Beside(events=(event("2025-01-01"), event("2027-01-01"))))) == []


def test_names_close_together_stand_in_rows_of_their_own() -> None:
    close = (event("2026-02-10", "One release"), event("2026-02-12", "Another"), event("2026-02-14", "Third"))
    figure = trend(months([0.6] * 6), beside=Beside(events=close))
    heights = [note.yshift for note in figure.layout.annotations if note.yref == "paper"]
    assert len(set(heights)) == 3
    assert figure.layout.margin.t > 14 + 3 * 16


def test_many_events_are_numbered_and_the_numbers_can_be_looked_up() -> None:
    many = tuple(event(f"2026-0{1 + at // 2}-{5 + 14 * (at % 2):02d}", f"Event {at}") for at in range(10))
    figure = trend(months([0.6] * 6), beside=Beside(events=many))
    assert names(figure) == [str(number) for number in range(1, 11)]
    assert numbers_of(months([0.6] * 6), many) == {each: at for at, each in enumerate(many, 1)}
    assert numbers_of(months([0.6] * 6), many[:1]) == {}


def test_a_mean_is_drawn_in_its_own_units() -> None:
    table = months([0.6, 0.7]).assign(mean=[3.5, 4.0], mean_low=[3.4, 3.9], mean_high=[3.6, 4.1])
    figure = trend(table, "Mean answer", drawn=Measure.MEAN)
    assert list(line(figure).y) == [3.5, 4.0]
    assert line(figure).hovertext[1] == "<b>Feb 2026</b><br>Mean answer 4.00<br>95 % interval 3.90 to 4.10<br>base 200"
    assert figure.layout.yaxis.ticksuffix == ""
    assert figure.layout.annotations[0].text == "<b>4.00</b>"


def test_small_pictures_share_one_axis() -> None:
    tables, names = [months([0.6, 0.7]), months([0.1, 0.2]), months([None, None])], ["App", "<b>Web", "Shop"]
    small = multiples(tables, names, [200, 1_200, 0], "CSAT").layout
    assert small.yaxis.range == small.yaxis3.range == small.yaxis5.range
    low, high = small.yaxis.range
    assert low <= 5 < 75 <= high
    assert [title.text for title in small.annotations] == [
        "<b>App</b><br>70.0 % last · 200 answers",
        "<b>&lt;b&gt;Web</b><br>20.0 % last · 1,200 answers",
        "<b>Shop</b><br>0 answers",
    ]


def test_the_wide_bands_of_a_small_group_do_not_flatten_the_small_pictures() -> None:
    table = months([0.6, 0.7]).assign(low=0.0, high=1.0)
    low, high = multiples([table], ["App"], [20], "CSAT").layout.yaxis.range
    assert 50 < low < 60 < 70 < high < 75


def test_small_pictures_stand_two_by_two_each_with_its_line_and_events() -> None:
    event = Event(day=date(2026, 1, 20), name="Release", kind=EventKind.RELEASE)
    tables = [months([0.6, 0.7]), months([0.1, 0.2]), months([0.3, 0.4])]
    small = multiples(tables, ["A", "B", "C"], [1, 2, 3], "CSAT", beside=Beside(events=(event,), names=False))
    lines = {trace.xaxis: list(trace.y) for trace in small.data if trace.name == "CSAT"}
    assert lines == {"x": [60, 70], "x2": [10, 20], "x3": [30, 40]}
    assert [shape.xref for shape in small.layout.shapes] == ["x", "x2", "x3"]
    across, down = ([axis.domain for axis in axes] for axes in (
        (small.layout.xaxis, small.layout.xaxis2, small.layout.xaxis3),
        (small.layout.yaxis, small.layout.yaxis3, small.layout.yaxis5),
    ))  # fmt: skip
    assert across[0] == across[2] != across[1]
    assert down[0] == down[1]
    assert down[2][1] < down[0][0]
    assert multiples([], [], [], "CSAT").data == ()


def test_the_small_trend_is_the_line_and_its_band_alone_with_the_target_in_sight() -> None:
    figure = spark(months([0.6, 0.62, None, 0.7, 0.66]), "CSAT", target=0.8)
    assert not [mark for mark in figure.data if mark.type == "bar"]
    assert list(line(figure).y) == pytest.approx([60, 62, np.nan, 70, 66], nan_ok=True)
    low, high = figure.layout.yaxis.range
    # the band begins at 55 %, the target is at 80 %: a pad of 8 % of that on either side
    assert (low, high) == pytest.approx((53, 82))
    assert [note.text for note in figure.layout.annotations] == ["<b>66.0 %</b>", "target<br>80.0 %"]


def test_the_small_trend_of_no_period_is_an_empty_figure() -> None:
    assert len(line(spark(months([None]), "CSAT")).y) == 1
