"""Microsoft Forms: number, start and end, address and name, then the questions in full; ticks end with a semicolon."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, hinted, in_words, recognised_by, trimmed
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Joined, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import clean
from csat_core.ingest.texts.vocabulary import Meaning

ID, TITLE = "microsoft_forms", "Microsoft Forms"

STARTED = (
    "start time", "startzeit", "heure de début", "hora de inicio", "begintijd", "ora di inizio", "hora de início", "starttid",
    "godzina rozpoczęcia", "ώρα έναρξης", "开始时间", "開始時刻",
)  # fmt: skip
COMPLETED = (
    "completion time", "fertigstellungszeit", "heure de fin", "hora de finalización", "tijd van voltooien", "ora di completamento",
    "hora de conclusão", "slutförandetid", "godzina ukończenia", "godzina zakończenia", "ώρα ολοκλήρωσης", "完成时间", "完了時刻",
)  # fmt: skip
_PERSON = Hint(role="ignore", reason="Holds who answered: personal data is not kept.")
_GRADED = Hint(role="ignore", reason="Points of a quiz, not an answer.")
_HINTS = {
    "id": Hint(role="response_id", reason="Microsoft Forms numbers the responses here."),
    "|".join(COMPLETED): Hint(role="time", reason="When the form was sent in."),
    "|".join(STARTED): Hint(role="ignore", reason="When the form was opened, not when it was sent in."),
    "last modified time": Hint(role="ignore", reason="When the response was changed last."),
    "total points|quiz feedback": _GRADED,
}
QUIZ = ("points - ", "feedback - ")


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A first column ID, then the start and the end of each response, in Microsoft's languages."""
    if not head or len(head[0]) < 4 or in_words(head[0][0]) != "id":
        return None
    if in_words(head[0][1]) not in STARTED or in_words(head[0][2]) not in COMPLETED:
        return None
    names = [clean(without_markup(name)) for name in trimmed(head[0])]
    header = Header(at=0, names=tuple(names))
    described = {at: Described(hint=_PERSON) for at in (4, 5) if at <= len(names) and _is_person(names[at - 1])}
    described |= {at: Described(hint=_GRADED) for at, name in enumerate(names, 1) if name.casefold().startswith(QUIZ)}
    described |= hinted(header, _HINTS)
    joined = [
        Joined(column=at, separators=(";",)) for at in range(6, len(names) + 1)
        if at not in described and any(text.endswith(";") for text in header.texts(head, at))
    ]  # fmt: skip
    said = f"The columns begin with '{names[0]}', '{names[1]}' and '{names[2]}', as Microsoft Forms calls them."
    return recognised_by(ID, header, said, described=described, wishes=Wishes(joined=tuple(joined)))


def _is_person(name: str) -> bool:
    """Whether a name is that of the address or the name of who answered, and not a question."""
    # an anonymous form has neither: its first two questions stand in their place
    is_brief = len(name.split()) <= 3 and not name.endswith(("?", ":"))
    return is_brief and says(name, Meaning.PERSONAL)
