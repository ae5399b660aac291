"""The small pages before the pages: to sign in, to give a passcode, and where there is nothing. No script, no stranger."""

from html import escape

from starlette.responses import HTMLResponse, RedirectResponse, Response

LIGHT = """--paper: #FAF7F1; --card: #FFFDF9; --ink: #26231E; --soft: #5F594F; --line: #D9D1C1;
  --accent: #1F5C99; --on-accent: #FFFFFF; --wrong: #9A3323; --wrong-back: #F8E3DD;"""
DARK = """--paper: #141A22; --card: #1A212B; --ink: #E7EAEE; --soft: #A9B2BD; --line: #334050;
  --accent: #3777BF; --on-accent: #FFFFFF; --wrong: #F2A595; --wrong-back: #3D2421;"""
"""The colours of .streamlit/config.toml, for what stands before its pages."""

STYLE = (
    """
@font-face { font-family: "IBM Plex Sans"; font-weight: 100 700; font-display: swap;
  src: url("/app/static/ibm-plex-sans-latin-wght-normal.woff2") format("woff2"); }
:root { color-scheme: light dark; """
    + LIGHT
    + """ }
@media (prefers-color-scheme: dark) { :root { """
    + DARK
    + """ } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem;
  background: var(--paper); color: var(--ink); font: 400 1rem/1.5 "IBM Plex Sans", system-ui, sans-serif; }
main { width: 100%; max-width: 26rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
  padding: clamp(1.5rem, 6vw, 2.5rem); }
img { display: block; margin-bottom: 1.25rem; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0 0 1.25rem; color: var(--soft); text-wrap: pretty; }
p:last-child { margin-bottom: 0; }
label { display: block; margin-bottom: 0.375rem; font-weight: 500; }
input, button { width: 100%; min-height: 2.75rem; border-radius: 0.375rem; font: inherit; }
input { padding: 0.5rem 0.75rem; border: 1px solid var(--soft); background: var(--paper); color: inherit; }
button { margin-top: 1rem; border: 0; background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.wrong { padding: 0.625rem 0.75rem; border-radius: 0.375rem; background: var(--wrong-back); color: var(--wrong); }
"""
)


def form(
    title: str, text: str, *, field: str, label: str, button: str, wrong: str = "", hidden: str = "", status: int = 200
) -> HTMLResponse:
    """A page with one field for a secret, sent by POST to its own address; `wrong` is said above the field.

    `hidden` travels along as `next`.
    """
    described = ' aria-describedby="wrong" aria-invalid="true"' if wrong else ""
    said = f'<p class="wrong" id="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
    kept = f'<input type="hidden" name="next" value="{escape(hidden)}">' if hidden else ""
    body = (
        f'<form method="post">{said}{kept}<label for="{field}">{escape(label)}</label>'
        f'<input id="{field}" name="{field}" type="password" autocomplete="current-password" '
        f'required autofocus{described}><button type="submit">{escape(button)}</button></form>'
    )
    return _page(title, text, body, status)


def notice(title: str, text: str, status: int) -> HTMLResponse:
    """A page that only says something."""
    return _page(title, text, "", status)


def go(path: str, *cookies: str) -> Response:
    """The way on, which nobody keeps; `cookies` are `Set-Cookie` headers."""
    reply = RedirectResponse(path, status_code=303, headers={"Cache-Control": "no-store"})
    for cookie in cookies:
        reply.headers.append("Set-Cookie", cookie)
    return reply


def nothing_here() -> HTMLResponse:
    """The one page for every link that does not open, whatever the reason, and for what a stranger may not see."""
    return notice(
        "Nothing opens here",
        "The link is not complete, or it has ended. Ask whoever sent it to you for a new one.",
        404,
    )


def _page(title: str, text: str, body: str, status: int) -> HTMLResponse:
    said = f"<p>{escape(text)}</p>" if text else ""
    html = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<title>{escape(title)} · CSAT</title><link rel="icon" href="/favicon.png"><style>{STYLE}</style></head>'
        f'<body><main><img src="/app/static/icon.svg" alt="" width="40" height="40">'
        f"<h1>{escape(title)}</h1>{said}{body}</main></body></html>"
    )
    return HTMLResponse(html, status_code=status, headers={"Cache-Control": "no-store"})
