"""What personal data one cell holds, told by how it is written: addresses, numbers of telephones, accounts and cards, places."""

import re

from csat_core.ingest.texts import contacts
from csat_core.ingest.texts.reading import remembered

EMAILS, PHONES, NETWORK = "e-mail addresses", "telephone numbers", "network addresses"
CARDS, ACCOUNTS, PLATES = "numbers of payment cards", "numbers of bank accounts", "licence plates"
PLACES, ADDRESSES = "places on the map", "postal addresses"

SHORTEST, LONGEST = 6, 300
MOST_WORDS_BESIDE = 6
"""So many words may stand beside e-mail addresses, as a name does; more are a sentence."""
FEWEST_DIGITS, MOST_DIGITS = 6, 15
"""Of a telephone number."""
MOST_WORDS_AROUND = 14
"""Of a postal address, names included; longer texts are sentences."""

_EMAIL = re.compile(r"(?:mailto:)?[^@\s<>()\[\]\"',;:]+@[^@\s<>()\[\]\"',;:]+\.[a-z]{2,}(?![a-z0-9@])", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+$", re.IGNORECASE)
_IP4 = r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"
_IP6 = r"(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}"
_HOST = rf"(?:{_IP4}(?::[0-9]{{1,5}}|/[0-9]{{1,2}})?|\[{_IP6}\](?::[0-9]{{1,5}})?|{_IP6}(?:/[0-9]{{1,3}})?)"
_NETWORK = re.compile(rf"{_HOST}(?: *[,;] *{_HOST})*(?: *\(.*\))?", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|00|\()[0-9][0-9 ()./-]{7,}|[0-9]{2,5}[ /-][0-9]{3,}[ -][0-9]{3,}")
_NATIONAL = re.compile("|".join(contacts.NUMBERS).replace(r"\b", ""))
_DIALLED = re.compile(
    r"[+(]?[0-9][0-9 ()./-]*(?: ?(?:x|ext\.?|app\.?|dw) ?[0-9]+)?(?:\.0)?|[0-9][.,][0-9]+E\+[0-9]{2}", re.IGNORECASE
)
"""Digits as they may stand in a column that is named like a telephone; a spreadsheet writes `4.91511E+11`."""
_BARE = re.compile(r"0[1-9][0-9]{8,9}|1[3-9][0-9]{9}")
_CARD = re.compile(
    r"[3-6][0-9X*•]{3}(?:[ -]?[0-9X*•]{4}){2}[ -]?[0-9X*•]{1,7}|3[47][0-9X*•]{2}[ -]?[0-9X*•]{6}[ -]?[0-9]{5}",
    re.IGNORECASE,
)
_COUNTRIES = (
    "AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV MC"
    " MD ME MK MR MT MU NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM TL TN TR UA VA XK"
)
_IBAN = re.compile(
    rf"(?:IBAN:? ?)?(?:{_COUNTRIES.replace(' ', '|')})[0-9]{{2}} ?(?:[0-9A-Z*]{{4}} ?){{2,7}}[0-9A-Z]{{0,3}}"
)
_PLATE = re.compile(
    r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [0-9]{1,4}[EH]?"  # M-XY 123
    r"|[A-Z]{2}-[0-9]{3}-[A-Z]{2}"  # AB-123-CD
    r"|[A-Z]{2}[0-9]{2} [A-Z]{3}"  # AB12 CDE
)
_EXACT = r"[-+]?[0-9]{1,3}[.,][0-9]{3,}"
_ROUGH = r"[-+]?[0-9]{1,3}(?:[.,][0-9]+)?"
_PLACE = re.compile(
    rf"\(?{_EXACT}(?: *[,;/] *|\s+){_EXACT}\)?(?: {_ROUGH}){{0,2}}|{_ROUGH} {_ROUGH} {_ROUGH} {_ROUGH}"
    rf"|POINT ?\({_ROUGH} {_ROUGH}\)|[-+]?[0-9]{{1,3}}[.,]?[0-9]*° ?[0-9.,'’′\"”″ ]*[NSEWO]?,? *[NSEWO]? ?[0-9]{{1,3}}[.,]?[0-9]*° ?[0-9.,'’′\"”″ ]*[NSEWO]?",
    re.IGNORECASE,
)
_NUMBER = r"[0-9]{1,4} ?[a-z]?(?:[/-][0-9]{1,4}[a-z]?)?"
_ADDRESS = re.compile(
    rf"\b{_NUMBER},? +(?:[\w.'’-]+ +){{0,3}}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|crescent|terrace|close|square|boulevard|blvd|gardens|highway|hwy)\b"
    rf"|\b[\w-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|chaussee|straat|laan|plein|gracht|kade|gatan|vägen|gränd) *{_NUMBER}\b"
    rf"|\b{_NUMBER},? *(?:bis|ter)?,? *(?:rue|avenue|av|boulevard|bd|place|chemin|allée|impasse|quai|route) [\w'’]"
    rf"|\b(?:calle|c/|avenida|avda\.?|paseo|plaza|rua|travessa|via|viale|piazza|corso|vicolo|ulica|ul\.|aleja|al\.|οδός|οδος|λεωφόρος) ?[\w .'’-]{{2,40}}?,? *(?:n\.?|nº|n°)? ?{_NUMBER}\b"
    r"|[路街道巷弄][0-9０-９一二三四五六七八九十百]+号|[都道府県].{1,12}[市区町村].{0,12}[0-9０-９]|[0-9０-９]+丁目",
    re.IGNORECASE,
)


@remembered
def kind_of_cell(text: str) -> str | None:
    """What personal data a whole cell is, in words; None where it seems to be none. Sentences are none, whatever they name."""
    if not SHORTEST <= len(text) <= LONGEST:
        return None
    if "@" in text:
        return EMAILS if _is_email(text) else None
    digits = sum(map(str.isdigit, text))
    if not digits or _LINK.match(text):
        return None
    for kind, pattern in ((NETWORK, _NETWORK), (CARDS, _CARD), (ACCOUNTS, _IBAN), (PLACES, _PLACE), (PLATES, _PLATE)):
        if pattern.fullmatch(text) and (kind != CARDS or _is_card(text)):
            return kind
    if digits > FEWEST_DIGITS and not text.isdigit() and (_PHONE.fullmatch(text) or _NATIONAL.fullmatch(text)):
        return PHONES
    return ADDRESSES if _ADDRESS.search(text) and len(text.split()) <= MOST_WORDS_AROUND else None


@remembered
def may_be_dialled(text: str) -> bool:
    """Whether a cell of a column that is named like a telephone is a number of one."""
    digits = sum(map(str.isdigit, text))
    return FEWEST_DIGITS <= digits <= MOST_DIGITS and _DIALLED.fullmatch(text) is not None


@remembered
def is_bare_number(text: str) -> bool:
    """Whether digits without any sign between begin as telephone numbers do in Europe or China."""
    return _BARE.fullmatch(text) is not None


def _is_email(text: str) -> bool:
    return _EMAIL.search(text) is not None and words_beside(text) <= MOST_WORDS_BESIDE


def words_beside(text: str) -> int:
    """How many words and numbers stand beside the e-mail addresses in a cell, whatever signs divide them."""
    return len(re.findall(r"\w+", _EMAIL.sub("", text)))


def _is_card(text: str) -> bool:
    """Whether the digits are those of a card: written in groups, covered in part, or with the check digit of one."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) < len(re.sub(r"[ -]", "", text)) or re.search(r"[0-9][ -]", text):
        return True
    doubled = [each if at % 2 == 0 else each * 2 - 9 * (each > 4) for at, each in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0
