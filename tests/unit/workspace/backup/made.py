"""A workspace in which something was done, and its backup."""

from pathlib import Path

from desktop_app.records.notices import Notice
from desktop_app.workspace.backup.restoring import restore_backup
from desktop_app.workspace.backup.saving import save_backup
from desktop_app.workspace.store import Workspace
from tests.unit.workspace.examples import answered, imported, prepared, trained


def filled(folder: Path) -> Workspace:
    """Return a workspace with a table, a model, its answers, a note and a watched folder."""
    workspace = Workspace(folder)
    training = trained(workspace, imported(workspace))
    answered(workspace, prepared(workspace, training))
    workspace.remarks.note_on_training(training.id, "for the board")
    workspace.remarks.decided(Notice(code="model.unsigned"), training_id=training.id)
    workspace.watches.add(training.id, "/in", "/in/answered")
    workspace.choices.keep("theme", "dark")
    workspace.choices.keep("programs", "open")
    workspace.programs.add("a script", ("read",))
    return workspace


def backup_of(folder: Path) -> Path:
    """Return the backup of a filled workspace."""
    filled(folder / "old").close()
    save_backup(folder / "old", folder / "all.backup", lambda _share: None)
    return folder / "all.backup"


def restored(file: Path, folder: Path) -> Workspace:
    """Return the workspace that a backup becomes."""
    restore_backup(file, folder, lambda _share: None)
    return Workspace(folder)


def shown(workspace: Workspace) -> tuple[object, ...]:
    """Return what pages show of a workspace, with the folders that they lie in left out."""
    training = workspace.trainings.list()[0]
    return (
        [(one.id, one.name, one.created, one.table, one.note) for one in workspace.tables.list()],
        (training.id, training.evaluation, training.note, Path(training.model).read_bytes()),
        [(one.id, one.answers, one.preflight) for one in workspace.answers.list()],
        workspace.remarks.decisions_of(training_id=training.id),
        workspace.choices.get("theme"),
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, by its name in it."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in folder.rglob("*")
        if place.is_file()
    }
