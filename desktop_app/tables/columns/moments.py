"""How people write days and times, as patterns, and the SQL that reads them.

A day may be year first, or day and month before the year, parted by a point, a dash, a slash or a blank; the
month may be a word of one of many languages (`months`); a weekday may stand in front, and a time behind, with
"am" or "pm" too. Years of two digits are those from 1950 to 2049. A time of another zone is read as its clock
showed it, and the zone is left out; UTC is the zone of all times that name none.
"""

from typing import Literal

from desktop_app.tables.columns.months import MONTHS, WEEKDAYS
from desktop_app.tables.quoting import matches, quoted, replaced

Order = Literal["dmy", "mdy", "ymd"]

_YEAR = "[1-9][0-9]{3}"
_NUMBER = "[0-9]{1,2}"
_CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?"
_UTC = "(?:Z|UTC|GMT|[+-]00:?00)"
_ZONE = "[+-][0-9]{2}(?::?[0-9]{2})?"
_HALF = "[AaPp]\\.?[Mm]\\.?"
_TIME = f"(?:(?:,? +|T){_CLOCK}(?: ?{_HALF}| Uhr| ?h)?(?: ?(?:{_UTC}|{_ZONE}))?)?"
_LETTER = "[^0-9 .,:/+-]"  # shorter than all letters of the world, and as good among what looks like a day
_WORD = f"{_LETTER}{_LETTER}{_LETTER}+"
_IN_FRONT = f"(?:{_LETTER}{_LETTER}+(?:-feira)?[.,]* +)?"
_MONTH = f"{_WORD}\\.?"
_OF = "(?:de |of |d['’])?"
_NTH = "(?:st|nd|rd|th|er|º|ª|\\.)?"

# What DuckDB reads by itself, and at once.
ISO = f"{_YEAR}(?:-{_NUMBER}-|/{_NUMBER}/){_NUMBER}(?:[ T]{_CLOCK})?(?:Z|\\+00:?00)?"
_YEAR_FIRST = (
    f"{_YEAR}(?:-{_NUMBER}-|/{_NUMBER}/|\\. ?{_NUMBER}\\. ?| [0-9]{{2}} ){_NUMBER}\\.?"
    f"|{_YEAR}(?:年 ?{_NUMBER}月|년 ?{_NUMBER}월) ?{_NUMBER}[日일]"
)
_IN_THE_YEAR = " ?(?:г|r)\\.| ?года?| roku"  # behind a year
_MONTH_FIRST = f"{_MONTH}[-/ ]+{_NUMBER}{_NTH}(?:,? +|[-/,]){_YEAR}"
_NAMED = (
    f"{_NUMBER}{_NTH}[-/. ]*{_OF}{_MONTH}[-/., ]+(?:del? )?(?:{_YEAR}|[0-9]{{2}})(?:{_IN_THE_YEAR})?"
    f"|{_MONTH_FIRST}"
    f"|{_YEAR}[-/. ]+{_MONTH}[-/. ]+{_NUMBER}\\.?"
)
_DOTTED = f"{_NUMBER}\\. ?{_NUMBER}\\. ?{_YEAR}|[0-9]{{2}}\\.[0-9]{{2}}\\.[0-9]{{2}}"
_NUMBERED = (
    f"{_NUMBER}/{_NUMBER}/(?:{_YEAR}|[0-9]{{2}})|{_NUMBER}-{_NUMBER}-(?:{_YEAR}|[0-9]{{2}})"
    f"|{_DOTTED}|[0-9]{{2}} [0-9]{{2}} {_YEAR}"
)
ANY = f"{_IN_FRONT}(?:{_YEAR_FIRST}|{_NAMED}|{_NUMBERED}){_TIME}"
NAMED = f"{_IN_FRONT}(?:{_NAMED}){_TIME}"
YEAR_FIRST = f"{_IN_FRONT}(?:{_YEAR_FIRST}){_TIME}"
DOTTED = f"{_IN_FRONT}(?:{_DOTTED}){_TIME}"
# A day in all but the name of its month, which may be of a language that is not known here.
_DAY, _OUR_YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "[12][0-9]{3}"
LIKE_NAMED = f"{_DAY}(?:\\. ?| ){_MONTH} {_OUR_YEAR}|{_MONTH} {_DAY}, {_OUR_YEAR}"
SHORT = f"{_IN_FRONT}[0-9]{{1,2}}[-./][0-9]{{1,2}}[-./][0-9]{{2}}{_TIME}"
ZONED = f".*:.*[0-9] ?{_ZONE}"
UTC = f".*:.*{_UTC}"
PACKED = "[12][0-9]{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"  # 20240131, where a date is asked for

