"""Names of files: what a dataset is called after one, and whose answers it holds, as far as its name tells."""

import re
from pathlib import Path

from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.periods import month_named

ENDINGS = (
    ".gz", ".zip", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".jsonl", ".ndjson", ".json", ".sav", ".zsav", ".dta",
    ".parquet",
)  # fmt: skip
_UNTELLING = (
    "q h w t v kw cw wk wks week weeks month months quarter year day days fy wave round part page file sheet copy kopie copie copia kopia final new neu old "
    "export exported download data responses results survey from to and the of at utc am pm spring summer autumn fall winter version xlsx xls csv 年 月 日"
)
"""Words of a file's name that say when it was made or which of several it is, and not of what."""
_NO_NAMES = frozenset(_UNTELLING.split())
_DAYS = re.compile(
    r"\b(?:19|20)\d\d(?:[-. ]?(?:0[1-9]|1[0-2])(?:[-. ]?[0-3]\d)?)?\b|\b[0-3]?\d[-.][01]?\d[-.](?:19|20)?\d\d\b|\(\d+\)"
)
_SHEET = ", sheet "
_OF_FORM = re.compile(r"(.+?)\s*[(\uff08](\w+)[)\uff09] - .*\2.*\d", re.IGNORECASE)
"""A form's answers as a spreadsheet on the web calls them: `Visit (Responses) - Form Responses 1`, in any language."""
LONGEST = 60


def name_from(file: str) -> str:
    """The name proposed for a dataset: the file's, without folders and endings; of the answers to a form that of the form."""
    stem = Path(file.replace("\\", "/")).name
    for ending in ENDINGS:
        stem = stem[: -len(ending)] if stem.casefold().endswith(ending) else stem
    if of_form := _OF_FORM.fullmatch(stem):
        stem = of_form[1]
    return stem.replace("_", " ").strip()[:120] or "Responses"


def telling_words(file: str) -> frozenset[str]:
    """The words of a file's name that may be a shop, a team or a country: days, numbers and months aside."""
    words = re.findall(r"[^\W\d_]+", bare(name_from(file).casefold()))
    return frozenset(word for word in words if _tells(word))


def whose(file: str) -> str:
    """Whose answers a file holds: its name, or that of the sheet, without what says when it was made or which of several it is.

    The whole name where nothing else is left.
    """
    name = name_from(file.rpartition(_SHEET)[2])
    words = re.split(r"[\s,;()\[\]–—-]+", _DAYS.sub(" ", name))
    telling = [word for word in words if word.isdecimal() or _tells(re.sub(r"\d+", "", bare(word.casefold())))]
    return (" ".join(filter(None, telling)) or name)[:LONGEST].strip()


def _tells(word: str) -> bool:
    return bool(word) and word not in _NO_NAMES and month_named(word) is None
