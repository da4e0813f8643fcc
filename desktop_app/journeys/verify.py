"""Say whether a model file is whole and answers as before, and learn it again to compare."""

from dataclasses import replace
from pathlib import Path

from desktop_app.engine.training import train as learn
from desktop_app.journeys.like_model import read_as_then
from desktop_app.journeys.stages import staged
from desktop_app.journeys.train import READING, read_for_learning
from desktop_app.journeys.verify_compared import compared_again
from desktop_app.journeys.verify_forecast import check_table, forecast_again
from desktop_app.models.admission import admitted
from desktop_app.models.compared_file import open_compared_package
from desktop_app.models.forecast_file import open_forecast_package
from desktop_app.models.handover.holding import holding
from desktop_app.models.kinds import by_kind
from desktop_app.models.opening import OpenedModel, open_package
from desktop_app.models.package import Package, read_package
from desktop_app.models.repeating import compared, receipt_of
from desktop_app.models.saving import save_model
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.orders import MODEL_FILE
from desktop_app.records.verifying import LearnedAgain, Verified, VerifyOrder
from desktop_app.remote.connecting import hands_at, on_cluster

_READING = 0.1  # of the time


def verify(params: dict[str, JSON], folder: Path, report: Report) -> dict[str, JSON]:
    """Return what the model says of itself, and how it compares once it is learned again.

    Raises ModelError where it is refused, FileError where the file cannot be read, and DataError where it
    cannot be learned again from it.
    """
    order = from_json(VerifyOrder, params)
    found = admitted(Path(order.model), order.trust)
    package = found.package
    verified, again = by_kind(
        package,
        rows=lambda: _of_rows(order, package, folder, report),
        forecast=lambda: _of_forecast(order, package, folder, report),
        compared=lambda: _of_compared(order, package, folder, report),
    )
    verified = replace(verified, signed_by=found.signers, again=again)
    report(Progress(fraction=1.0, read=True))
    return to_json(verified)


_Both = tuple[Verified, LearnedAgain | None]


def _of_rows(order: VerifyOrder, package: Package, folder: Path, report: Report) -> _Both:
    opened = open_package(package)
    verified = _verified(package, opened.card.plan.seed, is_older=bool(opened.notices))
    return verified, _learned_again(order, package, opened, folder, report) if order.path else None


def _of_forecast(order: VerifyOrder, package: Package, folder: Path, report: Report) -> _Both:
    ahead = open_forecast_package(package)
    verified = _verified(package, ahead.card.found.asked.seed, is_older=bool(ahead.notices))
    return verified, forecast_again(order, package, ahead, folder, report) if order.path else None


def _of_compared(order: VerifyOrder, package: Package, folder: Path, report: Report) -> _Both:
    opened = open_compared_package(package)
    verified = _verified(package, opened.card.found.seed, is_older=bool(opened.notices))
    return verified, compared_again(order, package, opened, folder, report) if order.path else None


def _verified(package: Package, seed: int, *, is_older: bool) -> Verified:
    manifest = package.manifest
    return Verified(
        name=package.name,
        stored_answers=manifest.golden_rows,
        format=manifest.format,
        created=manifest.created,
        versions=manifest.versions,
        table=manifest.table,
        table_sha256=manifest.table_sha256,
        seed=seed,
        content=manifest.content,
        is_older=is_older,
    )


def _learned_again(
    order: VerifyOrder, package: Package, opened: OpenedModel, folder: Path, report: Report
) -> LearnedAgain:
    card = opened.card
    receipt, path = receipt_of(package.name, card), Path(order.path)
    check_table(path, package)
    read_as_then(path, card, folder, staged(report, 0.0, _READING))
    report(replace(READING, fraction=_READING, read=True))
    read = read_for_learning(folder, card.plan, 0, receipt)
    learning = staged(report, _READING, 1.0)
    with hands_at(order.cluster, order.threads, learning) as hands:
        trained = learn(
            read.frame,
            read.table,
            card.plan,
            folder,
            learning,
            threads=order.threads,
            again=receipt,
            holds=holding(card.plan.for_form),
            hands=hands,
        )
        told_of = on_cluster(hands)
    # Of the model before, nothing is learned again: what the file says of it stays.
    told = replace(trained.evaluation, lineage=card.evaluation.lineage)
    trained = read.noted(replace(trained, evaluation=told))
    again = folder / MODEL_FILE
    save_model(again, trained, read.table, card.plan, read.frame)
    return replace(compared(package, opened, read_package(again), trained.predictor), on_cluster=told_of)
