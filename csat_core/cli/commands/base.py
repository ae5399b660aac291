"""The command line itself: what every command hangs on."""

from pathlib import Path
from typing import Annotated, cast

import typer

from csat_core.cli.calls import Call

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def call_of(context: typer.Context) -> Call:
    """The surroundings of the call that is being answered."""
    return cast(Call, context.obj)


@app.callback()
def csat(
    database: Annotated[
        Path | None,
        typer.Option("--database", metavar="PATH", help="The database; else CSAT_DATABASE, else data/csat.duckdb."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")] = False,
    version: Annotated[bool, typer.Option("--version", help="The version.")] = False,
) -> None:
    """Customer-satisfaction analytics: response files in, decisions out. --json and --database may stand anywhere."""
    # All three are taken out before; they stand here for the help.
