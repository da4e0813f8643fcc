"""Let the workers of a cluster answer files on storage that they see."""

import secrets
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from desktop_app.engine.workshop import Hands
from desktop_app.errors import AppError, UsageError
from desktop_app.journeys.answer_large import Many, answered_large
from desktop_app.journeys.shared_file import answered_shared
from desktop_app.journeys.shared_work import PROBE, SharedWork, sight_of
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice, Value
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder, NotAnswered, SharedFile
from desktop_app.remote.connecting import hands_at, on_cluster

LARGE = 16 * 1024**2  # bytes: a smaller file is answered as fast by one alone


def answer_there(params: dict[str, JSON], _folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of each file; the answers are then in their places, each whole.

    Raises UsageError where a worker does not see the files, or may not write there, before one is answered;
    and what `hands_at` raises.
    """
    order = from_json(AnswerThereOrder, params)
    if order.cluster:
        values: dict[str, Value] = {"address": order.cluster.address}
        report(Progress(fraction=0.0, notice=Notice(code="dask.asking", values=values)))
    with hands_at(order.cluster, order.threads, report, "read") as hands:
        _check_sight(order, hands)
        return to_json(_answered(order, hands, report))


def _answered(order: AnswerThereOrder, hands: Hands, report: Report) -> AnsweredThere:
    work = SharedWork(
        model=Path(order.order.model).read_bytes(),
        order=replace(order.order, trust=order.trust, threads=1, cluster=None),
        draft=order.draft,
        force=order.force,
        language=order.language,
    )
    places, count, told = max(1, hands.places), len(order.files), _Told(order.files, report)
    with (
        ThreadPoolExecutor(places, thread_name_prefix="waiting") as waiting,
        ThreadPoolExecutor(min(places, count), thread_name_prefix="files") as files,
    ):
        many, parts = Many(hands=hands, waiting=waiting, known=(hands.share(work),)), order.order.parts

        def answered(number: int) -> PredictedFile | NotAnswered:
            file = order.files[number]
            try:
                if parts or file.size >= LARGE:
                    return answered_large(many, file, parts, told.of(number))
                return many.one(answered_shared, file)
            except AppError as error:
                return NotAnswered(code=error.code, values=dict(error.values))

        outcomes: list[PredictedFile | NotAnswered] = []
        for number, outcome in enumerate(files.map(answered, range(count))):
            outcomes.append(outcome)
            told.done(number)
    return AnsweredThere(outcomes=tuple(outcomes), on_cluster=on_cluster(hands))


class _Told:
    """One progress of many files, of which some tell how far they are."""

    def __init__(self, files: tuple[SharedFile, ...], report: Report) -> None:
        self._names, self._report = [Path(file.path).name for file in files], report
        self._shares = [0.0] * len(files)
        self._lock = threading.Lock()

    def of(self, number: int) -> Report:
        """Return what a file reports to: a lone one in its own words."""

        def report(progress: Progress) -> None:
            self._tell(number, progress.fraction, progress.notice if len(self._names) == 1 else None)

        return report

    def done(self, number: int) -> None:
        """Tell that a file, and all before it, are answered."""
        self._tell(number, 1.0)

    def _tell(self, number: int, share: float, notice: Notice | None = None) -> None:
        many = len(self._names)
        values: dict[str, Value] = {"number": number + 1, "of": many, "file": self._names[number]}
        running = notice or Notice(code="folder.running", values=values)
        with self._lock:
            self._shares[number] = share
            self._report(Progress(fraction=sum(self._shares) / many, notice=running))


def _check_sight(order: AnswerThereOrder, hands: Hands) -> None:
    """Raise UsageError where not every worker sees the files and can write beside their answers."""
    token = secrets.token_hex(16)
    (Path(order.draft) / PROBE).write_text(token, encoding="ascii")
    found = Counter(hands.everywhere(sight_of, order.files, order.draft, token))
    if count := found["unseen"]:
        folder = Path(order.files[0].path).parent
        raise UsageError("shared.unseen", count=count, of=found.total(), path=str(folder))
    if count := found["unwritable"]:
        raise UsageError(
            "shared.unwritable", count=count, of=found.total(), path=str(Path(order.draft).parent)
        )
