"""Google Forms: a timestamp, then the questions in full; grids are `Question [Row]`, ticks are joined in one cell."""

import re
from collections.abc import Sequence

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.headers import Header, distinct, in_words, recognised_by, rows_of_grids, trimmed
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Joined, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.reading import clean, fold

ID, TITLE = "google_forms", "Google Forms"

TIMESTAMPS = frozenset(
    ("timestamp", "zeitstempel", "horodateur", "marca temporal", "carimbo de data/hora", "carimbo de hora",
     "informazioni cronologiche", "tijdstempel", "tidst\u00e4mpel", "tidsst\u00e4mpel", "sygnatura czasowa",
     "\u03c7\u03c1\u03bf\u03bd\u03b9\u03ba\u03ae \u03c3\u03ae\u03bc\u03b1\u03bd\u03c3\u03b7", "\u65f6\u95f4\u6233\u8bb0",
     "\u6642\u9593\u6233\u8a18", "\u30bf\u30a4\u30e0\u30b9\u30bf\u30f3\u30d7", "\ud0c0\uc784\uc2a4\ud0ec\ud504",
     "tidsstempel", "aikaleima", "\u0432\u0440\u0435\u043c\u0435\u043d\u043d\u0430\u044f \u043c\u0435\u0442\u043a\u0430"),
)  # fmt: skip
"""What Google calls the first column, by the language of the form."""
SEPARATORS = (";", ", ")
_DAY = re.compile(r"\d{1,4}\D+\d{1,2}\D+\d{1,4}")
_TIME = Hint(role="time", reason="Google Forms keeps the moment of the answer in the first column.")
_PERSON = Hint(role="ignore", reason="Holds e-mail addresses: personal data is not kept.")


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A first column called timestamp, in any of Google's languages, with moments below it."""
    if not head or not head[0] or fold(head[0][0].lstrip("\ufeff")) not in TIMESTAMPS:
        return None
    header = Header(at=0, names=trimmed(head[0]))
    times = header.texts(head, 1)
    if len(header.names) < 2 or not times or not all(_DAY.match(text) for text in times[:3]):
        return None
    width = max(len(header.names), *(len(trimmed(row)) for row in head[1:]))
    header = Header(at=0, names=header.names + ("",) * (width - len(header.names)))
    names = [clean(without_markup(name)) for name in header.names]
    rows = rows_of_grids(names)
    described = {at: Described(label=name) for at, name in enumerate(names, 1) if at in rows}
    described[1] = Described(hint=_TIME)
    for at, name in enumerate(names, 1):
        if in_words(name) in ("email address", "username", "e mail address"):
            described[at] = Described(hint=_PERSON)
    shown = distinct([rows.get(at, name) for at, name in enumerate(names, 1)], names)
    said = f"The first column is '{head[0][0].strip()}', as Google Forms calls the moment of an answer."
    if rows:
        said += f" {len(rows)} columns are rows of grids, written 'Question [Row]'."
    joined = [Joined(column=at, separators=SEPARATORS) for at in range(2, width + 1) if _may_join(header, head, at)]
    return recognised_by(
        ID, header, said, names=shown, described={at: described.get(at, PLAIN) for at in range(1, width + 1)},
        wishes=Wishes(joined=tuple(joined)),
    )  # fmt: skip


def _may_join(header: Header, head: Sequence[Sequence[str]], column: int) -> bool:
    return any(separator in text for text in header.texts(head, column) for separator in SEPARATORS)
