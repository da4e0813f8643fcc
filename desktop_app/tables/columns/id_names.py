"""Headings that say of a column that it names things: rows, or something that stands in several of them."""

import re

_WORDS = re.compile(r"[A-ZÄÖÜ]+(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|[0-9]+")
_ID_WORDS = frozenset(
    ("id", "ids", "pid", "uuid", "guid", "key", "nr", "rowid", "rownames", "kennung", "schlüssel")
)
_LAST_ID_WORDS = frozenset(("no", "number", "nummer", "code"))
_THINGS = (
    r"customer|client|user|member|patient|passenger|person|student|employee|account|order|invoice|item|product"
    r"|article|transaction|session|record|row|case|sample|kunden|artikel|auftrags|rechnungs|personal"
)
_JOINED_ID = re.compile(rf"(?:{_THINGS})(?:id|no|nr|number|nummer)")

# What a number may name that one meets again in other rows: a stricter list, since nothing else proves it.
_MET_AGAIN = re.compile(
    r"(?:customer|client|user|member|patient|passenger|person|subject|student|employee|account|order|invoice"
    r"|transaction|session|case|contract|policy|claim|ticket|booking|reservation|household|hospital|visit"
    r"|kunden|mitglieds|patienten|personen|personal|konto|auftrags|rechnungs|fall|akten|vertrags|haushalts"
    r"|buchungs|schüler)"
    r"(?:id|ids|no|nr|num|number|nummer|key|code|uuid|guid)"
)
_ALONE = frozenset(("id", "ids", "uuid", "guid", "kennung"))
_KINDS = frozenset(  # with these, even an id names kinds, of which much can be learned
    (
        *(
            "class",
            "category",
            "brand",
            "type",
            "group",
            "kind",
            "concept",
            "code",
            "model",
            "version",
            "route",
        ),
        *(
            "region",
            "country",
            "state",
            "province",
            "city",
            "district",
            "zone",
            "area",
            "location",
            "station",
        ),
        *("product", "item", "article", "sku", "store", "shop", "branch", "department", "dept", "team"),
        *("seller", "vendor", "supplier", "driver", "agent", "teacher", "doctor", "artikel", "produkt"),
        *("filiale", "klasse", "kategorie", "marke", "typ", "gruppe", "land", "stadt", "bezirk", "ort"),
        *("zip", "postal", "plz", "airport", "airline", "language", "currency", "unit", "einheit"),
    )
)


def is_id_name(name: str) -> bool:
    """Return whether a heading says that a column with another value in every row names rows."""
    words = _words(name)
    if not words:
        return False
    joined = _JOINED_ID.fullmatch(name.lower()) is not None
    return joined or words[-1] in _LAST_ID_WORDS or not _ID_WORDS.isdisjoint(words)


def names_kinds(name: str) -> bool:
    """Return whether a heading says that its values, numbers too, name kinds: shops, regions, products."""
    return not _KINDS.isdisjoint(_words(name))


def names_things(name: str) -> bool:
    """Return whether a heading says that its values name single things, in however many rows these stand."""
    words = _words(name)
    if not words or not _KINDS.isdisjoint(words[:-1]):
        return False
    pairs = ("".join(words), "".join(words[-2:]), words[-1])
    return words[-1] in _ALONE or any(_MET_AGAIN.fullmatch(pair) for pair in pairs)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]
