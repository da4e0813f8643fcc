"""Puts the rooms together, and takes them apart again."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.jobs.supervisor import Supervisor
from desktop_app.jobs.watched.rounds import Rounds
from desktop_app.language import is_spoken, use
from desktop_app.records.record import dataclass
from desktop_app.settings import Settings
from desktop_app.shell.instance import Address
from desktop_app.shell.programs import Door
from desktop_app.shell.retention import forget_unused
from desktop_app.shell.server import LocalServer, open_door
from desktop_app.web.entrance import Beginning, Entrance
from desktop_app.workspace.personal import LANGUAGE
from desktop_app.workspace.store import Workspace

if TYPE_CHECKING:
    from flask import Flask

    from desktop_app.shell.checkup.pages import ShownIn
    from desktop_app.web.context import Checkup, Dialogs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningApp:
    """The whole program but its window: pages that answer, and workers that take orders."""

    workspace: Workspace
    supervisor: Supervisor
    entrance: Entrance
    begun: Future[None]  # done when the pages answer; fails as making them failed

    @property
    def address(self) -> Address:
        """Where later starts hand over their files."""
        return Address(port=self.entrance.port, key=self.entrance.handover_key)


@contextmanager
def running(
    settings: Settings, *, dialogs: "Dialogs | None" = None, beginning: Beginning | None = None
) -> Iterator[RunningApp]:
    """Run the program for a workspace whose place is held; afterwards no process and no socket is left.

    With *dialogs* the pages are made for our own window, without for a browser. The first page says of the
    *beginning* what there is to say.
    """
    with ExitStack() as ends:
        workspace = Workspace(settings.workspace)
        ends.callback(workspace.close)
        _speak(workspace)
        supervisor = Supervisor(workspace, settings)
        ends.callback(supervisor.close)
        forget_unused(workspace, settings)
        rounds = Rounds(workspace, supervisor)
        rounds.start()
        ends.callback(rounds.close)
        programs = Door(workspace, settings)
        ends.callback(programs.stop)
        door = open_door()
        port = door.getsockname()[1]
        entrance = Entrance(window=dialogs is not None, port=port, beginning=beginning)
        server = LocalServer(partial(_pages, supervisor, entrance, dialogs, programs, settings), door)
        ends.callback(server.stop)
        server.start()
        yield RunningApp(workspace=workspace, supervisor=supervisor, entrance=entrance, begun=server.begun)


def _speak(workspace: Workspace) -> None:
    """Speak the language that the person chose, if they chose one."""
    chosen = workspace.choices.get(LANGUAGE)
    if is_spoken(chosen):
        use(chosen)


def _pages(
    supervisor: Supervisor, entrance: Entrance, dialogs: "Dialogs | None", programs: Door, settings: Settings
) -> "Flask":
    # These bring Flask, which loads while the system starts the web view.
    from desktop_app.web.app import create_app
    from desktop_app.web.context import Context
    from desktop_app.web.uploads import Uploads
    from desktop_app.workspace.folders import UPLOADS

    workspace = programs.workspace
    context = Context(
        workspace=workspace,
        jobs=supervisor,
        entrance=entrance,
        uploads=Uploads(workspace.folder / UPLOADS),
        desk=supervisor,
        dialogs=dialogs,
        programs=programs,
        language=settings.language,
        checkup=partial(_checkup, settings, "window" if dialogs else "browser"),
    )
    pages = create_app(context)
    programs.begin(context)
    return pages


def _checkup(settings: Settings, shown_in: "ShownIn") -> "Checkup":
    # No page of the start looks at the computer.
    from desktop_app.shell.examination import Examination

    return Examination(settings=settings, shown_in=shown_in)
