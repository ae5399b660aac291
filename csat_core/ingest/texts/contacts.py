"""Addresses and numbers of people as they stand within a sentence, and what covers them."""

import re

EMAIL_IN_TEXT = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
IBAN_IN_TEXT = r"\b[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}(?: ?[0-9]{4}){2,6}(?: ?[0-9A-Z]{1,4})?\b"

_THINGS = (
    r"(?:\bPO|(?i:\b(?:order|orders|invoice|ref|reference|rma|sku|ticket|case|article|item|serial|tracking|booking|policy|contract|account|version|iban|ean|gtin|isbn|barcode|upc"
    r"|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|referenz|artikel|sendung|vertrag|konto|kundennummer|commande|facture|référence|dossier"
    r"|colis|pedido|factura|referencia|fatura|encomenda|fattura|ordine|riferimento|pratica|bestelling|factuur|referentie|bestelnummer|ordernummer|faktura|ärende"
    r"|zamówienie|zamówienia|faktury|zgłoszenie)|παραγγελία|τιμολόγιο|订单|訂單|单号|發票|发票|注文|伝票|請求書))"
)
_OF_THINGS = rf"{_THINGS}(?i:[ .:#°º-]*(?:nr|no|num|number|nummer|numéro|número|numero|numer|id|n|αρ|号|番号|编号)?)[ .:#°º：-]*[0-9](?:[ ./-]?[0-9]){{4,}}"
"""Numbers of orders, invoices and the like are no telephone numbers, however they are written."""
_NOUNS = (
    r"(?i:\b(?:tel|tél|telefon\pL*|teléfono|téléphone|telefone|telefono|telefoon\pL*|phone|mobile|mobil|handy|cell|cellulare|móvil|celular|portable|whatsapp"
    r"|telemóvel|komórka)\b|τηλ\pL*|κινητό|电话|電話|手机|手機|携帯)[^0-9\n+]{0,12}"
)
_VERBS = (
    r"(?i:\b(?:call|ring|text|anruf\pL*|ruf\pL*|appel\pL*|llám\pL*|llam\pL*|chiam\pL*|bel|bellen|ligue|ligar|ring|zadzwoń|dzwoń|καλέστε)\b|打|拨打|致电)"
    r"[^0-9\n+]{0,12}"
)
NUMBERS = (
    r"\(?(?:\+|00)[0-9][0-9 ()./-]{6,}[0-9]\b",
    r"(?:1[ .-])?\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[ .-][0-9]{4}\b",  # 555 010 1234, 1-800-555-0199
    r"\(?0[1-9]\)?(?:[ .-]?[0-9]{2}){4}\b",  # 06 12 34 56 78
    r"\(?0[0-9]{1,4}\)?[ /-]{1,3}[0-9]{6,8}\b",  # 06-12345678, 030 / 1234567
    r"\(?0[0-9]{1,4}\)?[ /-]{1,3}[0-9]{3,4}[ -][0-9]{3,5}\b",  # 03-1234-5678, 020 7946 0958
    r"\(?0[0-9]{1,3}\)?[ /-]{1,3}[0-9]{3}[ -][0-9]{2,3}[ -][0-9]{2,3}\b",  # 070-123 45 67
    r"\(?0[0-9]{2,4}\)?[ /-]{1,3}[0-9]{2}(?:[ -][0-9]{2}){2,3}\b",  # 0171 12 34 56
    r"0[0-9]{9,10}\b",
    r"[4-9][0-9]{2}[ .-][0-9]{3}[ .-][0-9]{3}\b",  # 612 345 678
    r"[6-9][0-9]{2}(?:[ .-][0-9]{2}){3}\b",  # 612 34 56 78
    r"[2-9][0-9]{2}[ -][0-9]{7}\b",  # 347 1234567
    r"1[3-9][0-9](?:[ -]?[0-9]{4}){2}\b",  # 138 1234 5678
    r"\(?[1-9][0-9]\)? 9?[0-9]{4}-[0-9]{4}\b",  # (11) 91234-5678
)
"""Telephone numbers as they are written in the countries whose languages are read, as expressions of RE2."""
TOLD_NUMBERS = (
    rf"({_OF_THINGS})"
    rf"|({_NOUNS})(?:[0-9]{{7,13}}|(?:0[0-9]|1[0-8]|2[1-9]|[3-9][0-9])[0-9]{{0,3}}[ /-][0-9]{{2,8}}(?:[ -][0-9]{{2,4}}){{0,3}})\b"
    rf"|({_VERBS})[1-9][0-9]{{8,10}}\b"
    rf"|(^|[^0-9A-Za-z.,/-])(?:{'|'.join(NUMBERS)})"
)
"""A number of a thing (the first part, which stays), or a telephone number behind what stays (the others), for DuckDB's RE2.

It is either written as numbers are in one of the countries whose languages are read, or follows a word for a telephone.
"""
FEWEST = 7
FEWEST_DIGITS = f"(?:[0-9][^0-9]{{0,4}}){{{FEWEST}}}"
"""No number to cover has fewer."""
EMAIL_MARK, PHONE_MARK, IBAN_MARK = "[e-mail]", "[phone]", "[IBAN]"
"""What stands in their place where they are covered."""

_PYTHON = re.compile(
    f"{EMAIL_IN_TEXT}|{IBAN_IN_TEXT}|(?P<number>{TOLD_NUMBERS})".replace(r"\pL", r"[^\W\d_]").replace(
        r"\b", r"(?:(?<![0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<=[0-9A-Za-z_])(?![0-9A-Za-z_]))"
    )
)
_THING = re.compile(_THINGS)


def names_thing(name: str) -> bool:
    """Whether the name of a column says an order, an invoice, an article or the like."""
    return _THING.search(name) is not None


def is_in(text: str) -> bool:
    """Whether an e-mail address, a telephone number or the number of a bank account stands in `text`."""
    if "@" not in text and sum(map(str.isdigit, text)) < FEWEST:
        return False
    return any(found[2] is None for found in _PYTHON.finditer(text))
