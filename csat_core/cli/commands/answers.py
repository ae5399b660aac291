"""Commands about the answers of a dataset, a question each."""

from typing import Annotated

import typer

from csat_core.cli import files
from csat_core.cli.calls import Document, Need
from csat_core.cli.choices import Rounds, Typed, customers_from, leaving_from
from csat_core.cli.commands.base import app, call_of
from csat_core.cli.options import Named, NamedOrNone, chooses_answers
from csat_core.errors import CsatError
from csat_core.ingest.lists.listing import MOST_BYTES
from csat_core.model.measure import Measure
from csat_core.model.period import Grain


class NeitherOrBothError(CsatError):
    """Two ways to say which customers are meant, and not exactly one was taken."""

    def __init__(self) -> None:
        super().__init__('Give roi either a dataset or three counts of customers (--counts "200,200,600").')


class OneOfThreeError(CsatError):
    """Not exactly one of the things that benchmark can do was asked for."""

    def __init__(self) -> None:
        super().__init__("Give benchmark either a dataset to compare, --list, or --add with a file.")


class NotWithCountsError(CsatError):
    """Answers of a dataset were chosen, but counts were typed."""

    def __init__(self) -> None:
        super().__init__(
            "--question, --scheme, --where, --since and --until choose answers of a dataset; "
            "leave them out beside --counts."
        )


@app.command()
@chooses_answers()
def score(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    by: Annotated[list[str] | None, typer.Option("--by", metavar="SEGMENT", help="One row for each group.")] = None,
    period: Annotated[Grain | None, typer.Option("--period", help="One row for each period.")] = None,
) -> Document:
    """Score the answers to a question: satisfied share with its interval, mean, top box, net."""
    from csat_core.cli import scores  # pandas and scipy: a second that the other commands need not wait

    return scores.score(call_of(context).open(Need.READ), dataset, typed, tuple(by or ()), period)


@app.command()
@chooses_answers("--outcome")
def drivers(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    driver: Annotated[
        list[str] | None, typer.Option("--driver", metavar="Q", help="Only these; a segment for its association alone.")
    ] = None,
    binary: Annotated[bool, typer.Option("--binary", help="The outcome as satisfied or not.")] = False,
    pairwise: Annotated[
        bool | None,
        typer.Option("--pairwise/--listwise", help="Each pair of questions on those who answered both, or not."),
    ] = None,
) -> Document:
    """Say what goes together with satisfaction, how much each driver matters, and what to do first."""
    from csat_core.cli import drivers as found  # pandas and scipy: a second that the other commands need not wait
    from csat_core.model.plan import MissingRule

    missing = None if pairwise is None else MissingRule.PAIRWISE if pairwise else MissingRule.LISTWISE
    store = call_of(context).open(Need.READ)
    return found.of_dataset(store, dataset, typed, tuple(driver or ()), is_binary=binary, missing=missing)


@app.command()
@chooses_answers()
def segments(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    segment: Annotated[
        str, typer.Argument(metavar="SEGMENT", help="A column, new_or_existing, or a metric (in bands).")
    ],
    by: Annotated[str | None, typer.Option("--by", metavar="SEGMENT", help="Cross it with a second segment.")] = None,
    cuts: Annotated[
        str | None, typer.Option("--cuts", metavar="A,B,C", help="Where a metric is cut into bands; else proposed.")
    ] = None,
    roll_up: Annotated[
        bool, typer.Option("--roll-up", help="Groups too small to show stand together as one instead of being hidden.")
    ] = False,
) -> Document:
    """Compare the groups of customers: which are less satisfied, beyond chance?"""
    from csat_core.cli import groups  # pandas and scipy: a second that the other commands need not wait

    chosen = (segment,) if by is None else (segment, by)
    return groups.groups(call_of(context).open(Need.READ), dataset, typed, chosen, cuts, roll_up)


@app.command()
@chooses_answers()
def journey(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    stages: Annotated[
        str | None, typer.Option("--stages", metavar="COLUMN", help="What says the stage; else the touchpoint.")
    ] = None,
    period: Annotated[Grain | None, typer.Option("--period", help="The change is that of periods so long.")] = None,
) -> Document:
    """Say at which stage customers lose satisfaction, and whether waiting or asking again goes with it."""
    from csat_core.cli import journeys  # pandas and scipy: a second that the other commands need not wait

    return journeys.journey_of(call_of(context).open(Need.READ), dataset, typed, stages, period)


