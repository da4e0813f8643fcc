"""The seven steps as they are for questions about whole rows: most of them are parts of one page."""

from flask import url_for

from desktop_app.language import _, say_count
from desktop_app.records.stored import StoredTable
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.rail import Rail, Told, numbered
from desktop_app.web.row_questions import Key, kept
from desktop_app.workspace.moments import today


def rows_rail(key: Key, stored: StoredTable) -> Rail:
    """Return the rail of a table where it is asked which rows are alike, or odd."""
    context().workspace.forgetting.note_use(stored.id, today())
    found = kept(key, stored) is not None
    rows = say_count("{rows} row", "{rows} rows", stored.table.rows, {"rows": stored.table.rows})
    question = text_of("suggest.groups" if key == "alike" else "suggest.odd")
    names = _names(key)

    def part(anchor: str) -> str:
        return url_for("rows.of_table", table_id=stored.id, key=key, _anchor=anchor)

    steps: tuple[Told, ...] = (
        ("data", _("Your data"), url_for("data.of_table", table_id=stored.id), rows, True),
        ("predict", names[0], url_for("predict.of_table", table_id=stored.id), question, True),
        ("learn", names[1], part("columns"), "", found),
        ("results", _("Results"), part("found"), "", False),
        ("try_out", names[2], part("groups" if key == "alike" else "odd"), "", _is_looked_at(key, stored)),
        ("apply", names[3], part("save"), "", False),
        ("report", _("Report"), part("report"), "", False),
    )
    return numbered(stored.name, steps, "results" if found else "learn", stored.id)


def _is_looked_at(key: Key, stored: StoredTable) -> bool:
    """Return whether a person has said something of what was found; groups have no marks."""
    return key == "odd" and bool(stored.marks)


def _names(key: Key) -> tuple[str, str, str, str]:
    if key == "alike":
        return _("What to ask"), _("Find groups"), _("Describe the groups"), _("Save rows")
    return _("What to ask"), _("Find odd rows"), _("Look at the oddest"), _("Save rows")
