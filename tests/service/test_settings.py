"""What the environment may say, and what the server must not start with."""

import stat
from pathlib import Path

import pytest

from csat_core.service.settings import Mode, SettingsError, from_environment

SECRET = "vJ2-nX8s_Qe4Lr0aZk7Yt5Wm1Hc9Ub3Gd6P"
GOOD = {"CSAT_MODE": "server", "CSAT_SECRET": SECRET, "CSAT_PASSPHRASE": "nine green lakes"}
STORE = Path("/data/csat.duckdb")


def test_nothing_said_is_this_machine_alone() -> None:
    found = from_environment({}, STORE)
    assert (found.mode, found.is_server, found.hosts, found.trusted_proxies) == (Mode.LOCAL, False, (), ())
    assert found.sockets_per_address == 60
    assert from_environment({"CSAT_SOCKETS_PER_ADDRESS": "150"}, STORE).sockets_per_address == 150


def test_a_server_has_its_secret_passphrase_names_and_proxies() -> None:
    found = from_environment(
        GOOD | {"CSAT_HOSTS": "csat.example.org, *.corp", "CSAT_TRUSTED_PROXY": "172.16.0.0/12 ::1"}, STORE
    )
    assert (found.is_server, found.signing_secret(), found.passphrase) == (True, SECRET, "nine green lakes")
    assert found.hosts == ("csat.example.org", "*.corp")
    assert [str(each) for each in found.trusted_proxies] == ["172.16.0.0/12", "::1/128"]
    assert SECRET not in repr(found)
    assert "lakes" not in repr(found)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"CSAT_MODE": "prod"}, 'CSAT_MODE is "prod"; it is local or server.'),
        ({"CSAT_SECRET": ""}, "needs CSAT_SECRET, at least 32 characters"),
        ({"CSAT_SECRET": "   "}, "needs CSAT_SECRET"),
        ({"CSAT_SECRET": SECRET[:31]}, "CSAT_SECRET has 31 characters and needs at least 32"),
        ({"CSAT_SECRET": "x" * 40}, "CSAT_SECRET is a well-known example, or repeats a few characters"),
        ({"CSAT_SECRET": "abcabc" * 8}, "CSAT_SECRET is a well-known example"),
        ({"CSAT_SECRET": "change-me-to-32-or-more-characters!"}, "CSAT_SECRET is a well-known example"),
        ({"CSAT_SECRET": "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET"}, "CSAT_SECRET is a well-known example"),
        ({"CSAT_SECRET": "thisISaSECRET_1234-thisISaSECRET_5678"}, "CSAT_SECRET is a well-known example"),
        ({"CSAT_PASSPHRASE": ""}, "needs CSAT_PASSPHRASE, at least 12 characters"),
        ({"CSAT_PASSPHRASE": "eleven char"}, "CSAT_PASSPHRASE has 11 characters and needs at least 12"),
        ({"CSAT_PASSPHRASE": "correct horse battery staple"}, "CSAT_PASSPHRASE is a well-known example"),
        ({"CSAT_PASSPHRASE": "aaaabbbbaaaa"}, "CSAT_PASSPHRASE is a well-known example"),
        ({"CSAT_PASSPHRASE": SECRET}, "CSAT_SECRET is the same as CSAT_PASSPHRASE"),
        ({"CSAT_SOCKETS_PER_ADDRESS": "0"}, 'CSAT_SOCKETS_PER_ADDRESS is "0"; give how many'),
        ({"CSAT_SOCKETS_PER_ADDRESS": "many"}, 'CSAT_SOCKETS_PER_ADDRESS is "many"; give how many'),
        ({"CSAT_TRUSTED_PROXY": "nginx"}, 'CSAT_TRUSTED_PROXY is "nginx"; give the addresses'),
    ],
)  # fmt: skip
def test_what_is_not_safe_is_refused_in_one_sentence(change: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        from_environment(GOOD | change, STORE)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert SECRET not in str(refused.value)


def test_the_smallest_that_is_safe_starts() -> None:
    found = from_environment(GOOD | {"CSAT_SECRET": SECRET[:32], "CSAT_PASSPHRASE": "twelve chars"}, STORE)
    assert found.is_server


def test_the_secret_of_this_machine_is_made_once_for_its_user_alone(tmp_path: Path) -> None:
    database = tmp_path / "new" / "csat.duckdb"
    made = from_environment({}, database).signing_secret()
    file = tmp_path / "new" / "csat.duckdb.secret"
    assert len(made) >= 32
    assert file.read_text() == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert from_environment({}, database).signing_secret() == made
    assert from_environment({}, tmp_path / "other.duckdb").signing_secret() != made


def test_where_nothing_can_be_kept_the_secret_lasts_as_long_as_the_process(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    settings = from_environment({}, tmp_path / "file" / "csat.duckdb")
    assert len(settings.signing_secret()) >= 32
    assert settings.signing_secret() == settings.signing_secret()