@app.command()
@chooses_answers()
def benchmark(
    context: typer.Context,
    typed: Typed,
    dataset: NamedOrNone = None,
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="NAME",
            help="An industry, a benchmark of your own, 'same period last year', 'best quarter', 'baseline', "
            "'best SEGMENT'; else the industry of the dataset.",
        ),
    ] = "industry",
    as_list: Annotated[bool, typer.Option("--list", help="Name every benchmark there is.")] = False,
    add: Annotated[
        str | None, typer.Option("--add", metavar="FILE", help="Bring benchmarks of your own in, from a CSV.")
    ] = None,
    period: Annotated[
        Grain | None, typer.Option("--period", help="How long a period of our past is; else the proposed length.")
    ] = None,
) -> Document:
    """Compare a dataset with an industry, with figures of your own, with its past or with its best group."""
    from csat_core.cli import benchmarks  # pandas and scipy: a second that the other commands need not wait

    call = call_of(context)
    if (dataset is not None) + as_list + (add is not None) != 1:
        raise OneOfThreeError
    if as_list:
        return benchmarks.listed(call.open(Need.TRIAL))
    if add is not None:
        content = files.content(call, add, MOST_BYTES)
        return benchmarks.added(call.open(Need.WRITE), content)
    return benchmarks.compared(call.open(Need.READ), dataset or "", against, typed, period)


@app.command()
@chooses_answers()
def trend(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    period: Annotated[Grain | None, typer.Option("--period", help="How long a period is; else a fitting one.")] = None,
    rolling: Annotated[bool, typer.Option("--rolling", help="Windows of 30 days that end on each day.")] = False,
    by: Annotated[str | None, typer.Option("--by", metavar="SEGMENT", help="Each group of it on its own too.")] = None,
    measure: Annotated[Measure, typer.Option("--measure", help="What is compared.")] = Measure.SHARE,
) -> Document:
    """Say whether satisfaction is moving: periods with their usual range, comparisons, and what happened."""
    from csat_core.cli import trends  # pandas and scipy: a second that the other commands need not wait

    wish = trends.Wish(period=period, rolling=rolling, by=by, measure=measure)
    return trends.trend_of(call_of(context).open(Need.READ), dataset, typed, wish)


@app.command()
@chooses_answers()
def roi(
    context: typer.Context,
    typed: Typed,
    dataset: NamedOrNone = None,
    counts: Annotated[
        str | None, typer.Option("--counts", metavar="D,N,S", help="Customers dissatisfied, neutral, satisfied.")
    ] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="D,N,S", help="The same customers after a change.")
    ] = None,
    spend: Annotated[
        float | None, typer.Option("--spend", metavar="AMOUNT", help="What a customer spends in a year.")
    ] = None,
    churn: Annotated[
        str | None, typer.Option("--churn", metavar="D,N,S", help="The share that leaves; else 0.92,0.80,0.")
    ] = None,
    customers: Annotated[
        float | None, typer.Option("--customers", metavar="N", help="Scale from those counted to so many customers.")
    ] = None,
    rounds: Annotated[
        Rounds, typer.Option("--round", help="Of a survey asked in rounds: its last one, or all of them.")
    ] = Rounds.LAST,
) -> Document:
    """Work out the revenue at risk, and what a better score is worth."""
    from csat_core.cli import money  # pandas and scipy: a second that the other commands need not wait

    plan = money.Plan(
        after=customers_from("--after", after) if after is not None else None,
        spend=spend,
        leaving=leaving_from("--churn", churn) if churn is not None else None,
        customers=customers,
        rounds=rounds,
    )
    if (dataset is None) == (counts is None):
        raise NeitherOrBothError
    if dataset is not None:
        return money.of_dataset(call_of(context).open(Need.READ), dataset, typed, plan)
    if not typed.is_empty:
        raise NotWithCountsError
    return money.of_customers(customers_from("--counts", counts or ""), plan)
