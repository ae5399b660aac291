"""How many websockets there may be: of one address, opened in a minute, and of all together."""

from collections import Counter
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from csat_core.service.callers import Callers
from csat_core.service.tries import Tries

TRY_AGAIN_LATER = 1013


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketLimits:
    """How many at most."""

    of_address: int = 60
    opened_a_minute: int = 120
    of_process: int = 500

    @classmethod
    def for_each(cls, of_address: int) -> "SocketLimits":
        """So many of an address, and all of them may be opened twice in a minute."""
        return cls(of_address=of_address, opened_a_minute=2 * of_address, of_process=max(500, of_address))


class SocketQuota:
    """ASGI middleware that turns a websocket away with 1013 (try again later) where there are too many already."""

    def __init__(self, app: ASGIApp, callers: Callers, limits: SocketLimits | None = None) -> None:
        self._app = app
        self._callers = callers
        self._limits = limits or SocketLimits()
        self._open: Counter[str] = Counter()
        self._opened = Tries(self._limits.opened_a_minute, 60)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        address = self._callers.address(scope)
        if self._is_full(address):
            await _turn_away(scope, receive, send)
            return
        self._opened.note(address)
        self._open[address] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    def _is_full(self, address: str) -> bool:
        return (
            self._open[address] >= self._limits.of_address
            or self._open.total() >= self._limits.of_process
            or self._opened.wait(address) > 0
        )


async def _turn_away(scope: Scope, receive: Receive, send: Send) -> None:
    """Nothing; only an accepted websocket can be told why it is closed."""
    await receive()
    offered = Headers(scope=scope).get("sec-websocket-protocol", "").partition(",")[0].strip()
    await send({"type": "websocket.accept", "subprotocol": offered or None})
    await send({"type": "websocket.close", "code": TRY_AGAIN_LATER, "reason": "too many connections"})
