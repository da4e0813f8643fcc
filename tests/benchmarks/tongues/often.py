"""How often files are made up in each language."""

from tests.benchmarks.tongues.others import CZECH, JAPANESE, POLISH, RUSSIAN, SWEDISH
from tests.benchmarks.tongues.western import ENGLISH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH, SWISS

TONGUES = (
    ENGLISH,
    ENGLISH,
    ENGLISH,
    GERMAN,
    GERMAN,
    GERMAN,
    FRENCH,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    POLISH,
    CZECH,
    RUSSIAN,
    SWEDISH,
    SWISS,
    JAPANESE,
)
