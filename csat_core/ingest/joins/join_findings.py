"""What a person should know of a join: latest values that no date tells, rows without a key, money that stands twice."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Named
from datetime import date

from csat_core.errors import CsatError
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.joins.join_keys import KeyPart, by_day
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.money_of_orders import money_of_months, money_of_orders
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.reading import CURRENCY
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.alike import IGNORED
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.formats import days as said_days
from csat_core.model.formats import listed
from csat_core.store.imports import ImportRecord
from csat_core.store.joins import Joined, Spellings

LOOKED_AT = 20
SAID = (
    "keys_nearly",
    "keys_alike",
    "without_key",
    "latest_open",
    "joined_before",
    "money_newer",
    "money_there",
    "money_repeated",
    "money_of_days",
    "money_of_orders",
)
"""The codes of these problems."""
Taken = tuple[ColumnMapping, str]
"""A column that is taken, and how: sum, mean or latest."""


class LatestUnknownError(CsatError):
    """Several values have one key, the latest is wished, and the file has no date that says which that is."""

    def __init__(self, file: str, found: Sequence[tuple[ColumnMapping, int]]) -> None:
        column, keys = found[0]
        others = f", as do {listed([other.name for other, _ in found[1:]])}" if found[1:] else ""
        begin = (
            f"Under {_keys(keys)} of '{file}' '{column.name}' has several values{others}, and no column is a date that says "
            "which is the latest"
        )
        is_number = column.role.storage == "number"
        summed = f'take a sum or a mean (--take "{column.name}=sum"), ' if is_number else ""
        self.on_page = f"{begin}; {'take a sum or a mean, ' if is_number else ''}leave the column out, or keep one row a key in the file."
        super().__init__(
            f'{begin}; name the date (--map "COLUMN=time:ymd"), {summed}leave the column out, or keep one row a key in the file.'
        )


def joined_problems(
    dataset: Dataset,
    staged: Staged,
    parts: Sequence[KeyPart],
    taken: Sequence[Taken],
    open_latest: Sequence[tuple[ColumnMapping, int]],
    counts: Named[str, int],
    records: Sequence[ImportRecord],
    days: Sequence[str] | None = None,
) -> tuple[Problem, ...]:
    """What of the second file is left out, chosen by its place alone, or held otherwise than its name says; `days` are its first and last."""
    found = []
    if counts["without_key"]:
        n = counts["without_key"]
        rows = "1 row of the file has" if n == 1 else f"{n:,} rows of the file have"
        theirs = [part.theirs.name for part in parts]
        nothing = " or ".join(f"'{name}'" for name in theirs)
        message = f"{rows} nothing in {nothing} and can belong to no response."
        found.append(_problem("without_key", " + ".join(theirs), n, message))
    found += [
        _problem(
            "latest_open", column.name, n,
            f"Under {_keys(n)} '{column.name}' has several values at the latest time; the one furthest down in the file is taken.",
        )
        for column, n in open_latest
    ]  # fmt: skip
    profiles = {profile.position: profile for profile in staged.columns}
    there = dataset.money
    for column, _ in taken:
        if column.role is Role.REVENUE and there:
            found.append(_instead(column, there, records))
        elif column.role is Role.METRIC and _is_money(profiles[column.position]):
            kept = _kept_beside(column, there, records) if there else _on_every_answer(column)
            found.append(_of_a_day(column) if by_day(parts) else kept)
    summed, others = ([column for column, how in taken if (how == "sum") is is_sum] for is_sum in (True, False))
    when = f" ({said_days(*map(date.fromisoformat, days))})" if days else ""
    of_all = f"of a customer in this file{when}, added up"
    orders, months = (
        money_of_orders(summed, f"of all orders {of_all}"),
        money_of_months(summed, f"of all rows {of_all}"),
    )
    return (*found, *(orders or months), *money_of_months(others))


def nearly(found: Spellings) -> str:
    """How many keys of the responses the file has, and how many more it would have with less looked at, in words."""
    return f"{found.exact:,} of {found.keys:,} keys meet letter for letter, {found.alike:,} would if {IGNORED} were ignored"


def alike_problems(
    parts: Sequence[KeyPart], counts: Named[str, int], found: Spellings | None, *, is_alike: bool
) -> Iterator[Problem]:
    """That more keys would meet with less looked at, or what became of it where that was wished."""
    if is_alike:
        merged = counts["spellings"] - counts["keys"]
        differ = "1 key differs from another" if merged == 1 else f"{merged:,} keys differ from others"
        one = (
            f" In the file {differ} in that alone and {'is taken with it' if merged == 1 else 'are taken with them'}."
            if merged
            else ""
        )
        message = f"Keys are compared without {IGNORED}.{one}"
        yield _problem("keys_alike", _name(parts), merged, message)
    elif found is not None and found.alike > found.exact:
        said = nearly(found)
        said = said[0].upper() + said[1:]
        yield _problem("keys_nearly", _name(parts), found.alike - found.exact, f"{said}: --alike.", f"{said}.")


def _is_money(profile: ColumnProfile) -> bool:
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    signs = sum(bool(re.search(CURRENCY, text)) for text in texts)
    return says(profile.name, Meaning.REVENUE) or 2 * signs > len(texts)


def _instead(column: ColumnMapping, there: Column, records: Sequence[ImportRecord]) -> Problem:
    """Money of a file that goes before what a dataset has."""
    begin = (
        f"'{column.name}' of this file is the money of this dataset from now on, in place of {_whose(there, records)}, which "
        "counts again if this file is taken back"
    )
    return _problem(
        "money_newer", column.name, 1,
        f'{begin}. To go on with the former: --map "{column.name}=metric".',
        f"{begin}. Used as a number it stands beside every answer, and the former goes on.",
    )  # fmt: skip


def _kept_beside(column: ColumnMapping, there: Column, records: Sequence[ImportRecord]) -> Problem:
    """Money beside that of a dataset that has some already."""
    begin = (
        f"The money of this dataset is {_whose(there, records)}, and everything about money goes on with it; '{column.name}' is "
        "one more number beside every answer"
    )
    return _problem(
        "money_there", column.name, 1,
        f'{begin}. To use the money of this file instead: --map "{column.name}=revenue".',
        f"{begin}. Used as revenue it takes its place.",
    )  # fmt: skip


def _whose(money: Column, records: Sequence[ImportRecord]) -> str:
    """The money of a dataset, and where it is from."""
    record = next((each for each in records if money.id in each.joined), None)
    return f"'{money.name}' from '{record.file}'" if record else f"'{money.name}' of the responses"


def _on_every_answer(column: ColumnMapping) -> Problem:
    """Money under a name that does not say so."""
    begin = (
        f"'{column.name}' seems to be money, and stands as a number beside every answer of a customer: to compare answers "
        "by, not to add up"
    )
    return _problem(
        "money_repeated", column.name, 1,
        f'{begin}. As what customers are worth, which counts once for each: --map "{column.name}=revenue".',
        f"{begin}. Used as what customers are worth it counts once for each.",
    )  # fmt: skip


def _of_a_day(column: ColumnMapping) -> Problem:
    """Money under a key that names a day, or a shop on a day."""
    begin = (
        f"'{column.name}' seems to be money of a day, not of a customer: it stands as a number beside every answer of that "
        "day, to compare answers by, and is in no sum of money"
    )
    return _problem(
        "money_of_days", column.name, 1,
        f'{begin}. To have it shared among the answers of the day as what they are worth: --map "{column.name}=revenue".',
        f"{begin}. Used as revenue it is shared among the answers of the day.",
    )  # fmt: skip


def continued_problems(
    further: Sequence[Joined], given: Sequence[int], matched: int, records: Sequence[ImportRecord]
) -> Iterator[Problem]:
    """A problem for the columns that go on with those of an earlier file, with how many responses are `given` a value in each."""
    alike: dict[tuple[int, str, int], list[str]] = {}
    for joined, many in zip(further, given, strict=True):
        first = min((each for each in records if joined.column.id in each.joined), key=lambda each: each.import_id)
        alike.setdefault((first.import_id, first.file, many), []).append(joined.column.name)
    for (import_id, file, many), names in alike.items():
        there = f"{listed(names)} {'is' if len(names) == 1 else 'are'} there from '{file}'"
        have = (
            "1 response that has nothing there gets a value"
            if many == 1
            else f"{many:,} responses that have nothing there get a value"
        )
        stay = f" The other {matched - many:,} keep what they have; to take it from this file, undo import {import_id} first."
        yield _problem("joined_before", names[0], many, f"{there}: {have}.{stay if many < matched else ''}")


def unjoined(dataset: Dataset, records: Sequence[ImportRecord], added: int) -> Iterator[Problem]:
    """A problem for each second file of a dataset: what is added to it now has nothing in the columns of that file."""
    there, told = {column.id: column for column in dataset.columns}, set[str]()
    for record in sorted(records, key=lambda each: each.import_id):
        began = [there[id] for id in record.joined if id in there and id not in told]
        # money in whose place a newer reading stands is missed by nobody
        began = [each for each in began if each.role is not Role.REVENUE or each == dataset.money]
        told |= set(record.joined)
        if began and added and not record.is_by_file:
            answers = "The answer that is added has" if added == 1 else f"The {added:,} answers that are added have"
            money = any(column.role is Role.REVENUE for column in began)
            way = f"attach it again, or {'a newer one' if money else 'one of their time'}"
            columns = [column.name for column in began]
            message = f"{answers} nothing in {listed(columns)}, which '{record.file}' brought: {way}."
            yield _problem("not_joined", columns[0], added, message)


def _name(parts: Sequence[KeyPart]) -> str:
    return " + ".join(part.ours.name for part in parts)


def _keys(count: int) -> str:
    return "1 key" if count == 1 else f"{count:,} keys"


def _problem(code: str, column: str, count: int, message: str, on_page: str | None = None) -> Problem:
    return Problem(code=code, column=column, count=count, message=message, on_page=on_page)
