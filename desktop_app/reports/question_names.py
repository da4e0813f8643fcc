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
    ("price", "cost", "costs", "value", "salary", "wage", "income", "rent", "preis", "kosten", "wert"),
    ("gehalt", "lohn", "einkommen", "miete", "verkaufspreis", "kaufpreis"),
    ("total", "sales", "revenue", "amount", "demand", "count", "gesamt", "summe", "umsatz", "absatz"),
    ("betrag", "menge", "nachfrage", "anzahl"),
    ("class", "species", "category", "grade", "quality", "rating", "score", "status", "klasse", "art"),
    ("kategorie", "note", "qualitaet", "bewertung", "punkte", "status", "zustand"),
    ("duration", "delay", "yield", "consumption", "mpg", "dauer", "verspaetung", "ertrag", "verbrauch"),
)
UNKNOWN = len(_GROUPS)
_RANKS = {word: rank for rank, words in enumerate(_GROUPS) for word in reversed(words)}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@cache
def rank(name: str) -> int:
    """Return how likely people ask about a column of this name: 0 is likeliest, UNKNOWN says nothing."""
    text = name.replace("Ä", "ä").replace("Ö", "ö").replace("Ü", "ü").translate(_UMLAUTS)
    return min((_RANKS.get(word.lower(), UNKNOWN) for word in _WORD.findall(text)), default=UNKNOWN)
