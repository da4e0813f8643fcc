"""Work of many on storage that several computers see, done by whichever of them is asked."""

import filecmp
import logging
import secrets
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar
from zipfile import ZipFile, is_zipfile

from desktop_app import language
from desktop_app.errors import AppError, UsageError
from desktop_app.errors.traces import trace_of
from desktop_app.language import _
from desktop_app.models.opening import OpenedModel, open_model
from desktop_app.records.jobs import Progress
from desktop_app.records.orders import PredictFileOrder
from desktop_app.records.shared_files import NotAnswered, SharedFile
from desktop_app.tables.duck import sharing
from desktop_app.tables.out.placing import land

log = logging.getLogger(__name__)
T = TypeVar("T")

PROBE = "probe"  # a file in the folder of drafts by which workers show that they see it
_APART = 2.0  # seconds that two computers may tell of one file: not every storage counts finer
_MOST_LOOKED_AT = 20  # files
_WHEN_MADE = "docProps/core.xml"  # of a workbook
_one_speaks = threading.Lock()  # a process speaks one language at a time

Sight = Literal["", "unseen", "unwritable"]


@dataclass(frozen=True, kw_only=True)
class SharedWork:
    """What is the same for all files, and is handed over once; each computer opens the model once."""

    model: bytes
    order: PredictFileOrder
    draft: str
    force: bool
    language: str

    @cached_property
    def opened(self) -> OpenedModel:
        """The model, which passed every check here, too."""
        with tempfile.TemporaryDirectory(prefix="hunch-") as name:
            copy = Path(name) / Path(self.order.model).name
            copy.write_bytes(self.model)
            return open_model(copy, self.order.trust)

    def __getstate__(self) -> dict[str, object]:
        """Be sent without the model that is open here."""
        return {name: value for name, value in vars(self).items() if name != "opened"}


def sight_of(files: tuple[SharedFile, ...], draft: str, token: str) -> Sight:
    """Return what a computer lacks to answer these files: it does not see them, or may not write there."""
    try:
        sees = (Path(draft) / PROBE).read_text(encoding="ascii") == token
    except (OSError, UnicodeDecodeError):
        return "unseen"
    if not (sees and all(map(is_same, files[:_MOST_LOOKED_AT]))):
        return "unseen"
    try:
        own = Path(draft) / secrets.token_hex(8)
        own.touch(exist_ok=False)
        own.unlink()
    except OSError:
        return "unwritable"
    return ""


def is_same(file: SharedFile) -> bool:
    """Whether a file is here what it is on the computer that asks."""
    try:
        found = Path(file.path).stat()
    except OSError:
        return False
    return found.st_size == file.size and abs(found.st_mtime - file.modified) <= _APART


def done_alone(act: Callable[..., T], work: SharedWork, *things: object) -> T | NotAnswered:
    """Return what an act makes of the things, in the person's language and with a folder of its own here.

    The act gets the work, its folder and the things; what it raises is told.
    """
    with _one_speaks, tempfile.TemporaryDirectory(prefix="hunch-") as name:
        language.use(work.language)
        try:
            with sharing(Path(name)):
                return act(work, Path(name), *things)
        except AppError as error:
            return NotAnswered(code=error.code, values=dict(error.values))
        except Exception as error:  # noqa: BLE001 - the border of a process: one odd file must not stop all
            log.warning("a file could not be answered: %s", trace_of(error))
            return NotAnswered(code="error.worker_ended", values={"job": _("Answering the rows of a file")})


def landed(draft: Path, out: Path, *, force: bool) -> None:
    """Move a finished file into its place; where the same one is there, a lost worker was here before."""
    try:
        land(draft, out, force=force)
    except FileExistsError as error:
        if not _say_the_same(draft, out):
            raise UsageError("cli.out_exists", file=out.name) from error


def quiet(_progress: Progress) -> None:
    """Say nothing of how far a single file is."""


def _say_the_same(one: Path, other: Path) -> bool:
    """Whether two files of answers are one, but for the moment at which a workbook says it was made."""
    if not is_zipfile(one):
        return filecmp.cmp(one, other, shallow=False)
    return is_zipfile(other) and _packed(one) == _packed(other)


def _packed(workbook: Path) -> set[tuple[str, int]]:
    with ZipFile(workbook) as package:
        return {(one.filename, one.CRC) for one in package.infolist() if one.filename != _WHEN_MADE}
