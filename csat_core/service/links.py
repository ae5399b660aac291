"""The door of shared links: `/s/<secret>` leads to the first page that was shared, after the passcode where there is one."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from csat_core.model.share import Share
from csat_core.service import asking, forms, frozen
from csat_core.service.asking import Budget
from csat_core.service.callers import Callers
from csat_core.service.doors import Cookie, Doors

WRONG_TRIES = 5
WRONG_TRIES_OF_ALL = 20
"""At one link, from everywhere: a passcode is shorter than a passphrase."""
SEVERAL = "Several wrong passcodes were given."


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What the door asks of the store."""

    find: Callable[[str], Share | None]
    """The share that this secret opens now; None for every other, after the same work."""
    is_passcode: Callable[[Share, str], bool]
    document: Callable[[Share, bool], bytes]
    """What a frozen share shows (gzip), opened once more where that is so."""


def routes(links: Links, doors: Doors, callers: Callers) -> list[Route]:
    """`/s/<secret>`: the way on, the form for the passcode, or the one page for links that do not open."""
    door = _Door(links, doors, callers)
    return [
        Route("/s/{token}", door.show, methods=["GET"]),
        Route("/s/{token}", door.receive, methods=["POST"]),
    ]


class _Door:
    def __init__(self, links: Links, doors: Doors, callers: Callers) -> None:
        self._links = links
        self._doors = doors
        self._callers = callers
        self._budget = Budget.of(WRONG_TRIES, WRONG_TRIES_OF_ALL)

    async def show(self, request: Request) -> Response:
        """The first page, the form, or nothing."""
        share = await self._found(request)
        if share is None:
            return forms.nothing_here()
        if not self._doors.has_proof(request.cookies, share):
            return _form(share)
        if share.order.is_frozen:
            return await self._document(request, share)
        return self._open(request, share)

    async def _document(self, request: Request, share: Share) -> Response:
        cookie = self._doors.visit_cookie(share, request.cookies)
        is_first = request.method == "GET" and self._doors.is_first({cookie.name: cookie.value}, share)
        reply = frozen.reply(request, await run_in_threadpool(self._links.document, share, is_first))
        reply.headers.append("Set-Cookie", cookie.header(is_https=self._callers.is_https(request.scope)))
        return reply

    async def receive(self, request: Request) -> Response:
        """The first page for the right passcode; the form again, or how long to wait, for a wrong one."""
        share = await self._found(request)
        if share is None:
            return forms.nothing_here()
        if not asking.is_from_us(request):
            return forms.notice("This form was not ours", "Open the link anew and give the passcode there.", 403)
        if not share.has_passcode:
            return self._open(request, share)
        address, thing = self._callers.address(request.scope), str(share.id)
        if seconds := self._budget.wait(address, thing):
            return asking.too_many(SEVERAL, seconds)
        self._budget.begin(address, thing)
        given = await asking.answers(request)
        if await run_in_threadpool(self._links.is_passcode, share, given.get("passcode", "")):
            self._budget.take_back(address, thing)
            return self._open(request, share, self._doors.proof_cookie(share))
        if seconds := self._budget.wait(address, thing):
            return asking.too_many(SEVERAL, seconds)
        return _form(share, "That is not the passcode.", 403)

    async def _found(self, request: Request) -> Share | None:
        return await run_in_threadpool(self._links.find, request.path_params["token"])

    def _open(self, request: Request, share: Share, *more: Cookie) -> Response:
        token = quote(request.path_params["token"], safe="")
        # to the root, where the first page that was shared is: at another address a browser first looks for the server below it
        path = f"/s/{token}" if share.order.is_frozen else f"/?s={token}"
        is_https = self._callers.is_https(request.scope)
        cookies = (self._doors.visit_cookie(share, request.cookies), *more)
        return forms.go(path, *(cookie.header(is_https=is_https) for cookie in cookies))


def _form(share: Share, wrong: str = "", status: int = 200) -> Response:
    return forms.form(
        "A passcode, please",
        "Whoever sent you this link has given you a passcode for it.",
        field="passcode",
        label="Passcode",
        button="Open",
        wrong=wrong,
        status=status,
    )
