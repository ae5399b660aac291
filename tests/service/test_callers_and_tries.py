"""Telling callers apart, counting what they try, and what of it gets into a log."""

import ipaddress
import logging
from typing import Any

import pytest

from csat_core.service.asking import Budget, in_words
from csat_core.service.callers import FORWARDED, Callers
from csat_core.service.logs import Discreet
from csat_core.service.tries import MOST_NAMES, Tries

PROXY = [ipaddress.ip_network("127.0.0.1"), ipaddress.ip_network("10.0.0.0/8")]


def asked(client: str, forwarded: str = "", proto: str = "", scheme: str = "http") -> dict[str, Any]:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    headers += [(b"x-forwarded-proto", proto.encode())] if proto else []
    return {"type": "http", "client": (client, 50_000), "headers": headers, "scheme": scheme}


@pytest.mark.parametrize(
    ("client", "forwarded", "address"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", "203.0.113.9"),
        # what uvicorn made of X-Forwarded-For from this machine: said, not known
        ("198.51.100.1", "198.51.100.1", FORWARDED),
        ("198.51.100.2", "198.51.100.2:4711", FORWARDED),
    ],
)
def test_without_a_trusted_proxy_nobody_makes_up_an_address(client: str, forwarded: str, address: str) -> None:
    assert Callers().address(asked(client, forwarded)) == address


@pytest.mark.parametrize(
    ("client", "forwarded", "address"),
    [
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.1.2.3", "6.6.6.6, 198.51.100.1, 10.9.9.9", "198.51.100.1"),
        ("10.1.2.3", "198.51.100.1:4711", "198.51.100.1"),
        ("10.1.2.3", "[2001:db8::1]:4711", "2001:db8::/64"),
        ("10.1.2.3", "", "10.1.2.3"),
        ("10.1.2.3", "10.9.9.9", "10.1.2.3"),
        # as uvicorn hands it on, from a proxy on this machine
        ("198.51.100.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        # past the proxy, with a name of somebody else
        ("203.0.113.9", "203.0.113.9, 6.6.6.6", "203.0.113.9"),
        ("203.0.113.9", "6.6.6.6", "203.0.113.9"),
    ],
)
def test_a_trusted_proxy_names_the_last_address_it_did_not_know(client: str, forwarded: str, address: str) -> None:
    assert Callers(PROXY).address(asked(client, forwarded)) == address


def test_https_is_what_the_connection_or_the_trusted_proxy_says() -> None:
    assert Callers().is_https(asked("203.0.113.9", scheme="https"))
    assert not Callers().is_https(asked("203.0.113.9", proto="https"))
    assert Callers(PROXY).is_https(asked("10.1.2.3", proto="https"))
    assert not Callers(PROXY).is_https(asked("10.1.2.3", proto="http"))
    assert not Callers(PROXY).is_https(asked("203.0.113.9", proto="https"))


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_tries_in_a_while_and_then_it_is_told_how_long_to_wait() -> None:
    clock = Seconds()
    tries = Tries(3, 60, clock)
    for _ in range(3):
        assert tries.wait("a") == 0
        tries.note("a")
        clock.now += 10
    assert (tries.wait("a"), tries.left("a"), tries.wait("b"), tries.left("b")) == (30, 0, 0, 3)
    clock.now += 29.5
    assert tries.wait("a") == 1
    clock.now += 0.5
    assert (tries.wait("a"), tries.left("a")) == (0, 1)


def test_a_try_taken_back_does_not_count() -> None:
    tries = Tries(1, 60)
    tries.note("a")
    tries.take_back("a")
    tries.take_back("a")
    assert tries.left("a") == 1


def test_names_without_end_take_no_room_without_end() -> None:
    tries = Tries(2, 60)
    for number in range(MOST_NAMES + 5):
        tries.note(str(number))
    assert len(tries._times) == MOST_NAMES
    assert (tries.left("0"), tries.left(str(MOST_NAMES))) == (2, 1)


def test_a_budget_is_of_an_address_and_of_all() -> None:
    budget = Budget.of(2, 3)
    for address in ("a", "a", "b"):
        assert budget.wait(address, "link") == 0
        budget.begin(address, "link")
    assert budget.wait("a", "other") > 0
    assert budget.wait("c", "link") > 0
    assert budget.wait("c", "other") == 0


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 minute"), (60, "1 minute"), (61, "2 minutes"), (900, "15 minutes")]
)
def test_waiting_is_said_in_minutes(seconds: int, words: str) -> None:
    assert in_words(seconds) == words


def test_no_secret_of_a_link_and_no_number_of_a_session_gets_into_a_log() -> None:
    lines = {
        "/s/Tk-secret": "/s/...",
        "/s/Tk-secret?x=1": "/s/...?x=1",
        "/onepager?s=Tk-secret": "/onepager?s=...",
        "/onepager?dataset=1&s=Tk-secret&grain=week": "/onepager?dataset=1&s=...&grain=week",
        "/_stcore/upload_file/session-1/file-2": "/_stcore/upload_file/.../file-2",
        "/segments?scale=5": "/segments?scale=5",
        "/signin?next=/onepager%3Fs%3DTk-secret": "/signin?next=/onepager%3Fs%3D...",
    }
    for address, written in lines.items():
        record = logging.LogRecord("uvicorn.access", 20, "", 1, '%s - "%s %s" %d', ("::1", "GET", address, 200), None)
        assert Discreet().filter(record)
        assert record.getMessage() == f'::1 - "GET {written}" 200'
