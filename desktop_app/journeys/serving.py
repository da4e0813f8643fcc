"""Hold a model open and answer many rows at once: cells, or whole tables as `predict` answers them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from threadpoolctl import ThreadpoolController

from desktop_app.journeys.journey import Serving
from desktop_app.journeys.predict_file import answer_file
from desktop_app.journeys.served_rows import RefusedRowsError, read_rows
from desktop_app.models.admission import admitted
from desktop_app.models.many_rows import RowAnswers, answer_rows
from desktop_app.models.opening import OpenedModel, open_admitted
from desktop_app.records.jobs import Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.models import ModelCard
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.serving import AskRows, RowsAnswered, ServedColumn, ServedModel, ServeOrder
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.verdict_words import verdict_words
from desktop_app.tables.duck import sharing

LONGEST_TEXT = 256 * 1024  # letters of an answer that goes as a message; longer ones go as files
_FEW = 500  # rows: to wake a second thread for each tree takes longer than these take


def open_for_service(params: dict[str, JSON], folder: Path, _report: Report) -> Serving:
    """Return what answers rows with a model. Raises ModelError and PolicyError where it is refused."""
    order = from_json(ServeOrder, params)
    path = Path(order.model)
    found = admitted(path, order.trust)
    model = open_admitted(found)
    return _Served(model, folder, order, _told(path, model.card, signed=bool(found.signers))).answer


class _Served:
    """An open model and the folder in which its rows come and its answers go."""

    def __init__(self, model: OpenedModel, folder: Path, order: ServeOrder, told: ServedModel) -> None:
        self._model, self._folder, self._order, self._told = model, folder, order, told
        self._threads = ThreadpoolController()

    def answer(self, question: AskRows) -> RowsAnswered:
        """Return what was asked for. Raises DataError and FileError for a table that cannot be answered."""
        match question.form:
            case "model":
                return RowsAnswered(text=_text(to_json(self._told)))
            case "json":
                return self._rows(question)
            case "table":
                return self._table(question)

    def _rows(self, question: AskRows) -> RowsAnswered:
        text = question.text
        if question.file:
            text = (self._folder / question.file).read_text(encoding="utf-8")
        try:
            rows, columns = read_rows(text, self._told.columns, question.most)
        except RefusedRowsError as error:
            return RowsAnswered(refusal=error.refusal)
        with self._threads_for(len(rows)):
            found = answer_rows(self._model, rows, columns, notice_text)
        answer = f'{{"predictions":[{",".join(_items(found, self._model.card.schema.classes))}]}}'
        told = RowsAnswered(rows=len(rows), cautions=sum(map(bool, found.cautions)))
        if len(answer) <= LONGEST_TEXT:
            return RowsAnswered(text=answer, rows=told.rows, cautions=told.cautions)
        (self._folder / question.out).write_text(answer, encoding="ascii")
        return told

    def _table(self, question: AskRows) -> RowsAnswered:
        path, out = self._folder / question.file, self._folder / question.out
        order = PredictFileOrder(
            model=self._order.model, path=str(path), out=str(out), threads=self._order.threads
        )
        with sharing(path.parent):
            answers = answer_file(self._model, order, path.parent, lambda _: None).answers
        return RowsAnswered(rows=answers.rows, cautions=answers.cautions)

    @contextmanager
    def _threads_for(self, rows: int) -> Iterator[None]:
        """Compute on so many threads; sums of matrices on one, since their order tells."""
        few = rows <= _FEW
        with (
            self._threads.limit(limits=1, user_api="blas"),
            self._threads.limit(limits=1 if few else self._order.threads, user_api="openmp"),
        ):
            yield


def _items(found: RowAnswers, classes: tuple[str, ...]) -> Iterator[str]:
    """Yield the answer to each row as JSON: one by one through `json` would take three times as long."""
    written = {caution: _text(caution) for caution in set(found.cautions)}
    cautions = [written[caution] for caution in found.cautions]
    if not classes:
        nothing = ["null"] * len(found.answers)
        lows, highs = list(map(repr, found.low)) or nothing, list(map(repr, found.high)) or nothing
        for answer, low, high, caution in zip(found.answers, lows, highs, cautions, strict=True):
            yield f'{{"prediction":{answer!r},"low":{low},"high":{high},"caution":{caution}}}'
        return
    kinds = {name: _text(name) for name in classes}
    names = [f"{_text(name)}:" for name in classes]
    for answer, chances, caution in zip(found.answers, found.chances, cautions, strict=True):
        told = ",".join([name + repr(chance) for name, chance in zip(names, chances, strict=True)])
        yield f'{{"prediction":{kinds[answer]},"probabilities":{{{told}}},"caution":{caution}}}'


def _told(path: Path, card: ModelCard, *, signed: bool) -> ServedModel:
    """Return what a service says of a model: nothing of single rows, and no value but those it answers."""
    schema, evaluation, decision = card.schema, card.evaluation, card.decision
    words = verdict_words(evaluation)
    return ServedModel(
        name=path.stem,
        target=schema.target,
        task=schema.task,
        classes=schema.classes,
        columns=tuple(ServedColumn(name=one.name, type=one.type, unit=one.unit) for one in schema.features),
        created=card.created,
        learned_rows=None if evaluation.is_brought else evaluation.learned_rows,
        level=words.level,
        sentence=words.sentence,
        score=evaluation.score if evaluation.is_tested else None,
        decision={"value": decision.value, "chance": decision.chance} if decision else None,
        signed=signed,
    )


def _text(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))
