"""Who may come in: what the cookies of a request prove. The middleware asks at the door, every page asks again."""

import hmac
import secrets
import threading
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property

from csat_core.model.share import Share
from csat_core.service import settings as environment
from csat_core.service.seals import Seal, Signed, seal
from csat_core.service.settings import Settings

SIGNED_IN = "csat_person"
VISIT = "csat_visit"
LONGEST_STAY = timedelta(hours=12)
"""How long a cookie opens; then the passphrase or the link is asked for again."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody for whom all pages are."""

    until: datetime | None = None
    """When they have to sign in again; None where nobody has to."""


class Doors:
    """What cookies prove under these settings, and the cookies that prove it."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self.settings = settings
        self._clock = clock or (lambda: datetime.now(UTC))
        self._signed_out: dict[str, datetime] = {}
        self._opened: dict[tuple[str, int], datetime] = {}
        self._counting = threading.Lock()

    # Made when they are needed: locally, most processes never read or make the secret.
    @cached_property
    def _people(self) -> Seal:
        """A changed passphrase ends every sign-in; links do not depend on it."""
        return seal("person", self.settings.signing_secret(), self.settings.passphrase)

    @cached_property
    def _visits(self) -> Seal:
        return seal("visit", self.settings.signing_secret())

    @cached_property
    def _links(self) -> Seal:
        return seal("link", self.settings.signing_secret())

    def who(self, cookies: Mapping[str, str]) -> Person | None:
        """The person who signed in; None for everybody else. Locally, whoever sits at this machine."""
        if not self.settings.is_server:
            return Person()
        signed = self._person(cookies)
        return Person(until=signed.until) if signed is not None else None

    def is_visitor(self, cookies: Mapping[str, str]) -> bool:
        """Whether they came through a link; which one, and whether it still opens, is for the page to find out."""
        return self._visit(cookies) is not None

    def _visit(self, cookies: Mapping[str, str]) -> Signed | None:
        return self._visits.read(cookies.get(VISIT, ""), self._clock())

    def has_proof(self, cookies: Mapping[str, str], share: Share) -> bool:
        """Whether they may see what this share shows: it has no passcode, or they gave it in this browser."""
        if not share.has_passcode:
            return True
        signed = self._links.read(cookies.get(proof_name(share), ""), self._clock())
        return signed is not None and signed.words == (str(share.id), share.token_hash)

    def knows(self, passphrase: str) -> bool:
        """Whether this is the passphrase; a wrong one takes as long as the right one."""
        # one keyboard makes an ü of one character, another of two
        both = (unicodedata.normalize("NFC", text) for text in (passphrase, self.settings.passphrase))
        given, right = (text.encode("utf-8", "replace") for text in both)
        return bool(right) and hmac.compare_digest(given, right)

    def person_cookie(self) -> "Cookie":
        """What somebody gets who knew the passphrase."""
        until = self._clock() + LONGEST_STAY
        return Cookie(name=SIGNED_IN, value=self._people.sign(until, secrets.token_urlsafe(12)), lasts=LONGEST_STAY)

    def visit_cookie(self, share: Share, cookies: Mapping[str, str] | None = None) -> "Cookie":
        """What somebody gets who came through this share's link; of a visit that goes on it keeps the name."""
        lasts, going = self._stay(share), self._visit(cookies or {})
        name = going.words[0] if going is not None and going.words else secrets.token_urlsafe(12)
        return Cookie(name=VISIT, value=self._visits.sign(self._clock() + lasts, name), lasts=lasts)

    def is_first(self, cookies: Mapping[str, str], share: Share) -> bool:
        """Whether the visit that these cookies name has not opened the share before; without a name it always is the first time.

        Known while this process lives, and for as long as a visit lasts.
        """
        going, now = self._visit(cookies), self._clock()
        if going is None or not going.words:
            return True
        key = (going.words[0], share.id)
        with self._counting:
            self._opened = {each: until for each, until in self._opened.items() if now < until}
            is_first = key not in self._opened
            self._opened[key] = now + LONGEST_STAY
        return is_first

    def proof_cookie(self, share: Share) -> "Cookie":
        """What somebody gets who knew this share's passcode."""
        lasts = self._stay(share)
        value = self._links.sign(self._clock() + lasts, str(share.id), share.token_hash)
        return Cookie(name=proof_name(share), value=value, lasts=lasts)

    def sign_out(self, cookies: Mapping[str, str]) -> None:
        """Nothing; the sign-in of these cookies opens no more, in open pages and copies too, while this process lives."""
        signed, now = self._person(cookies), self._clock()
        self._signed_out = {word: until for word, until in self._signed_out.items() if now < until}
        if signed is not None:
            self._signed_out[signed.words[0]] = signed.until

    def _person(self, cookies: Mapping[str, str]) -> Signed | None:
        signed = self._people.read(cookies.get(SIGNED_IN, ""), self._clock())
        return None if signed is None or signed.words[0] in self._signed_out else signed

    def _stay(self, share: Share) -> timedelta:
        return max(min(LONGEST_STAY, share.expires_at - self._clock()), timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """A cookie to set: for this browser only, out of reach of scripts."""

    name: str
    value: str
    lasts: timedelta

    def header(self, *, is_https: bool) -> str:
        """The `Set-Cookie` header."""
        secure = "; Secure" if is_https else ""
        seconds = int(self.lasts.total_seconds())
        return f"{self.name}={self.value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"


CLEARED = Cookie(name=SIGNED_IN, value="", lasts=timedelta())
"""Takes the sign-in out of the browser."""


def proof_name(share: Share) -> str:
    """The name of the cookie that proves the passcode of this share."""
    return f"csat_link_{share.id}"


@cache
def ours() -> Doors:
    """The doors of this process, under the settings of its environment."""
    return Doors(environment.chosen())


def who(cookies: Mapping[str, str]) -> Person | None:
    """The person who signed in to this server; None for everybody else. Locally, whoever sits at this machine."""
    return ours().who(cookies)


def has_proof(cookies: Mapping[str, str], share: Share) -> bool:
    """Whether whoever sends these cookies may see what this share shows: it has no passcode, or they gave it."""
    return ours().has_proof(cookies, share)


def is_first(cookies: Mapping[str, str], share: Share) -> bool:
    """Whether the visit that these cookies name opens the share for the first time."""
    return ours().is_first(cookies, share)
