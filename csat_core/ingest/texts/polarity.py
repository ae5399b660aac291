"""Which way a question is put: whether it is good to say yes to `Did you have any problems?`, told from its words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import bare
from csat_core.ingest.texts.phrases import pattern_of_any
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.senses import GAP, Found, any_of, found_in, senses_in, without_sense
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import ASKING, LONGEST_NAME, Wording, says

BRIEF, BRIEF_SIGNS = 3, 7
"""So many words (or signs) hardly are a statement to agree with."""
_ENDS_EXPLAINED = re.compile(r"[(\[][^()\[\]]*[\d=][^()\[\]]*[)\]]|\d+\s*(?:=|:|\u2013|\u2014|-)[^?]*$|\d+\s*\([^)]*\)")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SHARED = frozenset(("mai", "pas", "ej", "non"))
"""Negations of one language that are other words in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """Why to agree with a question may be bad."""

    words: str
    """As the question writes them: `too long`."""
    is_clear: bool
    """Whether the words leave no doubt."""
    is_brief: bool = False
    """Whether they are a name rather than a statement: to rate `Rude staff` is not to agree that the staff was rude."""


def polarity_of(wording: Wording, *, numbers: bool, denials: bool) -> Polarity | None:
    """Why to agree with the question may be bad; None where nothing says so.

    `numbers`: answers are plain numbers, which rate more often than they agree. `denials`: answers are yes and no or
    agreement, to which a `not` in the question matters.
    """
    found = [each for text in wording if (each := _polarity(text, numbers, denials)) is not None]
    return next((each for each in found if each.is_clear), found[0] if found else None)


def burden_in(wording: Wording) -> Polarity | None:
    """What the question names that is good where it is low, such as effort; None where it asks for satisfaction, or for none."""
    if says(wording, Meaning.SATISFACTION):
        return None
    for text in wording:
        words = words_of(text)
        plain = _without_handled(text, bare(words))
        if found := _burdens().search(plain):
            return Polarity(words=_as_written(words, plain, *found.span()), is_clear=True)
    return None


def without_ends(text: str) -> str:
    """`text` without what it explains of the ends of a scale: `Queue length` of `Queue length (1 = short, 5 = long)`."""
    return _ENDS_EXPLAINED.sub(" ", text)


def asks_for_good(wording: Wording, *senses: str) -> bool:
    """Whether the question asks for something good, as `how would you rate the waiting time` does.

    `senses`: what else is known to be good there, as `wanted` is of what may happen often.
    """
    plain = [bare(words_of(text)) for text in wording]
    return any(pattern.search(text) for text in plain for pattern in any_of(text, "good", *senses))


def denial_in(wording: Wording, language: str | None) -> Polarity | None:
    """The `not` of a statement that is answered in numbers, such as `Nobody listened to me`; None without one.

    Neither questions nor what brackets explain count. `language` is the code of the one the columns are named in, where
    it is known: short words such as `no` are negations in some languages and none in others.
    """
    return next((found for text in wording if (found := _denial(text, language)) is not None), None)


@lru_cache(maxsize=10_000)
def _denial(text: str, language: str | None) -> Polarity | None:
    stated = _BRACKETS.sub(" ", without_ends(text)).strip()
    if stated.endswith(ASKING):
        return None
    written = words_of(stated)
    plain = without_sense("passing", _without_handled(stated, bare(written)))
    found = {code: said for code, patterns in senses_in(plain) if (said := found_in(code, plain, patterns))}
    own = found.get(language) if language else None
    said = own or max(found.values(), key=lambda each: each.known, default=None)
    if said is None or any(said.split(sense)[0] for sense in ("good", "mended")):
        return None
    turned = any(said.split(sense)[1] for sense in ("bad", "trouble", "doubtful", "mended"))
    denial = next((span for span in said.spans["denial"] if own or _is_plain(plain, span)), None)
    if turned or denial is None:
        return None
    return Polarity(
        words=_as_written(written, plain, *denial), is_clear=False, is_brief=_is_brief(plain, said.unspaced)
    )


