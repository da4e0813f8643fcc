"""What the commands say of a new file, and whether an answer was made wrong in silence."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import duckdb

from tests.benchmarks.situations.expected import Situation
from tests.benchmarks.situations.running import Run, run
from tests.benchmarks.situations.sources import LINE, Source

Row = tuple[int, object, str]  # its line, its answer and its caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """What comes of the new rows as they are."""

    answers: dict[int, object]  # by line
    sentences: frozenset[str]  # that are said of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a new file."""

    check: Run
    predict: Run
    rows: int  # answered
    cautions: int  # of these
    changed: int  # answers that differ from those of the clean file
    alone: int  # of those, in rows without a caution
    faults: tuple[str, ...] = ()  # where it is not as expected


def clean_answers(source: Source, model: Path) -> Clean:
    """Return what comes of the new rows as they are."""
    with tempfile.TemporaryDirectory(prefix="hunch-situation-") as folder:
        file, out = Path(folder) / "clean.csv", Path(folder) / "answers.parquet"
        source.rows.to_csv(file, index=False)
        done = run("predict", str(model), str(file), "--out", str(out))
        return Clean(
            answers={line: answer for line, answer, _caution in _rows(out)}, sentences=done.sentences
        )


def judged(situation: Situation, source: Source, model: Path, clean: Clean) -> Outcome:
    """Return what is said of a new file, beside what comes of the clean one."""
    with tempfile.TemporaryDirectory(prefix="hunch-situation-") as name:
        folder = Path(name)
        file, out = situation.make(source, folder), folder / "answers.parquet"
        check = run("check", str(model), str(file))
        predict = run("predict", str(model), str(file), "--out", str(out))
        rows = _rows(out) if out.exists() else []
    before = clean.answers
    changed = [caution for line, answer, caution in rows if before.get(line, answer) != answer]
    faults = [*_unmet("check", situation, check), *_unmet("predict", situation, predict)]
    if "" in changed and predict.sentences <= clean.sentences:
        faults.append("silent")
    return Outcome(
        check=check,
        predict=predict,
        rows=len(rows),
        cautions=sum(bool(caution) for _line, _answer, caution in rows),
        changed=len(changed),
        alone=changed.count(""),
        faults=(*faults, *_wrong_rows(situation, source, rows)),
    )


def _rows(out: Path) -> list[Row]:
    """Return the rows of a file with answers, in its order."""
    with duckdb.connect() as duck:
        rows = duck.execute("SELECT * FROM read_parquet(?)", [str(out)])
        names = [column[0] for column in rows.description or ()]
        line, answer, caution = names.index(LINE), _ours(names, "prediction"), _ours(names, "caution")
        return [(int(row[line]), row[answer], row[caution] or "") for row in rows.fetchall()]


def _ours(names: Sequence[str], heading: str) -> int:
    """Return the place of our column: behind one of the file's own of the same name."""
    return max(place for place, name in enumerate(names) if name in (heading, f"{heading} (2)"))


def _unmet(command: str, situation: Situation, done: Run) -> list[str]:
    """Return what a command had to say and does not, and whether it ends otherwise."""
    wanted = situation.check if command == "check" else situation.predict
    faults = [f"{command}: no {codes}" for codes in wanted if not _is_said(codes, done.said)]
    return faults if done.code in situation.ends else [*faults, f"{command} ends with {done.code}"]


def _is_said(wanted: str, said: frozenset[str]) -> bool:
    return any(fnmatchcase(code, one) for code in said for one in wanted.split("|"))


def _wrong_rows(situation: Situation, source: Source, rows: Sequence[Row]) -> list[str]:
    """Return whether rows were lost, or came in another order."""
    lines, faults = [line for line, _answer, _caution in rows], []
    if len(lines) != situation.rows(len(source.fresh)):
        faults.append(f"{len(lines)} rows answered")
    return faults if lines == sorted(lines) else [*faults, "another order of rows"]
