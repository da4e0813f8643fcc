"""Programs of the person's that may ask for things, as the page of settings shows them."""

from urllib.parse import urlsplit

from werkzeug.datastructures import MultiDict

from desktop_app.errors import AppError, NotFoundError, PolicyError, UsageError
from desktop_app.records.programs import SCOPES, Scope, StoredProgram
from desktop_app.records.record import dataclass
from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import ProgramsDoor, context
from desktop_app.web.laid_down import policy
from desktop_app.web.recent import when

MOST = 50  # programs
USUAL: tuple[Scope, ...] = ("read", "learn", "predict")  # that are ticked to begin with
LONGEST_NAME = 200
_WORDS: dict[Scope, tuple[str, str]] = {  # as a box to tick, and in short
    "read": ("scope.read", "scope.short.read"),
    "learn": ("scope.learn", "scope.short.learn"),
    "predict": ("scope.predict", "scope.short.predict"),
    "delete": ("scope.delete", "scope.short.delete"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One program that is let in."""

    id: str
    name: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """One thing that a program may be let do, as a box to tick."""

    scope: Scope
    words: str
    is_usual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token that is shown this once."""

    said: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramsSection:
    """Whether programs are let in, which ones, and what hinders it."""

    is_open: bool
    is_wished: bool
    can_open: bool
    badge: str
    address: str
    problem: AppError | None
    programs: tuple[Program, ...]
    may: tuple[May, ...]
    new: NewToken | None


def programs_section(made: str) -> ProgramsSection | None:
    """Return what the page shows; *made* is the program whose token was made just now, if any.

    None where nothing can listen for programs.
    """
    here = context()
    if here.programs is None:
        return None
    door, problem = here.programs, _problem(here.programs)
    is_open = door.is_open and problem is None
    return ProgramsSection(
        is_open=is_open,
        is_wished=door.is_wished,
        can_open=policy().may("api"),
        badge=text_of("programs.open" if is_open else "programs.closed"),
        address=door.address,
        problem=problem,
        programs=tuple(map(_program, here.workspace.programs.list())),
        may=tuple(
            May(scope=scope, words=text_of(_WORDS[scope][0]), is_usual=scope in USUAL) for scope in SCOPES
        ),
        new=_new(made),
    )


def the_door() -> ProgramsDoor:
    """Return what lets programs in; raises NotFoundError where nothing does."""
    door = context().programs
    if door is None:
        raise NotFoundError("error.not_found")
    return door


def open_door() -> None:
    """Let programs in; that the port is taken is said by the page that follows."""
    try:
        the_door().open()
    except UsageError:
        return


def make_token(form: MultiDict[str, str]) -> str:
    """Let a program in as a form says, and return its id; its token is shown once by that.

    Raises UsageError where it has no name, may do nothing, or there are many already.
    """
    the_door()
    name = " ".join(form.get("name", "").split())[:LONGEST_NAME]
    scopes = tuple(scope for scope in SCOPES if scope in form.getlist("may"))
    if not name:
        raise UsageError("api.no_name")
    if not scopes:
        raise UsageError("api.no_scope")
    if len(context().workspace.programs.list()) >= MOST:
        raise UsageError("api.many_programs", most=MOST)
    program, token = context().workspace.programs.add(name, scopes)
    context().tokens.keep(program.id, token)
    return program.id


def _problem(door: ProgramsDoor) -> AppError | None:
    """Return why no program is answered though that is wished, or why it cannot be wished."""
    laid_down = policy()
    if not laid_down.may("api"):
        return PolicyError("api.off", contact=laid_down.contact)
    if door.is_wished and not door.is_open:
        return UsageError("api.port_taken", port=str(urlsplit(door.address).port))
    return None


def _program(stored: StoredProgram) -> Program:
    used = text_of("programs.used", {"date": when(stored.used)}) if stored.used else text_of("programs.never")
    may = ", ".join(text_of(_WORDS[scope][1]) for scope in stored.scopes)
    made = text_of("programs.made", {"date": when(stored.created)})
    return Program(id=stored.id, name=stored.name, facts=(may, made, used))


def _new(made: str) -> NewToken | None:
    token = context().tokens.take(made) if made else ""
    if not token:
        return None
    try:
        name = context().workspace.programs.get(made).name
    except NotFoundError:
        return None
    return NewToken(said=text_of("programs.token", {"name": name}), token=token)
