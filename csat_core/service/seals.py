"""Signed words: what a cookie says, with the time it ends, so that only this server can have written it."""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime

WORD = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A key for one purpose: what was signed for another, or with another secret, does not open."""

    key: bytes = field(repr=False)

    def sign(self, until: datetime, *words: str) -> str:
        """The words (letters, digits, `_` and `-`), the time and a signature over both, fit for a cookie."""
        if not all(WORD.fullmatch(word) for word in words):
            raise ValueError("only letters, digits, _ and - can be signed")
        body = ".".join((str(int(until.timestamp())), *words))
        return f"{body}.{self._signature(body)}"

    def read(self, text: str, now: datetime) -> "Signed | None":
        """What was signed; None where the signature is not ours or the time has come."""
        body, _, signature = text.rpartition(".")
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), self._signature(body).encode()):
            return None
        seconds, *words = body.split(".")
        until = datetime.fromtimestamp(int(seconds), UTC)
        return Signed(until=until, words=tuple(words)) if now < until else None

    def _signature(self, body: str) -> str:
        made = hmac.new(self.key, body.encode("utf-8", "replace"), hashlib.sha256).digest()
        return urlsafe_b64encode(made).decode().rstrip("=")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What a cookie said, once its signature was found to be ours."""

    until: datetime
    words: tuple[str, ...]


def seal(purpose: str, *secrets: str) -> Seal:
    """The seal for this purpose; it changes with every secret named."""
    key = b"csat"
    for part in (purpose, *secrets):
        key = hmac.new(part.encode(), key, hashlib.sha256).digest()
    return Seal(key=key)
