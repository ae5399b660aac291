"""A visit: what a browser says to a Streamlit server and hears from it, without drawing any of it."""

import http.cookies
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

PATIENCE = 60.0
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A server that runs."""

    address: str
    pid: int


@contextmanager
def serving(script: Path, port: int, **environment: str) -> Iterator[Serving]:
    """A server that runs `script`, under the settings of its folder; it stops afterwards."""
    command = [sys.executable, "-m", "streamlit", "run", script.name, f"--server.port={port}", "--server.headless=true"]
    settings = os.environ | {"PYTHONPATH": "", **environment}
    server = subprocess.Popen(command, cwd=script.parent, env=settings, stdout=subprocess.DEVNULL)
    try:
        _wait(f"127.0.0.1:{port}")
        yield Serving(address=f"127.0.0.1:{port}", pid=server.pid)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            _cookie(address)
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"no server answers at {address}")


def _cookie(address: str) -> str:
    """The token that a browser must show when it connects."""
    with urllib.request.urlopen(f"http://{address}/_stcore/health", timeout=PATIENCE) as answer:
        cookies = http.cookies.SimpleCookie()
        for header in answer.headers.get_all("Set-Cookie") or []:
            cookies.load(header)
    return cookies["_streamlit_xsrf"].value if "_streamlit_xsrf" in cookies else ""


class Visit:
    """One browser tab on one page; a page that fails raises."""

    def __init__(self, address: str, page: str = "", query: str = "") -> None:
        token = _cookie(address)
        self._url, self._query, self._page_hash = f"http://{address}/{page}", query, ""
        self._parts: list[str] = []
        self.pages: list[str] = []
        """The addresses of the pages in the navigation."""
        headers = {"Origin": f"http://{address}"} | ({"Cookie": f"_streamlit_xsrf={token}"} if token else {})
        self._socket = connect(
            f"ws://{address}/_stcore/stream",
            additional_headers=headers,
            subprotocols=["streamlit", token or "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            max_size=None,
            compression=None,
            proxy=None,
        )
        self._run(page)

    def rerun(self, query: str | None = None) -> None:
        """Nothing; the page was worked out again, as another address of it where one is given, and all of it has arrived."""
        self._query = self._query if query is None else query
        self._run("")

    def choose(self) -> None:
        """Nothing; something was chosen on the page, which draws it anew without what stands around it."""
        self._run("", self._parts[0])

    @property
    def has_parts(self) -> bool:
        """Whether a part of the page is open that is drawn by itself."""
        return len(self._parts) > 1

    def choose_within(self) -> None:
        """Nothing; something was chosen in the last such part, which was drawn anew, and nothing else."""
        self._run("", self._parts[-1])

    def close(self) -> None:
        """Nothing; the tab is closed."""
        self._socket.close()

    def _run(self, page: str, fragment: str = "") -> None:
        asked = BackMsg()
        asked.rerun_script.fragment_id = fragment
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_name = page
        asked.rerun_script.page_script_hash = self._page_hash
        asked.rerun_script.context_info.url = self._url
        self._socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(PATIENCE))
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._page_hash = message.navigation.page_script_hash
                self.pages = [each.url_pathname for each in message.navigation.app_pages]
            elif kind == "delta":
                if message.delta.fragment_id and message.delta.fragment_id not in self._parts:
                    self._parts.append(message.delta.fragment_id)
                if message.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError(f"/{page} fails: {message.delta.new_element.exception.message}")
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return
