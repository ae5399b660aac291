"""How many sockets and bytes there may be, and under which names and from which pages the app is reached."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from csat_core.service.callers import Callers
from csat_core.service.hosts import Hosts
from csat_core.service.sockets import SocketLimits, SocketQuota
from csat_core.service.uploads import FRAME, MEGABYTE, UploadLimits, UploadQuota

WS = "/_stcore/stream"


async def talk(socket: WebSocket) -> None:
    await socket.accept(subprotocol="streamlit" if socket.scope["subprotocols"] else None)
    if (await socket.receive())["type"] == "websocket.receive":
        await socket.close()


def sockets(**limits: int) -> Starlette:
    quota = Middleware(SocketQuota, callers=Callers(), limits=SocketLimits(**limits))
    return Starlette(routes=[WebSocketRoute(WS, talk)], middleware=[quota])


def is_turned_away(client: TestClient) -> bool:
    """Whether the next websocket is accepted only to be closed with 1013."""
    with client.websocket_connect(WS, subprotocols=["streamlit", "x"]) as socket:
        assert socket.accepted_subprotocol == "streamlit"
        socket.send_bytes(b"close")
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_bytes()
    return closed.value.code == 1013


def test_an_address_has_so_many_websockets_and_others_are_not_touched() -> None:
    app = sockets(of_address=2)
    mine, other = TestClient(app, client=("10.0.0.1", 1)), TestClient(app, client=("10.0.0.2", 1))
    with ExitStack() as held:
        for _ in range(2):
            held.enter_context(mine.websocket_connect(WS))
        assert is_turned_away(mine)
        assert not is_turned_away(other)
    assert not is_turned_away(mine)


def test_all_together_have_so_many_websockets() -> None:
    app = sockets(of_process=2)
    with ExitStack() as held:
        for number in range(2):
            held.enter_context(TestClient(app, client=(f"10.0.0.{number}", 1)).websocket_connect(WS))
        assert is_turned_away(TestClient(app, client=("10.0.0.9", 1)))


def test_an_address_opens_so_many_in_a_minute() -> None:
    client = TestClient(sockets(opened_a_minute=3))
    assert [is_turned_away(client) for _ in range(5)] == [False, False, False, True, True]


def test_the_usual_numbers_are_those_of_the_manual() -> None:
    assert (
        SocketLimits.for_each(60) == SocketLimits(of_address=60, opened_a_minute=120, of_process=500) == SocketLimits()
    )
    assert SocketLimits.for_each(600) == SocketLimits(of_address=600, opened_a_minute=1200, of_process=600)


class Memory:
    """What Streamlit does with an upload, without Streamlit."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.largest_read = 0
        limits = UploadLimits(of_session=100, of_address=150, of_process=250)
        quota = Middleware(UploadQuota, callers=Callers(), limits=lambda: limits, held=lambda: list(self.files))
        route = Route("/_stcore/upload_file/{session}/{file}", self._put, methods=["PUT", "DELETE"])
        self.app = Starlette(routes=[route], middleware=[quota])

    async def _put(self, request: Request) -> Response:
        place = "{session}/{file}".format(**request.path_params)
        if request.method == "DELETE":
            self.files.pop(place, None)
            return Response(status_code=204)
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            self.largest_read = max(self.largest_read, size)
        if request.headers.get("x-fail"):
            return PlainTextResponse("no", 400)
        self.files[place] = size
        return Response(status_code=204)

    def put(self, place: str, content: Any, address: str = "10.0.0.1", **headers: str) -> int:
        """The status of the answer to an upload."""
        client = TestClient(self.app, client=(address, 1))
        return client.put(f"/_stcore/upload_file/{place}", content=content, headers=headers).status_code


