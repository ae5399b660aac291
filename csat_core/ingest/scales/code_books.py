"""What a code book says: lines such as `Variable | Code | Label`, each about the column whose name it begins with.

A line without a name goes on with the column before it, or explains all where there is none. A matrix of questions and
codes, in either direction, is such lines in another shape.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from csat_core.ingest.scales.explained_names import Columns, Names, is_name
from csat_core.ingest.scales.listed_codes import Labels, code_of, is_label, label_before, ties_in
from csat_core.ingest.scales.silences import silence_of
from csat_core.ingest.texts.reading import clean, fold

MOST_CODES, LONGEST_CELL, MOST_TEXT = 300, 4_000, 200_000
"""Of a column; characters of a cell, and of all that is looked at."""
MOST_LINES = 60
"""Different ones that go for no column by name; a questionnaire of hundreds has more."""
NAMED_WITHIN = 4
"""Cells at the beginning of a line, one of which is the name: a number of the line, or its codes, may stand before it."""
FEWEST_RISING, PAIR, MOST_TOGETHER = 3, 2, 3
"""Codes that rise one by one; a code and its label; lines that are about one scale."""
Row = Sequence[str | None]


@dataclass(slots=True)
class OfOne:
    """What a book says of one column, or of all."""

    labels: Labels = field(default_factory=dict)
    """By code the words as written."""
    lines: list[str] = field(default_factory=list)
    """Lines that tie numbers to words otherwise, such as `1 (best) to 5 (worst)`."""
    is_clear: bool = True
    """Whether no code has two labels."""
    are_behind: bool = False
    """Whether codes stand behind their labels, where counts may stand as well."""
    stands_alone: bool = False
    """Whether nothing else stood in its line."""

    def add(self, labels: Labels, lines: Iterable[str]) -> None:
        """Nothing; these labels and lines belong to it too."""
        for code, label in labels.items():
            known = self.labels.setdefault(code, label)
            self.is_clear &= fold(known) == fold(label)
        self.lines += [line for line in lines if line not in self.lines]

    @property
    def counts(self) -> bool:
        """Whether the numbers behind words are rather how many there are of each: no run of codes."""
        codes = sorted(self.labels)
        return self.are_behind and (len(codes) < FEWEST_RISING or codes[-1] - codes[0] != len(codes) - 1)

    @property
    def is_distinct(self) -> bool:
        """Whether the labels tell the codes apart."""
        return self.is_clear and len(set(map(fold, self.labels.values()))) == len(self.labels)

    @property
    def is_in_order(self) -> bool:
        """Whether there are several codes, one behind the other as a list has them."""
        codes = list(self.labels)
        return len(codes) > 1 and codes in (sorted(codes), sorted(codes, reverse=True))

    @property
    def as_lines(self) -> tuple[str, ...]:
        """All of it in lines: of the labels those of the lowest and the highest code of the scale.

        Where one code has several labels they are no labels, but remarks.
        """
        labels = self.labels if self.is_distinct else {}
        answers = sorted(code for code, label in labels.items() if silence_of(fold(label)) is None)
        run = [code for at, code in enumerate(answers) if code == answers[0] + at]
        run = run if len(run) >= FEWEST_RISING else answers
        ends = dict.fromkeys((*run[:1], *run[-1:]))
        is_told = any(all(labels[code] in line for code in ends) for line in self.lines)
        said = "" if is_told else "; ".join(f"{code} = {labels[code]}" for code in ends)
        together = "; ".join(self.lines) if 1 < len(self.lines) <= MOST_TOGETHER else ""
        return tuple(filter(None, (said, together, *self.lines)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What was found, by column, and what goes for all that no line names."""

    columns: dict[int, OfOne]
    lines: tuple[str, ...]
    """For all other columns."""
    is_understood: bool
    """Whether numbers are tied to words in it at all."""


def book_of(rows: Sequence[Row], names: Names) -> Book:
    """What `rows` say of the columns called `names`, read line by line or else column by column."""
    rows = _modest(rows)
    read = [_Reader(names, each) for each in (rows, _turned(rows))]
    best = max(read, key=lambda reader: len(reader.columns))  # the first of equals
    others = [block for block in best.others if block.lines or block.stands_alone or block.is_in_order]
    lines = dict.fromkeys(line for block in others for line in block.as_lines)
    ties = any(block.lines or len(block.labels) > 1 for block in others)
    return Book(columns=best.columns, lines=tuple(lines)[:MOST_LINES], is_understood=bool(best.columns) or ties)


def _modest(rows: Sequence[Row]) -> list[Row]:
    """The first of them, as far as it is no more to read than a book has."""
    sizes = accumulate(sum(min(len(cell or ""), LONGEST_CELL) for cell in row) for row in rows)
    return [row for row, size in zip(rows, sizes, strict=True) if size <= MOST_TEXT]


