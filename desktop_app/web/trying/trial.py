"""A row that is being made up: what stands in its fields, and the steps that lead back.

All of it travels in the form itself, so that nothing is kept here and going back works without scripts too.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from werkzeug.datastructures import MultiDict

from desktop_app.records.asking import Cell
from desktop_app.records.jsonable import from_json, to_json
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.trying.cells import read_cell, usual_text
from desktop_app.web.trying.known import Known

MOST_STEPS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The row of the table that a person started from, and what really came of it."""

    row: int = 0  # as a person counts; 0 where it was none
    real: str = ""  # as the file has it; empty where that is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a change has put something else in place of: texts by field, and where they were from."""

    back: dict[str, str]
    origin: Origin = Origin()
    visit: str = ""  # changes of one field while the person stays in it are one step


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The texts in the fields, the steps that led to them, the newest last, and where they began."""

    texts: dict[str, str]
    steps: tuple[Step, ...] = ()
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What the form carries of the moment at which it was answered last."""

    texts: dict[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    origin: Origin = Origin()


def usual_trial(fields: Sequence[Known]) -> Trial:
    """Return the row that is usual: the middle of each number, and the most frequent values."""
    return Trial(texts={known.key: usual_text(known) for known in fields})


def read_trial(form: MultiDict[str, str], fields: Sequence[Known]) -> Trial:
    """Return the row that a form holds; what was changed in it since it was answered last is a step."""
    before = _before(form.get("before", ""))
    usual = usual_trial(fields).texts
    was = Trial(
        texts={key: before.texts.get(key, text) for key, text in usual.items()},
        steps=before.steps[-MOST_STEPS:],
        origin=before.origin,
    )
    return changed(was, {key: form.get(key, text) for key, text in was.texts.items()}, form.get("visit", ""))


def before_text(trial: Trial) -> str:
    """Return what the form has to carry to know all this again."""
    return json.dumps(to_json(_Before(texts=trial.texts, steps=trial.steps, origin=trial.origin)))


def changed(
    trial: Trial, texts: Mapping[str, str], visit: str = "", *, origin: Origin | None = None
) -> Trial:
    """Return the row with other texts, and a step that leads back; *origin*: where all of them are from."""
    back = {
        key: text for key, text in trial.texts.items() if key in texts and _lines(texts[key]) != _lines(text)
    }
    now = trial.origin if origin is None else origin
    if not back and now == trial.origin:
        return trial
    last = trial.steps[-1] if trial.steps else None
    if visit and last and last.visit == visit and last.back.keys() == back.keys() and len(back) == 1:
        steps = trial.steps
    else:
        steps = (*trial.steps, Step(back=back, origin=trial.origin, visit=visit))[-MOST_STEPS:]
    new = {key: texts.get(key, text) for key, text in trial.texts.items()}
    return Trial(texts=new, steps=steps, origin=now)


def undone(trial: Trial) -> Trial:
    """Return the row as it was one step before; the same where there is none."""
    if not trial.steps:
        return trial
    *steps, last = trial.steps
    texts = {key: last.back.get(key, text) for key, text in trial.texts.items()}
    return replace(trial, texts=texts, steps=tuple(steps), origin=last.origin)


def cells_of(trial: Trial, known: Sequence[Known]) -> dict[str, Cell]:
    """Return the cells of the row by column; those that have no field are as usual."""
    return {one.name: read_cell(one, trial.texts.get(one.key, usual_text(one))).cell for one in known}


def mend_text(trial: Trial, fields: Sequence[Known]) -> str:
    """Return what has to be mended before there is an answer; nothing where all can be read."""
    wrong = sum(read_cell(known, trial.texts[known.key]).is_wrong for known in fields)
    return text_of("why.try_mend", {"count": wrong}) if wrong else ""


def _before(text: str) -> _Before:
    try:
        return from_json(_Before, json.loads(text))
    except (TypeError, ValueError, RecursionError):
        return _Before()  # the page was opened by an older program


def _lines(text: str) -> str:
    """Return a text with the ends of lines that any browser would send."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
