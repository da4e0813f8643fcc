"""Units of measure behind a number, such as "kg", "km/h" or "Jahre", as patterns, and one name for each.

Currencies and "%" are those of `amounts`. A unit is a word, or a few with signs between them; what counts as
one is decided over a whole column (`measures`), since "12 b" is a house and "12 May" a day.
"""

import re

from desktop_app.tables.columns.amounts import name_of_unit
from desktop_app.tables.columns.months import MONTHS
from desktop_app.tables.quoting import quoted

_BLANKS = " \u00a0\u202f\u2009"
_SIGN = f"[+\\-−–]?[{_BLANKS}]?"
_DIGITS = f"(?:[0-9](?:[0-9.,'’{_BLANKS}]*[0-9])?|[.,][0-9]+)(?:[eE][+-]?[0-9]{{1,2}})?"
# Shorter than \p{L}, which takes a thousand times as long: all letters of Europe, and what lies beyond.
_LETTER = "[A-Za-zªµºÀ-ÖØ-öø-\u1fff\u2126-\u212b\u2c00-\u2dff\u3040-\ud7ff\uff21-\uff3a\uff41-\uff5a]"
_RAISED = "(?i:mm|cm|dm|km|m|ft|in|yd|s)\\^?[23]"  # "m2"; no other word of a unit ends in a digit
_WORD = f'(?:{_RAISED}|[°º]?{_LETTER}+[²³]?|[°‰′″"℃℉㎡㎥㎏㎝㎞㎜])'
_BETWEEN = "(?: ?/ ?|[·⋅*]| per | pro )"
_UNIT = (
    f"(?:(?:sq|cu|fl)\\.? )?(?:{_WORD}|[€$£¥](?: ?/ ?){_WORD}|% ?vol)"
    f"(?:{_BETWEEN}(?:100 ?|1000 ?)?{_WORD}){{0,2}}\\.?"
)
_PARTS = f"^({_SIGN}{_DIGITS})([{_BLANKS}]?)({_UNIT})?$"
MEASURE = f"{_SIGN}{_DIGITS}[{_BLANKS}]?{_UNIT}"

# Beside a number without a blank between them, only these are units: "12a" is a house and "4711XL" a code.
_SHORT = """
mm cm dm km in ft yd mi mg µg kg lb lbs oz ml cl dl hl ms µs min hr hrs yr yrs hz khz mhz ghz kw mw gw wh kwh
mwh mv kv ma mah ah kb mb gb tb kib mib gib cc ccm hp ps bhp pa hpa kpa mpa bar psi rpm nm kn dpi px mp fps
kcal cal kj db ppm ppb mph kmh kph kmpl mpg ctm bps kbps mbps gbps pcs stk кг км см мм мл шт мин лет
"""
_LETTERS = frozenset("mgtlLshdVWгмлтчс")
_LETTERS_APART = _LETTERS | frozenset("ACFJKN")
_FACTOR_LETTERS = frozenset("kKMB")
_WORDS_OF_FACTORS = """
bn mn mln mio mrd mld tsd tys million millions millionen billion billions milliarden thousand tausend lakh
lakhs lac crore crores cr тыс млн млрд 万 億 亿 千
"""
# They multiply the number: beside them, one without them is of another size.
FACTORS = _FACTOR_LETTERS | frozenset(_WORDS_OF_FACTORS.split())
_ORDINALS = "st nd rd th er re ère e ème eme ter te º ª"
_OTHERS = "am pm x bis to and und of de"
_ATTACHED = frozenset(_SHORT.split())
_NO_UNITS = frozenset((*_ORDINALS.split(), *_OTHERS.split()))
_LONGEST = 16  # letters
_PLURALS = ("s", "es", "e", "n", "en")
_MONEY = re.compile(r"[€$£¥](?=/)")
_SMALL_M = re.compile(r"m[A-KM-Z]")  # "mW" is not "MW"; "mL" is written by many for "ml"


def number_part(plain: str) -> str:
    """Return SQL for the number of a cell that may have a unit behind it; the empty text in any other."""
    return f"regexp_extract({plain}, {quoted(_PARTS)}, 1)"


def unit_part(plain: str) -> str:
    """Return SQL for the unit of a cell as it is spelled; the empty text where it has none."""
    return f"regexp_extract({plain}, {quoted(_PARTS)}, 3)"


def parts(plain: str) -> str:
    """Return SQL for the number of a cell, the gap behind it and its unit, as a record."""
    return f"regexp_extract({plain}, {quoted(_PARTS)}, ['number', 'gap', 'unit'])"


def one_name(spelling: str) -> str:
    """Return what spellings of one unit have in common: "KG", "kg." and "kg" are the same."""
    plain = re.sub(r"[\s.^]", "", spelling).replace("º", "°").replace("μ", "µ")
    if sign := _MONEY.match(plain):
        plain = name_of_unit(sign.group()) + plain.removeprefix(sign.group())
    plain = re.sub(r"(?<=[mtnd])2(?![0-9])", "²", plain)
    plain = re.sub(r"(?<=[mtnd])3(?![0-9])", "³", plain)
    return plain if _SMALL_M.match(plain) or len(plain) == 1 else plain.lower()


def are_one(name: str, more: str) -> bool:
    """Whether a name is another one's singular: "Jahr" and "Jahre"."""
    return len(name) > 1 and more.startswith(name) and more.removeprefix(name) in _PLURALS


def may_be_unit(spelling: str, *, has_gap: bool) -> bool:
    """Whether a word behind a number is a unit: no day of a month, no letter of a house."""
    name = one_name(spelling)
    if len(name) > _LONGEST or name in _NO_UNITS or f"|{name}=" in MONTHS:
        return False
    if len(name) == 1 and name.isalpha() and _is_european(name):
        return spelling.strip(".") in _FACTOR_LETTERS | (_LETTERS_APART if has_gap else _LETTERS)
    return has_gap or name in _ATTACHED or not name.isalpha() or spelling.islower() or not _is_european(name)


def may_be_name(spelling: str, *, has_gap: bool) -> bool:
    """Whether a word may belong to a name whose first part is a number: "80331 München", "4711XL"."""
    name = one_name(spelling)
    is_known = name in _ATTACHED or not name.isalpha() or len(name) == 1
    return not is_known and not (has_gap and spelling.islower())


def _is_european(name: str) -> bool:
    return name[0] < "\u0590"
