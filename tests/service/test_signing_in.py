"""The form to sign in: what is right goes on, what is wrong waits, and nobody is led away."""

from datetime import timedelta

import pytest

from csat_core.service.signing_in import WRONG_TRIES, onward
from tests.service.served import Served, sign_in


def test_a_stranger_signs_in_and_arrives_where_they_wanted_to_go() -> None:
    client = Served().client()
    sent = client.get("/trends?dataset=1&grain=week")
    assert (sent.status_code, sent.headers["location"]) == (303, "/signin?next=/trends%3Fdataset%3D1%26grain%3Dweek")
    form = client.get(sent.headers["location"])
    assert 'name="next" value="/trends?dataset=1&amp;grain=week"' in form.text
    assert form.headers["cache-control"] == "no-store"
    reply = sign_in(client, next="/trends?dataset=1&grain=week")
    assert (reply.status_code, reply.headers["location"]) == (303, "/trends?dataset=1&grain=week")
    assert client.get("/trends").text == "reached /trends"
    assert client.get("/signin?next=/roi").headers["location"] == "/roi"


def test_who_signs_out_is_a_stranger_again_even_with_a_copy_of_the_cookie() -> None:
    served = Served()
    client, copy = served.signed_in(), served.client()
    copy.cookies.update(dict(client.cookies))
    assert client.get("/signout", headers={"Sec-Fetch-Site": "cross-site"}).headers["location"] == "/"
    assert client.get("/trends").status_code == 200
    gone = client.get("/signout", headers={"Sec-Fetch-Site": "same-origin"})
    assert (gone.headers["location"], "csat_person=;" in gone.headers["set-cookie"]) == ("/signin", True)
    assert client.get("/trends").status_code == 303
    assert copy.get("/trends").status_code == 303


def test_after_five_wrong_tries_the_address_waits_whatever_it_says() -> None:
    client = Served().client()
    replies = [sign_in(client, "a guess of mine") for _ in range(WRONG_TRIES)]
    assert [reply.status_code for reply in replies] == [403, 403, 403, 403, 429]
    assert "That is not the passphrase. 1 more try." in replies[3].text
    assert "5 wrong tries were made. Try again in 15 minutes." in replies[4].text
    assert 0 < int(replies[4].headers["retry-after"]) <= 900
    assert sign_in(client).status_code == 429


def test_right_ones_are_not_counted() -> None:
    served = Served()
    for _ in range(WRONG_TRIES + 2):
        served.signed_in()
    assert sign_in(served.client(), "a guess of mine").status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://testserver"}, 303),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 303),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "http://testserver:99"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_a_form_of_another_site_signs_nobody_in(headers: dict[str, str], status: int) -> None:
    reply = Served().client().post("/signin", data={"passphrase": "nine green lakes"}, headers=headers)
    assert (reply.status_code, "set-cookie" in reply.headers) == (status, status == 303)


def test_a_form_too_long_to_be_ours_is_a_wrong_try() -> None:
    assert sign_in(Served().client(), next="/" + "x" * 10_000).status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/trends", "/trends?a=b&c=//d", "/segments?level=Nord%20%26%20S%C3%BCd", "/?s=T"]
)
def test_the_way_on_is_a_path_of_ours(path: str) -> None:
    assert onward(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "trends", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "/a\\b", "/\tx", "/a b",
        "/\n/evil", "javascript:alert(1)", "/signin?next=/signin", "/signout", "/_stcore/health", "/media/x", " /trends",
    ],
)  # fmt: skip
def test_every_other_way_on_leads_to_the_first_page(path: str) -> None:
    assert onward(path) == "/"


def test_a_sign_in_ends_after_twelve_hours() -> None:
    served = Served()
    client = served.signed_in()
    served.clock.now += timedelta(hours=11, minutes=59)
    assert client.get("/trends").status_code == 200
    served.clock.now += timedelta(minutes=1)
    assert client.get("/trends").status_code == 303
