"""A step taken on a table that was read already: its stored rows serve again, the file is not read anew."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from desktop_app import __version__
from desktop_app.records.jobs import Progress, Report
from desktop_app.records.jsonable import from_json
from desktop_app.records.tables import RowRule, Table, Wishes
from desktop_app.tables.duck import connect, memory_for, threads_for
from desktop_app.tables.faults import faults_of
from desktop_app.tables.raw import Raw
from desktop_app.tables.recipes import settled
from desktop_app.tables.steps.leaving_out import Rows, leave_out
from desktop_app.tables.steps.studied_file import StudiedFile, finish, without_names
from desktop_app.tables.stored.storage import TEXTS, VALUES, read_found
from desktop_app.tables.stored.storing import store
from desktop_app.tables.text.scanning import fingerprint

_SCRATCH = "reading"
_CHECKED = 0.2  # of the time


class Step(NamedTuple):
    """A file to be read again, and the folder of the reading before."""

    path: Path
    name: str
    wishes: Wishes
    earlier: Path


def continued(step: Step, folder: Path, report: Report) -> Table | None:
    """Return the table as `import_file` would, made of the stored rows of the reading before.

    None where these do not tell enough: where more is to be read otherwise than names, columns and further
    rows left out, where the file is not the one that was read, or another version of the program read it.
    """
    step = step._replace(wishes=settled(step.wishes, step.name))
    found = _found(step.earlier)
    if found is None or not _serves(found, step):
        return None
    rules = step.wishes.rows_out[len(found.rows_out) :]
    report(Progress(fraction=_CHECKED))
    with faults_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if rules:
            found = _with_rules(found, step, folder, rules)
        if not (folder / TEXTS).exists():
            for file in (TEXTS, VALUES):
                _share(step.earlier / file, folder / file)
        wishes = without_names(step.wishes)
        table = finish(folder, replace(found, wishes=wishes), step.name, step.wishes)
    report(Progress(fraction=1.0))
    return table


def _found(earlier: Path) -> StudiedFile | None:
    """Return what was found out in the reading before; None where this version cannot tell."""
    try:
        facts = read_found(earlier)
        is_ours = bool(facts) and facts.get("version") == __version__
        found = from_json(StudiedFile, facts) if is_ours else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return found if (earlier / TEXTS).is_file() else None


def _serves(found: StudiedFile, step: Step) -> bool:
    """Return whether all that differs are names, columns, and rules behind those that were followed."""
    followed = found.wishes.rows_out
    wanted = replace(without_names(step.wishes), rows_out=followed)
    if wanted != found.wishes or step.wishes.rows_out[: len(followed)] != followed:
        return False
    return step.path.stat().st_size == found.size and fingerprint(step.path) == found.sha256


def _with_rules(found: StudiedFile, step: Step, folder: Path, rules: Sequence[RowRule]) -> StudiedFile:
    """Return what is left of the stored rows, which are then in *folder* where some are left out."""
    width = 2 * len(found.columns)
    scratch = folder / _SCRATCH
    scratch.mkdir(exist_ok=True)
    try:
        with connect(folder=scratch, threads=threads_for(width), memory=memory_for(width)) as duck:
            rows = Rows(step.earlier / TEXTS, step.name, step.earlier, scratch / "rest.parquet")
            rest, file = leave_out(duck, rows, found, rules)
            if file != rows.path:
                raw = Raw(
                    path=file, headings=(), rows=rest.rows, recipe=rest.recipe, is_numbered=rest.is_numbered
                )
                store(duck, raw, rest.columns, folder)
            return rest
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _share(file: Path, goal: Path) -> None:
    """Give a file a second name, or copy it where the disk has no such thing; it is never written again."""
    try:
        os.link(file, goal)
    except OSError:
        shutil.copyfile(file, goal)
