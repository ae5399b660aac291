"""Frozen documents: shown as they were kept, under the policy they carry, to those who may see them."""

from dataclasses import replace

from csat_core.service.frozen import MOST_PREVIEWS, PREVIEWS, packed
from tests.service.served import BEHIND_A_PASSCODE, ORIGIN, PASSCODE, SHARE, Served

FROZEN_SHARE = replace(SHARE, order=replace(SHARE.order, is_frozen=True))
FROZEN_GUARDED = replace(BEHIND_A_PASSCODE, order=FROZEN_SHARE.order)


def test_a_frozen_link_shows_its_document_under_its_own_policy() -> None:
    client = Served(shares={"f": FROZEN_SHARE}).client()
    for encoding in ("gzip", "identity"):
        reply = client.get("/s/f", headers={"Accept-Encoding": encoding})
        assert (reply.status_code, "72.4 %" in reply.text) == (200, True)
        policy = reply.headers["content-security-policy"]
        assert policy == "script-src 'sha256-abc='; frame-ancestors 'none'"
        assert (reply.headers["cache-control"], reply.headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_a_frozen_link_is_opened_by_who_reads_it_and_not_by_what_asks_for_its_head() -> None:
    served = Served(shares={"f": FROZEN_SHARE})
    assert served.client().head("/s/f").status_code == 200
    assert served.opened == 0
    reader = served.client()
    for _ in range(2):
        reader.get("/s/f")
    assert served.opened == 1


def test_a_frozen_link_with_a_passcode_asks_for_it_first() -> None:
    client = Served(shares={"f": FROZEN_GUARDED}).client()
    assert "72.4 %" not in client.get("/s/f").text
    right = client.post("/s/f", data={"passcode": PASSCODE}, headers={"Origin": ORIGIN})
    assert (right.status_code, right.headers["location"]) == (303, "/s/f")
    assert "72.4 %" in client.get("/s/f").text


def test_what_is_looked_at_before_it_is_shared_is_for_the_house_alone() -> None:
    served = Served()
    path = PREVIEWS.keep(packed(b"<p>draft</p>"))
    assert served.signed_in().get(path).text == "<p>draft</p>"
    stranger = served.client().get(path)
    assert (stranger.status_code, "draft" in stranger.text) == (404, False)
    for _ in range(MOST_PREVIEWS):
        PREVIEWS.keep(packed(b"later"))
    assert served.signed_in().get(path).status_code == 404
