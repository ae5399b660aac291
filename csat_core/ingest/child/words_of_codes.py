"""Codes beside their words, in the child process: `SAT` holds 1 to 5, and `SAT_label` says in each row what that means."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.first_rows import first_rows
from csat_core.ingest.detection import ColumnProfile, Described
from csat_core.ingest.scales.listed_codes import code_of, is_label
from csat_core.ingest.texts.alike_names import are_alike
from csat_core.ingest.texts.expressions import cell_at
from csat_core.ingest.texts.reading import clean, fold
from csat_core.ingest.texts.wordings import sounds_rated

FEWEST, MOST = 2, 20
"""Different codes, and different words."""
FEWEST_APART = 3
"""So many where nothing but their place says that two columns belong together."""
AGAIN = 5
"""So many rows more than codes: those of fewer pair by chance."""
FITTING = 0.95
"""Of the cells of the codes stand beside the words that are theirs: a word may be misspelt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A column of codes or of words with what it holds."""

    profile: ColumnProfile
    counts: Mapping[str, int]


def with_words_of_codes(
    engine: duckdb.DuckDBPyConnection, profiles: Sequence[ColumnProfile], described: Sequence[Described]
) -> tuple[Described, ...]:
    """What the file says of its columns, those in words with the codes that another one pairs with them.

    The column of the codes then says where the words are.
    """
    said = list(described)
    likely = list(_likely(profiles, said))
    if not likely:
        return tuple(said)
    with first_rows(engine, (each.position for pair in likely for each in pair)) as rows:
        for codes, words in likely:
            own, labels = said[words.position - 1], _paired(engine, rows, codes, words)
            if labels and not own.paired:
                said[words.position - 1] = replace(own, paired=labels, label=_asked(codes, words, said))
                said[codes.position - 1] = replace(said[codes.position - 1], words_at=words.position)
    return tuple(said)


def _asked(codes: ColumnProfile, words: ColumnProfile, described: Sequence[Described]) -> str:
    """The text of the question: what the codes are called, where that rates and is no other form of the same name."""
    own = described[words.position - 1].label
    return codes.name if not own and sounds_rated((codes.name,)) and not are_alike(codes.name, words.name) else own


def _likely(
    profiles: Sequence[ColumnProfile], described: Sequence[Described]
) -> Iterator[tuple[ColumnProfile, ColumnProfile]]:
    """The columns of codes, each with the one of words that is as often filled with each of them; without any for most."""
    few = [
        _Candidate(profile=profile, counts=dict(profile.top))
        for profile, said in zip(profiles, described, strict=False)
        if FEWEST <= profile.distinct <= MOST and profile.filled >= profile.distinct + AGAIN
        if not (said.value_labels or said.hint)
    ]
    worded: dict[int, list[_Candidate]] = defaultdict(list)
    for each in few:
        if not each.profile.numeric and all(map(is_label, each.counts)):
            for count in dict.fromkeys(sorted(each.counts.values())[-FEWEST:]):
                worded[count].append(each)
    for codes in few:
        if codes.profile.numeric < codes.profile.filled or any(code_of(text) is None for text in codes.counts):
            continue
        others = (each for count in set(codes.counts.values()) for each in worded[count])
        beside = [each.profile for each in others if _may_be(codes, each)]
        if beside:
            yield codes.profile, max(beside, key=lambda words: _nearness(codes.profile, words))


def _may_be(codes: _Candidate, words: _Candidate) -> bool:
    """Whether the counts of both agree, all but one, and the names or the places say that they belong together."""
    same = (Counter(codes.counts.values()) & Counter(words.counts.values())).total()
    if same < max(FEWEST, min(len(codes.counts), len(words.counts)) - 1):
        return False
    is_next = abs(codes.profile.position - words.profile.position) == 1
    return are_alike(codes.profile.name, words.profile.name) or (is_next and len(codes.counts) >= FEWEST_APART)


def _nearness(codes: ColumnProfile, words: ColumnProfile) -> tuple[bool, int]:
    return are_alike(codes.name, words.name), -abs(codes.position - words.position)


def _paired(
    engine: duckdb.DuckDBPyConnection, rows: str, codes: ColumnProfile, words: ColumnProfile
) -> tuple[tuple[str, str], ...]:
    """Each code with its words, in the order of the codes; empty unless each stands beside the same, a slip of the pen aside.

    Codes beyond the others may have none, such as 9 where nothing was said.
    """
    code, text = cell_at(codes.position), cell_at(words.position)
    found = engine.execute(
        f"SELECT {code}, {text}, count(*) FROM {rows} WHERE {code} IS NOT NULL GROUP BY 1, 2 LIMIT {4 * MOST + 1}"
    ).fetchall()
    pairs: dict[int, Counter[str]] = defaultdict(Counter)
    for number, label, n in found:
        if (read := code_of(clean(number))) is not None:
            pairs[read][clean(label or "")] += n
    mostly = {each: said.most_common(1)[0] for each, said in sorted(pairs.items())}
    known = {each: label for each, (label, _) in mostly.items() if label}
    fits = sum(n for _, n in mostly.values()) >= FITTING * sum(said.total() for said in pairs.values())
    if len(found) > 4 * MOST or not fits or len(known) < FEWEST or len(set(map(fold, known.values()))) < len(known):
        return ()
    if any(min(known) < each < max(known) for each in mostly.keys() - known.keys()):
        return ()
    return tuple((str(each), label) for each, label in known.items())
