"""How offices write numbers, as patterns, and the SQL that reads them.

A number may have a sign in front ("-", "+", "−") or behind ("30-"), stand in brackets for less than nothing
("(120)"), end in a dash for no cents ("12,-", "5.-"), be grouped by a point, a comma, an apostrophe or a
blank, or as in India ("12,34,567"), and carry one unit: a currency on either side, or "%" behind.

The unit is told beside the number and does not change it: "12 %" is the number 12.
"""

from typing import Literal

from desktop_app.tables.formulas import NUMBER
from desktop_app.tables.quoting import matches, plain_of, quoted, replaced

Decimal = Literal["point", "comma"]

_BLANKS = " \u00a0\u202f\u2009"  # also between the groups of a number
_BLANK = f"[{_BLANKS}]"
_APOSTROPHE = "['’]"
_SIGN = "[+\\-−–]"
_CURRENCY = (
    "(?:€|US\\$|R\\$|\\$|£|¥|₹|₽|₺|₴|₩|₪|zł|Kč|Ft|円|元|(?:kr|Fr|Rs|SFr|р|(?i:лв|руб|грн))\\.?|(?i:EUR|USD|CHF|GBP|JPY"
    "|CNY|INR|RUB|PLN|CZK|HUF|SEK|NOK|DKK|ISK|RON|BGN|TRY|BRL|MXN|AUD|CAD|NZD|ZAR|SGD|HKD|KRW|ILS|UAH|EURO|TL|lei"
    "|leu))"
)
_POWER = "(?:[eE][+-]?[0-9]{1,2})?"
_UNITS = """
€:EUR euro:EUR $:USD us$:USD £:GBP ¥:JPY 円:JPY 元:CNY ₹:INR rs:INR ₽:RUB руб:RUB р:RUB ₺:TRY tl:TRY zł:PLN
kč:CZK ft:HUF r$:BRL fr:CHF sfr:CHF лв:BGN lei:RON leu:RON ₴:UAH грн:UAH ₩:KRW ₪:ILS
"""
_NAMES_OF_UNITS = dict(pair.split(":") for pair in _UNITS.split())
UNIT = f"(?:%|{_CURRENCY})"
_NO_CENTS = "[.,][-−–—]{1,2}"  # "12,-" and "5.-" are 12 and 5


def _groups(sign: str) -> str:
    return f"(?:{sign}[0-9]{{3}})+"


def _core(group: str, decimal: str, *, more: str = "") -> str:
    """Return the pattern of digits with groups and decimals."""
    grouped = f"[1-9][0-9]{{0,2}}(?:{_groups(group)}|{_groups(_APOSTROPHE)}|{_groups(_BLANK)})"
    whole = f"(?:{grouped}{more}|0|[1-9][0-9]*)"
    return f"(?:{whole}{_NO_CENTS}|(?:{whole}(?:{decimal}[0-9]+)?|{decimal}[0-9]+){_POWER})"


def _amount(core: str) -> str:
    """Return the pattern of digits with their sign and unit."""
    front, behind = f"(?:{_CURRENCY}{_BLANK}?)?", f"(?:{_BLANK}?{UNIT})?"
    return (
        f"(?:{_SIGN}{_BLANK}?)?{front}{core}{behind}|{front}{_SIGN}{core}{behind}"
        f"|{front}{core}{behind}{_BLANK}?[-−–]|\\({front}{core}{behind}\\)|{front}{core}[-−–]{_BLANK}?{UNIT}"
    )


AMOUNTS: dict[Decimal, str] = {
    "point": _amount(_core(",", "\\.", more="|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")),
    "comma": _amount(_core("\\.", ",")),
}
_GROUP_SIGNS: dict[Decimal, tuple[str, str]] = {
    "point": (f",'’{_BLANKS}", ""),
    "comma": (f",.'’{_BLANKS}", "."),
}
_DIGITS = "[.,]?[0-9](?:[0-9.,'’ \u00a0\u202f\u2009]*[0-9])?(?:[eE][+-]?[0-9]+)?"
_LESS_THAN_NOTHING = "^[^0-9]*[-−–(]|[-−–]$|[0-9][-−–][^0-9]*$"
_ABBREVIATED = "\\p{L}+\\."

ZEROS = "[+-]?0[0-9]+(?:\\.[0-9]*)?"
_ASKED_FOR: dict[Decimal, str] = {
    "point": f"{NUMBER}|{ZEROS}|{AMOUNTS['point']}",
    "comma": f"[+-]?[0-9]+(?:,[0-9]+)?|{AMOUNTS['comma']}",
}


def number_of(cell: str, decimal: Decimal) -> str:
    """Return SQL for the number in a cell that is known to be written so."""
    plain = plain_of(cell)
    whole = (
        f"replace({cell}, ',', '')" if decimal == "point" else f"replace(replace({cell}, '.', ''), ',', '.')"
    )
    signs, put = _GROUP_SIGNS[decimal]
    signed = replaced(plain, f"([0-9]){_NO_CENTS}", "\\1")
    digits = f"regexp_extract({replaced(plain, _ABBREVIATED, '')}, {quoted(_DIGITS)})"
    size = f"TRY_CAST(translate({digits}, {quoted(signs)}, {quoted(put)}) AS DOUBLE)"
    slowly = f"CASE WHEN regexp_matches({signed}, {quoted(_LESS_THAN_NOTHING)}) THEN -{size} ELSE {size} END"
    return f"coalesce(TRY_CAST({whole} AS DOUBLE), {slowly})"


def is_asked_for(cell: str, decimal: Decimal) -> str:
    """Return SQL for whether a cell is a number, needless zeros in front allowed, as a person may ask for."""
    return matches(plain_of(cell), _ASKED_FOR[decimal])


def is_amount(plain: str, decimal: Decimal) -> str:
    """Return SQL for whether a cell is a number written so."""
    return matches(plain, AMOUNTS[decimal])


def unit_of(value: str) -> str:
    """Return SQL for the unit that stands in a cell; the empty text where there is none."""
    return f"regexp_extract({value}, {quoted(UNIT)})"


def name_of_unit(unit: str) -> str:
    """Return one name for all spellings of a unit."""
    plain = unit.rstrip(".").lower()
    return _NAMES_OF_UNITS.get(plain, plain.upper() if len(plain) == 3 else unit.rstrip("."))
