"""A scale as a person or a layout writes it: `1-5,0=na`, with the codes behind it that mean no answer."""

import re
from dataclasses import dataclass

from csat_core.ingest.detection import Hint
from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.model.scale import InvalidScaleError, Scale, number_text, parse_scale

_NEAR = re.compile(r"(?:^|,)\s*near\s*$", re.IGNORECASE)
"""`near`, alone or behind a scale."""
_KINDS = {
    "na": "na",
    "not applicable": "na",
    "no answer": "na",
    "dk": "dk",
    "don't know": "dk",
    "don\u2019t know": "dk",
}
"""What a code may mean that is no answer, as it is typed."""
_CODE = re.compile(rf"(.*),(\s*[^,|]+?\s*=\s*(?:{'|'.join(_KINDS)})\s*)", re.IGNORECASE | re.DOTALL)
"""A scale with a code behind it that means no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenScale:
    """A scale in writing, read."""

    scale: Scale
    not_applicable: tuple[str, ...]
    dont_know: tuple[str, ...]

    @property
    def positions(self) -> tuple[tuple[str, int], ...]:
        """Folded cell text -> position, for answers in words; empty where plain numbers are the answers."""
        worded = self.scale.labels != tuple(number_text(value) for value in self.scale.values)
        return tuple((fold(label), i) for i, label in enumerate(self.scale.labels, 1)) if worded else ()


def parse_given(text: str) -> GivenScale:
    """The scale that `text` writes; raises InvalidScaleError."""
    codes: dict[str, list[str]] = {"na": [], "dk": []}
    rest, said = _without_codes(text)
    for each in said:
        number, _, kind = each.rpartition("=")
        codes[_KINDS[kind.strip().lower()]].append(fold(number))
    if not rest.strip():
        raise InvalidScaleError(text)
    return GivenScale(scale=parse_scale(rest), not_applicable=tuple(codes["na"]), dont_know=tuple(codes["dk"]))


def in_words(text: str) -> str:
    """A scale as a person chooses it: `5-1 (1 is the best)`, `Bad, Fair, Good`, `1-5 (5 is the best), 0 is no answer`."""
    scale, codes = _without_codes(text)
    ends = re.fullmatch(r"(-?[0-9.]+)(?:-|\.\.)(-?[0-9.]+)(?::([0-9.]+))?", scale)
    steps = f" in steps of {ends[3]}" if ends and ends[3] else ""
    said = f"{scale.partition(':')[0]}{steps} ({ends[2]} is the best)" if ends else scale.replace("|", ", ")
    silent = [code.rpartition("=")[0].strip() for code in codes]
    return f"{said}, {' and '.join(silent)} {'is' if len(silent) == 1 else 'are'} no answer" if silent else said


def spelled_out(text: str) -> str:
    """A scale as a page writes it into a cell: `1-5, 9 = don't know` for `1-5,9=dk`; it can be typed like that, too."""
    scale, codes = _without_codes(text)
    words = {"na": "not applicable", "dk": "don't know"}
    pairs = [code.rpartition("=") for code in codes]
    return ", ".join(
        [scale, *(f"{number.strip()} = {words[_KINDS[kind.strip().lower()]]}" for number, _, kind in pairs)]
    )


def turned(text: str) -> str:
    """A scale as a person types it with the best answer as the worst: `5-1,0=na` for `1-5,0=na`."""
    scale, codes = _without_codes(text)
    return ",".join([parse_scale(scale).backwards.name, *codes])


def _without_codes(text: str) -> tuple[str, list[str]]:
    """A scale without the codes behind it that mean no answer, and these."""
    codes: list[str] = []
    while found := _CODE.fullmatch(text):
        text = found[1]
        codes.insert(0, found[2].strip())
    return text, codes


def without_near(text: str) -> str:
    """`text` without the wish that answers a slip away from a label are read as it; empty where that is all it says."""
    return _NEAR.sub("", text)


def near(text: str) -> str:
    """A scale as a person writes it, or nothing, with the wish that answers a slip away from a label are read as it."""
    return f"{without_near(text)},near".removeprefix(",")


def with_none(text: str, *labels: str) -> str:
    """A scale as a person types it, with `labels` behind it as no answers; those that cannot be typed so are left off it."""
    return ",".join([text, *(f"{label}=na" for label in labels if not {",", "|"} & set(label))])


def hinted_scale_of(answers: Answers, hint: Hint | None) -> FoundScale | None:
    """The scale that the layout of the file knows of a column, where its cells fit it; None otherwise."""
    if hint is None or hint.scale is None:
        return None
    given = parse_given(hint.scale)
    known = {fold(label) for label in given.scale.labels} | {*given.not_applicable, *given.dont_know}
    numbers = {text for text, _ in answers.texts if rating_of(text)[0] in given.scale.values and not given.positions}
    if not answers.texts or not is_tolerable(share_off(answers, known | numbers), answers.count):
        return None
    silent = {text for text, _ in answers.texts}
    return FoundScale(
        scale=given.scale,
        reason=hint.reason,
        positions=given.positions,
        not_applicable=(*answers.not_applicable, *(text for text in given.not_applicable if text in silent)),
        dont_know=(*answers.dont_know, *(text for text in given.dont_know if text in silent)),
        numeric=not given.positions,
        complete=True,
    )
