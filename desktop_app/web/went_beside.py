"""New rows beside the old ones of a model: what its page tells of them."""

from dataclasses import replace

from desktop_app.records.compared_files import ComparedFile, WentBeside
from desktop_app.records.jsonable import from_json
from desktop_app.records.models import Preflight
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredCompared
from desktop_app.reports.answers_words import preflight_lines
from desktop_app.reports.beside_words import beside_lines, old_degree_text, others_text
from desktop_app.reports.names import fit_word
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import reason_texts
from desktop_app.web.matching import Matching, asked_of
from desktop_app.web.newer_rows import came_last


@dataclass(frozen=True, slots=True, kw_only=True)
class OddOne:
    """A new row that stands out."""

    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Went:
    """What came of new rows."""

    name: str
    fit: str
    doubts: tuple[str, ...]  # of how the file fits
    is_fine: bool = False
    others: str = ""  # that they are other rows
    lines: tuple[str, ...] = ()
    odd: tuple[OddOne, ...] = ()
    more: str = ""  # how many odd rows are not shown
    warnings: tuple[Notice, ...] = ()
    kinds: tuple[str, ...] = ()  # of file as which all rows can be saved
    matching: Matching | None = None


def went_beside(stored: StoredCompared) -> Went | None:
    """Return what came of the rows that were brought last; None where none were."""
    done = came_last(stored)
    return _told(from_json(WentBeside, done.result)) if done else None


def _told(went: WentBeside) -> Went:
    names = went.other_names
    matching = asked_of(names.preflight, names.free) if names else None
    if went.compared:
        return replace(_went(went, went.compared), matching=matching)
    fits = names.preflight if names else None
    doubts = _doubts(fits) if fits else ()
    return Went(name=went.name, fit=fit_word(fits) if fits else "", doubts=doubts, matching=matching)


def _doubts(fits: Preflight) -> tuple[str, ...]:
    return tuple(text for level, text in preflight_lines(fits) if level != "note")


def _went(went: WentBeside, compared: ComparedFile) -> Went:
    scoring = compared.scoring
    lines = beside_lines(compared)
    if compared.cautions:
        lines.append(text_of("kept_beside.cautions", {"count": compared.cautions}))
    odd = scoring.oddness.odd if scoring else ()
    more = scoring.oddness.count - len(odd) if scoring else 0
    doubts = _doubts(compared.preflight)
    is_fine = not doubts and not compared.are_others
    return Went(
        name=went.name,
        is_fine=is_fine,
        fit=text_of("fit.fits" if is_fine else "fit.caution"),
        others=others_text(compared),
        lines=tuple(lines),
        doubts=doubts,
        odd=tuple(
            OddOne(title=old_degree_text(row, scoring.usual), reasons=tuple(reason_texts(row)))
            for row in odd
            if scoring
        ),
        more=text_of("odd.more", {"count": more}) if more > 0 else "",
        warnings=compared.warnings,
        kinds=went.kinds,
    )
