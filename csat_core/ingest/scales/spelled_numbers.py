"""Numbers as people and forms write them beside digits: `3½`, `4 1/2`, `③`, `４`, `4️⃣`, `5⭐`, `3-star`, `四`, `five`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from csat_core.ingest.scales.answers import TOLERATED_VALUES, Answers, FoundScale
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.ingest.texts.vocabulary import NUMBERS
from csat_core.model.scale import Scale, number_text

LONGEST = 20
_FRACTION = re.compile(
    r"(?P<whole>[0-9]{1,3})? ?(?P<part>[\u00bc-\u00be\u2150-\u215e])|(?P<before>[0-9]{1,3}) (?P<top>[1-9])[/\u2044](?P<bottom>[2-9])(?![0-9])"
)
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = re.compile(r"^[(\[]?(.*?)[)\].]?$")
_ENDING = re.compile(r" ?[\u2b50\u2605]$")
_IDEOGRAPHS = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341"
_HYPHEN = re.compile(r"(?<=[0-9])-(?=[^\W\d])")
_ODD = re.compile(rf"[0-9] [1-9]/[2-9]|^[(\[]?[0-9].*[.)\]]$|{_HYPHEN.pattern}")
_STARS = re.compile(r"(?P<full>[\u2605\u2b50]{1,10})\u2606*(?P<part>[\u00bc-\u00be])?")
_TOTAL_FIRST = re.compile(
    r"(?:\u6ee1\u5206|\u6eff\u5206)?([0-9]{1,3}) ?(?:\u70b9\u6e80\u70b9\u4e2d|\u70b9\u6e80\u70b9\u3067|\u70b9\u4e2d|\u5206\u4e2d|\u5206\u6e80\u70b9\u4e2d|\u5206\u6ee1\u5206|\u5206\u6eff\u5206|\u5206\u5236|\u5206)[,\uff0c]? ?"
    r"([0-9]{1,2}(?:[.,][0-9])?) ?(?:\u70b9|\u5206|\u3064\u661f|\u661f)"
)
"""`10\u70b9\u4e2d8\u70b9` and `\u6ee1\u520610\u52068\u5206`: Japanese and Chinese say the best answer first."""
_COUNTED = re.compile(
    r"([\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u4e24]) ?(?:\u3064\u661f|\u9897\u661f|\u9846\u661f|\u661f|\u5206|\u70b9)"
)
_BRACKETED = re.compile(r"\(([1-9])\)")
MOST_BELOW = 5
_KEYCAP = str.maketrans("", "", "\u20e3\ufe0f\ufe0e")


def spelled_number(folded: str) -> str | None:
    """The plain rating, `3.5` or `4/5`, that a folded text spells otherwise; None where it is plain already or none."""
    if not folded or len(folded) > LONGEST:
        return None
    if (word := _WORD.sub(_in_digits, folded)) != folded and rating_of(word)[0] is not None:
        return word
    if folded.isascii() and not _ODD.search(folded):
        return None
    if rating_of(folded)[0] is not None:
        return None
    if stars := _STARS.fullmatch(folded.translate(_KEYCAP)):
        return number_text(len(stars["full"]) + (unicodedata.numeric(stars["part"]) if stars["part"] else 0))
    counted = _COUNTED.fullmatch(folded)
    sign = counted[1].replace("\u4e24", "\u4e8c") if counted else folded
    if len(sign) == 1 and sign in _IDEOGRAPHS:
        return str(_IDEOGRAPHS.index(sign) + 1)
    if total := _TOTAL_FIRST.fullmatch(folded):
        return f"{total[2]}/{total[1]}"
    text = _FRACTION.sub(_decimal, folded.translate(_KEYCAP))
    text = fold(unicodedata.normalize("NFKC", text))
    for tried in (text, _AROUND.sub(r"\1", text), _ENDING.sub("", text), _HYPHEN.sub(" ", text)):
        if rating_of(tried)[0] is not None:
            return tried
    return None


def _in_digits(found: re.Match[str]) -> str:
    return NUMBERS.get(found[0], found[0])


def _decimal(found: re.Match[str]) -> str:
    if found["part"]:
        return number_text(float(found["whole"] or 0) + unicodedata.numeric(found["part"]))
    return number_text(float(found["before"]) + int(found["top"]) / int(found["bottom"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """The answers of a column with plain numbers in the place of those that are spelled otherwise."""

    answers: Answers
    plain: Mapping[str, str]
    """Folded text of the file -> the plain rating it spells."""


def spelled_in(answers: Answers) -> Spelled | None:
    """The answers in plain numbers; None where none is spelled otherwise, but for whole stars."""
    plain, others = {}, 0
    for text, _ in answers.texts:
        number = spelled_number(text)
        if number is not None:
            plain[text] = number
        elif rating_of(text)[0] is None:
            others += 1
            if others > TOLERATED_VALUES:  # no scale of numbers can hold them
                return None
    plain |= _below_zero(answers)
    # whole stars are a scale of their own, with stars as its labels
    if all(_STARS.fullmatch(text.translate(_KEYCAP)) for text in plain) and all(
        each.isdigit() for each in plain.values()
    ):
        return None
    counts: Counter[str] = Counter()
    for text, count in answers.texts:
        counts[plain.get(text, text)] += count
    return Spelled(answers=replace(answers, texts=tuple(counts.most_common())), plain=plain)


def _below_zero(answers: Answers) -> dict[str, str]:
    """The numbers in brackets beside the same ones without and a 0, as bookkeepers write what is below it: `(2)` is -2."""
    texts = [text for text, _ in answers.texts]
    bracketed = {text: int(found[1]) for text in texts if (found := _BRACKETED.fullmatch(text))}
    bare = {int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 3}
    if not bracketed or 0 not in bare or max(bracketed.values()) != max(bare) or max(bare) > MOST_BELOW:
        return {}
    return {text: f"-{number}" for text, number in bracketed.items()}


def as_spelled(found: FoundScale, spelled: Spelled) -> FoundScale:
    """`found`, the scale of the plain numbers, with what each text of the file means on it."""

    def with_texts(codes: tuple[str, ...]) -> tuple[str, ...]:
        return (*codes, *(text for text, number in spelled.plain.items() if number in codes))

    example = next(iter(spelled.plain))
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; written as '{spelled.answers.written[example]}' and the like.",
        positions=(*found.positions, *positions_of(spelled.plain, found.scale)),
        not_applicable=with_texts(found.not_applicable),
        dont_know=with_texts(found.dont_know),
    )


def positions_of(plain: Mapping[str, str], scale: Scale) -> tuple[tuple[str, int], ...]:
    """The position on `scale` of each text whose plain rating is one of its values."""
    places = {value: place for place, value in enumerate(scale.values, 1)}
    return tuple(
        (text, places[number])
        for text, rating in plain.items()
        if (number := rating_of(rating)[0]) is not None and number in places
    )
