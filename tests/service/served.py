"""A server mode without Streamlit: our middleware and routes around an app that answers who it let through."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from csat_core.model.period import Grain
from csat_core.model.share import Share, ShareOrder, SharePage
from csat_core.model.view import View
from csat_core.service import frozen, gate, links, signing_in
from csat_core.service.callers import Callers
from csat_core.service.doors import Doors
from csat_core.service.headers import SecurityHeaders
from csat_core.service.settings import Mode, Settings

SECRET = "vJ2-nX8s_Qe4Lr0aZk7Yt5Wm1Hc9Ub3Gd6P"
PASSPHRASE = "nine green lakes"
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SERVER = Settings(mode=Mode.SERVER, secret=SECRET, passphrase=PASSPHRASE)
TOKEN, GUARDED, PASSCODE = "Tk-plain", "Tk-guarded", "blue-7"
FROZEN = frozen.packed(b'<meta http-equiv="Content-Security-Policy" content="script-src \'sha256-abc=\'">72.4 %')
ORIGIN = "http://testserver"

SHARE = Share(
    id=1,
    order=ShareOrder(
        name="Board",
        view=View(dataset_id=1, version=1, question="q01", scheme="csat", grain=Grain.MONTH, since=date(2026, 1, 1)),
        pages=(SharePage.ONEPAGER, SharePage.TRENDS),
    ),
    created_at=NOW,
    expires_at=NOW + timedelta(days=30),
    token_hash="a1",
)
BEHIND_A_PASSCODE = replace(SHARE, id=2, has_passcode=True, token_hash="b2")


@dataclass
class Clock:
    """A time that moves when it is told to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Served:
    """The server, what its store holds, and its time."""

    settings: Settings = SERVER
    shares: dict[str, Share] = field(default_factory=lambda: {TOKEN: SHARE, GUARDED: BEHIND_A_PASSCODE})
    clock: Clock = field(default_factory=Clock)

    opened: int = 0
    """How often frozen links were opened."""

    def __post_init__(self) -> None:
        self.doors = Doors(self.settings, self.clock)
        self.app = self._made()

    def client(self) -> TestClient:
        """A browser of its own."""
        return TestClient(self.app, follow_redirects=False)

    def signed_in(self) -> TestClient:
        """A browser of somebody who signed in."""
        client = self.client()
        assert sign_in(client).status_code == 303
        return client

    def _document(self, _share: Share, is_first: bool) -> bytes:
        self.opened += is_first
        return FROZEN

    def _made(self) -> Starlette:
        callers = Callers(self.settings.trusted_proxies)
        door = links.Links(
            find=self.shares.get,
            is_passcode=lambda _share, text: text == PASSCODE,
            document=self._document,
        )
        messages = gate.Messages(of_people=_is_not(b"clear"), of_visitors=lambda message: message == b"rerun")
        guard = Middleware(gate.Gate, doors=self.doors, find=self.shares.get, messages=messages, callers=callers)
        routes = [
            *signing_in.routes(self.doors, callers),
            frozen.PREVIEWS.route,
            *links.routes(door, self.doors, callers),
            WebSocketRoute("/_stcore/stream", _talk),
            Route("/{path:path}", _reached, methods=["GET", "HEAD", "PUT", "DELETE", "POST"]),
        ]
        return Starlette(routes=routes, middleware=[Middleware(SecurityHeaders), guard])


def sign_in(client: TestClient, passphrase: str = PASSPHRASE, **more: str):
    """The reply to the form."""
    return client.post("/signin", data={"passphrase": passphrase, **more}, headers={"Origin": ORIGIN})


def _is_not(word: bytes) -> Callable[[bytes], bool]:
    return lambda message: message != word


async def _reached(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"reached {request.url.path}")


async def _talk(socket: WebSocket) -> None:
    """Says which subprotocols arrived, then repeats what is said."""
    await socket.accept(subprotocol="streamlit")
    await socket.send_text(socket.headers.get("sec-websocket-protocol", "none"))
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        await socket.send_bytes(message["bytes"])
