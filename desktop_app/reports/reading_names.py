"""What the decisions of a reading are called: letters, delimiters, and what cells are meant to be."""

import codecs
from collections.abc import Sequence

from desktop_app.language import _, mark
from desktop_app.tables.columns.wished import wish_of

# The code pages of offices, by their Python names; the likeliest first.
ENCODINGS = {
    "utf-8": mark("Unicode"),
    "cp1252": mark("Western European"),
    "cp1250": mark("Central European"),
    "cp1251": mark("Cyrillic"),
    "cp1253": mark("Greek"),
    "cp1254": mark("Turkish"),
    "cp1257": mark("Baltic"),
    "cp1255": mark("Hebrew"),
    "cp1256": mark("Arabic"),
    "shift_jis": mark("Japanese"),
    "gb18030": mark("Chinese, simplified"),
    "big5": mark("Chinese, traditional"),
    "euc_kr": mark("Korean"),
    "cp850": mark("Western European of DOS"),
    "mac_roman": mark("Western European of a Mac"),
    "utf-16-le": mark("Unicode of 16 bits"),
}
_SAME = {  # other names for what a person would not tell apart
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "iso8859-1": "cp1252",
    "iso8859-15": "cp1252",
    "utf-16": "utf-16-le",
    "utf-16-be": "utf-16-le",
    "cp932": "shift_jis",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "cp950": "big5",
    "cp949": "euc_kr",
}
DELIMITERS = {
    ",": mark("Comma"),
    ";": mark("Semicolon"),
    "\t": mark("Tab"),
    "|": mark("Upright bar"),
    " ": mark("Blank"),
    ":": mark("Colon"),
}
READINGS = {
    "number": mark("Number"),
    "number-point": mark("Number with a point (1,234.5)"),
    "number-comma": mark("Number with a comma (1.234,5)"),
    "date": mark("Date"),
    "date-dmy": mark("Date, day first (31/12/2026)"),
    "date-mdy": mark("Date, month first (12/31/2026)"),
    "date-ymd": mark("Date, year first (2026-12-31)"),
    "yes/no": mark("Yes or no"),
    "category": mark("Kinds: values that repeat"),
    "text": mark("Text, as it stands"),
    "id": mark("ID: names the row"),
}
_SHORT = {
    "number-point": mark("Point before the decimals"),
    "number-comma": mark("Comma before the decimals"),
    "date-dmy": mark("Day first"),
    "date-mdy": mark("Month first"),
    "date-ymd": mark("Year first"),
    "yes/no": mark("Yes or no"),
    "category": mark("Kinds"),
    "text": mark("Keep as text"),
    "number": mark("Number"),
    "date": mark("Date"),
    "id": mark("ID"),
}


def encoding_key(encoding: str) -> str:
    """Return the entry of `ENCODINGS` that an encoding counts as; its own name where there is none."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    known = {codecs.lookup(key).name: key for key in ENCODINGS}
    return known.get(name) or _SAME.get(name, name)


def encoding_name(encoding: str) -> str:
    """Return whose letters an encoding writes: "Western European"."""
    key = encoding_key(encoding)
    return _(ENCODINGS[key]) if key in ENCODINGS else encoding


def delimiter_name(delimiter: str) -> str:
    """Return the word for what stands between columns."""
    return _(DELIMITERS[delimiter]) if delimiter in DELIMITERS else f'"{delimiter}"'


def reading_name(reading: str) -> str:
    """Return how cells are meant, with an example, for a list to choose from."""
    return _(READINGS.get(reading, reading))


def reading_button(reading: str) -> str:
    """Return how cells are meant, in the few words of a button."""
    return _(_SHORT.get(reading, reading))


def answer_buttons(readings: Sequence[str]) -> tuple[str, ...]:
    """Return the words on the buttons that answer a question; with one that tells values that are none."""
    wishes = [wish_of(reading) for reading in readings]
    if not any(wish and wish.missing for wish in wishes):
        return tuple(map(reading_button, readings))
    return tuple(_("Not known") if wish and wish.missing else _("A real value") for wish in wishes)


def plain_reading(reading: str) -> str:
    """Return how cells are meant, without the spellings that are to count as missing."""
    wish = wish_of(reading)
    return wish.reading if wish else reading
