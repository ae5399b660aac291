"""Commands that write files to keep, put them back, and erase."""

from typing import Annotated

import typer

from csat_core.cli import safekeeping
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.commands.base import app, call_of
from csat_core.cli.options import Named, chooses_answers
from csat_core.model.period import Grain
from csat_core.model.report_page import ReportFormat, ReportPage


@app.command()
@chooses_answers()
def report(
    context: typer.Context,
    typed: Typed,
    dataset: Named,
    format: Annotated[ReportFormat, typer.Option("--format", help="Which kind of file.")],
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="Where the report goes.")],
    page: Annotated[
        list[ReportPage] | None, typer.Option("--page", help="Only this page, or these; else all of them.")
    ] = None,
    period: Annotated[Grain | None, typer.Option("--period", help="How long a period is; else a fitting one.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file that is there.")] = False,
) -> Document:
    """Write what the pages say of a dataset into one file: HTML, slides, a workbook or PDF."""
    from csat_core.cli import (
        reports,  # every page and every kind of file: seconds that the other commands need not wait
    )

    order = reports.Order(pages=tuple(page or ()), format=format, out=out, replace=force, period=period)
    return reports.reported(call_of(context), dataset, typed, order)


@app.command()
def backup(
    context: typer.Context,
    out: Annotated[str, typer.Option("--out", metavar="FILE", help="Where the backup goes.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file that is there.")] = False,
) -> Document:
    """Copy the whole store into one file and check the copy; people may go on working."""
    return safekeeping.backed_up(call_of(context), out, force=force)


@app.command()
def restore(
    context: typer.Context, file: Annotated[str, typer.Argument(metavar="FILE", help="A file that backup made.")]
) -> Document:
    """Put a backup in the place of the store, and keep the replaced store beside it. Stop the app before."""
    return safekeeping.restored(call_of(context), file)


@app.command()
def erase(
    context: typer.Context,
    dataset: Named,
    customer: Annotated[str, typer.Option("--customer", metavar="ID", help="The customer's id, letter for letter.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Count the rows, and remove nothing.")] = False,
) -> Document:
    """Remove every row of one customer from a dataset, for good."""
    return safekeeping.erased(call_of(context), dataset, customer, dry_run=dry_run)
