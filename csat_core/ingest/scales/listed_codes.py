"""The codes that the cells of a line list with their labels: `1 | Very satisfied`, `1 = Very satisfied; 2 = Satisfied`."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from csat_core.ingest.scales.explained_beside import LONGEST_LINE, explains
from csat_core.ingest.scales.explained_names import is_name
from csat_core.ingest.texts.reading import clean

LONGEST_LABEL = 120
_WHOLE = re.compile(r"-?\d{1,4}(?:\.0+)?")
_CODE = re.compile(
    r"(?<![\w.,/-])-?\d{1,4}(?=\s*(?:[=:)\u2192\u2013\u2014]|\.\s|-\s|-?=+>))\s*(?:-?=+>|[=:)\u2192\u2013\u2014.-])\s*(?=[^\W\d]|[\"'\u201c(])"
)
_PICKED = re.compile(r"\s*(-?\d{1,4})\s*,\s*(\S.*)", re.DOTALL)
"""`1, Very satisfied | 2, Satisfied`, as REDCap writes it."""
_BEHIND = re.compile(r"\s*([^\d=]+)=\s*(-?\d{1,4})\s*")
"""`Yes=1, No=2`."""

Labels = dict[int, str]
"""By code the words as written."""


def ties_in(texts: Sequence[str]) -> tuple[Labels, list[str]]:
    """The codes with their labels that the cells of a line tie together, and the line where it ties numbers to words otherwise."""
    listed = {code: label for text in texts for code, label in codes_in(text).items()}
    if len(listed) < 2:
        for first, second in pairwise(texts):
            if (code := code_of(first)) is not None and is_label(second):
                return {code: second}, []
    whole = " ".join(texts)[:LONGEST_LINE]
    return listed, [whole] if len(listed) != 1 and explains(whole) else []


def label_before(texts: Sequence[str]) -> Labels:
    """The label and the code behind it, with which a line ends."""
    *_, label, last = ("", *texts) if len(texts) > 1 else ("", "")
    code = code_of(last)
    return {code: label} if code is not None and is_label(label) else {}


def codes_in(text: str) -> Labels:
    """The codes and labels that one cell lists: `1 = Very satisfied; 2 = Satisfied`, `1, Yes | 2, No`, `Yes=1, No=2`."""
    if not any(map(str.isdigit, text)):
        return {}
    parts = [part for part in re.split(r"[|\n]", text) if part.strip()]
    picked = [_PICKED.fullmatch(part) for part in parts]
    if len(picked) > 1 and all(picked):
        return _labels((int(each[1]), each[2]) for each in picked if each)
    places = list(_CODE.finditer(text))
    if places and not text[: places[0].start()].strip(" (["):
        ends = [*(place.start() for place in places[1:]), len(text)]
        pairs = zip(places, ends, strict=True)
        return _labels((int(re.findall(r"-?\d+", place[0])[0]), text[place.end() : end]) for place, end in pairs)
    behind = [] if places else [_BEHIND.fullmatch(part) for part in re.split(r"[;,|\n]", text)]
    return _labels((int(each[2]), each[1]) for each in behind if each) if len(behind) > 1 and all(behind) else {}


def _labels(pairs: Iterable[tuple[int, str]]) -> Labels:
    found: Labels = {}
    for code, words in pairs:
        label = clean(words).strip(" ;,|/\u2022\u2026.([\"'\u201c\u201d\u2013\u2014-")
        label = label.rstrip(")]") if label.count("(") < label.count(")") else label
        if is_label(label):
            found.setdefault(code, label)
    return found


def code_of(text: str) -> int | None:
    """The whole number that a cell is and nothing else; None for any other."""
    return int(float(text)) if _WHOLE.fullmatch(text) else None


def is_label(text: str) -> bool:
    """Whether a cell may be what a code stands for: words that are no question."""
    return is_name(text) and len(text) <= LONGEST_LABEL and not text.endswith(("?", "\uff1f"))
