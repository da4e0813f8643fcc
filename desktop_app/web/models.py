"""The page of all models, and what is said of one that comes as a file, as the templates show them."""

import datetime
from collections.abc import Sequence
from typing import Any, get_args

from flask import request, url_for

from desktop_app.language import _, date, say
from desktop_app.records.model_files import Looked
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.stored import StoredTraining
from desktop_app.records.watched import StoredWatch
from desktop_app.reports.compare_words import score_text
from desktop_app.reports.measured import measured_range
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.result_words import question_title
from desktop_app.reports.trust_words import signature_text
from desktop_app.reports.verdict_words import TONES
from desktop_app.web.again import learned_before
from desktop_app.web.comparing import why_not
from desktop_app.web.context import context
from desktop_app.web.other_models import other_thing, others_with
from desktop_app.web.recent import Thing, when
from desktop_app.web.undo import Undo, asked_undo
from desktop_app.web.uses import use_texts
from desktop_app.workspace.models import ListedModel, Order

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsPage:
    """All that the page shows."""

    things: tuple[Thing, ...]
    search: str
    orders: tuple[tuple[Order, str], ...]  # by which the list can be sorted, and how each is called
    order: Order
    count: str  # how many are found of how many
    more: str  # that there are others than those that are shown
    is_empty: bool  # there is no model at all
    can_compare: bool  # there are two
    undo: Undo | None
    said: str  # why two cannot be compared

    @property
    def place(self) -> dict[str, Any]:
        """Return what the address says of the list, for what leads back to it."""
        return {"search": self.search or None, "order": None if self.order == "day" else self.order}


def models_page() -> ModelsPage:
    """Return the models that the address of this page asks for."""
    search, asked = request.args.get("search", "")[:200], request.args.get("order")
    order: Order = next((one for one in get_args(Order) if one == asked), "day")
    watches = context().workspace.watches.list()
    shelf = context().workspace.models.find(search, order, MOST_SHOWN)
    found, all_others = others_with(search), context().workspace.others.list()
    names = {*shelf.names, *({one.name for one in shelf.models} & {one.name for one in found})}
    others = [(one.created, other_thing(one)) for one in found]
    rows = [(one.created, _thing(one, watches, is_alone=one.name not in names)) for one in shelf.models]
    return ModelsPage(
        things=_in_order(rows, others, order)[:MOST_SHOWN],
        search=search,
        orders=(("day", _("Newest first")), ("name", _("By name")), ("score", _("Best first"))),
        order=order,
        count=_count(shelf.found + len(found), shelf.of + len(all_others)),
        more=text_of("model.more", {"shown": MOST_SHOWN}) if shelf.found + len(found) > MOST_SHOWN else "",
        is_empty=shelf.of + len(all_others) == 0,
        can_compare=shelf.of > 1,
        undo=asked_undo(".undo_delete", "model_id")
        or asked_undo("others.undo_delete", "other_id")
        or _renamed(),
        said=said_of_pair(),
    )


def _in_order(
    rows: list[tuple[str, Thing]], others: list[tuple[str, Thing]], order: Order
) -> tuple[Thing, ...]:
    """Return both kinds in one order; scores of other kinds cannot be compared, so these come last."""
    together = [*rows, *others]
    if order == "day":
        together.sort(key=lambda one: one[0], reverse=True)
    elif order == "name":
        together.sort(key=lambda one: one[1].name.casefold())
    return tuple(thing for _moment, thing in together)


def _count(found: int, of: int) -> str:
    return text_of("model.all" if found == of else "model.found", {"found": found, "count": of})


def said_of_pair() -> str:
    """Return why the two models that the address names cannot be compared on the same rows, if that is so."""
    pair = request.args.getlist("pair")
    if len(set(pair)) != 2:
        return text_of("compare.pick_two") if "pair" in request.args or "compare" in request.args else ""
    first, second = (context().workspace.trainings.get(one) for one in pair)
    names = {"a": first.name, "b": second.name}
    if first.origin or second.origin:
        return text_of("compare.came_as_file", names)
    if not first.table_id or not second.table_id:
        return text_of("compare.table_gone", names)
    if first.table_id != second.table_id:
        return text_of("compare.other_tables", names)
    problem = why_not(first, second)
    return f"{problem.message} {problem.hint}" if problem else ""