_PARTED = "(?:[-./年月년월] ?| )"
_FIRST, _SECOND = f"^({_NUMBER}){_PARTED}({_NUMBER}){_PARTED}", "([^0-9].*)?$"
_REARRANGED: dict[Order, str] = {"dmy": "\\3-\\2-\\1\\4", "mdy": "\\3-\\1-\\2\\4", "ymd": "\\1-\\2-\\3\\4"}
_BEHIND = f" ?(?:{_HALF}|Uhr|h)? ?(?:{_UTC}|{_ZONE})?$"  # all that stands behind a clock


def is_day(plain: str) -> str:
    """Return SQL for whether a cell looks like a day, possible or not."""
    return matches(plain, ANY)


def moment_of(plain: str, order: Order) -> str:
    """Return SQL for the moment in a cell that looks like a day; NULL where there is no such day.

    *plain* is the cell without blanks around it. Only days whose order does not tell itself are read in
    *order*.
    """
    named, numbered = named_moment(plain), numbered_moment(plain, order)
    return f"CASE WHEN {matches(plain, NAMED)} THEN {named} ELSE {numbered} END"


def named_moment(plain: str) -> str:
    """Return SQL for the moment in a cell that looks like a day with a word for its month."""
    day = _without_weekday(plain)
    text = replaced(day, f"^({_YEAR})[-/. ]+({_LETTER}+)[-/. ]+({_NUMBER})\\.?", "\\3 \\2 \\1")
    text = replaced(text, f"^({_LETTER}+)\\.?[-/ ]+({_NUMBER}){_NTH}[-/, ]+({_YEAR})", "\\2 \\1 \\3")
    text = replaced(text, f"([0-9])(?:{_IN_THE_YEAR})", "\\1")
    word = f"lower(regexp_extract({text}, {quoted(_WORD)}))"
    place = f"nullif(strpos({quoted(MONTHS)}, '|' || {word} || '='), 0)"
    month = f"substr({quoted(MONTHS)}, {place} + length({word}) + 2, 2)"
    year = f"regexp_extract({text}, '^[0-9]+[^0-9]+([0-9]+)', 1)"
    century = f"CASE WHEN length({year}) = 4 THEN '' WHEN {year} < '50' THEN '20' ELSE '19' END"
    number, clock = (
        f"regexp_extract({text}, '^[0-9]+')",
        f"regexp_extract({text}, '^[0-9]+[^0-9]+[0-9]+(.*)', 1)",
    )
    return _cast(f"{century} || {year} || '-' || {month} || '-' || {number} || {clock}", plain)


def numbered_moment(plain: str, order: Order) -> str:
    """Return SQL for the moment in a cell that looks like a day in numbers."""
    slowly = _cast(_year_first(_without_weekday(plain), order), plain)
    if order == "ymd":
        return slowly
    parts = ("%d", "%m", "%Y") if order == "dmy" else ("%m", "%d", "%Y")
    forms = "[" + ", ".join(quoted(sign.join(parts)) for sign in "./-") + "]"
    return f"coalesce(CASE WHEN length({plain}) = 10 THEN try_strptime({plain}, {forms}) END, {slowly})"


def minutes_of(value: str) -> str:
    """Return SQL for how many minutes the zone of a time is ahead of UTC; NULL where it names none."""
    pattern = quoted("([+-])([0-9]{2}):?([0-9]{2})?$")
    hours = f"TRY_CAST(regexp_extract({value}, {pattern}, 2) AS INTEGER)"
    minutes = f"coalesce(TRY_CAST(regexp_extract({value}, {pattern}, 3) AS INTEGER), 0)"
    size = f"({hours} * 60 + {minutes})"
    return (
        f"CASE WHEN {matches(value, UTC)} THEN 0 WHEN {matches(value, ZONED)} THEN "
        f"CASE WHEN regexp_extract({value}, {pattern}, 1) = '-' THEN -{size} ELSE {size} END END"
    )


