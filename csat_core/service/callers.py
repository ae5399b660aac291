"""Where a request comes from: the address behind a trusted proxy, and whether the browser speaks https."""

import ipaddress
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import Scope

from csat_core.service.settings import Network

FORWARDED = "forwarded"
"""All who come through a proxy that nobody said to trust: what they say of themselves is no address."""


class Callers:
    """Tells callers apart, by the address that cannot be made up."""

    def __init__(self, trusted: Sequence[Network] = ()) -> None:
        self._trusted = tuple(trusted)

    def address(self, scope: Scope) -> str:
        """The address to count by; of IPv6 the network, which is what one household or office has."""
        return _counted(self._named(scope))

    def is_https(self, scope: Scope) -> bool:
        """Whether the browser speaks https, to us or to the trusted proxy."""
        if scope["scheme"] in ("https", "wss"):
            return True
        said = Headers(scope=scope).get("x-forwarded-proto", "").rpartition(",")[2].strip()
        return said == "https" and self._trusts(_peer(scope))

    def _named(self, scope: Scope) -> str:
        peer = _peer(scope)
        said = [_bare(each) for each in ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")]
        said = [each for each in said if each]
        if not said:
            return peer
        # uvicorn believes X-Forwarded-For of every caller from this machine and puts it in the place of the peer
        if not self._trusted:
            return FORWARDED if peer in said else peer
        if not self._trusts(peer):
            return peer
        return next((each for each in reversed(said) if not self._trusts(each)), peer)

    def _trusts(self, text: str) -> bool:
        try:
            address = ipaddress.ip_address(text)
        except ValueError:
            return False
        return any(address in network for network in self._trusted)


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""


def _bare(text: str) -> str:
    """Without the port that some proxies add."""
    text = text.strip()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def _counted(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return text
    if isinstance(address, ipaddress.IPv4Address):
        return text
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))
