"""Names of columns that people ask about, in English and German, the likeliest first."""

import re
from functools import cache

_GROUPS = (
    ("target", "label", "outcome", "result", "response", "zielwert", "zielgroesse", "ergebnis", "ausgang"),
    ("left", "churn", "churned", "attrition", "exited", "cancelled", "canceled", "returned", "abwanderung"),
    ("gekuendigt", "kuendigung", "verlassen", "abgewandert", "storniert", "zurueckgegeben"),
    ("fraud", "default", "defaulted", "risk", "betrug", "ausfall", "ausgefallen", "risiko"),
    ("survived", "died", "death", "diagnosis", "disease", "relapse", "ueberlebt", "gestorben", "diagnose"),
    ("bought", "purchased", "converted", "subscribed", "approved", "accepted", "paid", "passed", "failed"),
    ("gekauft", "abgeschlossen", "angenommen", "genehmigt", "bezahlt", "bestanden", "ausgeschieden"),
    ("won", "winner", "complained", "complaint", "defect", "faulty", "gewonnen", "reklamation", "defekt"),
    (
        "price",
        "cost",
        "costs",
        "value",
        "rent",
        "preis",
        "kosten",
        "wert",
        "miete",
        "verkaufspreis",
        "kaufpreis",
    ),
    ("salary", "wage", "income", "gehalt", "lohn", "einkommen"),
    ("total", "sales", "revenue", "amount", "demand", "count", "gesamt", "summe", "umsatz", "absatz"),
    ("betrag", "menge", "nachfrage", "anzahl"),
    ("class", "species", "category", "grade", "quality", "rating", "score", "status", "klasse", "art"),
    ("kategorie", "note", "qualitaet", "bewertung", "punkte", "status", "zustand"),
    ("duration", "delay", "yield", "consumption", "mpg", "dauer", "verspaetung", "ertrag", "verbrauch"),
)
# What says when and where a row is from, or who somebody is; people look at it, and seldom ask for it.
_SELDOM = frozenset(
    (
        *(
            "year",
            "month",
            "day",
            "week",
            "weekday",
            "hour",
            "quarter",
            "latitude",
            "longitude",
            "lat",
            "lon",
        ),
        *("age", "sex", "gender", "alter", "geschlecht"),
        *("jahr", "monat", "tag", "woche", "wochentag", "stunde", "quartal", "breitengrad", "laengengrad"),
    )
)
# What was before, which tells the outcome and is none, as in "previous cancellations".
_BEFORE = frozenset(
    (
        *("previous", "prev", "prior", "past", "earlier", "former", "bisherige", "bisher", "vorherige"),
        *("vorige", "frueher", "fruehere"),
    )
)
MONEY = next(place for place, words in enumerate(_GROUPS) if "price" in words)
UNKNOWN = len(_GROUPS)
SELDOM = UNKNOWN + 1
_RANKS = {word: rank for rank, words in enumerate(_GROUPS) for word in reversed(words)}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@cache
def rank(name: str) -> int:
    """Return how likely people ask about a column of this name: 0 likeliest, UNKNOWN no hint, SELDOM last."""
    text = name.replace("Ä", "ä").replace("Ö", "ö").replace("Ü", "ü").translate(_UMLAUTS)
    words = [word.lower() for word in _WORD.findall(text)]
    if not _BEFORE.isdisjoint(words):
        return SELDOM
    found = min((_RANKS.get(word, UNKNOWN) for word in words), default=UNKNOWN)
    return SELDOM if found == UNKNOWN and not _SELDOM.isdisjoint(words) else found
