"""JSON values one by one from a text of any length: an array of ten million records is never held whole."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from csat_core.ingest.formats.table import Far
from csat_core.ingest.refusals import BombError, DamagedFileError, NotATableError

CHUNK = 1 << 20
LONGEST_RECORD, LONGEST_VALUE, LONGEST_DOCUMENT = 4 << 20, 24 << 20, 64 << 20
"""Letters of one record, of what else stands beside records such as a column, of records that are members of one object.

What is made of them takes up to 25 times as much memory.
"""
AT_ONCE, LETTERS_AT_ONCE = 20_000, 1 << 20
"""Records that are worked on together, of up to so many letters in all and one more."""
DEEPEST = 4
"""Objects within each other that are looked through for the array of records."""
FEWEST = 3
"""So many members of one kind are records, or cells of a column; fewer are the parts of one record."""
MOST_ARRAYS = 1_000
"""Lists of records in one document, of which one is read."""
NEAR = 32
"""An error so near to the end of what was read may be due to what comes next."""
TOO_DEEP = "its values are nested hundreds of levels deep"
MOST_MEMBERS = 20_000
"""Of one object, beside those that are objects: of what is neither a record nor a list of records a table has 2,000."""
MOST_OBJECTS = 100_000
"""In a document that is too long to be held whole, before a list of records comes."""
_BLANK = re.compile(r"[ \t\r\n]+")
_SPACES = frozenset(" \t\r\n")
_OF_RECORDS = re.compile(r"\[\s*[\[{]")
_BETWEEN = re.compile(r"([}\]][ \t\r\n]*,)[ \t\r\n]*[\[{](?:[ \t\r\n]*\"[^\"\\]{0,99}\"[ \t\r\n]*:)?")
"""The end of a record and the beginning of the next, up to its first key."""
Keys = tuple[str, ...]
Value = Any
"""What JSON can say: dict, list, str, int, float, bool or None."""
NESTED = frozenset((dict, list))

DECODER = json.JSONDecoder()


class Values:
    """A place in a JSON text; what is taken is passed over."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._buffer = ""
        self._at = self._passed = 0
        self._is_over = self._is_fresh = False

    @property
    def passed(self) -> int:
        """How many letters were taken."""
        return self._passed + self._at

    def peek(self) -> str:
        """The next sign that is no space; empty at the end of the text."""
        while True:
            if self._buffer[self._at : self._at + 1] in _SPACES and (blank := _BLANK.match(self._buffer, self._at)):
                self._at = blank.end()
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if self._is_over:
                return ""
            self._read_on()

    def take(self, *signs: str) -> str:
        """The next sign, passed over; raises DamagedFileError where it is none of these."""
        sign = self.peek()
        if not sign or sign not in signs:
            raise self._damaged()
        self._at += 1
        return sign

    def value(self) -> Value:
        """The next value, passed over; raises BombError for one that is longer than any column."""
        return self._next(LONGEST_VALUE, "values")

    def record(self) -> Value:
        """The next value, passed over; raises BombError for one that is longer than any record."""
        return self._next(LONGEST_RECORD, "records")

    def document(self) -> Value:
        """The next value, passed over, which holds all records; read at once, so that it is begun only once."""
        self._read_on(LONGEST_DOCUMENT)
        return self._next(LONGEST_DOCUMENT, "values")

    def _next(self, longest: int, called: str) -> Value:
        self.peek()
        while True:
            try:
                found, end = DECODER.raw_decode(self._buffer, self._at)
            except RecursionError as error:
                raise BombError(found=TOO_DEEP) from error
            except json.JSONDecodeError as error:
                is_cut = error.pos + NEAR > len(self._buffer) or error.msg.startswith("Unterminated string")
                if self._is_over or not is_cut:
                    raise self._damaged(error.pos, ends=is_cut) from error
            except ValueError as error:
                raise DamagedFileError(found="a number in it has thousands of digits") from error
            else:
                # a number such as 1.5e10 may go on in what was not read yet
                if self._is_over or end + NEAR < len(self._buffer) or self._buffer[end - 1] in '"}]':
                    self._at = end
                    return found
            waiting = len(self._buffer) - self._at
            if waiting > longest:
                raise BombError(found=f"one of its {called} is longer than {longest >> 20} MB")
            # a multiple of what waits, so that a long value is not begun too often
            self._read_on(min(4 * waiting, longest + CHUNK - waiting))

    def in_runs(self, taken: Iterator[Value]) -> Iterator[list[Value]]:
        """The values, which are taken from here, in lists: what stands in a few MB of the text at a time."""
        run, begin = [], self.passed
        for value in taken:
            run.append(value)
            if len(run) >= AT_ONCE or self.passed - begin > LETTERS_AT_ONCE:
                yield run
                run, begin = [], self.passed
        if run:
            yield run

    def elements(self) -> Iterator[Value]:
        """The values of the array that begins here."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            yield self.record()
            yield from self._alike()
            if self.take(",", "]") == "]":
                return

    def all(self) -> Iterator[Value]:
        """The values that follow each other up to the end of the text."""
        while self.peek():
            yield self.record()

    def _alike(self) -> list[Value]:
        """The values of an array that follow and begin like each other, as far as they were read: decoded at once, which takes a third of the time.

        Empty where they are not so plain; tried once for all that is read at a time.
        """
        begin = _BETWEEN.match(self._buffer, self._at - 1) if self._is_fresh else None
        self._is_fresh = False
        last = self._buffer.rfind(begin[0], begin.end()) if begin else -1
        if begin is None or last < 0:
            return []
        try:
            found: list[Value] = DECODER.decode(f"[{self._buffer[begin.end(1) : last + 1]}]")
        except (ValueError, RecursionError):
            return []
        self._at = last + 1
        return found

    def held(self) -> Value:
        """The next object or array, passed over, where all of it was read already; None where it was not."""
        self.peek()
        try:
            found, self._at = DECODER.raw_decode(self._buffer, self._at)
        except (ValueError, RecursionError):
            return None
        return found

    def members(self) -> Iterator[str]:
        """The keys of the object that begins here; the value of each has to be taken before the next."""
        self.take("{")
        if self.peek() == "}":
            self.take("}")
            return
        while True:
            key = self.value() if self.peek() == '"' else None
            if not isinstance(key, str):
                raise self._damaged()
            self.take(":")
            yield key
            if self.take(",", "}") == "}":
                return

    def holds_records(self) -> bool:
        """Whether the array that begins here begins with an object or an array."""
        self.peek()
        while len(self._buffer) - self._at < NEAR and not self._is_over:
            self._read_on()
        return _OF_RECORDS.match(self._buffer, self._at) is not None

    def enter(self, keys: Sequence[str]) -> None:
        """Nothing; the place is that of the value which these keys lead to."""
        for wanted in keys:
            for key in self.members():
                if key == wanted:
                    break
                self.pass_over()

    def pass_over(self) -> None:
        """Nothing; the value that begins here is passed over, a long array of records one by one."""
        if self.peek() == "[" and self.holds_records():
            for _ in self.elements():
                pass
        else:
            self.value()

    def _read_on(self, letters: int = 0) -> None:
        """Nothing; so many letters more are read, and no fewer than are read at once."""
        rest = self._buffer[self._at :]
        more = self._text.read(max(CHUNK, letters))
        self._passed += self._at
        self._buffer, self._at, self._is_over, self._is_fresh = rest + more, 0, not more, True

    def _damaged(self, at: int | None = None, *, ends: bool = False) -> DamagedFileError:
        where = "its JSON ends too early" if ends or not self.peek() else "it is no valid JSON"
        at = self._at if at is None else at
        return DamagedFileError(found=f"{where}, at character {self._passed + at + 1:,}")


def arrays_in(path: Path) -> list[tuple[Keys, int]] | None:
    """The arrays of records in the object of a document: the keys that lead to each, how many it holds.

    Of thousands that are parts of records the first ones. None where the file is more than one document; raises
    DamagedFileError for one that breaks off, NotATableError for thousands of lists, or of values that are no records,
    BombError for a long one of objects.
    """
    found: list[tuple[Keys, int]] = []
    objects, is_long = 0, path.stat().st_size > LONGEST_DOCUMENT
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        for array in _arrays(values, ()):
            if array is not None and len(found) <= MOST_ARRAYS:
                found.append(array)
                if len(found) > MOST_ARRAYS and (is_long or members_with(found) is None):
                    raise too_many_lists()
            objects += array is None
            if is_long and objects > MOST_OBJECTS and not found:
                raise without_list()
        return None if values.peek() else found


def whole(path: Path) -> dict[str, Value] | None:
    """The object that the file is; None where it is anything else, or more than an object."""
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        document = values.document()
        return document if isinstance(document, dict) and not values.peek() else None


def is_held_whole(path: Path) -> bool:
    """Whether a document is short and no list of records begins near its beginning, from which records could be read one by one."""
    if path.stat().st_size > LONGEST_DOCUMENT:
        return False
    with path.open(encoding="utf-8-sig") as text:
        return _OF_RECORDS.search(text.read(CHUNK)) is None


def lists_in(document: Mapping[str, Value]) -> bool:
    """Whether a document holds a list of records; raises NotATableError for an object of thousands of values that are none."""
    return any(array is not None for array in _arrays_held(document, ()))


def members_with(arrays: Sequence[tuple[Keys, int]]) -> Keys | None:
    """The keys that lead to an object whose members hold such arrays under one name, more members than an array holds values.

    The members are the records then, and the arrays parts of these: `{"r1": {"answers": [...]}, "r2": ...}`. None without.
    """
    alike: dict[tuple[Keys, Keys], list[int]] = {}
    for keys, many in arrays:
        for at in range(len(keys) - 1):
            alike.setdefault((keys[:at], keys[at + 1 :]), []).append(many)
    above = [keys for (keys, _), many in alike.items() if len(many) >= FEWEST and len(many) > max(many)]
    return min(above, key=len, default=None)


def records_at(path: Path, keys: Keys, far: Far) -> Iterator[list[Value]]:
    """The values of the array that these keys lead to, or of all arrays that follow each other, in lists that fit into memory."""
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        far.of(path, lambda: values.passed)
        values.enter(keys)
        yield from values.in_runs(values.elements())
        while not keys and values.peek():
            yield from values.in_runs(values.elements())


def documents_at(path: Path, far: Far) -> Iterator[list[Value]]:
    """The values that follow each other in a text, in lists that fit into memory."""
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        far.of(path, lambda: values.passed)
        yield from values.in_runs(values.all())


def are_plain(values: Iterable[Value]) -> bool:
    """Whether no object and no list is among values."""
    return NESTED.isdisjoint(map(type, values))


def too_many_lists() -> NotATableError:
    """What is said of a document with thousands of lists that are no parts of records."""
    return NotATableError(found=f"its JSON has more than {MOST_ARRAYS:,} lists of records, each by itself")


def without_list() -> BombError:
    """What is said of a document without a list of records that is too long to be held whole."""
    return BombError(found=f"it is one object of more than {LONGEST_DOCUMENT >> 20} MB, without a list of records")


def _arrays(values: Values, keys: Keys) -> Iterator[tuple[Keys, int] | None]:
    """Each array of objects or arrays in the object that begins here: the keys that lead to it, its length; None for an object."""
    others = 0
    for key in values.members():
        sign = values.peek()
        if sign == "{" and len(keys) < DEEPEST:
            inner = values.held()
            yield from _arrays(values, (*keys, key)) if inner is None else _arrays_held(inner, (*keys, key))
            yield None
        elif sign == "[" and values.holds_records():
            yield (*keys, key), sum(1 for _ in values.elements())
        else:
            values.value()
            others += sign != "{"
            _require_few(others)


def _arrays_held(held: Mapping[str, Value], keys: Keys) -> Iterator[tuple[Keys, int] | None]:
    """The same of an object that is in memory."""
    _require_few(sum(not isinstance(value, dict) and not _are_records(value) for value in held.values()))
    for key, value in held.items():
        if isinstance(value, dict) and len(keys) < DEEPEST:
            # of millions of members most are plain
            if len(value) > MOST_MEMBERS or not are_plain(value.values()):
                yield from _arrays_held(value, (*keys, key))
            yield None
        elif _are_records(value):
            yield (*keys, key), len(value)


def _are_records(value: Value) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict | list)


def _require_few(others: int) -> None:
    """Nothing; raises NotATableError for an object with thousands of values."""
    if others > MOST_MEMBERS:
        raise NotATableError(found=f"an object of its JSON has more than {MOST_MEMBERS:,} values that are no records")
