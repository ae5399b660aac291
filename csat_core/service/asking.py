"""A secret that is asked for in a form: who may try, how often, and what the form said."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from csat_core.service import forms
from csat_core.service.hosts import is_same_site
from csat_core.service.tries import Tries

LONGEST_FORM = 8_192
"""Bytes; a passphrase and an address to go on to."""

MINUTES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Wrong tries that are allowed in 15 minutes: from one address, and from all of them at one thing."""

    of_address: Tries
    of_all: Tries

    @classmethod
    def of(cls, address: int, everybody: int) -> "Budget":
        """A fresh budget."""
        return cls(of_address=Tries(address, MINUTES * 60), of_all=Tries(everybody, MINUTES * 60))

    def wait(self, address: str, thing: str) -> int:
        """Seconds until this address may try at this thing again; 0 where it may now."""
        return max(self.of_address.wait(address), self.of_all.wait(thing))

    def begin(self, address: str, thing: str) -> None:
        """Nothing; a try counts from its beginning, so that many at once are not more than many in a row."""
        self.of_address.note(address)
        self.of_all.note(thing)

    def take_back(self, address: str, thing: str) -> None:
        """Nothing; the try was right and counts for nothing."""
        self.of_address.take_back(address)
        self.of_all.take_back(thing)


def in_words(seconds: int) -> str:
    """How long to wait, as people say it."""
    minutes = -(-seconds // 60)
    return "1 minute" if minutes <= 1 else f"{minutes} minutes"


def too_many(what: str, seconds: int) -> Response:
    """The page for who tried too often; `what` says at what, in a sentence."""
    page = forms.notice("Too many wrong tries", f"{what} Try again in {in_words(seconds)}.", 429)
    page.headers["Retry-After"] = str(seconds)
    return page


def is_from_us(request: Request) -> bool:
    """Whether the form was ours: a browser says where a POST comes from, and what is no browser carries no cookies.

    A page that sends no Referer makes the browser say `Origin: null`; Sec-Fetch-Site then says the rest.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if origin not in (None, "null") and not is_same_site(origin, request.headers.get("host", "")):
        return False
    if site is not None:
        return site in ("same-origin", "none")
    return origin != "null"


async def answers(request: Request) -> dict[str, str]:
    """The fields of the form, each once; empty where it is too long to be ours."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return {}
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1] for name, values in found.items()}
