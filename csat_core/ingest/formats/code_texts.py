"""The text of coded answers: the label where the file gives one, else the number, and which of them are no answers."""

from collections.abc import Callable, Mapping, Sequence

from csat_core.ingest.detection import Described
from csat_core.ingest.formats.cell_text import decimal
from csat_core.ingest.scales.silences import silence_of, words_in
from csat_core.ingest.texts.reading import clean, fold
from csat_core.ingest.texts.vocabulary import DONT_KNOW

Code = float | str
Range = tuple[Code, Code]
"""The lowest and the highest code of no answer; equal where it is one."""

MOST_KEPT = 100_000
"""Texts that are remembered; columns of money or comments have more."""
MOST_MISSING = 500
LONGEST = 1_000
FLOAT_DIGITS = 7
"""What a number of four bytes can hold; the digits behind are noise."""
SHORTEST_WORD = 6
"""Shorter words for `don't know` count as whole labels alone."""


class CodeTexts(dict[Code | None, str | None]):
    """The staged text of each code of one column, made when it is first asked for."""

    def __init__(
        self,
        labels: Mapping[Code, str],
        ranges: Sequence[Range] = (),
        written: Callable[[float], str | None] | None = None,
        is_float: bool = False,
        letters: bool = False,
    ) -> None:
        """`written` gives the text of a number that is a date; `is_float` says that numbers have four bytes.

        With `letters` a text is a code of no answer, as Stata has them: `a` is written `.a`.
        """
        super().__init__({None: None})
        self._sign = "." if letters else ""
        self._labels = _told_apart(labels)
        self._ranges, self._written, self._is_float = ranges, written, is_float
        self._missing: dict[Code, str] = {}
        for code in (*self._labels, *(low for low, high in ranges if low == high)):
            self._note(code, self._text(code))

    def __missing__(self, code: Code) -> str | None:
        text = self._text(code)
        self._note(code, text)
        # a number that is none is never equal to itself: it would be kept again and again
        if len(self) < MOST_KEPT and code == code:
            self[code] = text
        return text

    @property
    def longest_label(self) -> int:
        """Letters of the longest label of a code; 0 without any."""
        return max(map(len, self._labels.values()), default=0)

    def described(self, label: str) -> Described:
        """What the file says of the column, with its `label`; to be asked when all its cells were."""
        order = sorted(self._labels, key=_place)
        return Described(
            label=clean(label)[:LONGEST],
            value_labels=tuple((_plain(code, self._sign), self._labels[code]) for code in order),
            missing=tuple((self._missing[code], self._kind(code)) for code in sorted(self._missing, key=_place)),
        )

    def _text(self, code: Code) -> str | None:
        if code in self._labels:
            return self._labels[code]
        if isinstance(code, str):
            return self._sign + code.replace("\0", "")
        if code != code:
            return None
        if self._written is not None and (text := self._written(code)) is not None:
            return text
        return f"{code:.{FLOAT_DIGITS}g}" if self._is_float and not float(code).is_integer() else decimal(float(code))

    def _note(self, code: Code, text: str | None) -> None:
        """Nothing; a code that is declared to be no answer is kept with its text."""
        if text is not None and len(self._missing) < MOST_MISSING and self._is_declared(code):
            self._missing[code] = text

    def _is_declared(self, code: Code) -> bool:
        return any(isinstance(code, str) == isinstance(low, str) and low <= code <= high for low, high in self._ranges)  # type: ignore[operator]

    def _kind(self, code: Code) -> str:
        folded = fold(self._labels.get(code, ""))
        unsure = any(word in folded for word in words_in(DONT_KNOW) if len(word) >= SHORTEST_WORD)
        return "dk" if unsure else silence_of(folded) or "na"


def _told_apart(labels: Mapping[Code, str]) -> dict[Code, str]:
    """The labels, cleaned; the same one for two codes has the code behind it."""
    cleaned = {code: clean(label.replace("\0", ""))[:LONGEST] for code, label in labels.items()}
    folded = [fold(label) for label in cleaned.values()]
    return {
        code: label if folded.count(fold(label)) == 1 else f"{label} ({_plain(code)})"
        for code, label in cleaned.items()
        if label
    }


def _plain(code: Code, sign: str = "") -> str:
    return sign + code if isinstance(code, str) else decimal(float(code))


def _place(code: Code) -> tuple[bool, float, str]:
    """Numbers by size, then letters."""
    return (True, 0.0, code) if isinstance(code, str) else (False, float(code), "")
