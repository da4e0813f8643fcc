"""What stands in a field and the cell it means, both ways, and what is wrong with it."""

from desktop_app.counting import as_read
from desktop_app.language import say
from desktop_app.records.asking import Cell
from desktop_app.records.notices import Level
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.trying.known import Known
from desktop_app.web.trying.written import (
    day_in,
    day_text,
    day_words,
    exact_text,
    number_in,
    number_text,
    seconds_of,
)

ANY_DAY = "2024-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said beside a field, and what could stand in it instead."""

    level: Level
    text: str
    nearest: str = ""  # in full: what a model has seen lies not beyond it
    offer: str = ""  # what its button says


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The cell that the text in a field means, empty where it cannot be read, and what is said of it."""

    cell: Cell
    said: Said | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether it has to be mended before there is an answer."""
        return self.said is not None and self.said.level == "problem"


def read_cell(known: Known, text: str) -> Read:
    """Return what the text in the field of a column means."""
    match known.kind:
        case "number" if text.strip():
            return _read_number(known, text)
        case "date" if text.strip():
            return _read_day(known, text)
        case "kind":
            return Read(cell=_level(known, text) or None)
        case "text":
            return Read(cell=text.replace("\r\n", "\n") or None)
    return Read(cell=None)


def usual_text(known: Known) -> str:
    """Return what stands in a field at first: the middle number or day, or the most frequent value.

    Nothing where most cells are empty.
    """
    match "" if known.is_mostly_empty else known.kind:
        case "number":
            return number_text(known.median, known)
        case "date":
            return day_text(known.median, known)
        case "kind":
            return known.levels[0] if known.levels else ""
        case "text":
            return known.example
    return ""


def text_in(known: Known, cell: Cell) -> str:
    """Return the text for a field that means the cell."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    return day_text(cell, known) if known.kind == "date" else exact_text(cell)


def nearest_text(known: Known, text: str) -> str:
    """Return the value the model has seen that is nearest to the one in a field, or what stands there."""
    said = read_cell(known, text).said
    return said.nearest if said and said.nearest else text


def _read_number(known: Known, text: str) -> Read:
    try:
        number = number_in(text, known)
    except ValueError:
        said = text_of("why.try_not_number", {"value": text.strip()})
        return Read(cell=None, said=Said(level="problem", text=said))
    return Read(cell=number, said=_beyond(known, number, text.strip()))


def _read_day(known: Known, text: str) -> Read:
    try:
        day = day_in(text)
        seconds = seconds_of(day)
    except (ValueError, OverflowError):
        said = text_of("why.try_not_day", {"value": text.strip(), "example": usual_text(known) or ANY_DAY})
        return Read(cell=None, said=Said(level="problem", text=said))
    return Read(cell=day, said=_beyond(known, seconds, text.strip()))


def _beyond(known: Known, number: float, written: str) -> Said | None:
    """Return what is said of a number or a day that lies beyond all that the model has seen."""
    least, most = known.minimum, known.maximum
    if least is None or most is None or least <= number <= most:
        return None
    nearest = least if number < least else most

    def shown(end: float) -> str:
        return day_words(end, known) if known.kind == "date" else as_read(end, beside=(least, number, most))

    values = {"value": written, "column": known.name, "min": shown(least), "max": shown(most)}
    return Said(
        level="caution",
        text=text_of("why.try_outside", values),
        nearest=text_in(known, nearest),
        offer=say("Use {nearest}", {"nearest": shown(nearest)}),
    )


def _level(known: Known, text: str) -> str:
    """Return the value of a kind that a text means, as the table spells it where it does.

    Browsers send all ends of lines as those of Windows.
    """
    plain = text.replace("\r\n", "\n")
    if plain in known.levels:
        return plain
    by_lines = {level.replace("\r\n", "\n").replace("\r", "\n"): level for level in known.levels}
    by_letters = {level.strip().casefold(): level for level in reversed(known.levels)}
    return by_lines.get(plain) or by_letters.get(plain.strip().casefold(), plain)