def chunks(size: int) -> Iterator[bytes]:
    """A body that does not say how long it is."""
    for _ in range(size // 10):
        yield b"x" * 10


def test_a_session_an_address_and_all_together_have_room_for_so_much() -> None:
    memory = Memory()
    assert [memory.put("s1/a", b"x" * 60), memory.put("s1/b", b"x" * 41), memory.put("s1/b", b"x" * 40)] == [
        204,
        413,
        204,
    ]
    assert [memory.put("s2/a", b"x" * 51), memory.put("s2/a", b"x" * 50)] == [413, 204]
    assert [memory.put("s3/a", b"x" * 100, "10.0.0.2"), memory.put("s4/a", b"x", "10.0.0.3")] == [204, 413]
    assert sum(memory.files.values()) == 250


def test_a_body_that_does_not_say_its_length_is_counted_as_it_comes() -> None:
    memory = Memory()
    assert memory.put("s1/a", chunks(100)) == 204
    assert memory.put("s2/a", chunks(1000)) == 413
    assert memory.largest_read <= 100
    assert memory.files == {"s1/a": 100}
    assert memory.put("s2/a", chunks(50)) == 204


def test_room_is_free_again_when_the_file_has_gone() -> None:
    memory = Memory()
    memory.put("s1/a", b"x" * 100)
    assert memory.put("s1/b", b"x") == 413
    TestClient(memory.app).delete("/_stcore/upload_file/s1/a")
    assert memory.put("s1/b", b"x") == 204
    memory.files.clear()  # the session has ended
    assert memory.put("s1/c", b"x" * 100) == 204


def test_a_file_in_the_place_of_another_takes_its_room() -> None:
    memory = Memory()
    assert [memory.put("s1/a", b"x" * 100), memory.put("s1/a", b"x" * 100)] == [204, 204]


def test_what_was_refused_otherwise_takes_no_room() -> None:
    memory = Memory()
    assert memory.put("s1/a", b"x" * 100, **{"x-fail": "1"}) == 400
    assert memory.put("s1/a", b"x" * 100) == 204


def test_uploads_under_way_at_once_count_together() -> None:
    memory = Memory()

    async def slow(size: int):
        for chunk in chunks(size):
            yield chunk
            await asyncio.sleep(0.001)

    async def both() -> list[int]:
        transport = httpx.ASGITransport(memory.app, client=("10.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://app") as client:
            sent = [client.put(f"/_stcore/upload_file/s1/{name}", content=slow(60)) for name in "ab"]
            return sorted(reply.status_code for reply in await asyncio.gather(*sent))

    assert asyncio.run(both()) == [204, 413]


def test_the_room_follows_the_largest_file() -> None:
    limits = UploadLimits.for_files_of(200)
    size = 200 * MEGABYTE + FRAME
    assert limits == UploadLimits(of_session=2 * size, of_address=3 * size, of_process=5 * size)


async def reached(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("reached")


def named(*allowed: str) -> TestClient:
    routes = [WebSocketRoute(WS, talk), Route("/{path:path}", reached)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Hosts, allowed=lambda: allowed)]))


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("csat.example.org", 200),
        ("CSAT.example.org:8501", 200),
        ("csat.example.org.", 200),
        ("a.corp", 200),
        ("corp", 421),
        ("[::1]:8501", 200),
        ("evil.example", 421),
        ("csat.example.org.evil.example", 421),
        ("csat.example.org@evil.example", 421),
        ("evil.example/csat.example.org", 421),
        ("csat.example.org:x", 421),
        ("", 421),
    ],
)
def test_only_the_names_allowed_are_answered(host: str, status: int) -> None:
    client = named("csat.example.org", "*.corp", "::1")
    assert client.get("/", headers={"Host": host}).status_code == status
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_where_no_name_is_given_all_are_answered() -> None:
    assert named().get("/", headers={"Host": "any"}).status_code == 200


@pytest.mark.parametrize(
    ("origin", "enters"),
    [
        ("http://csat.example.org", True),
        ("https://CSAT.example.org", True),
        (None, True),
        ("http://evil.example", False),
        ("http://csat.example.org:9999", False),
        ("http://localhost:3000", False),
        ("null", False),
        ("http://csat.example.org.evil.example", False),
        ("file://csat.example.org", False),
        ("http://[", False),
    ],
)
def test_a_page_of_another_site_has_no_websocket(origin: str | None, enters: bool) -> None:
    headers = {"Host": "csat.example.org"} | ({"Origin": origin} if origin else {})
    opening = named("csat.example.org").websocket_connect(WS, headers=headers)
    if enters:
        with opening as socket:
            socket.send_bytes(b"close")
        return
    with pytest.raises(WebSocketDisconnect) as refused, opening:
        pass
    assert refused.value.code == 1008


def test_a_websocket_under_another_name_is_refused() -> None:
    headers = {"Host": "evil.example", "Origin": "http://evil.example"}
    with pytest.raises(WebSocketDisconnect), named("csat.example.org").websocket_connect(WS, headers=headers):
        pass
