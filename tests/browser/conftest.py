"""A running server and a real browser, for what only they can show."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.browser.find_browser import chromium

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 90

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link the browser half of Streamlit looks for its server below the page's address first, and gets a 404."""


@dataclass
class Server:
    """A server of this project on a database of its own."""

    url: str
    database: Path
    log: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """Nothing; the server has ended, killed where it did not end by itself."""
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass
class Watch:
    """What the browser complained about while a page was open."""

    violations: list[str] = field(default_factory=list)
    """Blocked by the content security policy."""
    errors: list[str] = field(default_factory=list)
    """Errors on the console, and exceptions no script caught."""

    def hear(self, message: ConsoleMessage) -> None:
        """Nothing; an error is kept under what it is about."""
        url = message.location["url"]
        if message.type != "error":
            return
        if "Content Security Policy" not in message.text:
            if not url.endswith(PROBES):
                self.errors.append(f"{message.text} {url}")
        else:
            self.violations.append(message.text)


StartServer = Callable[..., Server]


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """A function that starts a server with more environment (`CSAT_DEMO="1"`); all of them end with the tests."""
    started: list[Server] = []

    def start(**environment: str) -> Server:
        server = _start(tmp_path_factory.mktemp("server"), environment)
        started.append(server)
        _wait(server)
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def server(start_server: StartServer) -> Server:
    """A server with the demo datasets, shared by all tests that only look."""
    return start_server(CSAT_DEMO="1")


def _start(folder: Path, environment: dict[str, str]) -> Server:
    port = _free_port()
    database, log = folder / "csat.duckdb", folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "CSAT_DATABASE": str(database), "CSAT_DEMO": "0", **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return Server(url=f"http://127.0.0.1:{port}", database=database, log=log, process=process)


def _wait(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            httpx.get(f"{server.url}/healthz")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    server.stop()
    pytest.fail(f"The server did not start:\n{server.log.read_text(errors='replace')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver. While it lives its event loop counts as running, so it ends before other tests need one."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The installed Chromium, with an empty profile."""
    launched = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
    yield launched
    launched.close()


@pytest.fixture
def watch() -> Watch:
    """The complaints of the browser about `page`."""
    return Watch()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for the tests of a module: the scripts of Streamlit, ten megabytes of them, are fetched once."""
    opened = browser.new_context(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A tab of its own, which is a session of its own, 1400 pixels wide, watched."""
    opened = context.new_page()
    opened.on("console", watch.hear)
    opened.on("pageerror", lambda error: watch.errors.append(str(error)))
    yield opened
    opened.close()
