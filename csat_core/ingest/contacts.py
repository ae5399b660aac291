"""Addresses and numbers of people as they stand within a sentence, and what covers them."""

EMAIL_IN_TEXT = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
PHONE_IN_TEXT = (
    r"(?:\+|\b00)[0-9][0-9 ()./-]{6,}[0-9]|\(?\b[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4}\b"
    r"|\b0[0-9]{2,4}[ /-][0-9]{2,4}(?:[ -]?[0-9]{2,4}){1,3}\b|\b0[0-9]{9,10}\b"
    # as in France, the Netherlands, Sweden, Japan, Italy, Brazil and China
    r"|\b0[0-9](?:[ .-][0-9]{2}){4}\b|\b0[0-9][ -][0-9]{8}\b|\b0[0-9][ -][0-9]{3}(?: [0-9]{2,3}){1,2}\b"
    r"|\b0[0-9]{1,4}-[0-9]{1,4}-[0-9]{4}\b|\b3[0-9]{2}[ ./-][0-9]{7}\b|\([0-9]{2}\) ?9?[0-9]{4}-[0-9]{4}\b"
    r"|\b[1-9][0-9] 9[0-9]{4}-[0-9]{4}\b|\b1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}\b"
)
"""How addresses and numbers stand within a sentence; for Python's `re` and DuckDB's RE2 alike."""
EMAIL_MARK, PHONE_MARK = "[e-mail]", "[phone]"
"""What stands in their place where they are covered."""
