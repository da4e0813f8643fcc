"""Forms that cannot hold a model: why, and one that could be learned instead; and what came of that."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop_app.language import say
from desktop_app.records.handover import FORM_NAMES, NarrowForm
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.reports.handover.fitting_words import UNHELD, for_form_lines, practice_text
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.orders import free_name, name_for, order_training
from desktop_app.web.rail import table_of
from desktop_app.web.sharing import JOURNEY

NO_TEXTS, TOO_LARGE = UNHELD
_READS_TEXTS = "TfidfVectorizer"  # one of the parts of such a model


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is said beside a form that cannot hold a model, and what a button says that learns another one."""

    lines: tuple[str, ...]
    button: str  # none where there is nothing to learn from


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFor:
    """What a result says of a model that was learned for a form."""

    lines: tuple[str, ...]
    first_id: str  # the model of the same plan that need not fit, if it is still here


def offers_of(training: StoredTraining) -> Mapping[str, Offer]:
    """Return what is offered beside each form of which it is known that it cannot hold the model."""
    if training.evaluation is None or training.evaluation.is_brought:
        return {}
    found = {form: _unheld(training, training.evaluation, form) for form in FORM_NAMES}
    return {form: _offer(training, training.evaluation, form, why) for form, why in found.items() if why}


def order_for_form(training: StoredTraining, form: NarrowForm) -> StoredTraining:
    """Learn from the same table what the form can hold."""
    called = training.name.removesuffix(name_for("", training.plan.for_form))
    name = free_name(training.table_id, name_for(called, form))
    return order_training(training.table_id, replace(training.plan, for_form=form), name=name)


def learned_for(training: StoredTraining) -> LearnedFor | None:
    """Return what a result says of the form that it was learned for; nothing where it was for none."""
    evaluation = training.evaluation
    if evaluation is None or not training.plan.for_form:
        return None
    first = _first(training)
    lines = for_form_lines(evaluation, training.plan, first.evaluation if first else None)
    return LearnedFor(lines=lines, first_id=first.id if first else "")


def _first(training: StoredTraining) -> StoredTraining | None:
    """Return the newest model of the same table and plan, but for the form."""
    plan = replace(training.plan, for_form="")
    learned = context().workspace.trainings.of_table(training.table_id)
    return next((one for one in learned if one.evaluation and one.plan == plan), None)


def _unheld(training: StoredTraining, evaluation: Evaluation, form: NarrowForm) -> str:
    """Return why a form cannot hold a model, as far as that is known: of its size, once it was tried."""
    if _reads_texts(training, evaluation):
        return NO_TEXTS
    tried = [one for one in context().workspace.jobs.list(JOURNEY, training.id) if one.params["kind"] == form]
    is_too_large = any(one.problem and one.problem.code == TOO_LARGE for one in tried)
    return TOO_LARGE if is_too_large else ""


def _reads_texts(training: StoredTraining, evaluation: Evaluation) -> bool:
    from desktop_app.models.card import read_card  # late: no page of the start needs it

    if any(one.chosen and one.name == "rule" for one in evaluation.candidates):
        return False  # it speaks of no words, whatever was made ready for it
    return any(_READS_TEXTS in one for one in read_card(Path(training.model)).estimator_types)


def _offer(training: StoredTraining, evaluation: Evaluation, form: NarrowForm, why: str) -> Offer:
    values = {"form": FORM_NAMES[form]}
    if why == NO_TEXTS:
        instead = text_of("fitting.without_texts")
    else:
        instead = practice_text(evaluation, form) or text_of("fitting.untried", values)
    stored = table_of(training)
    if stored is None:
        return Offer(lines=(text_of(why), text_of("fitting.gone", values)), button="")
    types = {column.name: column.type for column in stored.table.columns}
    if all(types.get(name) == "text" for name in evaluation.features):
        return Offer(lines=(text_of(why), text_of("fitting.only_texts")), button="")
    return Offer(lines=(text_of(why), instead), button=say("Learn one for {form}", values))