def _without_handled(text: str, plain: str) -> str:
    """`plain`, the words of a name, without what is bad as a part of what is rated; whole questions and statements stay."""
    if text.strip().endswith(ASKING) or len(plain.split()) > LONGEST_NAME:
        return plain
    named = without_sense("handled", plain)
    if named == plain:
        return plain
    # `had issues handling returns` complains, and handles nothing
    spans = (match.span() for pattern in any_of(plain, "bad", "trouble") for match in pattern.finditer(plain))
    complains = any(set(named[slice(*span)]) != {GAP} for span in spans)
    return plain if complains else named


def _is_plain(plain: str, span: tuple[int, int]) -> bool:
    """Whether a negation is one in whatever language the text is; `no` is the Portuguese `in the` within a name."""
    word = plain[slice(*span)]
    return word not in _SHARED and (word != "no" or span[0] == 0)


@cache
def _burdens() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.burden)


@lru_cache(maxsize=10_000)
def _polarity(text: str, numbers: bool, denials: bool) -> Polarity | None:
    stated = words_of(without_ends(text))
    written = dict.fromkeys((stated, _without_degrees(stated)))
    found = [each for words in written if (each := _polarity_of_words(words, text, numbers, denials))]
    return next((each for each in found if each.is_clear), found[0] if found else None)


def _polarity_of_words(written: str, text: str, numbers: bool, denials: bool) -> Polarity | None:
    plain = _without_handled(text, bare(written))
    states = not text.strip().endswith(ASKING) and not any(map(str.isdigit, text))
    found = [said for code, patterns in senses_in(plain) if (said := found_in(code, plain, patterns, states=states))]
    # related languages share words: the one that knows most of the question is the one it is written in
    said = max(found, key=lambda each: each.known, default=None)
    judged = _judged(said, numbers, denials) if said else None
    if said is None or judged is None:
        return None
    (start, end), is_clear = judged
    words = _as_written(written, plain, start, end)
    return Polarity(words=words, is_clear=is_clear, is_brief=_is_brief(plain, said.unspaced))


def _without_degrees(written: str) -> str:
    """The words without those that make others stronger: `it was loud` for `it was very loud`."""
    return " ".join(word for word in written.split() if word not in _degrees())


@cache
def _degrees() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in language.words(language.most) if " " not in word)


def _is_brief(plain: str, unspaced: bool) -> bool:
    return len(plain) <= BRIEF_SIGNS if unspaced else len(plain.split()) <= BRIEF


def _judged(said: Found, numbers: bool, denials: bool) -> tuple[tuple[int, int], bool] | None:
    """The words that count and whether they are clear; None where agreeing is good as far as this language tells."""
    bad, bad_denied = said.split("bad")
    trouble, trouble_denied = said.split("trouble")
    doubtful, doubtful_denied = said.split("doubtful")
    mended, mended_denied = said.split("mended")
    good, good_denied = said.split("good")
    denied = [*bad_denied, *trouble_denied, *doubtful_denied]
    if mended_denied and not good:
        return said.with_negation(mended_denied[0]), True
    if good_denied and denials and not (good or bad or trouble):
        return said.with_negation(good_denied[0]), True
    if good_denied and numbers and not (good or bad or trouble):
        # `I would not buy again` is agreed with in numbers too; where the two stand apart they may say anything
        return said.with_negation(good_denied[0]), said.states and any(map(said.is_denied_at_once, good_denied))
    if (bad or trouble) and numbers and good:
        return None
    if bad:
        return bad[0], not (good or denied or said.offers(bad))
    if trouble:
        return trouble[0], not (mended or good or denied or numbers)
    if doubtful and not (mended or good or denied):
        return doubtful[0], False
    if denials and said.spans["negation"] and not (denied or mended_denied):
        return said.spans["negation"][0], False
    return None


def _as_written(written: str, plain: str, start: int, end: int) -> str:
    """The words from `start` to `end` of the plain text with their accents, as far as the two texts run alike."""
    if len(written) == len(plain):
        return written[start:end]
    first, last = plain[:start].count(" "), plain[:end].count(" ") + 1
    return " ".join(written.split(" ")[first:last])
