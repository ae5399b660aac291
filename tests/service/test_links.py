"""The door of shared links: what opens, what does not, and that nobody can tell one reason from another."""

from dataclasses import replace

import pytest

from csat_core.service.links import WRONG_TRIES
from tests.service.served import BEHIND_A_PASSCODE, GUARDED, ORIGIN, PASSCODE, SHARE, TOKEN, Served


def give(client, passcode: str, token: str = GUARDED):
    return client.post(f"/s/{token}", data={"passcode": passcode}, headers={"Origin": ORIGIN})


def test_a_link_leads_to_its_first_page_and_lets_its_websocket_in() -> None:
    client = Served().client()
    reply = client.get(f"/s/{TOKEN}")
    assert (reply.status_code, reply.headers["location"]) == (303, f"/?s={TOKEN}")
    assert "csat_visit" in client.cookies
    assert client.get(f"/onepager?s={TOKEN}").text == "reached /onepager"


def test_a_link_with_a_passcode_asks_for_it_wherever_it_is_opened() -> None:
    client = Served().client()
    form = client.get(f"/s/{GUARDED}")
    assert 'type="password"' in form.text
    assert "Board" not in form.text
    page = client.get(f"/trends?s={GUARDED}")
    assert (page.status_code, page.headers["location"]) == (303, f"/s/{GUARDED}")
    wrong = give(client, "blue-8")
    assert (wrong.status_code, "That is not the passcode." in wrong.text, dict(client.cookies)) == (403, True, {})
    right = give(client, PASSCODE)
    assert (right.status_code, right.headers["location"]) == (303, f"/?s={GUARDED}")
    assert client.get(f"/trends?s={GUARDED}").text == "reached /trends"
    assert client.get(f"/s/{GUARDED}").status_code == 303


def test_a_visit_opens_a_link_once_however_often_it_is_loaded_and_another_browser_once_more() -> None:
    served = Served()
    doors, one, other = served.doors, served.client(), served.client()
    for client in (one, other):
        client.get(f"/s/{TOKEN}")
        client.get(f"/trends?s={TOKEN}")
    counted = [doors.is_first(dict(client.cookies), SHARE) for client in (one, one, other)]
    assert counted == [True, False, True]
    one.get(f"/s/{TOKEN}")
    assert not doors.is_first(dict(one.cookies), SHARE)
    assert doors.is_first(dict(one.cookies), replace(SHARE, id=9))
    assert doors.is_first({}, SHARE)
    assert doors.is_first({}, SHARE)


def test_after_five_wrong_passcodes_the_address_waits() -> None:
    client = Served().client()
    statuses = [give(client, "a guess").status_code for _ in range(WRONG_TRIES)]
    assert statuses == [403, 403, 403, 403, 429]
    reply = give(client, PASSCODE)
    assert (reply.status_code, 0 < int(reply.headers["retry-after"]) <= 900) == (429, True)


def test_wrong_passcodes_for_one_link_are_counted_wherever_they_come_from() -> None:
    other = replace(BEHIND_A_PASSCODE, id=3, token_hash="c3")
    served = Served(shares={GUARDED: BEHIND_A_PASSCODE, "other": other})
    for number in range(20):
        client = served.client()
        client._transport.client = (f"10.0.0.{number // 4}", 50_000)  # type: ignore[attr-defined]
        give(client, "a guess")
    fresh = served.client()
    fresh._transport.client = ("10.0.9.9", 50_000)  # type: ignore[attr-defined]
    assert give(fresh, PASSCODE).status_code == 429
    assert give(fresh, PASSCODE, "other").status_code == 303


@pytest.mark.parametrize("path", ["/s/{}", "/onepager?s={}", "/?s={}", "/trends?dataset=1&s={}"])
def test_all_links_that_do_not_open_answer_the_same_bytes(path: str) -> None:
    client = Served(shares={TOKEN: SHARE}).client()
    replies = [
        client.get(path.format(token)) for token in ("wrong", TOKEN[:-1], TOKEN + "x", "a" * 500, "%00", "ü", "%2e%2e")
    ]
    assert {(reply.status_code, reply.content, str(reply.headers)) for reply in replies} == {
        (404, replies[0].content, str(replies[0].headers))
    }
    assert "Nothing opens here" in replies[0].text
    assert dict(client.cookies) == {}


def test_posting_to_a_link_that_does_not_open_answers_the_same_too() -> None:
    client = Served(shares={}).client()
    assert give(client, "x").content == client.get("/s/other").content


def test_a_passcode_sent_by_another_site_is_not_looked_at() -> None:
    client = Served().client()
    reply = client.post(f"/s/{GUARDED}", data={"passcode": PASSCODE}, headers={"Origin": "http://evil.example"})
    assert (reply.status_code, dict(client.cookies)) == (403, {})
