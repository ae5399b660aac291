"""Languages: one small file for each, holding all words that the import knows of it. A new one is listed here."""

from csat_core.ingest.languages.de import GERMAN
from csat_core.ingest.languages.el import GREEK
from csat_core.ingest.languages.en import ENGLISH
from csat_core.ingest.languages.es import SPANISH
from csat_core.ingest.languages.fr import FRENCH
from csat_core.ingest.languages.it import ITALIAN
from csat_core.ingest.languages.ja import JAPANESE
from csat_core.ingest.languages.language import Language
from csat_core.ingest.languages.nl import DUTCH
from csat_core.ingest.languages.pl import POLISH
from csat_core.ingest.languages.pt import PORTUGUESE
from csat_core.ingest.languages.signs import SIGNS
from csat_core.ingest.languages.sv import SWEDISH
from csat_core.ingest.languages.zh import CHINESE

LANGUAGES: tuple[Language, ...] = (
    ENGLISH, FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, DUTCH, SWEDISH, POLISH, GREEK, CHINESE, JAPANESE, SIGNS,
)  # fmt: skip
