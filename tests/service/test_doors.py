"""What cookies prove, and for how long."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from csat_core.service.doors import SIGNED_IN, VISIT, Doors, Person, proof_name
from csat_core.service.seals import seal
from csat_core.service.settings import Settings, from_environment
from tests.service.served import BEHIND_A_PASSCODE, NOW, PASSPHRASE, SECRET, SERVER, SHARE, Clock


def test_what_was_signed_opens_until_its_time() -> None:
    one = seal("person", SECRET)
    text = one.sign(NOW + timedelta(hours=1), "abc", "7")
    read = one.read(text, NOW)
    assert read is not None
    assert (read.words, read.until) == (("abc", "7"), NOW + timedelta(hours=1))
    assert one.read(text, NOW + timedelta(minutes=59)) is not None
    assert one.read(text, NOW + timedelta(hours=1)) is None


@pytest.mark.parametrize("other", [seal("visit", SECRET), seal("person", SECRET + "x"), seal("person", SECRET, "x")])
def test_what_was_signed_for_another_purpose_or_secret_does_not_open(other) -> None:
    assert other.read(seal("person", SECRET).sign(NOW + timedelta(hours=1)), NOW) is None


def test_no_changed_character_opens() -> None:
    one = seal("person", SECRET)
    text = one.sign(NOW + timedelta(hours=1), "abc")
    changed = [text[:at] + ("B" if text[at] != "B" else "C") + text[at + 1 :] for at in range(len(text))]
    assert [each for each in changed if one.read(each, NOW) is not None] == []


@pytest.mark.parametrize("text", ["", ".", "...", "1.2.3", "9" * 400, "ü.ß", "\udc80.x", "-1.", "nan.x"])
def test_nonsense_does_not_open(text: str) -> None:
    assert seal("person", SECRET).read(text, NOW) is None


def test_only_words_that_cannot_be_taken_apart_otherwise_are_signed() -> None:
    with pytest.raises(ValueError):
        seal("person", SECRET).sign(NOW, "a.b")


def cookies(doors: Doors) -> dict[str, str]:
    return {SIGNED_IN: doors.person_cookie().value}


def test_somebody_who_signed_in_is_known_for_twelve_hours() -> None:
    clock = Clock()
    doors = Doors(SERVER, clock)
    held = cookies(doors)
    assert doors.who(held) == Person(until=NOW + timedelta(hours=12))
    clock.now += timedelta(hours=12)
    assert doors.who(held) is None
    assert doors.who({}) is None


def test_a_changed_passphrase_or_secret_ends_every_sign_in() -> None:
    held = cookies(Doors(SERVER, Clock()))
    assert Doors(SERVER, Clock()).who(held) is not None
    assert Doors(replace(SERVER, passphrase="nine black lakes"), Clock()).who(held) is None
    assert Doors(replace(SERVER, secret=SECRET[::-1]), Clock()).who(held) is None


def test_signing_out_ends_this_sign_in_and_no_other() -> None:
    doors = Doors(SERVER, Clock())
    mine, other = cookies(doors), cookies(doors)
    doors.sign_out(mine)
    doors.sign_out({})
    assert doors.who(mine) is None
    assert doors.who(other) is not None


def test_locally_everybody_is_at_home() -> None:
    assert Doors(Settings(secret=SECRET)).who({}) == Person()


def test_the_cookie_of_a_visit_is_no_sign_in_and_the_other_way_round() -> None:
    doors = Doors(SERVER, Clock())
    visit = doors.visit_cookie(SHARE).value
    assert doors.is_visitor({VISIT: visit})
    assert doors.who({SIGNED_IN: visit, VISIT: visit}) is None
    assert not doors.is_visitor({VISIT: doors.person_cookie().value})


def test_a_visit_ends_with_its_link() -> None:
    clock = Clock()
    doors = Doors(SERVER, clock)
    cookie = doors.visit_cookie(replace(SHARE, expires_at=NOW + timedelta(hours=1)))
    assert cookie.lasts == timedelta(hours=1)
    clock.now += timedelta(hours=1)
    assert not doors.is_visitor({VISIT: cookie.value})
    assert doors.visit_cookie(replace(SHARE, expires_at=NOW)).lasts == timedelta()


def test_a_passcode_given_for_one_link_proves_nothing_for_another() -> None:
    doors = Doors(SERVER, Clock())
    proof = doors.proof_cookie(BEHIND_A_PASSCODE).value
    assert doors.has_proof({}, SHARE)
    assert not doors.has_proof({}, BEHIND_A_PASSCODE)
    assert doors.has_proof({proof_name(BEHIND_A_PASSCODE): proof}, BEHIND_A_PASSCODE)
    other = replace(BEHIND_A_PASSCODE, id=3, token_hash="c3")
    assert not doors.has_proof({proof_name(other): proof}, other)
    renewed = replace(BEHIND_A_PASSCODE, token_hash="d4")
    assert not doors.has_proof({proof_name(renewed): proof}, renewed)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    cookie = Doors(SERVER, Clock()).person_cookie()
    assert cookie.header(is_https=True).endswith("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure")
    assert cookie.header(is_https=False).endswith("; HttpOnly; SameSite=Lax")


@pytest.mark.parametrize("text", ["", "nine green lake", "nine green lakess", "NINE GREEN LAKES", "\udc80"])
def test_only_the_passphrase_is_the_passphrase(text: str) -> None:
    doors = Doors(SERVER)
    assert doors.knows(PASSPHRASE)
    assert not doors.knows(text)
    assert not Doors(Settings(secret=SECRET)).knows("")


def test_an_accent_is_the_same_from_every_keyboard() -> None:
    doors = Doors(replace(SERVER, passphrase="neun gr\u00fcne Seen"))
    assert doors.knows("neun gru\u0308ne Seen")


def test_locally_nobody_makes_a_secret_before_it_is_needed(tmp_path: Path) -> None:
    doors = Doors(from_environment({}, tmp_path / "csat.duckdb"))
    assert doors.who({}) == Person()
    assert doors.has_proof({}, SHARE)
    assert list(tmp_path.iterdir()) == []
    doors.visit_cookie(SHARE)
    assert [file.name for file in tmp_path.iterdir()] == ["csat.duckdb.secret"]
