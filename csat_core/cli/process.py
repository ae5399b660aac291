"""The process around a call: which database, who holds it, and what is written where."""

import logging
import os
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from csat_core.cli.calls import Call, Document, Need
from csat_core.cli.output import literal, to_json
from csat_core.cli.running import Words, answered, failed, split
from csat_core.errors import CsatError
from csat_core.store import Store, StoreLockedError, default_path, open_store

STOPPED = 130
"""The exit code of a command that was stopped: 128 + SIGINT, as shells say it."""


class DatabaseMissingError(CsatError):
    """A database was named that is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"There is no database {path} yet; bring responses in with the command import, "
            "or name another file with --database or CSAT_DATABASE."
        )


class DatabaseClosedError(CsatError):
    """The system does not let us open the file."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"The database {path} cannot be opened: {error.strerror or error}; name another file.")


class Door:
    """Opens the database on demand, once, and closes what it opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: Store | None = None
        self._closing = ExitStack()

    def open(self, need: Need) -> Store:
        """The store; raises StoreLockedError, DatabaseMissingError and what else keeps it closed."""
        if self._opened is None:
            self._opened = self._open(need)
            self._closing.callback(self._opened.close)
        return self._opened

    def _open(self, need: Need) -> Store:
        path = self.path
        if need is not Need.WRITE and not path.exists():
            if need is Need.READ:
                raise DatabaseMissingError(path)
            folder = self._closing.enter_context(tempfile.TemporaryDirectory(prefix="csat-trial-"))
            path = Path(folder) / "trial.duckdb"
        try:
            return open_store(path)
        except OSError as error:
            raise DatabaseClosedError(path, error) from error

    def close(self) -> None:
        """Nothing; the file is free afterwards."""
        self._closing.close()


class Meter:
    """Shows on a terminal how far a command is; silent where stderr is not one."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._is_shown = stream, stream.isatty()

    def __call__(self, share: float | None, text: str) -> None:
        if self._is_shown:
            done = "" if share is None else f" {share:4.0%}"
            self._stream.write(f"\r\x1b[2K{literal(text)}{done}")
            self._stream.flush()

    def clear(self) -> None:
        """Nothing; the line is free again."""
        if self._is_shown:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of the process: the answer is on stdout, or one sentence on stderr."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _quieten()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # clean up as for Ctrl-C: children, private folders
    meter = Meter(sys.stderr)
    try:
        words = split(arguments)
        code, document = _answer(words, meter)
        meter.clear()
        if code == 0 or len(document) > 1:  # some of what was asked for was done
            _show(words, document)
        if code:
            _complain(document["error"])
    except CsatError as error:
        meter.clear()
        _complain(str(error))
        return 2
    except KeyboardInterrupt:
        meter.clear()
        _complain("Stopped; what was not finished is undone.")
        return STOPPED
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nobody is left to tell, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _quieten() -> None:
    """Stderr carries our one sentence: no warnings of libraries, no log unless it was asked for."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    if os.environ.get("CSAT_DEBUG") == "1":
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger("csat_core").addHandler(logging.NullHandler())


def _answer(words: Words, meter: Meter) -> tuple[int, Document]:
    folder = Path.cwd()
    door = Door((folder / words.database).resolve() if words.database else default_path())
    try:
        return answered(words.command, Call(open=door.open, database=door.path, folder=folder, progress=meter))
    except StoreLockedError as held:
        return _relayed(door.path, words, folder, meter) or (2, {"error": str(held)})
    finally:
        door.close()


def _relayed(database: Path, words: Words, folder: Path, meter: Meter) -> tuple[int, Document] | None:
    """The answer of the app that holds the database; None where none answers."""
    from csat_core import service  # a web server and its client, needed only now

    try:
        return service.call(database, words.command, folder, meter)
    except CsatError:
        raise
    except Exception as error:
        return failed(error)


def _show(words: Words, document: Document) -> None:
    if "help" in document and not words.as_json:
        print(document["help"])
    elif "version" in document and not words.as_json:
        print(f"csat {document['version']}")
    elif words.as_json:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        print(to_json(document))
    else:
        from csat_core.cli import tables  # rich, which JSON does not need

        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        tables.write(words.command[0], document, sys.stdout)
    sys.stdout.flush()


def _complain(sentence: str) -> None:
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    print(literal(sentence), file=sys.stderr)
