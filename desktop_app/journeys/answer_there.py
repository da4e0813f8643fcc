"""Let the workers of a cluster answer whole files on storage that they see."""

import secrets
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from desktop_app.engine.workshop import Hands
from desktop_app.errors import UsageError
from desktop_app.journeys.shared_file import PROBE, SharedWork, answered_shared, sight_of
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import JSON, from_json, to_json
from desktop_app.records.notices import Notice, Value
from desktop_app.records.orders import PredictedFile
from desktop_app.records.shared_files import AnsweredThere, AnswerThereOrder, NotAnswered
from desktop_app.remote.connecting import hands_at, on_cluster


def answer_there(params: dict[str, JSON], _folder: Path, report: Report) -> dict[str, JSON]:
    """Return what came of each file; the answers are then in their places, each whole.

    Raises UsageError where a worker does not see the files, or may not write there, before one is answered;
    and what `hands_at` raises.
    """
    order = from_json(AnswerThereOrder, params)
    if order.cluster:
        values: dict[str, Value] = {"address": order.cluster.address}
        report(Progress(fraction=0.0, notice=Notice(code="dask.asking", values=values)))
    with hands_at(order.cluster, order.threads) as hands:
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
    shared, many = hands.share(work), len(order.files)
    outcomes: list[PredictedFile | NotAnswered] = []
    with ThreadPoolExecutor(max(1, min(hands.places, many)), thread_name_prefix="waiting") as waiting:
        done = waiting.map(lambda file: hands.do(answered_shared, shared, file), order.files)
        for file, outcome in zip(order.files, done, strict=True):
            outcomes.append(outcome)
            name = Path(file.path).name
            values: dict[str, Value] = {"number": len(outcomes), "of": many, "file": name}
            running = Notice(code="folder.running", values=values)
            report(Progress(fraction=len(outcomes) / many, notice=running))
    return AnsweredThere(outcomes=tuple(outcomes), on_cluster=on_cluster(hands))


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
