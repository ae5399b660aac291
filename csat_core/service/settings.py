"""How the server is set up: its mode, its secrets and its names, read once from the environment."""

import contextlib
import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.store import default_path

SHORTEST_SECRET = 32
SHORTEST_PASSPHRASE = 12
FEWEST_CHARACTERS = {"CSAT_SECRET": 8, "CSAT_PASSPHRASE": 5}
"""Different ones: 32 random hexadecimal digits have fewer than 8 once in 30 billion."""

KNOWN = (
    "changeme", "changeit", "changethis", "example", "default", "insecure", "notsecret", "thisisasecret", "mysecret", "yoursecret", "secretkey",
    "password", "passphrase", "placeholder", "correcthorse", "0123456789", "123456789", "abcdefgh", "qwerty",
    "deadbeef", "letmein",
)  # fmt: skip
"""What stands in manuals and lists of defaults, without capitals and separators."""

HOW_TO_MAKE_ONE = """make one with python -c 'import secrets; print(secrets.token_urlsafe(48))'"""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Mode(StrEnum):
    """For whom the server is."""

    LOCAL = "local"
    """Whoever sits at this machine; nobody is asked who they are."""
    SERVER = "server"
    """Many people: the pages for those who signed in, shared links for whoever holds them."""


class SettingsError(CsatError):
    """The environment says something that the server must not start with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the server is set up."""

    mode: Mode = Mode.LOCAL
    secret: str = field(default="", repr=False)
    """What cookies are signed with; empty where `secret_file` holds it."""
    passphrase: str = field(default="", repr=False)
    secret_file: Path | None = None
    hosts: tuple[str, ...] = ()
    """The names the app answers to; empty for those of `.streamlit/config.toml`."""
    trusted_proxies: tuple[Network, ...] = ()
    """Who may say, in X-Forwarded-For, on whose behalf a request comes."""
    sockets_per_address: int = 60
    """How many pages may be open at once from one address: a whole office or workshop may have only one."""
    inbox: Path | None = None
    """The folder whose files the Data page offers for import; None where there is none."""

    @property
    def is_server(self) -> bool:
        """Whether people have to sign in."""
        return self.mode is Mode.SERVER

    def signing_secret(self) -> str:
        """What cookies are signed with; locally it is made on first use and kept beside the store."""
        return self.secret or _kept(self.secret_file)


def from_environment(environ: Mapping[str, str], database: Path) -> Settings:
    """What the environment says; raises SettingsError with the first thing that is wrong."""
    hosts = tuple(environ.get("CSAT_HOSTS", "").replace(",", " ").split())
    proxies = _networks(environ.get("CSAT_TRUSTED_PROXY", ""))
    sockets = _number(environ.get("CSAT_SOCKETS_PER_ADDRESS", "") or "60")
    mode = environ.get("CSAT_MODE", "").strip().lower() or Mode.LOCAL.value
    inbox = environ.get("CSAT_INBOX", "").strip()
    common = Settings(
        hosts=hosts,
        trusted_proxies=proxies,
        sockets_per_address=sockets,
        inbox=Path(inbox).expanduser().absolute() if inbox else None,
    )
    if mode == Mode.LOCAL:
        kept_in = database.with_name(f"{database.name}.secret")
        return replace(common, secret_file=kept_in)
    if mode != Mode.SERVER:
        raise SettingsError(f'CSAT_MODE is "{mode}"; it is local or server.')
    secret, passphrase = environ.get("CSAT_SECRET", "").strip(), environ.get("CSAT_PASSPHRASE", "").strip()
    _refuse_weak("CSAT_SECRET", secret, SHORTEST_SECRET, HOW_TO_MAKE_ONE)
    _refuse_weak(
        "CSAT_PASSPHRASE", passphrase, SHORTEST_PASSPHRASE, "choose one that only the people who may sign in know"
    )
    if secret == passphrase:
        raise SettingsError(f"CSAT_SECRET is the same as CSAT_PASSPHRASE, which people know; {HOW_TO_MAKE_ONE}.")
    return replace(common, mode=Mode.SERVER, secret=secret, passphrase=passphrase)


def _refuse_weak(name: str, value: str, shortest: int, way_out: str) -> None:
    bare = "".join(character for character in value.lower() if character.isalnum())
    if not value:
        raise SettingsError(f"CSAT_MODE=server needs {name}, at least {shortest} characters long; {way_out}.")
    if len(value) < shortest:
        raise SettingsError(f"{name} has {len(value)} characters and needs at least {shortest}; {way_out}.")
    if len(set(value)) < FEWEST_CHARACTERS[name] or any(known in bare for known in KNOWN):
        raise SettingsError(f"{name} is a well-known example, or repeats a few characters; {way_out}.")


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(each, strict=False) for each in text.replace(",", " ").split())
    except ValueError as error:
        raise SettingsError(
            f'CSAT_TRUSTED_PROXY is "{text}"; give the addresses or networks of your proxy, as in 127.0.0.1 or 172.16.0.0/12.'
        ) from error


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise SettingsError(f'CSAT_SOCKETS_PER_ADDRESS is "{text}"; give how many pages may be open from one address.')
    return int(text)


@cache
def chosen() -> Settings:
    """The settings of this process; raises SettingsError."""
    return from_environment(os.environ, default_path())


@cache
def _kept(file: Path | None) -> str:
    """The secret in this file, made where there is none. Where nothing can be kept, one that lasts as long as the process."""
    made = secrets.token_urlsafe(48)
    if file is None:
        return made
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as target:
                target.write(made)
        found = file.read_text(encoding="utf-8").strip()
        return found if len(found) >= SHORTEST_SECRET else made
    return made
