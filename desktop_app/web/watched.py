"""The folders that are watched for a model, as its page shows them, and what a person does with them."""

from pathlib import Path

from flask import request

from desktop_app.errors import UsageError, from_code
from desktop_app.jobs.watched.places import answers_folder, check_folder
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTraining
from desktop_app.records.watched import StoredWatch, Told
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.watch_words import reason_lines
from desktop_app.settings import read_settings
from desktop_app.web.context import context
from desktop_app.web.files import file_name
from desktop_app.workspace.allowed import check_allowed

_STATES = {  # of a watch: its word, and the colour of it
    "watching": ("watch.state.watching", "good"),
    "answering": ("watch.state.answering", "accent"),
    "waiting": ("watch.state.waiting", "caution"),
    "problem": ("watch.state.problem", "problem"),
    "paused": ("watch.state.paused", ""),
}
LONGEST_PATH = 4096  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutLine:
    """A file that could not be answered, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One watched folder, in words."""

    id: str
    name: str
    folder: str
    out: str
    is_paused: bool
    badge: str
    tone: str
    facts: tuple[str, ...]
    before: str  # which model answered it until it was handed over
    problem: str
    aside: str  # how many could not be answered
    reasons: tuple[LeftOutLine, ...]
    more: str  # how many of them are not shown


def watched_of(training_id: str) -> tuple[Watched, ...]:
    """Return the folders that are watched for a model."""
    return tuple(shown(watch) for watch in context().workspace.watches.list(training_id))


def shown(watch: StoredWatch) -> Watched:
    """Return a watched folder as a page shows it."""
    told, (word, tone) = watch.told, _STATES[_state(watch)]
    reasons = tuple(
        LeftOutLine(
            name=one.name, reason=" ".join(reason_lines(from_code(one.problem.code, one.problem.values)))
        )
        for one in told.reasons
    )
    more = told.aside - len(reasons)
    return Watched(
        id=watch.id,
        name=Path(watch.folder).name or watch.folder,
        folder=watch.folder,
        out=watch.out,
        is_paused=watch.is_paused,
        badge=text_of(word),
        tone=tone,
        facts=_facts(told, is_paused=watch.is_paused),
        before=_before(watch),
        problem=_problem(told) if not watch.is_paused else "",
        aside=text_of("watch.set_aside", {"count": told.aside}) if told.aside else "",
        reasons=reasons,
        more=text_of("watch.more_aside", {"count": more}) if more > 0 else "",
    )


def watch_folder(training: StoredTraining) -> StoredWatch | None:
    """Have the folder watched that the person names; None where they think better of it.

    Raises FileError, UsageError and PolicyError where it cannot be watched.
    """
    check_allowed("watch", read_settings().policy)
    dialogs = context().dialogs
    folder = dialogs.choose_folder() if dialogs else _typed(request.form.get("folder", ""))
    if folder is None:
        return None
    watches = context().workspace.watches
    if any(one.folder == str(folder) for one in watches.list(training.id)):
        raise UsageError("watch.twice", folder=folder.name)
    out = answers_folder(folder)
    if any(one.out == str(out) for one in watches.list()):
        out = folder / file_name(f"{out.name} {training.name}", "")
    check_folder(folder, out)
    return watches.add(training.id, str(folder), str(out))


def _typed(text: str) -> Path:
    """Return a folder whose path was typed; raises UsageError where it is none that means one place."""
    folder = Path(text.strip().strip('"')[:LONGEST_PATH].replace("\0", ""))
    if not folder.is_absolute():
        raise UsageError("watch.typed")
    return folder


def handed_over(training_id: str, before_id: str) -> tuple[StoredWatch, ...]:
    """Return the folders that a model took over from the one before it."""
    watches = context().workspace.watches.list(training_id)
    return tuple(one for one in watches if one.former and one.former[-1].training_id == before_id)


def _before(watch: StoredWatch) -> str:
    return text_of("watch.before", {"name": watch.former[-1].name}) if watch.former else ""


def _state(watch: StoredWatch) -> str:
    if watch.is_paused:
        return "paused"
    return "problem" if watch.told.problem else watch.told.state


def _problem(told: Told) -> str:
    if told.problem is None:
        return ""
    error = from_code(told.problem.code, told.problem.values)
    return f"{error.message} {error.hint}"


def _facts(told: Told, *, is_paused: bool) -> tuple[str, ...]:
    """Return how many files are answered, which was the last one, and which one is on its way."""
    count = text_of("watch.count", {"count": told.answered}) if told.answered else text_of("watch.none")
    last = text_of("watch.last", {"file": told.last}) if told.last else ""
    now = text_of("watch.now", {"file": told.now}) if told.now and not is_paused else ""
    return tuple(fact for fact in (count, last, now) if fact)
