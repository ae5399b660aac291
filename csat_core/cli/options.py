"""Options: what several commands can be given, in the same words."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed

Named = Annotated[str, typer.Argument(metavar="DATASET", help="The dataset, by name or by number.")]
NamedOrNone = Annotated[str | None, typer.Argument(metavar="DATASET", help="The dataset, by name or by number.")]
Scheme = Annotated[
    str | None, typer.Option("--scheme", metavar="S", help="Which answers count as satisfied; else the proposed one.")
]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="COLUMN=VALUE", help="Only these answers; nothing behind the = means blank."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="The first day, as 2026-03-31.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="The last day.")]

Command = Callable[..., Document]


def chooses_answers(question: str = "--question") -> Callable[[Command], Command]:
    """Puts the options that choose answers of a dataset behind those of a command, in place of its `typed`.

    `question` is what the option for the question is called.
    """
    options = {"question": _question(question), "scheme": Scheme, "where": Where, "since": Since, "until": Until}

    def choosing(command: Command) -> Command:
        @functools.wraps(command)
        def given(**values: Any) -> Document:
            chosen = {name: values.pop(name) for name in options}
            return command(**values, typed=Typed(**chosen | {"where": tuple(chosen["where"] or ())}))

        own = [each for each in inspect.signature(command).parameters.values() if each.name != "typed"]
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        shared = [inspect.Parameter(name, kind, default=None, annotation=option) for name, option in options.items()]
        vars(given)["__signature__"] = inspect.Signature([*own, *shared])
        given.__annotations__ = {each.name: each.annotation for each in (*own, *shared)}
        return given

    return choosing


def _question(named: str) -> Any:
    words = "By id (q03), name, or #7 (column 7); else the main one."
    return Annotated[str | None, typer.Option(named, metavar="Q", help=words)]
