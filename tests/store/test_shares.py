"""Shares: the secret is nowhere in the file, whatever does not open looks the same, and what was done stays known."""

from datetime import UTC, date, datetime, timedelta

import pytest

from csat_core.model.period import Grain
from csat_core.model.predicate import OneOf
from csat_core.model.share import USUAL_TIME, InvalidShareError, ShareOrder, SharePage
from csat_core.model.view import View
from csat_core.store import Store, imports, shares
from csat_core.store.catalogue import DatasetNotFoundError
from tests.conftest import make_dataset, question, segment

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def dataset(store: Store) -> None:
    make_dataset(store, {"Overall": question([5, 4, None]), "Region": segment(["North", "South", None])})


def an_order(**changes: object) -> ShareOrder:
    view = View(
        dataset_id=1, version=1, question="q01", scheme="top2-of-5", grain=Grain.MONTH, since=date(2026, 1, 1),
        filters=(OneOf(column="s01", values=(None, "Nord, or 'Süd'")),),
    )  # fmt: skip
    order = {
        "name": "For the board", "view": view, "pages": (SharePage.ONEPAGER, SharePage.TRENDS),
        "free": (OneOf(column="s02", values=("a", "b")),), "start": (("by", ("s02",)),),
    }  # fmt: skip
    return ShareOrder(**order | changes)


def made(store: Store, **more: object) -> shares.Made:
    order = more.pop("order", an_order())
    return shares.make_share(store, order, NOW + USUAL_TIME, now=NOW, **more)


def test_what_was_ordered_comes_back_whole(store: Store) -> None:
    new = made(store)
    assert new.share.order == an_order()
    assert shares.find(store, new.token, NOW) == new.share
    assert (new.share.created_at, new.share.expires_at) == (NOW, NOW + timedelta(days=30))
    assert (new.share.opened, new.share.last_opened_at, new.share.has_passcode) == (0, None, False)


def test_a_secret_has_at_least_128_bits_and_no_two_are_alike(store: Store) -> None:
    tokens = {made(store).token for _ in range(5)}
    assert len(tokens) == 5
    assert shares.TOKEN_BYTES * 8 >= 128
    assert all(len(token) == 32 for token in tokens)


def test_neither_secret_nor_passcode_is_in_the_file(store: Store) -> None:
    new = made(store, passcode="open sesame")
    store.overwrite_freed()
    contents = store.path.read_bytes()
    assert b"For the board" in contents  # so the search would find plain text
    assert new.token.encode() not in contents
    assert b"open sesame" not in contents


def test_wrong_cut_prolonged_ended_and_revoked_links_open_nothing(store: Store) -> None:
    new, gone = made(store), made(store)
    shares.revoke(store, gone.share.id, NOW)
    for token in (
        "",
        "x" * 32,
        new.token[:-1],
        new.token + "A",
        new.token * 9,
        new.token.lower(),
        "\ud800",
        gone.token,
    ):
        assert shares.find(store, token, NOW) is None, token
    assert shares.find(store, new.token, NOW + USUAL_TIME - timedelta(seconds=1)) is not None
    assert shares.find(store, new.token, NOW + USUAL_TIME) is None


def test_opening_is_counted_and_is_no_news_to_any_page(store: Store) -> None:
    new = made(store)
    before = store.generation
    for hours in (1, 3, 2):
        shares.note(store, "opened", new.share, NOW + timedelta(hours=hours))
    found = shares.share(store, new.share.id)
    assert (found.opened, found.last_opened_at) == (3, NOW + timedelta(hours=3))
    assert store.generation == before


def test_a_passcode_is_checked_and_what_is_wrong_is_noted(store: Store) -> None:
    new = made(store, passcode="open sesame")
    assert new.share.has_passcode
    assert shares.check_passcode(store, new.share, "open sesame")
    assert not shares.check_passcode(store, new.share, "open sesam")
    assert not shares.check_passcode(store, made(store).share, "")
    with store.cursor() as cursor:
        noted = cursor.execute("SELECT action, share_id FROM audit WHERE action = 'wrong passcode'").fetchall()
    assert noted == [("wrong passcode", new.share.id)]


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_link_ends_within_a_year(store: Store, days: int) -> None:
    with pytest.raises(InvalidShareError, match="choose a day after today"):
        shares.make_share(store, an_order(), NOW + timedelta(days=days), now=NOW)


@pytest.mark.parametrize("passcode", ["12345", "x" * 129])
def test_a_passcode_has_a_length_that_protects(store: Store, passcode: str) -> None:
    with pytest.raises(InvalidShareError, match="use 6 to 128"):
        made(store, passcode=passcode)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "  "}, "has 0 characters"),
        ({"name": "x" * 81}, "has 81 characters"),
        ({"pages": ()}, "at least one"),
        ({"pages": (SharePage.ROI, SharePage.ROI)}, "each once"),
        ({"is_frozen": True}, "recipients cannot narrow it"),
        ({"is_frozen": True, "free": (), "pages": (SharePage.WORKSHOP,)}, "cannot be frozen"),
    ],
)
def test_a_senseless_order_is_refused(changes: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidShareError, match=words):
        an_order(**changes)


def test_a_frozen_link_keeps_its_document_until_it_is_revoked(store: Store) -> None:
    order = an_order(is_frozen=True, free=())
    new = made(store, order=order, document=b"<p>72.4 %</p>", data_hash="ab12")
    assert shares.document_of(store, new.share) == b"<p>72.4 %</p>"
    assert new.share.data_hash == "ab12"
    shares.revoke(store, new.share.id, NOW)
    assert shares.document_of(store, new.share) == b""
    with pytest.raises(InvalidShareError, match="needs what it is to show"):
        made(store, order=order)


def test_a_second_revocation_keeps_the_first_day_and_a_foreign_one_is_said(store: Store) -> None:
    new = made(store)
    shares.revoke(store, new.share.id, NOW)
    shares.revoke(store, new.share.id, NOW + timedelta(days=2))
    assert shares.share(store, new.share.id).revoked_at == NOW
    with pytest.raises(shares.ShareNotFoundError, match="no link 99"):
        shares.revoke(store, 99)


def test_shares_go_with_their_dataset_and_their_numbers_are_not_used_again(store: Store) -> None:
    new = made(store)
    shares.note(store, "opened", new.share, NOW)
    imports.undo(store, 1)
    assert shares.find(store, new.token, NOW) is None
    assert shares.shares(store) == ()
    with pytest.raises(DatasetNotFoundError):
        made(store)
    with store.cursor() as cursor:
        assert cursor.execute("SELECT max(share_id) FROM audit").fetchall() == [(new.share.id,)]
