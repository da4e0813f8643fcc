"""What answering the rows of a file with a model takes: a program that prints it as JSON.

    python -m tests.benchmarks.learner.answering MODEL FILE

A process of its own, as a worker has it: the memory that is measured is that of this one model and file. The
rows of FILE come again and again until there are as many as take a while.
"""

import gzip
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.jobs.limits import be_modest, limits_of
from desktop_app.settings import read_settings

SINGLE, WARM = 200, 20  # rows that are answered one by one, and those before that do not count
FEWEST = 200_000  # rows that are answered at once


def main(path: Path, file: Path) -> None:
    """Print rows, seconds for all, milliseconds for one, and bytes of memory."""
    from desktop_app.journeys.reading import NewFile, read_for_model
    from desktop_app.models.applying import NewTable, apply_model
    from desktop_app.models.batches import read_batches
    from desktop_app.models.opening import open_model
    from desktop_app.models.preflight import preflight
    from desktop_app.reports.notice_words import notice_text

    model = open_model(path)
    with tempfile.TemporaryDirectory(prefix="hunch-bench-") as name:
        folder = Path(name)
        tall = folder / "tall.csv"
        _write_again_and_again(file, tall)
        table = read_for_model(NewFile(path=tall, name=tall.name), folder, model.card, lambda _: None)
        new = NewTable(folder=folder, table=table, preflight=preflight(model.card, folder, table))
        before, began = _most_memory(), time.monotonic()
        apply_model(model, new, folder / "answers.parquet", notice_text, lambda _: None)
        seconds, after = time.monotonic() - began, _most_memory()
        frames = [batch.frame for batch in read_batches(folder, table, model.card.schema.features)]
    held = sum(int(frame.memory_usage(deep=True).sum()) for frame in frames)
    some = [frames[0].iloc[[place % len(frames[0])]] for place in range(WARM + SINGLE)]
    times = [_milliseconds(partial(model.predictor.answer, row)) for row in some]
    found = {"rows": table.rows, "seconds": seconds, "single": statistics.median(times[WARM:])}
    print(json.dumps(found | {"before": before, "added": after - before, "held": held}))


def _write_again_and_again(file: Path, tall: Path) -> None:
    """Write a CSV file whose rows are those of *file*, many times over."""
    content = file.read_bytes()
    content = gzip.decompress(content) if file.suffix == ".gz" else content
    heading, _, rows = content.partition(b"\n")
    rows = rows.rstrip(b"\r\n") + b"\n"
    tall.write_bytes(heading + b"\n" + rows * -(-FEWEST // rows.count(b"\n")))


def _most_memory() -> int:
    """Return the most bytes that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    be_modest(limits_of(read_settings()))  # before numpy is loaded
    main(Path(sys.argv[1]), Path(sys.argv[2]))
