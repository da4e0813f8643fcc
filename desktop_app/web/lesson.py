"""The lesson: what a newcomer is told on each page of the example, until they end it."""

from flask import url_for

from desktop_app.errors import NotFoundError
from desktop_app.language import _, mark
from desktop_app.paths import bundled
from desktop_app.records.record import dataclass
from desktop_app.web.context import context
from desktop_app.web.rail import Here, Rail, Step
from desktop_app.web.sources import Source
from desktop_app.workspace.personal import LESSON, LESSON_OVER

EXAMPLE = "customers.csv"
NEW_ROWS = "customers-next-month.csv"
_TOLD: dict[Here, str] = {
    "data": mark(
        "Here are 1,500 made-up customers, one a row. Some of them have left. What was found in the table "
        "stands above the rows; every note can be looked into."
    ),
    "predict": mark(
        'Choose the column that you want to know for new rows: "left". Columns that cannot help are left '
        "out, and you are told why. Then press Learn."
    ),
    "learn": mark(
        "Several kinds of model learn from a part of the rows and are tested on the others, which they have "
        "never seen. You may stop at any time: the best so far is kept."
    ),
    "results": mark(
        "The first sentence says whether it can be trusted, beside the simplest guess. Further down stands "
        "when it is wrong, and what it looks at. One column gave the answer away, and was left out."
    ),
    "try_out": mark(
        "Change the number of support calls and see how the answer moves. Nothing is changed in your table."
    ),
    "apply": mark(
        "Here you bring next month's file: first it is checked, then each of its rows is answered. The "
        "example has one, too. When it is there, have its rows answered."
    ),
    "report": mark(
        "This is what you hand on. That was the lesson: your own files take the same seven steps."
    ),
}


_LATER = mark("The lesson comes to this page later: there is nothing on it yet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the lesson says on one page."""

    number: int
    of: int
    text: str
    next_title: str = ""
    next_address: str = ""
    new_rows: str = ""  # address that brings the new rows of the example


def is_offered() -> bool:
    """Whether this person has neither taken the lesson nor put it away."""
    return context().workspace.choices.get(LESSON) == ""


def example() -> Source:
    """Return the table of the lesson."""
    return Source(path=bundled("ui", "samples", EXAMPLE), name=EXAMPLE)


def new_rows() -> Source:
    """Return the new rows of the lesson."""
    return Source(path=bundled("ui", "samples", NEW_ROWS), name=NEW_ROWS)


def lesson_of(rail: Rail) -> Told | None:
    """Return what is told on a page of the lesson's table; nothing on any other."""
    place = next((place for place, step in enumerate(rail.steps) if step.is_here), None)
    if place is None or not _is_of(rail.table_id):
        return None
    here = rail.steps[place]
    missing = next((step for step in rail.steps[:place] if _is_open(step)), None)
    following = next(iter(rail.steps[place + 1 :]), None)
    way_on = missing or (None if _is_open(here) else following)
    has_rows = here.key == "apply" and not missing and not here.is_done
    return Told(
        number=place + 1,
        of=len(rail.steps),
        text=_(_LATER if missing else _TOLD[here.key]),
        next_title=way_on.title if way_on else "",
        next_address=way_on.address if way_on else "",
        new_rows=url_for("lesson.bring", table_id=rail.table_id) if has_rows else "",
    )


def _is_open(step: Step) -> bool:
    """Whether a step waits without which the later ones have nothing to show."""
    return step.key in ("predict", "learn") and not step.is_done


def _is_of(table_id: str) -> bool:
    kept = context().workspace.choices.get(LESSON)
    if not table_id or kept in ("", LESSON_OVER):
        return False
    try:
        return context().workspace.jobs.get(kept).subject == table_id
    except NotFoundError:
        return False