def compared_when_learned() -> str:
    """Return the newer of two ticked models that was learned again from the other: its results compare them.

    Nothing where neither was, or where the two learned from one table and can be compared like any others.
    """
    pair = request.args.getlist("pair")
    if len(set(pair)) != 2:
        return ""
    first, second = (context().workspace.trainings.get(one) for one in pair)
    if first.table_id == second.table_id:
        return ""
    ways = ((first, second), (second, first))
    return next((newer.id for newer, older in ways if learned_before(newer) == older.id), "")


def asked_words(looked: Looked) -> tuple[str, ...]:
    """Return what a model file says of itself, in sentences."""
    told = {
        "version": looked.version,
        "date": day_text(looked.made),
        "rows": looked.rows,
        "file": looked.table,
        "target": looked.target,
    }
    reads = {"count": len(looked.columns), "columns": list(looked.columns)}
    said = [notice_text(notice) for notice in looked.notices]
    if not any(notice.code in ("model.signed", "model.unsigned") for notice in looked.notices):
        said.append(signature_text(()))  # where nobody is trusted, no signature says who it is from
    ask = {
        "rows": "brought.ask" if looked.is_brought else "model.ask",
        "forecast": "ahead.ask",
        "compared": "kept_beside.ask_odd" if looked.target == "odd" else "kept_beside.ask_groups",
    }
    asked = text_of(ask[looked.kind], told)
    return (asked, text_of("model.reads", reads), *said)


def day_text(moment: str) -> str:
    """Return the day that a file says it was made; what is no moment is shown as it stands."""
    try:
        return date(datetime.datetime.fromisoformat(moment).astimezone())[:10]
    except (ValueError, OverflowError):
        return moment


def came_words(training: StoredTraining) -> tuple[str, ...]:
    """Return where a model comes from that was not learned here, and what opening it said."""
    origin = training.origin
    if origin is None:
        return ()
    file = training.table_name if training.is_brought else origin.file
    told = {"file": file, "version": origin.version, "date": day_text(origin.made)}
    return (
        text_of("brought.came" if training.is_brought else "model.came", told),
        *(notice_text(notice) for notice in origin.notices),
    )


def _thing(listed: ListedModel, watches: Sequence[StoredWatch], *, is_alone: bool) -> Thing:
    """Return one model as the list shows it; *is_alone*: no other one that is found has its name."""
    evaluation, level = listed.evaluation, listed.evaluation.verdict.level
    moment = datetime.datetime.fromisoformat(listed.created).astimezone()
    day = when(listed.created) if is_alone else f"{date(moment)}{moment::%S}"
    source = _source(listed)
    before = text_of("again.origin", {"name": evaluation.lineage.name}) if evaluation.lineage else ""
    used = use_texts(listed, watches)
    facts = (question_title(evaluation), source, before, _score(evaluation), day, *used)
    return Thing(
        id=listed.id,
        name=listed.name,
        address=url_for("results.of_training", training_id=listed.id),
        facts=tuple(fact for fact in facts if fact),
        told="" if is_alone else f"{listed.name}, {day}",
        badge=text_of(f"verdict.level.{level}"),
        tone=TONES[level],
    )


def _source(listed: ListedModel) -> str:
    """Return the table that a model learned from, or the file as which it came."""
    if listed.evaluation.is_brought:
        return text_of("brought.origin", {"file": listed.table_name})
    if listed.origin:
        return text_of("model.origin", {"file": listed.origin.file})
    return say("{table}", {"table": listed.table_name})


def _score(evaluation: Evaluation) -> str:
    """Return how good a model is, with its range; nothing where nobody tested it."""
    if not evaluation.is_tested:
        return ""
    low, high = measured_range(evaluation)
    return text_of("model.range", {"score": score_text(evaluation), "low": low, "high": high})


def _renamed() -> Undo | None:
    """Return what the address says was renamed, if anything, and the way back."""
    renamed, was = request.args.get("renamed", ""), request.args.get("was", "")
    if not renamed or not was:
        return None
    other = next((one for one in context().workspace.others.list() if one.id == renamed), None)
    name = other.name if other else context().workspace.trainings.get(renamed).name
    back = url_for(
        "others.rename" if other else ".rename", model_id=renamed, undone=1, list=1 if other else None
    )
    told = {"was": was, "name": name}
    return Undo(sentence=text_of("model.renamed", told), address=back, fields={"name": was})
