"""The words of all languages, made ready while the child reads the first file: half a second that nobody waits for."""

import threading
from functools import cache

from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.names import outcomes_within, says
from csat_core.ingest.texts.polarity import burden_in, polarity_of
from csat_core.ingest.texts.tongues import language_of
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
    outcomes_within(ANY)
    polarity_of((ANY,), numbers=False, denials=False)
    burden_in((ANY,))
    language_of([ANY])
    families_with([ANY])
