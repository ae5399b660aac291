"""People: whether the cells of a column that is headed like persons are their names, and not companies, groups or keys."""

import re
from enum import Enum

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.languages.language import bare
from csat_core.ingest.proposal.clues import FEW_GROUPS
from csat_core.ingest.texts.given_names import FIRST_OF_SURNAMES, GIVEN, JAPANESE_SURNAMES
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says

LOOKED_AT = 100
MOSTLY, SOME, MOST_OF_SIGNS = 0.8, 0.25, 0.7
"""Of the cells so many must be written like names, and so many have a known one; of Chinese and Japanese cells more."""
MOST_WORDS = 5
FEWEST_TIMES = 3
"""Those who serve are met so often each on average, at least."""
_SERVED = (Meaning.AGENT, Meaning.GROUP, Meaning.TOUCHPOINT, Meaning.PLACE_CODE)

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_SIGNS = re.compile(
    r"([\u3400-\u9fff々]{1,3})[ \u3000・·]?([\u3400-\u9fff々\u3040-\u30ff]{1,4}?)[ \u3000]?(?:様|さん|さま|先生|女士|小姐|氏)?"
)
_FULL_SIGNS = 4
_BETWEEN = """
de da do dos das del della di du d van von vom zu zur der den la le el al bin ibn y e i ten ter te af av und st
"""
_PARTICLES = frozenset(_BETWEEN.split())
_BEFORE = """
mr mrs ms miss mx dr prof sir herr frau hr fr dipl ing mme mlle m monsieur madame sr sra srta don dona sig sigra signor signora dott dottssa
dhr mevr mw meneer mevrouw pan pani κ κος κα κυριος κυρια
"""
_TITLES = frozenset(_BEFORE.split())
_OF_OTHERS = """
gmbh ag kg kgaa ohg ug mbh ev eg ltd limited inc incorporated llc llp lp plc corp corporation co company sa sas sarl srl spa snc sl slu lda
ltda bv nv vof ab oy as aps asa hb pty pte sro zoo kft holding holdings group gruppe groupe grupo gruppo grupa bank banque banco banca
insurance versicherung university universitat universite universidad universita school schule hospital klinik clinic hotel hotels restaurant
cafe shop store stores market markets supermarket logistics logistik solutions services service systems software technologies technology
tech labs studio studios design media partners consulting consultants associates capital ventures energy foods motors airlines airways
travel telecom industries international global trading traders enterprises brothers sons works factory foundation institute association
council ministry department city stadt gemeinde verein team customer customers client clients kunde kunden guest guests patient patients
user users member members visitor visitors traveller travellers traveler travelers student students new old former returning existing
regular premium standard basic gold silver bronze platinum vip business private personal family families couple couples solo single adult
adults child children young senior seniors junior first second third retail wholesale corporate public north south east west manager
director engineer developer analyst designer officer assistant head chief lead sales marketing support finance human resources staff
employee account admin administrator owner buyer control treatment groupe test unknown anonymous other others none unbekannt anonym anonyme
anonimo not known
"""
_NO_PERSONS = frozenset(_OF_OTHERS.split()) - GIVEN
"""Words of companies, groups, jobs and tariffs, which no name of a person has."""


class Like(Enum):
    """How much a cell is like the name of a person."""

    NONE = 0
    WRITTEN = 1
    """It is written like one."""
    KNOWN = 2
    """It is, and has a known given name, a title or a Chinese or Japanese surname."""


def names_people(profile: ColumnProfile) -> bool:
    """Whether the cells of a column are names of persons, and it is headed so or holds too many for those of who served."""
    told = tuple(text for text in profile.wording if len(text.split()) <= LONGEST_NAME)
    persons = says(told, Meaning.PERSONS)
    if not persons and not says(told, Meaning.CUSTOMER):
        return _are_many_known(profile)
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    found = [like_of(text) for text in texts]
    written, known = sum(each is not Like.NONE for each in found), found.count(Like.KNOWN)
    if not texts or written < MOSTLY * len(texts):
        return False
    if any("\u3400" <= sign <= "\u9fff" for text in texts for sign in text):
        return known >= MOST_OF_SIGNS * len(texts)
    # patients and guests are people whatever their names; a customer or a client may be a company
    return known >= SOME * len(texts) or (persons and profile.distinct > FEW_GROUPS)


def _are_many_known(profile: ColumnProfile) -> bool:
    """Whether most cells have a known given name, and the same few are not met again and again, as those of who served are."""
    if (
        profile.distinct <= FEW_GROUPS
        or profile.filled >= FEWEST_TIMES * profile.distinct
        or says(profile.wording, *_SERVED)
    ):
        return False
    texts = [text for text, _ in profile.top[:LOOKED_AT]]
    return sum(like_of(text) is Like.KNOWN for text in texts) >= MOSTLY * len(texts)


def seem_people(profile: ColumnProfile) -> bool:
    """Whether most cells are written like names and have a known one, however the column is headed.

    Good enough to keep them out of raw rows; people who served are named as well, and products after people.
    """
    found = [like_of(text) for text, _ in profile.top[:LOOKED_AT] if " " in text]
    return found.count(Like.KNOWN) > SOME * 2 * len(profile.top[:LOOKED_AT])


def like_of(text: str) -> Like:
    """How much a cell is like the name of a person."""
    signs = _SIGNS.fullmatch(text.strip())
    if signs:
        return _of_signs(text.strip(), signs)
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return Like.NONE
    folded = [bare(word.rstrip(".").lower()) for word in words]
    titled = folded[0] in _TITLES
    own = [(word, low) for word, low in zip(words, folded, strict=True) if low not in _TITLES | _PARTICLES]
    if not own or any(low in _NO_PERSONS for _, low in own):
        return Like.NONE
    known = any(part in GIVEN for _, low in own for part in re.split(r"['’.-]", low))
    is_written = all(word[0].isupper() for word, _ in own) or known
    if not is_written or (len(own) == 1 and len(words) == 1 and not known):
        return Like.NONE
    return Like.KNOWN if known or titled else Like.WRITTEN


def _of_signs(text: str, signs: re.Match[str]) -> Like:
    bare_text = re.sub(r"[ \u3000・·]|様$|さん$|さま$|先生$|女士$|小姐$|氏$", "", text)
    if any(bare_text.startswith(name) and bare_text != name for name in JAPANESE_SURNAMES):
        return Like.KNOWN
    if len(bare_text) > _FULL_SIGNS:
        return Like.NONE
    return Like.KNOWN if bare_text[0] in FIRST_OF_SURNAMES and len(bare_text) in (2, 3) else Like.WRITTEN
