"""What the first page lists: the tables and models of the workspace, newest first."""

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from flask import url_for

from desktop_app.language import _, date, say, say_count
from desktop_app.records.handover import FORM_NAMES
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredAnswers, StoredTable, StoredTraining
from desktop_app.reports.names import job_title
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import question_title
from desktop_app.reports.table_size import size_words
from desktop_app.reports.truth_words import HOLDING, holds_word, is_promised, right_text
from desktop_app.reports.verdict_words import TONES
from desktop_app.web.context import context
from desktop_app.web.learning import learning_of
from desktop_app.web.planning import effort_words

MOST_NAMED = 3  # columns that were left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One table or model in a list."""

    id: str
    name: str
    address: str
    facts: tuple[str, ...]
    badge: str = ""
    tone: str = ""
    badge_address: str = ""  # of the page that says more of it
    told: str = ""  # its name with what tells it apart from others of that name
    is_other: bool = False  # a model that answers no rows


def table_things() -> tuple[Thing, ...]:
    """Return the tables of the workspace."""
    tables = context().workspace.tables.list()
    names = Counter(stored.name for stored in tables)
    return tuple(_table_thing(stored, is_alone=names[stored.name] == 1) for stored in tables)


def model_things() -> tuple[Thing, ...]:
    """Return the models without a table here; the others are found with theirs."""
    tables = {stored.id for stored in context().workspace.tables.list()}
    trainings = context().workspace.trainings.list()
    return tuple(
        model_thing(one, name_table=True)
        for one in trainings
        if one.evaluation and one.table_id not in tables
    )


def model_thing(training: StoredTraining, *, name_table: bool = False) -> Thing:
    """Return one model as a list shows it."""
    learned, state = training.evaluation, _state(training)
    asked = question_title(learned) if learned else ""
    made = (text_of("brought.elsewhere"),) if training.is_brought else _learned_so(training.plan)
    facts = (asked, training.table_name * name_table, *made, when(training.created))
    return Thing(
        id=training.id,
        name=training.name,
        address=url_for("results.of_training", training_id=training.id),
        facts=tuple(fact for fact in facts if fact),
        badge=state.words or _("Not finished"),
        tone=state.tone,
    )


def answers_things(brought: Sequence[StoredAnswers]) -> list[Thing]:
    """Return new files of one model, newest first; of those with one name, the older ones are marked."""
    names = [one.name for one in brought]
    return [_answers_thing(one, is_older=one.name in names[:place]) for place, one in enumerate(brought)]


def _answers_thing(stored: StoredAnswers, *, is_older: bool) -> Thing:
    rows = say_count("{rows} row", "{rows} rows", stored.table.rows, {"rows": stored.table.rows})
    truth = stored.answers.truth if stored.answers else None
    answered = _("Answered") if stored.answers else _("Not answered yet")
    older = [_("an earlier file of this name")] if is_older else []
    told = truth if truth and is_promised(truth) else None
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("apply.show", answers_id=stored.id),
        facts=(rows, when(stored.created), *older, *([right_text(truth)] if truth else [])),
        badge=holds_word(told) if told else answered,
        tone=HOLDING[told.holds] if told else "good" if stored.answers else "",
    )


def _table_thing(stored: StoredTable, *, is_alone: bool) -> Thing:
    """Return a table as a list shows it; *is_alone*: there is no other one of its name."""
    rows, columns = stored.table.rows, len(stored.table.columns)
    size = say("{rows}, {columns}", size_words(rows, columns))
    latest = context().workspace.trainings.latest(stored.id)
    state = _state(latest) if latest else _State()
    facts = (size, when(stored.created)) if is_alone else (size, *_told_apart(stored))
    return Thing(
        id=stored.id,
        name=stored.name,
        address=url_for("data.of_table", table_id=stored.id),
        facts=facts,
        told="" if is_alone else ", ".join((stored.name, *facts)),
        badge=state.words,
        tone=state.tone,
        badge_address=state.address,
    )


def _told_apart(stored: StoredTable) -> tuple[str, ...]:
    """Return when a table was opened, to the second, and the folder of the file that is the person's own."""
    moment = datetime.datetime.fromisoformat(stored.created).astimezone()
    opened = say("opened {moment}", {"moment": f"{date(moment)}{moment::%S}"})
    file = Path(stored.source)
    if file.name != stored.table.name or not file.parent.name:  # a copy of ours has no such name
        return (opened,)
    return opened, say('from "{folder}"', {"folder": file.parent.name})


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """How far a training is, in a word or two; no words where it came to nothing."""

    words: str = ""
    tone: str = ""
    address: str = ""  # of the page where it can be watched


def _state(training: StoredTraining) -> _State:
    if training.evaluation:
        level = training.evaluation.verdict.level
        return _State(words=text_of(f"verdict.level.{level}"), tone=TONES[level])
    learning = learning_of(training)
    if learning.is_over:
        return _State()
    words = job_title(learning.watch.journey)
    if learning.phase in ("running", "testing"):
        words = say("{what}, {percent}%", {"what": words, "percent": learning.watch.percent})
    return _State(words=words, tone="accent", address=url_for("learn.of_training", training_id=training.id))


def _learned_so(plan: TrainingPlan) -> tuple[str, ...]:
    """Return what tells two models of one question apart: how careful, what was left out, what was wanted."""
    without = plan.exclude
    if len(without) > MOST_NAMED:
        left_out = say_count("without {n} column", "without {n} columns", len(without), {"n": len(without)})
    else:
        left_out = say("without {names}", {"names": without}) if without else ""
    rule = _("a rule on one page") if plan.readable else ""
    form = say("for {form}", {"form": FORM_NAMES[plan.for_form]}) if plan.for_form else ""
    return effort_words(plan.budget), left_out, rule, form, _("by what mistakes cost") if plan.costs else ""


def when(moment: str) -> str:
    """Return a stored moment in the person's own time."""
    return date(datetime.datetime.fromisoformat(moment).astimezone())
