"""Write a model in a form that other programs use."""

import json
from collections.abc import Callable
from pathlib import Path

from desktop_app.engine.brought.model import Brought
from desktop_app.engine.model import Model
from desktop_app.errors import DataError
from desktop_app.models.applying import decimals_of
from desktop_app.models.handover.portable import packed, portable
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.records.decisions import Decision
from desktop_app.records.handover import FORM_NAMES, HandoverKind, HandoverOrder
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import Written
from desktop_app.reports.handover.fitting_words import UNHELD, practice_values
from desktop_app.reports.handover.page import page_of_model
from desktop_app.tables.out.placing import placed

_OPENED = 0.5  # of the time


def hand_over(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:  # noqa: ARG001 - as every journey
    """Return what was written; the file is then at `out`, whole.

    Raises ModelError where the model is refused, DataError where the form cannot hold it, and SaveError.
    """
    order = from_json(HandoverOrder, params)
    model = open_model(Path(order.model), order.trust)
    report(Progress(fraction=_OPENED, read=True))
    own = model.card.decision if order.own_decision else None
    try:
        content = _content(model, order.kind, order.decision or own)
    except DataError as error:
        raise _told(error, model, order.kind) from error
    with placed(Path(order.out)) as draft:
        draft.write_bytes(content)
    return to_json(Written(path=order.out, size=len(content)))


def _told(error: DataError, model: OpenedModel, kind: HandoverKind) -> DataError:
    """Return the failure; where the form cannot hold the model, with what it could hold instead."""
    if error.code not in UNHELD or kind not in FORM_NAMES:
        return error
    values = practice_values(model.card.evaluation, kind)
    return DataError(error.code, **{**error.values, **values, "table": model.card.table})


def _content(model: OpenedModel, kind: HandoverKind, decision: Decision | None) -> bytes:
    brought = model.predictor.model
    if isinstance(brought, Model) and brought.own is not None:
        raise DataError("each.handover")
    if isinstance(brought, Model) and brought.strangers is not None:
        raise DataError("each.handover_ranges", column=brought.strangers.column)
    return _as_it_came(brought, kind) if isinstance(brought, Brought) else _WRITERS[kind](model, decision)


def _as_it_came(model: Brought, kind: HandoverKind) -> bytes:
    """Return the graph of a model that was made elsewhere; raises DataError for any other form."""
    if kind != "onnx":
        raise DataError("brought.handover")
    return model.content


def _page(model: OpenedModel, decision: Decision | None) -> bytes:
    answers = json.dumps(packed(portable(model.predictor)))
    return page_of_model(model.card, answers, decision, decimals_of(model.card)).encode()


def _graph(model: OpenedModel, decision: Decision | None) -> bytes:
    """Return the ONNX graph; raises DataError where the model has none, or one that answers otherwise."""
    from desktop_app.models.handover.onnx.checked import answers_as
    from desktop_app.models.handover.onnx.model import described, onnx_of

    content: bytes = described(onnx_of(model.predictor, decision), model.card).SerializeToString()
    if not answers_as(content, model.predictor, model.card.schema):
        raise DataError("handover.differs")
    return content


def _workbook(model: OpenedModel, decision: Decision | None) -> bytes:
    """Return the workbook; raises DataError for a model that reads texts, or one that is too large."""
    from desktop_app.models.handover.workbook.cells import LEARNED, WORK
    from desktop_app.models.handover.workbook.whole import workbook_of
    from desktop_app.reports.handover.workbook_words import words_of_workbook

    words = words_of_workbook(model.card, decision, decimals_of(model.card), (LEARNED, WORK))
    return workbook_of(portable(model.predictor), words)


def _script(model: OpenedModel, decision: Decision | None) -> bytes:
    """Return the script; raises DataError where it could not learn as the model did."""
    from desktop_app.models.handover.script.facts import learning_of, reading_of
    from desktop_app.models.handover.script.whole import script_of
    from desktop_app.reports.handover.script_words import header_of

    card = model.card
    learning, reading = learning_of(card), reading_of(card)
    try:
        return script_of(model.predictor, learning, reading, header_of(card), decision).encode()
    except ValueError as error:
        raise DataError("handover.script_older") from error


_WRITERS: dict[HandoverKind, Callable[[OpenedModel, Decision | None], bytes]] = {
    "html": _page,
    "xlsx": _workbook,
    "onnx": _graph,
    "python": _script,
}
