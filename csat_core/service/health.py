"""The routes that ask nobody who they are: how the server is, and its picture."""

from collections.abc import Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import Route

from csat_core import __version__
from csat_core.errors import CsatError


def health(config_loaded: Callable[[], bool], datasets: Callable[[], int]) -> Route:
    """The route `/healthz`: status, version, whether `.streamlit/config.toml` was loaded, and the number of datasets.

    Where `datasets` raises a CsatError the database cannot be used: status 503, `store_unavailable` and the sentence.
    """

    def answer(_request: Request) -> JSONResponse:
        facts: dict[str, object] = {"status": "ok", "version": __version__, "config_loaded": config_loaded()}
        code = 200
        try:
            facts["datasets"] = datasets()
        except CsatError as error:
            code, facts = 503, {**facts, "status": "store_unavailable", "error": str(error)}
        return JSONResponse(facts, status_code=code, headers={"Cache-Control": "no-store"})

    return Route("/healthz", answer)


def icon(file: Path) -> Route:
    """The route `/favicon.png`: our own picture, which browsers ask for before the first page has named it."""

    def answer(_request: Request) -> FileResponse:
        return FileResponse(file)

    return Route("/favicon.png", answer)
