"""How much may be uploaded and lie in memory: of one session, of one address, and of all together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from csat_core.service.callers import Callers

MEGABYTE = 1024 * 1024
UPLOADS = "/_stcore/upload_file/"
FRAME = MEGABYTE
"""A form around a file takes a little more than the file; files that small are not worth a refusal."""

Held = Callable[[], Iterable[str]]
"""The addresses `<session>/<file>` of the uploads that lie in memory now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadLimits:
    """How many bytes at most."""

    of_session: int
    of_address: int
    of_process: int

    @classmethod
    def for_files_of(cls, megabytes: int) -> "UploadLimits":
        """Room for two files of the largest size in a session (a new one comes before the old one goes), five in all."""
        size = megabytes * MEGABYTE + FRAME
        return cls(of_session=2 * size, of_address=3 * size, of_process=5 * size)


@dataclass(slots=True, kw_only=True)
class _Upload:
    """One that is under way, or that lies in memory."""

    session: str
    address: str
    size: int
    is_coming: bool = True


class _TooMuchError(Exception):
    """Raised into whoever reads the body, so that reading stops."""


class UploadQuota:
    """ASGI middleware that answers 413 to an upload for which there is no room, before and while it comes in.

    Room is free again when the file has left the memory: removed by its person, or gone with its session.
    """

    def __init__(self, app: ASGIApp, callers: Callers, limits: Callable[[], UploadLimits], held: Held) -> None:
        self._app = app
        self._callers = callers
        self._limits = limits
        self._held = held
        self._uploads: dict[str, _Upload] = {}
        self._coming = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT" or UPLOADS not in scope["path"]:
            await self._app(scope, receive, send)
            return
        place = scope["path"].partition(UPLOADS)[2]
        self._forget(place)
        upload = _Upload(session=place.partition("/")[0], address=self._callers.address(scope), size=_announced(scope))
        if not self._has_room(upload, upload.size):
            await _refuse(scope, receive, send)
            return
        self._coming += 1
        key = f"coming {self._coming}"
        self._uploads[key] = upload
        try:
            status = await self._pass_on(upload, scope, receive, send)
        finally:
            del self._uploads[key]
        if 200 <= status < 300:
            upload.is_coming = False
            self._uploads[place] = upload

    async def _pass_on(self, upload: _Upload, scope: Scope, receive: Receive, send: Send) -> int:
        """The status of the answer; the body is counted as it comes in."""
        status, read = 0, 0

        async def receive_counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            more = read - upload.size
            if more > 0:
                if not self._has_room(upload, more):
                    raise _TooMuchError
                upload.size = read
            return message

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive_counted, send_noted)
        except _TooMuchError:
            if not status:
                await _refuse(scope, receive, send)
            return 413
        return status

    def _has_room(self, upload: _Upload, more: int) -> bool:
        limits, all_of_them = self._limits(), self._uploads.values()
        return (
            more + sum(each.size for each in all_of_them if each.session == upload.session) <= limits.of_session
            and more + sum(each.size for each in all_of_them if each.address == upload.address) <= limits.of_address
            and more + sum(each.size for each in all_of_them) <= limits.of_process
        )

    def _forget(self, replaced: str) -> None:
        """Nothing; what is in memory no more, or is about to be replaced, does not count."""
        held = set(self._held()) - {replaced}
        self._uploads = {place: each for place, each in self._uploads.items() if each.is_coming or place in held}


def _announced(scope: Scope) -> int:
    text = Headers(scope=scope).get("content-length", "")
    return int(text) if text.isdecimal() else 0


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    sentence = "There is no room for this file now: too much is uploaded already. Remove a file, or try again later.\n"
    headers = {"Connection": "close"}
    await PlainTextResponse(sentence, status_code=413, headers=headers)(scope, receive, send)
