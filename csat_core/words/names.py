"""Names from files as they are shown: on one line, told apart, and safe where a label is read as Markdown."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Dataset
from csat_core.model.formats import TURNING

BLANK = "(blank)"


def literal(text: str, most: int = 80) -> str:
    """Text from a file for a label that is read as Markdown: every sign of it is switched off.

    Other signs are left alone: a screen reader is given the label as it stands here.
    """
    cut = re.sub(r"([\\`*_\[\]{}<>$:~|#&!^])", r"\\\1", shortened(text, most))
    cut = re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", cut)  # these begin a list or a heading
    # addresses become links and :names: icons however they are escaped; a word joiner, which takes no room, parts them
    return re.sub(r"([:@]|www)", "\\g<1>\u2060", cut, flags=re.IGNORECASE)


def straight(text: str) -> str:
    """Text without the signs that turn the direction of writing around, which would mirror what stands behind them."""
    return TURNING.sub("", text)


def shortened(text: str, most: int = 80) -> str:
    """Text from a file on one line of at most `most` letters, none of which turns the direction of writing around."""
    line = " ".join(straight(text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def apart(names: Sequence[str], most: int = 80) -> list[str]:
    """Each name shortened; those that would read the same as another one go on where they part from it."""
    found = [shortened(name, most) for name in names]
    alike: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(found):
        alike[name].append(at)
    for name, places in alike.items():
        lines = [shortened(names[at], len(names[at])) for at in places]
        if len(set(lines)) == 1:
            continue
        shortest = min(map(len, lines))
        same = next((at for at in range(shortest) if len({line[at] for line in lines}) > 1), shortest)
        same = lines[0].rfind(" ", 0, same) + 1 or same
        begin = f"{name[: most // 3].rpartition(' ')[0] or name[: most // 3]}…"
        for at, line in zip(places, lines, strict=True):
            found[at] = f"{begin} {shortened(line[same:], most - len(begin) - 1)}".rstrip()
    return found


def distinct(column: Column, dataset: Dataset, most: int = 80) -> str:
    """The name of one column as `told_apart` has it among all columns of its dataset."""
    return told_apart(dataset.columns, most)[column.id]


def of_error(error: CsatError) -> str:
    """What went wrong, as a page says it."""
    return straight(error.on_page or str(error))


def level(value: object) -> str:
    """A segment level as shown; the blank one has a name."""
    return BLANK if value is None else str(value)


def readable(levels: Sequence[str]) -> dict[str, str]:
    """Each level for a list of choices, without the signs that turn the direction of writing around; as it is where two
    would then read the same.
    """
    found = {level: straight(level) for level in levels}
    many = Counter(found.values())
    return {level: text if many[text] == 1 else level for level, text in found.items()}


def told_apart(columns: Sequence[Column], most: int = 80) -> dict[str, str]:
    """The name of each column by its id, at most `most` letters of it; those that would read the same say their place.

    For a list of choices: the browser sends words back, so no two may read the same.
    """
    titles = apart([column.title for column in columns], most)
    names = {column.id: title for column, title in zip(columns, titles, strict=True)}
    found = Counter(names.values())
    return {
        column.id: names[column.id] if found[names[column.id]] == 1 else _with_place(column, most) for column in columns
    }


def _with_place(column: Column, most: int) -> str:
    place = f" (column {column.position})"
    return f"{shortened(column.title, most - len(place))}{place}"
