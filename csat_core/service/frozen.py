"""Frozen documents: what a link keeps showing, as it was when it was shared, and what is looked at before it is shared."""

import gzip
import re
import secrets
import threading
from collections import OrderedDict

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from csat_core.service import forms

MOST_PREVIEWS = 20
POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]+)"')
"""The policy that a document of ours carries: it names the scripts it was written with, and no other runs."""


class Previews:
    """Documents that somebody of the house looks at before they are shared; the last ones, in memory only."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, document: bytes) -> str:
        """The path at which the document (gzip) can be looked at."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._kept[key] = document
            while len(self._kept) > MOST_PREVIEWS:
                self._kept.popitem(last=False)
        return f"/preview/{key}"

    def show(self, request: Request) -> Response:
        """The document, or that there is none."""
        document = self._kept.get(request.path_params["key"])
        return forms.nothing_here() if document is None else reply(request, document)

    @property
    def route(self) -> Route:
        """`/preview/<key>`: in server mode for those who signed in."""
        return Route("/preview/{key}", self.show, methods=["GET"])


PREVIEWS = Previews()


def packed(document: bytes) -> bytes:
    """A document as it is kept."""
    return gzip.compress(document, mtime=0)


def reply(request: Request, document: bytes) -> Response:
    """The document (gzip) under its own policy, kept by nobody on the way."""
    plain = gzip.decompress(document)
    found = POLICY.search(plain[:4_000])
    policy = found.group(1).decode() if found else "default-src 'none'"
    headers = {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", "Cache-Control": "no-store"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(document, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(plain, media_type="text/html", headers=headers)
