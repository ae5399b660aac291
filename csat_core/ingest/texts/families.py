"""Families of answers in words, worst first, of all languages: made from the texts that each language has of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, bare
from csat_core.ingest.texts.reading import remembered

BY_NAME, DEGREES, BEYOND = " (by name)", "degrees", "and beyond"
MODEL = "satisfaction: ladder"
"""What may be said of being satisfied may be said of any pair of opposites: the ladder whose degrees they have."""

Cuts = tuple[tuple[tuple[int, ...], ...], ...]
_OF_LADDERS: Cuts = (
    ((1,), (5,)),
    ((1,), (3,), (5,)),
    ((0,), (1, 2), (5, 4), (6,)),
    ((0, 1), (2,), (4,), (5, 6)),
    ((0,), (1, 2), (3,), (5, 4), (6,)),
    ((0, 1), (2,), (3,), (4,), (5, 6)),
    ((0,), (1,), (2,), (4,), (5,), (6,)),
    ((0,), (1,), (2,), (3,), (4,), (5,), (6,)),
)
"""A ladder has seven rungs; `satisfied` is the best answer where `rather satisfied` stands below."""
_OF_STEPS: Cuts = (
    ((1, 0), (3,), (4, 5)),
    ((1, 0), (2,), (3,)),
    ((1,), (2,), (3,), (4,)),
    ((0,), (1,), (3,), (4,)),
    ((1,), (3,), (4,), (5,)),
    ((0,), (1,), (3,), (4,), (5,)),
    ((1,), (2,), (3,), (4,), (5,)),
    ((0,), (1,), (2,), (3,), (4,), (5,)),
)
"""Six steps: far below, below, partly, as expected, above and far above."""
_CUTS: Mapping[str, Cuts] = {
    "ladder": _OF_LADDERS,
    DEGREES: _OF_LADDERS[1:],
    "steps": _OF_STEPS,
    BEYOND: (((0,), (1,), (2,), (3,), (4,), (5,)),),
    "middle or none": (((0,), (1,), (2,), (3,), (4,)), ((0,), (1,), (3,), (4,))),
}
"""By what stands behind the name of a family the scales that its rungs make: for each level of a scale those that mean it."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})

Labels = tuple[str, ...]
Levels = tuple[Labels, ...]


@dataclass(frozen=True, kw_only=True)
class Family:
    """One worded scale: for each position the folded whole labels that mean it, the usual one first.

    What is looked up in it is made when it is first asked for: of a thousand families a file needs a few.
    """

    name: str
    levels: Levels
    language: str = ""
    needs_name: bool = False
    """Whether it is a rating only where the name of the column says so: yes and no answer many other questions."""
    parts: tuple["Family", ...] = ()
    """The families of single languages that this one is made of; empty for one of them."""

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The level (from 1) of every label; where parts say otherwise, what the first of them says."""
        if self.parts:
            return {label: level for each in reversed(self.parts) for label, level in each.positions.items()}
        return {label: level for level, labels in enumerate(self.levels, 1) for label in labels}

    @cached_property
    def bare_positions(self) -> Mapping[str, int]:
        """The same by the labels without accents."""
        if self.parts:
            return {label: level for each in reversed(self.parts) for label, level in each.bare_positions.items()}
        plain: dict[str, int] = {}
        for label, level in self.positions.items():
            for spelling in _spellings(label):
                # two labels that only the accents tell apart are told by them alone
                plain[spelling] = level if plain.get(spelling, level) == level else 0
        return {label: level for label, level in plain.items() if level}

    def level_of(self, label: str) -> int | None:
        """The level (from 1) of a folded label, with or without its accents and a full stop; None for any other."""
        return self.positions.get(label) or self.bare_positions.get(plainer(label))


@remembered
def plainer(label: str) -> str:
    """A folded label as it is looked up when it is not known as it stands."""
    return bare(label).replace("_", " ").rstrip(" .!}]") or label


def _spellings(label: str) -> set[str]:
    """How a label is written without accents."""
    return {plainer(label), plainer(label.translate(_UMLAUTS))}


def family_of(language: str, name: str, levels: Levels) -> Family:
    """The family with these labels."""
    return Family(name=name.removesuffix(BY_NAME), levels=levels, language=language, needs_name=name.endswith(BY_NAME))


def _families(language: Language) -> Iterator[Family]:
    blocks: list[tuple[str, list[Labels]]] = []
    for line in filter(str.strip, language.families.splitlines()):
        if line.startswith(" "):
            blocks[-1][1].append(language.words(line))
        else:
            blocks.append((line, []))
    model = dict(blocks).get(MODEL, [])
    for name, levels in blocks:
        plain, _, kind = name.partition(": ")
        if not kind:
            yield family_of(language.code, plain, tuple(levels))
            continue
        rungs = _in_degrees(levels, model) if kind == DEGREES else levels
        if kind == BEYOND:
            rungs = [*(dict(blocks)[f"{plain}: ladder"][rung] for rung in (0, 1, 3, 5)), *levels]
        for cut in _CUTS[kind]:
            yield family_of(
                language.code, plain, tuple(tuple(label for at in each for label in rungs[at]) for each in cut)
            )


def _in_degrees(levels: Sequence[Labels], model: Sequence[Labels]) -> list[Labels]:
    """The rungs of a ladder from a bad answer to a good one, each as weak and as strong as the good answers of `model`."""
    bad, middle, good = levels
    weak, strong = (
        [label.removesuffix(each) for label in model[rung] for each in model[5] if label.endswith(each)]
        for rung in (4, 6)
    )

    def said(degrees: list[str], labels: Labels) -> Labels:
        return tuple(dict.fromkeys(f"{degree}{label}" for degree in degrees for label in labels))

    return [said(strong, bad), bad, said(weak, bad), middle, said(weak, good), good, said(strong, good)]


@cache
def all_families() -> tuple[Family, ...]:
    """Every family of every language.

    Where several hold all the answers of a column, the one with the fewest unused positions is taken.
    """
    return tuple(family for language in LANGUAGES for family in _families(language))


@cache
def _by_label() -> dict[str, set[int]]:
    """The places in the table of the families that may know each label."""
    named: dict[str, list[int]] = {}
    for place, family in enumerate(all_families()):
        for label in chain.from_iterable(family.levels):
            named.setdefault(label, []).append(place)
    found: dict[str, set[int]] = {}
    for label, places in named.items():
        for spelling in {label} | _spellings(label):
            found.setdefault(spelling, set()).update(places)
    return found


def families_with(labels: Iterable[str]) -> list[Family]:
    """The families that know any of these folded labels, in the order of the table."""
    by_label, table, asked = _by_label(), all_families(), list(labels)
    places = {place for label in asked for key in (label, plainer(label)) for place in by_label.get(key, ())}
    return [table[place] for place in sorted(places) if any(map(table[place].level_of, asked))]
