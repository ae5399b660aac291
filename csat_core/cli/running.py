"""Running: the words of a call become an exit code and a document; nothing is printed and nothing is raised."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from typer.main import get_group

from csat_core import __version__
from csat_core.cli.calls import Call, Document, PartlyDoneError, Progress
from csat_core.cli.commands import app
from csat_core.errors import CsatError
from csat_core.store import Store, StoreLockedError

LOG = logging.getLogger(__name__)

PROGRAM = "python -m csat_core"


class OtherDatabaseError(CsatError):
    """The call names a database, and another one is open."""

    def __init__(self, named: Path, opened: Path) -> None:
        super().__init__(f"The call names the database {named}, but {opened} is open here; leave --database out.")


class BadCallError(CsatError):
    """Words that are no call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a call, those that speak of the call itself set apart."""

    database: str | None
    as_json: bool
    command: tuple[str, ...]
    """The command with everything that is its own."""


def run(
    argv: Sequence[str], store: Store, *, folder: Path | None = None, progress: Progress | None = None
) -> tuple[int, Document]:
    """Exit code and JSON document of a call on `store`: 0 and the answer, or 2 (a bad call), 1 (our fault) and `error`.

    Relative files are looked for in `folder`, by default the folder this process runs in.
    """
    try:
        folder = folder or Path.cwd()
        words = split(argv)
        if words.database is not None and (named := (folder / words.database).resolve()) != store.path:
            raise OtherDatabaseError(named, store.path)
        call = Call(
            open=lambda _need: store,
            database=store.path,
            folder=folder,
            progress=progress or (lambda _share, _text: None),
        )
        return answered(words.command, call)
    except CsatError as error:
        return 2, {"error": str(error)}
    except Exception as error:
        return failed(error)


def failed(error: Exception) -> tuple[int, Document]:
    """Exit code 1 and a sentence for what nobody foresaw; the details go to the log."""
    LOG.exception("A command failed")
    name = type(error).__name__
    return 1, {"error": f"This failed inside the product ({name}); nothing half-done was kept, and the log says why."}


def split(argv: Sequence[str]) -> Words:
    """`argv` with `--json` and `--database` taken out, wherever they stand; raises BadCallError."""
    words, command = list(argv), []
    database, as_json = None, False
    while words:
        word = words.pop(0)
        if word == "--":
            command += [word, *words]
            break
        if word == "--json":
            as_json = True
        elif word == "--database" or word.startswith("--database="):
            database = word.partition("=")[2] or (words.pop(0) if words else "")
            if not database:
                raise BadCallError("--database needs the path of a file behind it.")
        else:
            command.append(word)
    return Words(database=database, as_json=as_json, command=tuple(command))


def answered(command: Sequence[str], call: Call) -> tuple[int, Document]:
    """Exit code and document; raises StoreLockedError, because the caller may know another way to the store."""
    try:
        return 0, _document(command, call)
    except StoreLockedError:
        raise
    except PartlyDoneError as error:
        return 2, {**error.document, "error": str(error)}
    except CsatError as error:
        return 2, {"error": str(error)}
    except typer.TyperException as error:
        return 2, {"error": _sentence(error)}
    except Exception as error:
        return failed(error)


def _document(command: Sequence[str], call: Call) -> Document:
    group = get_group(app)
    names = ", ".join(group.commands)
    options = command[: command.index("--")] if "--" in command else command
    if "--help" in options:
        return {"help": _help(command)}
    if not command:
        raise BadCallError(f"No command was given; choose one of: {names}. --help says more.")
    if command[0] == "--version":
        return {"version": __version__}
    if not command[0].startswith("-") and command[0] not in group.commands:
        raise BadCallError(f"There is no command '{command[0]}'; choose one of: {names}.")
    with group.make_context(PROGRAM, list(command), obj=call) as context:
        document: Document = group.invoke(context)
    return document


def _help(command: Sequence[str]) -> str:
    group = get_group(app)
    context = typer.Context(group, info_name=PROGRAM)
    named = next((word for word in command if word in group.commands), None)
    if named is None:
        return group.get_help(context)
    return group.commands[named].get_help(typer.Context(group.commands[named], info_name=named, parent=context))


def _sentence(error: typer.TyperException) -> str:
    """What is wrong with the words, in one line."""
    text = " ".join(error.format_message().split())
    return f"{text}{'' if text.endswith(('.', '?')) else '.'} --help says what can be given."
