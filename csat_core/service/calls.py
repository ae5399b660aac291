"""A command handed to the app that holds the database, and its answer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx

from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.model.formats import NumberFormat
from csat_core.service.commands import Progress
from csat_core.service.owner import Owner, read_owner


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


def call(database: Path, argv: Sequence[str], folder: Path, on_progress: Progress) -> tuple[int, dict[str, Any]] | None:
    """Exit code and document of the command as the app answers them; None where no app answers for this database.

    The number format that held while the app ran it holds here from now on, as if it had been run here.
    Raises `AppStoppedError` where the app dies in the middle: an import is one transaction, so nothing half-done stays.
    """
    owner = read_owner(database)
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
