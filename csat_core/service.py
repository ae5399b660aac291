"""What the server needs beside its pages: a health answer, security headers, and the local socket for the command line.

DuckDB lets one process hold the database file. While the app holds it, the command line sends its call to the app over
a Unix socket that only the same user can open; `<database>.owner` says who listens where.
"""

import asyncio
import contextlib
import json
import logging
import os
import re
import shutil
import socket
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csat_core import __version__
from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.model.formats import NumberFormat

LOG = logging.getLogger(__name__)

LONGEST_SOCKET_PATH = 107
"""Bytes, from `sun_path[108]` of unix(7)."""

SECONDS_TO_STOP = 10.0
"""How long a command that is under way may take to notice that the app is stopping."""

HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")
"""A host with or without a port: the name comes from the caller, and nothing else of it may get into a header."""

Progress = Callable[[float | None, str], None]
"""Takes how much is done (0 to 1, None where nobody knows) and what is being done."""


class Run(Protocol):
    """The command line as a function: exit code and the JSON document of the command."""

    def __call__(self, argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]: ...


class AppStoppedError(CsatError):
    """The app went away before its answer was complete."""

    def __init__(self, pid: int) -> None:
        super().__init__(
            f"The app (process {pid}) stopped before it finished this command; what the command had not finished is "
            "undone. Start the app again, or run the command again without it."
        )


class CommandRefusedError(CsatError):
    """The app did not accept the call as one it understands."""

    def __init__(self, pid: int, status: int) -> None:
        super().__init__(
            f"The app (process {pid}) refused this command (status {status}). It may be of another version: "
            "stop it and start it again."
        )


class CommandAbandonedError(CsatError):
    """Raised inside a running command, from `progress`, so that its transaction is rolled back."""

    def __init__(self) -> None:
        super().__init__(
            "The command was given up because its caller left or the app stops; what it had not finished is undone."
        )


def health(config_loaded: Callable[[], bool], datasets: Callable[[], int]) -> Route:
    """The route `/healthz`: status, version, whether `.streamlit/config.toml` was loaded, and the number of datasets.

    Where `datasets` raises a CsatError the database cannot be used: status 503, `store_unavailable` and the sentence.
    """

    def answer(_request: Request) -> JSONResponse:
        facts: dict[str, object] = {"status": "ok", "version": __version__, "config_loaded": config_loaded()}
        code = 200
        try:
            facts["datasets"] = datasets()
        except CsatError as error:
            code, facts = 503, {**facts, "status": "store_unavailable", "error": str(error)}
        return JSONResponse(facts, status_code=code, headers={"Cache-Control": "no-store"})

    return Route("/healthz", answer)


def icon(file: Path) -> Route:
    """The route `/favicon.png`: our own picture, which browsers ask for before the first page has named it."""

    def answer(_request: Request) -> FileResponse:
        return FileResponse(file)

    return Route("/favicon.png", answer)


class SecurityHeaders:
    """ASGI middleware that puts the security headers on every HTTP reply: pages, media, static files and errors.

    Streamlit's pages work under this policy but for one inline script of its `index.html`, a hint to search engines.
    `img-src` is what stops a picture in a comment from calling a foreign server.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = _security_headers(Headers(scope=scope).get("host", ""))
        if scope["path"].startswith("/media/"):
            added["Cache-Control"] = "no-store"  # exports carry comments: no copy stays with the browser

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers[name] = value
            await send(message)

        await self._app(scope, receive, send_guarded)


def _security_headers(host: str) -> dict[str, str]:
    # Older Safari does not count a websocket of the same host as 'self'.
    sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
    policy = [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self'{sockets}",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
    return {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The process that holds a database, and the socket on which it takes commands."""

    pid: int
    socket: str


def owner_file(database: Path) -> Path:
    """Where the owner of this database writes itself down: `<database>.owner`."""
    resolved = database.resolve()
    return resolved.with_name(f"{resolved.name}.owner")


def owner_pid(database: Path) -> int | None:
    """The living process that says it holds this database; None where there is none, or where it died."""
    owner = _read_owner(database)
    if owner is None:
        return None
    try:
        os.kill(owner.pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:  # it lives, and belongs to somebody else
        return owner.pid
    return owner.pid


def _read_owner(database: Path) -> Owner | None:
    try:
        written = json.loads(owner_file(database).read_text(encoding="utf-8"))
        return Owner(pid=int(written["pid"]), socket=str(written["socket"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_owner(database: Path, owner: Owner) -> None:
    target = owner_file(database)
    draft = target.with_name(f"{target.name}.{owner.pid}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(owner), file)
    draft.replace(target)


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
        _write_owner(self._database, Owner(pid=os.getpid(), socket=str(path)))

    def stop(self) -> None:
        """Take no more commands, let the one under way give up, remove socket and owner file."""
        if self._folder is None:
            return
        owner = _read_owner(self._database)
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


def call(database: Path, argv: Sequence[str], folder: Path, on_progress: Progress) -> tuple[int, dict[str, Any]] | None:
    """Exit code and document of the command as the app answers them; None where no app answers for this database.

    The number format that held while the app ran it holds here from now on, as if it had been run here.
    Raises `AppStoppedError` where the app dies in the middle: an import is one transaction, so nothing half-done stays.
    """
    owner = _read_owner(database)
    if owner is None:
        return None
    transport = httpx.HTTPTransport(uds=owner.socket)
    # A command takes as long as it takes; only getting through is limited.
    with httpx.Client(transport=transport, base_url="http://app", timeout=httpx.Timeout(None, connect=5.0)) as client:
        try:
            with client.stream("POST", "/run", json={"argv": list(argv), "folder": str(folder)}) as response:
                if not response.is_success:
                    raise CommandRefusedError(owner.pid, response.status_code)
                return _read_answer(response, owner, on_progress)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            return None
        except httpx.TransportError as error:
            raise AppStoppedError(owner.pid) from error


def _read_answer(response: httpx.Response, owner: Owner, on_progress: Progress) -> tuple[int, dict[str, Any]]:
    for line in response.iter_lines():
        content = json.loads(line)
        if "exit" in content:
            formats.use(NumberFormat(**content.get("numbers", {})))
            return int(content["exit"]), content["document"]
        if content["text"]:
            on_progress(content["progress"], content["text"])
    raise AppStoppedError(owner.pid)
