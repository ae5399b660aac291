"""First words: what the first page of a link says first, kept in memory to be read before that page is there.

A page of Streamlit is drawn by scripts, which a browser needs most of a second to begin with and a phone on the road
many. What is kept is worked out from the store alone, for a link and what its address chooses: nothing that a visitor did
is in it. It is said only while not a thing in the store has changed, and where the link would open.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from csat_core.model.share import Share
from csat_core.service.forms import DARK, LIGHT

SECRET = "s"
"""The parameter of the URL that carries the secret of a link."""

MOST_KEPT = 500
MOST_OF_A_LINK = 20
"""Addresses of one link: whoever holds one must not drive out the words of the others."""
LONGEST = 300
"""Letters of an address that is kept, beside the secret."""

Choices = frozenset[tuple[str, tuple[str, ...]]]
"""What the address of a page says beside the secret of the link."""

NOTHING_CHOSEN: Choices = frozenset()
"""The address that a link leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords:
    """What stands at the top of the first page of a link."""

    share: Share
    heading: str
    """What the one who shared it wrote, and until when it opens."""
    title: str
    answer: str
    choices: tuple[str, ...] = ()
    """The names of what may be chosen."""
    has_sidebar: bool = False


def choices(params: Mapping[str, Sequence[str]]) -> Choices:
    """The parameters of an address, whatever their order, without the one that carries the secret."""
    return frozenset((name, tuple(values)) for name, values in params.items() if name != SECRET)


class Memory:
    """First words by the hash of the link's secret and what was chosen, the last ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, Choices], tuple[int, FirstWords]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, chosen: Choices, generation: int, words: FirstWords) -> None:
        """Nothing; this is said while the store is in its `generation`. Of a link's many addresses the last ones are kept."""
        key = (words.share.token_hash, chosen)
        if sum(len(name) + sum(map(len, values)) for name, values in chosen) > LONGEST:
            return
        with self._lock:
            of_link = [known for known in self._kept if known[0] == key[0] and known != key]
            for known in of_link[: max(0, len(of_link) + 1 - MOST_OF_A_LINK)]:
                del self._kept[known]
            self._kept[key] = (generation, words)
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def find(self, token_hash: str, chosen: Choices, generation: int) -> FirstWords | None:
        """What was said; None where nothing was, or where the store has changed since."""
        key = (token_hash, chosen)
        with self._lock:
            said_in, words = self._kept.get(key, (generation, None))
            if said_in == generation:
                return words
            del self._kept[key]
            return None


MEMORY = Memory()

STYLE = (
    """@font-face { font-family: "IBM Plex Sans"; font-weight: 100 700; font-display: swap;
  src: url("./app/static/ibm-plex-sans-latin-wght-normal.woff2") format("woff2"); }
#first-words { --field: #F1ECE2; --side: #F1ECE2; """
    + LIGHT
    + """ position: fixed; inset: 0; z-index: 1; overflow: hidden; background: var(--paper); color: var(--ink);
  font: 400 1rem/1.6 "IBM Plex Sans", sans-serif; -webkit-font-smoothing: auto; pointer-events: none; }
/* where the script that takes them away did not come */
#root:has([data-testid=stMain] h1) + #first-words { animation: first-words-gone 0s 0.5s forwards; }
@keyframes first-words-gone { to { visibility: hidden; } }
/* where nothing else comes */
#first-words .late { font-size: 0.9rem; visibility: hidden; animation: first-words-late 0s 12s forwards; }
@keyframes first-words-late { to { visibility: visible; } }
@media (prefers-color-scheme: dark) { #first-words { --field: #1E2630; --side: #10151C; """
    + DARK
    + """ } }
#first-words * { box-sizing: border-box; margin: 0; white-space: pre-wrap; overflow-wrap: break-word; }
#first-words main { display: flex; flex-direction: column; gap: 1rem; max-width: 1240px; margin: 0 auto; padding: 4.25rem 1rem; }
#first-words .heading { font-size: 0.9rem; line-height: 1.45; opacity: 0.67; max-width: 52rem; }
#first-words .choices { display: flex; flex-wrap: wrap; gap: 1rem; }
#first-words .choices p { flex: 1 1 6.5rem; max-width: 26rem; height: 4.25rem; font-size: 0.875rem; line-height: 1.5rem;
  white-space: nowrap; overflow: hidden; }
#first-words .choices p::after { content: ""; display: block; box-sizing: border-box; height: 2.5rem; margin-top: 0.25rem;
  border: 1px solid var(--line); border-radius: 0.375rem; background: var(--field); }
#first-words h1 { font-size: 2rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.015em; }
#first-words .answer { font-size: 1.35rem; line-height: 1.45; max-width: 46rem; }
@media (max-width: 640px) { #first-words h1 { font-size: 1.6rem; } #first-words .answer { font-size: 1.15rem; } }
@media (min-width: 769px) { #first-words.beside { padding-left: 300px; background: linear-gradient(to right, var(--side) 300px, var(--paper) 0); } }
@media (min-width: 864px) { #first-words main { padding: 4.25rem 5rem; } }
@media (min-width: 1000px) {
  #first-words main { flex-flow: row wrap; align-items: center; align-content: flex-start; }
  #first-words main > * { flex: 1 1 100%; }
  #first-words .heading:has(+ .choices) { flex: 1 1 30%; }
  #first-words .choices { flex: 0 1 auto; max-width: 68%; justify-content: flex-end; }
  #first-words .choices p { flex: 0 1 auto; height: 2.5rem; display: flex; align-items: center; gap: 0.5rem; }
  #first-words .choices p::after { width: 12rem; margin: 0; }
}
@media (min-width: 1000px) and (max-height: 800px) {
  #first-words main { padding-top: 1.5rem; }
  #first-words h1 { font-size: 1.6rem; }
  #first-words .answer { font-size: 1.2rem; line-height: 1.35; max-width: 62rem; }
}
"""
)
"""As pages/shared/look.py and Streamlit draw the same, so that nothing moves when the page takes its place."""


LATE = (
    "The rest of the page has not come yet. It needs JavaScript and a connection that stays open, which some networks do not "
    "allow: load the page again, or try another network."
)


def written(words: FirstWords) -> str:
    """The words as HTML that lies over the page; nothing in them is read as HTML."""
    asked = "".join(f"<p>{escape(each)}</p>" for each in words.choices)
    beside = ' class="beside"' if words.has_sidebar else ""
    return (
        f'<div id="first-words"{beside}><style>{STYLE}</style><main><p class="heading">{escape(words.heading)}</p>'
        + (f'<div class="choices">{asked}</div>' if asked else "")
        + f'<h1>{escape(words.title)}</h1><p class="answer">{escape(words.answer)}</p><p class="late">{LATE}</p></main></div>'
    )