def _turned(rows: Sequence[Row]) -> list[list[str | None]]:
    width = max(map(len, rows), default=0)
    return [[row[at] if at < len(row) else None for row in rows] for at in range(min(width, MOST_CODES))]


class _Reader:
    """Goes down the lines, and remembers what they are about."""

    def __init__(self, names: Names, rows: Iterable[Row]) -> None:
        self._names = names
        self._about: Columns = ()
        self._name_at = -1
        self._unknown = ""
        self._collects = False
        self._heads: dict[int, int] = {}
        self.columns: dict[int, OfOne] = {}
        self.others: list[OfOne] = [OfOne()]
        for row in rows:
            self._read(row)
        self.columns = {at: said for at, said in self.columns.items() if not said.counts}
        self.others = [said for said in self.others if not said.counts]

    def _read(self, row: Row) -> None:
        """Nothing; what the line says is known now."""
        cells = [(at, clean(cell[:LONGEST_CELL])) for at, cell in enumerate(row) if cell and cell.strip()]
        texts = [text for _, text in cells]
        if not texts or self._is_head(cells):
            return
        at, columns, rest = self._named(texts)
        if at is not None and (labels := self._under_heads(cells)):
            self._say(columns, labels, ())
            return
        labels, lines = ties_in(rest)
        if columns:
            self._turn_to(columns, cells[at or 0][0], alone=bool(labels or lines))
        elif self._begins_anew(cells, labels, lines):
            self._unknown = cells[0][1]
            self._turn_to((), cells[0][0], alone=bool(labels or lines))
        if labels or lines:
            self._collects = False
            self._say(self._about, labels, lines)
            self.others[-1].stands_alone |= len(texts) <= PAIR
        elif behind := label_before(rest):
            self._collects = False
            self._say(self._about, behind, (), are_behind=True)

    def _is_head(self, cells: list[tuple[int, str]]) -> bool:
        """Whether the line has nothing but codes behind what it is called: they go for the words below them."""
        codes = {at: code for at, text in cells if (code := code_of(text)) is not None}
        named = len(cells) - len(codes)
        is_head = len(codes) > 1 and named <= FEWEST_RISING and len(set(codes.values())) == len(codes)
        if is_head and all(at in codes for at, _ in cells[named:]):
            self._heads = codes
            return True
        return False

    def _under_heads(self, cells: list[tuple[int, str]]) -> Labels:
        """The words of a line by the codes above them; empty where numbers stand there."""
        under = [(self._heads[at], text) for at, text in cells if at in self._heads]
        words = {code: text for code, text in under if is_label(text)}
        return words if len(words) > 1 and len(words) == len(under) else {}

    def _named(self, texts: list[str]) -> tuple[int | None, Columns, list[str]]:
        """Which cell names something, the columns it names, and the other cells."""
        for at, text in enumerate(texts[:NAMED_WITHIN]):
            labels_a_code = at == len(texts) - 1 > 0 and code_of(texts[at - 1]) is not None
            if not labels_a_code and (columns := self._names.exactly(text)):
                behind = texts[at + 1 :]
                return at, columns, behind if any(ties_in(behind)) or not any(ties_in(texts[:at])) else texts[:at]
        if len(texts) > 1 and (columns := self._names.exactly(" ".join(texts[:2]))):
            return 0, columns, texts[2:]
        if is_name(texts[0]) and (columns := self._names.begun_by(texts[0])):
            return 0, columns, texts
        return (0 if is_name(texts[0]) else None), (), texts

    def _begins_anew(self, cells: list[tuple[int, str]], labels: Labels, lines: list[str]) -> bool:
        """Whether a line that names no column is about something else than the one before it."""
        at, first = cells[0]
        goes_on = at > self._name_at >= 0 and bool(self._about)
        if not is_name(first) or (goes_on and (labels or lines)) or (not self._about and first == self._unknown):
            return False
        return not any(ties_in([first])) and not (len(cells) == 2 and code_of(cells[1][1]) is not None)

    def _turn_to(self, columns: Columns, at: int, *, alone: bool) -> None:
        collected = self._about if self._collects and columns and not alone else ()
        self._about = tuple(dict.fromkeys((*collected, *columns)))
        self._collects = not alone
        self._name_at = at
        if not columns:
            self.others.append(OfOne())

    def _say(self, columns: Columns, labels: Labels, lines: Iterable[str], *, are_behind: bool = False) -> None:
        for said in [self.columns.setdefault(each, OfOne()) for each in columns] or [self.others[-1]]:
            if len(said.labels) < MOST_CODES:
                said.add(labels, lines)
                said.are_behind |= are_behind