def parts_of_short(plain: str) -> tuple[str, ...]:
    """Return SQL for a day with a year of two digits: its form, its first and last number, and when it was.

    The moment is that of a year in front, and NULL where there is none such.
    """
    front = quoted("([0-9]{1,2})[-./][0-9]{1,2}[-./]([0-9]{2})")
    return (
        f"{matches(plain, SHORT)} AS is_short",
        f"contains({plain}, '-') AS is_dashed",
        f"regexp_extract({plain}, {front}, 1) AS first",
        f"regexp_extract({plain}, {front}, 2) AS last",
        f"{numbered_moment(plain, 'ymd')} AS moment",
    )


def _without_weekday(plain: str) -> str:
    """Return SQL for a day without its weekday; in "Mar 4, 2024" the first word is a month."""
    word = f"lower(regexp_extract({plain}, '^{_LETTER}+(?:-feira)?'))"
    is_weekday = f"contains({quoted(WEEKDAYS)}, '|' || {word} || '|')"
    is_month = f"regexp_matches({plain}, {quoted(f'^{_MONTH_FIRST}')})"
    return (
        f"CASE WHEN {plain} > 'A' AND {is_weekday} AND NOT {is_month}"
        f" THEN {replaced(plain, '^[^ ]+ +', '')} ELSE {plain} END"
    )


def _cast(text: str, plain: str) -> str:
    """Return SQL for the moment in a text that begins with the year; its clock may be followed by words."""
    clock = f"regexp_replace(replace({text}, ',', ' '), {quoted(f'(:[0-9.]+){_BEHIND}')}, '\\1')"
    settled = f"regexp_extract({clock}, '^[0-9]{{4}}-.*')"  # DuckDB takes 1/2/24 for a day in the year 1
    return f"(TRY_CAST({settled} AS TIMESTAMP) + {_half_a_day(plain)})"


def _year_first(day: str, order: Order) -> str:
    """Return SQL for the text of a day in numbers, year first."""
    text = replaced(
        day, f"^({_YEAR}){_PARTED}({_NUMBER}){_PARTED}({_NUMBER})(?:[.日일]([^0-9]|$))?", "\\1-\\2-\\3\\4"
    )
    put = _REARRANGED[order]
    if order != "ymd":
        text = replaced(text, f"{_FIRST}({_YEAR}){_SECOND}", put)
    year = {"dmy": "\\3", "mdy": "\\3", "ymd": "\\1"}[order]
    last = "([0-9]{2})"
    for digits, century in (("[0-4][0-9]", "20"), ("[5-9][0-9]", "19")):
        first, third = (f"^({digits})", last) if order == "ymd" else (f"^({_NUMBER})", f"({digits})")
        pattern = f"{first}{_PARTED}({_NUMBER}){_PARTED}{third}{_SECOND}"
        text = replaced(text, pattern, put.replace(year, century + year, 1))
    return text


def _half_a_day(plain: str) -> str:
    """Return SQL for what "am" and "pm" add to a clock of twelve hours; NULL where it shows more."""
    pattern = quoted("([0-9]{1,2}):[0-9:.]+ ?([AaPp])\\.?[Mm]")
    hour = f"TRY_CAST(regexp_extract({plain}, {pattern}, 1) AS INTEGER)"
    is_late = f"lower(regexp_extract({plain}, {pattern}, 2)) = 'p'"
    return (
        f"CASE WHEN NOT regexp_matches({plain}, {pattern}) THEN INTERVAL 0 HOUR"
        f" WHEN {hour} NOT BETWEEN 1 AND 12 THEN NULL"
        f" WHEN {is_late} AND {hour} < 12 THEN INTERVAL 12 HOUR"
        f" WHEN NOT {is_late} AND {hour} = 12 THEN INTERVAL '-12' HOUR ELSE INTERVAL 0 HOUR END"
    )
