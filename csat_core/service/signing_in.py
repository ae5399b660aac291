"""The routes `/signin` and `/signout`: one passphrase for the people who work with all pages."""

import logging
import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from csat_core.service import asking, forms
from csat_core.service.asking import Budget
from csat_core.service.callers import Callers
from csat_core.service.doors import CLEARED, Doors

LOG = logging.getLogger(__name__)

WRONG_TRIES = 5
WRONG_TRIES_OF_ALL = 100
EVERYBODY = "everybody"
SEVERAL = f"{WRONG_TRIES} wrong tries were made."

LOCAL_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
AFTER = ("/signin", "/signout", "/_stcore", "/media")


def routes(doors: Doors, callers: Callers) -> list[Route]:
    """`/signin` (the form, and what it sends) and `/signout`."""
    desk = _Desk(doors, callers)
    return [
        Route("/signin", desk.show, methods=["GET"]),
        Route("/signin", desk.receive, methods=["POST"]),
        Route("/signout", desk.sign_out, methods=["GET", "POST"]),
    ]


def onward(text: str) -> str:
    """Where to go after signing in: a path of ours, or the first page."""
    if not LOCAL_PATH.fullmatch(text) or text.startswith(AFTER):
        return "/"
    return text


class _Desk:
    def __init__(self, doors: Doors, callers: Callers) -> None:
        self._doors = doors
        self._callers = callers
        self._budget = Budget.of(WRONG_TRIES, WRONG_TRIES_OF_ALL)

    async def show(self, request: Request) -> Response:
        """The form; whoever is signed in goes on."""
        further = onward(request.query_params.get("next", "/"))
        if self._doors.who(request.cookies) is not None:
            return forms.go(further)
        return _form(further)

    async def receive(self, request: Request) -> Response:
        """The way on with a cookie, the form again, or how long to wait."""
        if not asking.is_from_us(request):
            return forms.notice("This form was not ours", "Open the page anew and sign in there.", 403)
        address = self._callers.address(request.scope)
        if seconds := self._budget.wait(address, EVERYBODY):
            return asking.too_many(SEVERAL, seconds)
        self._budget.begin(address, EVERYBODY)
        given = await asking.answers(request)
        further = onward(given.get("next", "/"))
        if self._doors.knows(given.get("passphrase", "")):
            self._budget.take_back(address, EVERYBODY)
            LOG.info("Signed in from %s", address)
            cookie = self._doors.person_cookie().header(is_https=self._callers.is_https(request.scope))
            return forms.go(further, cookie)
        LOG.warning("A wrong passphrase from %s", address)
        if seconds := self._budget.wait(address, EVERYBODY):
            return asking.too_many(SEVERAL, seconds)
        left = self._budget.of_address.left(address)
        return _form(further, f"That is not the passphrase. {left} more {'try' if left == 1 else 'tries'}.", 403)

    async def sign_out(self, request: Request) -> Response:
        """The form, without the cookie; a page of another site cannot send anybody out."""
        if request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return forms.go("/")
        self._doors.sign_out(request.cookies)
        return forms.go("/signin", CLEARED.header(is_https=self._callers.is_https(request.scope)))


def _form(further: str, wrong: str = "", status: int = 200) -> HTMLResponse:
    return forms.form(
        "Sign in",
        "These pages are for the people who work with them. A shared link opens without signing in.",
        field="passphrase",
        label="Passphrase",
        button="Sign in",
        wrong=wrong,
        hidden=further,
        status=status,
    )
