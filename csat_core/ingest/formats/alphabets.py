"""Letters beyond a to z of the languages in Latin script: a reading whose letters no language has together is a wrong one."""

from csat_core.ingest.texts.tongues import language_of

ALPHABETS = {
    "en": "", "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "pt": "áâãàçéêíóôõúü", "it": "àèéìòù", "nl": "áäéëèêïíóöúü",
    "sv": "åäöé", "pl": "ąćęłńóśźż", "da": "æøåé", "fi": "äöåšž", "is": "áðéíóúýþæö", "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "hr": "čćđšž", "sl": "čšž", "ro": "ăâîșțşţ", "tr": "çğıiöşüâ", "et": "äöõüšž",
    "ca": "àçèéíïòóúü",
}  # fmt: skip
"""By code of the language."""
LATIN = ("cp1252", "cp1250", "iso8859_2", "mac_roman", "cp1254")
"""The encodings that these languages are written in."""
_DOT_ABOVE = "\u0307"


def languages_of(text: str) -> frozenset[str]:
    """The codes of the languages that have all letters of the text; none where no language has."""
    letters = {letter for letter in text.lower().replace(_DOT_ABOVE, "") if letter > "\x7f" and letter.isalpha()}
    return frozenset(code for code, alphabet in ALPHABETS.items() if letters <= set(alphabet))


def better_reading(first: str, texts: dict[str, str]) -> tuple[str, ...]:
    """The encodings of `texts` that some language can be written in, the best first: `first` unless another is better.

    Where several are, the words of the text say which language it is. Empty where no language has the letters of any.
    """
    fitting = {encoding: found for encoding, text in texts.items() if (found := languages_of(text))}
    if not fitting:
        return ()
    spoken = language_of([next(iter(texts.values()))])
    order = sorted(fitting, key=lambda each: (spoken in fitting[each], each == first), reverse=True)
    told = spoken in fitting[order[0]]
    return tuple(each for each in order if not told or spoken in fitting[each])
