"""Whether what was promised held in one file after the other, where files say themselves what is right."""

from collections.abc import Sequence

from desktop_app.records.models import Truth
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.truth_words import is_promised


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFile:
    """A file that was brought to a model, and how right it was there."""

    name: str
    day: str  # on which it was brought
    truth: Truth


def held_text(files: Sequence[HeldFile]) -> str:
    """Return whether the promise still holds, or since which of the files, the oldest first, it does not."""
    if not any(is_promised(file.truth) for file in files):
        return text_of("held.unpromised", {"count": len(files)})
    telling = [file for file in files if file.truth.holds != "few"]
    worse = [file for file in telling if file.truth.holds == "worse"]
    if not telling:
        return text_of("held.few")
    if not worse:
        return text_of("held.fits", {"count": len(telling)})
    if telling[-1].truth.holds == "fits":
        values = {"file": telling[-1].name, "count": len(worse), "files": len(telling)}
        return text_of("held.again", values)
    since = _since(telling)
    code = "brought.held_worse" if since.truth.is_brought else "held.worse"
    return text_of(code, {"file": since.name, "day": since.day})


def _since(telling: Sequence[HeldFile]) -> HeldFile:
    """Return the first of the last files that are all worse."""
    last = [file.truth.holds for file in telling]
    before = max((place for place, holds in enumerate(last) if holds == "fits"), default=-1)
    return telling[before + 1]
