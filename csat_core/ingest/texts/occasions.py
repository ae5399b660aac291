"""Names of questions without what says when, or on which visit or in which store, they were asked."""

import re
from functools import cache, lru_cache

from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.phrases import pattern_of_any

_NUMBERED = re.compile(
    r"\b(?:(?:19|20)\d\d(?: ?(?:19|20)?\d\d)?|(?:q|h)[1-4] (?:19|20)\d\d|fy ?\d{2,4}|[tw]\d|(?:t|w|wave|welle|round|time|vague|ola|onda|golf|fala|matning) ?\d)\b"
)
"""Occasions that are counted: years, quarters of them, waves."""
_WHICH = re.compile(
    r"\b(?:q|h)[1-4]\b|\b(?:visit|stay|stop|trip|session|appointment|event|quarter|month|week|phase|cycle|survey|contact|call|store|shop|branch|location|site|hotel|clinic"
    r"|besuch|aufenthalt|termin|quartal|monat|woche|befragung|kontakt|anruf|filiale|laden|standort|visite|sejour|passage|rendez vous|trimestre|mois|semaine|enquete|magasin|agence"
    r"|visita|estancia|cita|mes|semana|encuesta|tienda|sucursal|soggiorno|mese|settimana|negozio|sede|estadia|consulta|loja|unidade|bezoek|verblijf|afspraak|kwartaal|maand|winkel|vestiging"
    r"|besok|vistelse|kvartal|manad|butik|wizyta|pobyt|kwartal|miesiac|sklep|oddzial|επισκεψη|τριμηνο|μηνας|καταστημα)"
    r"(?: ?(?:no |nr )?\d{1,3}| (?:[a-z]|i{1,3}|iv))\b|第? ?(?:\d{1,2}|[一二三四五六七八九十]) ?(?:回|次|期|轮|波|店|季度|四半期)"
)
"""Visits, quarters and places that are numbered or lettered; over words without accents."""


@lru_cache(maxsize=10_000)
def timeless(text: str) -> str:
    """The words of a name without those that say when, or on which visit or in which store."""
    words = _WHICH.sub(" ", _NUMBERED.sub(" ", bare_words(text)))
    return " ".join(_occasions().sub(" ", words).split())


@cache
def _occasions() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.occasions)
