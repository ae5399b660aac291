"""Families of answers in words, worst first, of all languages: made from the texts that each language has of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One worded scale: for each position the folded whole labels that mean it, the usual one first."""

    name: str
    levels: Levels
    language: str = ""
    needs_name: bool = False
    """Whether it is a rating only where the name of the column says so: yes and no answer many other questions."""
    positions: Mapping[str, int] = field(compare=False, repr=False)
    """The level (from 1) of every label."""
    bare_positions: Mapping[str, int] = field(compare=False, repr=False)
    """The same by the labels without accents."""
    parts: tuple["Family", ...] = ()
    """The families of single languages that this one is made of; empty for one of them."""

    def level_of(self, label: str) -> int | None:
        """The level (from 1) of a folded label, with or without its accents and a full stop; None for any other."""
        return self.positions.get(label) or self.bare_positions.get(plainer(label))


@remembered
def plainer(label: str) -> str:
    """A folded label as it is looked up when it is not known as it stands."""
    return bare(label).replace("_", " ").rstrip(" .!}]") or label


def family_of(language: str, name: str, levels: Levels) -> Family:
    """The family with these labels."""
    positions = {label: level for level, labels in enumerate(levels, 1) for label in labels}
    plain: dict[str, int] = {}
    for label, level in positions.items():
        for spelling in {plainer(label), plainer(label.translate(_UMLAUTS))}:
            # two labels that only the accents tell apart are told by them alone
            plain[spelling] = level if plain.get(spelling, level) == level else 0
    return Family(
        name=name.removesuffix(BY_NAME),
        levels=levels,
        language=language,
        needs_name=name.endswith(BY_NAME),
        positions=positions,
        bare_positions={label: level for label, level in plain.items() if level},
    )


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
def _by_label() -> dict[str, tuple[int, ...]]:
    """The places in the table of the families that know each label."""
    found: dict[str, list[int]] = {}
    for place, family in enumerate(all_families()):
        for label in {*family.positions, *family.bare_positions}:
            found.setdefault(label, []).append(place)
    return {label: tuple(places) for label, places in found.items()}


def families_with(labels: Iterable[str]) -> list[Family]:
    """The families that know any of these folded labels, in the order of the table."""
    by_label, table = _by_label(), all_families()
    places = {place for label in labels for key in (label, plainer(label)) for place in by_label.get(key, ())}
    return [table[place] for place in sorted(places)]
