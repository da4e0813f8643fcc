"""What a button does with the row that is tried: back, as usual, a value, a row of the table."""

import json
from collections.abc import Callable

from werkzeug.datastructures import MultiDict

from desktop_app.errors import AppError
from desktop_app.records.asking import Ask
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.amounts import amount_in
from desktop_app.web.trying.asking import Subject, ask
from desktop_app.web.trying.cells import nearest_text, text_in
from desktop_app.web.trying.trial import Origin, Trial, changed, read_trial, undone, usual_trial

_Form = MultiDict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The row after a button was pressed, and what is said where that could not be done."""

    trial: Trial
    said: str = ""


def outcome_of(subject: Subject, form: _Form) -> Outcome:
    """Return the row that a form holds, after what its button does."""
    trial = read_trial(form, subject.shown)
    if "use" in form:
        return _nearest(subject, trial, form["use"])
    if "fill" in form:
        return _filled(trial, form["fill"])
    act = _ACTS.get(form.get("act", ""))
    return act(subject, trial, form) if act else Outcome(trial=trial)


def _undo(_subject: Subject, trial: Trial, _form: _Form) -> Outcome:
    return Outcome(trial=undone(trial))


def _reset(subject: Subject, trial: Trial, _form: _Form) -> Outcome:
    return Outcome(trial=changed(trial, usual_trial(subject.shown).texts, origin=Origin()))


def _nearest(subject: Subject, trial: Trial, key: str) -> Outcome:
    """Put the nearest value that the model has seen in place of one beyond."""
    known = next((one for one in subject.shown if one.key == key), None)
    if known is None:
        return Outcome(trial=trial)
    return Outcome(trial=changed(trial, {key: nearest_text(known, trial.texts[key])}))


def _filled(trial: Trial, text: str) -> Outcome:
    """Put in place what was found to turn the answer."""
    try:
        texts = json.loads(text)
    except (ValueError, RecursionError):
        texts = None
    if not isinstance(texts, dict):
        return Outcome(trial=trial)
    return Outcome(trial=changed(trial, {key: str(value) for key, value in texts.items()}))


def _from_row(subject: Subject, trial: Trial, form: _Form) -> Outcome:
    written = amount_in(form.get("row", ""))
    return _row(subject, trial, int(written) if written and written.is_integer() else 0)


def _earlier(subject: Subject, trial: Trial, _form: _Form) -> Outcome:
    return _row(subject, trial, max(1, trial.origin.row - 1))


def _later(subject: Subject, trial: Trial, _form: _Form) -> Outcome:
    return _row(subject, trial, min(subject.rows, trial.origin.row + 1))


def _row(subject: Subject, trial: Trial, row: int) -> Outcome:
    """Put the cells of a row of the table into the fields; *row* is as a person counts."""
    if not 1 <= row <= subject.rows:
        said = text_of("why.no_row", {"row": row, "rows": subject.rows}) if subject.rows else ""
        return Outcome(trial=trial, said=said)
    try:
        reply = ask(subject, Ask(about="row", cells={}, row=row - 1))
    except AppError as error:
        return Outcome(trial=trial, said=f"{error.message} {error.hint}")
    cells = reply.cells or {}
    texts = {known.key: text_in(known, cells.get(known.name)) for known in subject.shown}
    return Outcome(trial=changed(trial, texts, origin=Origin(row=row, real=reply.answer)))


_ACTS: dict[str, Callable[[Subject, Trial, _Form], Outcome]] = {
    "undo": _undo,
    "reset": _reset,
    "row": _from_row,
    "earlier": _earlier,
    "later": _later,
}
