"""The words of all languages, made ready while the child reads the first file: half a second that nobody waits for."""

import threading
from functools import cache

from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.polarity import polarity_of
from csat_core.ingest.texts.vocabulary import Meaning

ANY = "any words"


@cache
def begun() -> threading.Thread:
    """The thread that makes them ready, once in a process; who asks for words waits for its end, or makes them twice."""
    thread = threading.Thread(target=_make_ready, name="words", daemon=True)
    thread.start()
    return thread


def _make_ready() -> None:
    says(ANY, Meaning.RATING)
    polarity_of((ANY,), numbers=False, denials=False)
    families_with([ANY])
