"""The local socket on which the app takes commands of the command line."""

import asyncio
import contextlib
import json
import logging
import os
import shutil
import socket
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.service.owner import Owner, owner_file, read_owner, write_owner

LOG = logging.getLogger(__name__)

LONGEST_SOCKET_PATH = 107
"""Bytes, from `sun_path[108]` of unix(7)."""

SECONDS_TO_STOP = 10.0
"""How long a command that is under way may take to notice that the app is stopping."""

Progress = Callable[[float | None, str], None]
"""Takes how much is done (0 to 1, None where nobody knows) and what is being done."""


class Run(Protocol):
    """The command line as a function: exit code and the JSON document of the command."""

    def __call__(self, argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]: ...


class CommandAbandonedError(CsatError):
    """Raised inside a running command, from `progress`, so that its transaction is rolled back."""

    def __init__(self) -> None:
        super().__init__(
            "The command was given up because its caller left or the app stops; what it had not finished is undone."
        )


class CommandSocket:
    """Takes commands for one database while it is started, and runs them one at a time.

    `async with CommandSocket(database, run): ...` starts and stops it. `run` is called on a thread of its own; when the
    caller leaves or the app stops, its next `progress` raises `CommandAbandonedError`.
    """

    def __init__(self, database: Path, run: Run) -> None:
        self._database = database
        self._run = run
        self._turn = threading.Lock()
        self._stopping = threading.Event()
        self._folder: Path | None = None

    def start(self) -> None:
        """Listen, then write the owner file: who reads it finds somebody listening."""
        self._folder = _private_folder()
        path = self._folder / "app.sock"
        listener = _listen(path)
        app = Starlette(routes=[Route("/run", self._answer, methods=["POST"])])
        # `uds` only makes uvicorn's log name the socket: the bound one is handed over below.
        config = uvicorn.Config(app, uds=str(path), lifespan="off", ws="none", log_config=None)
        config.timeout_graceful_shutdown = int(SECONDS_TO_STOP)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="command-socket", daemon=True
        )
        self._thread.start()
        write_owner(self._database, Owner(pid=os.getpid(), socket=str(path)))

    def stop(self) -> None:
        """Take no more commands, let the one under way give up, remove socket and owner file."""
        if self._folder is None:
            return
        owner = read_owner(self._database)
        if owner is not None and owner.socket == str(self._folder / "app.sock"):
            owner_file(self._database).unlink(missing_ok=True)
        self._stopping.set()
        self._server.should_exit = True
        self._thread.join(timeout=SECONDS_TO_STOP + 2)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None

    async def __aenter__(self) -> "CommandSocket":
        await asyncio.to_thread(self.start)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await asyncio.to_thread(self.stop)

    async def _answer(self, request: Request) -> Response:
        call = _parse_call(await request.body())
        if call is None:
            return JSONResponse({"error": 'Send {"argv": ["..."], "folder": "/..."}.'}, status_code=400)
        return StreamingResponse(self._lines(*call), media_type="application/x-ndjson")

    async def _lines(self, argv: list[str], folder: Path) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        lines: asyncio.Queue[bytes | None] = asyncio.Queue()
        caller_left = threading.Event()

        def say(line: bytes | None) -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
                loop.call_soon_threadsafe(lines.put_nowait, line)

        # Not a thread of the pool: at the end of the process Python would wait for it, however long.
        threading.Thread(target=self._work, args=(argv, folder, say, caller_left), daemon=True).start()
        try:
            while (line := await lines.get()) is not None:
                yield line
        finally:
            caller_left.set()

    def _work(
        self, argv: list[str], folder: Path, say: Callable[[bytes | None], None], caller_left: threading.Event
    ) -> None:
        def progress(share: float | None, text: str) -> None:
            if caller_left.is_set() or self._stopping.is_set():
                raise CommandAbandonedError
            say(_line({"progress": share, "text": text}))

        try:
            if self._turn.locked():
                say(_line({"progress": None, "text": "Waiting for another command to finish"}))
            with self._turn:
                say(self._last_line(argv, folder, progress))
        finally:
            say(None)

    def _last_line(self, argv: list[str], folder: Path, progress: Progress) -> bytes:
        try:
            progress(None, "")
            code, document = self._run(argv, folder=folder, progress=progress)
            return _line({"exit": code, "document": document, "numbers": asdict(formats.chosen())})
        except CsatError as error:
            return _line({"exit": 2, "document": {"error": str(error)}})
        except (Exception, SystemExit):
            LOG.exception("A command failed")
            sentence = "The app failed while it ran this command; its log says why."
            return _line({"exit": 1, "document": {"error": sentence}})


def _line(content: dict[str, object]) -> bytes:
    return json.dumps(content).encode() + b"\n"


def _parse_call(body: bytes) -> tuple[list[str], Path] | None:
    try:
        call = json.loads(body)
        argv, folder = call["argv"], call["folder"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(argv, list) or not all(isinstance(word, str) for word in argv) or not isinstance(folder, str):
        return None
    return argv, Path(folder)


def _private_folder() -> Path:
    """A new folder that only this user can enter, short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="csat-"))
    if len(os.fsencode(folder / "app.sock")) <= LONGEST_SOCKET_PATH:
        return folder
    folder.rmdir()
    return Path(tempfile.mkdtemp(prefix="csat-", dir="/tmp"))


def _listen(path: Path) -> socket.socket:
    """A listening Unix socket, 0600 from its first moment (uvicorn's own would be 0666)."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        listener.bind(str(path))
    finally:
        os.umask(before)
    listener.listen()
    return listener
