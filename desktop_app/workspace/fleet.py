"""The models of a workspace and the state of their files, looked at without changing anything."""

import sqlite3
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.models.package import Package, read_package
from desktop_app.models.signatures import signers_of
from desktop_app.records.fleet import UsedModel
from desktop_app.records.trust import Trust
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.looking import looked_up
from desktop_app.workspace.moments import now

_MODELS = """SELECT id, name, created,
        (SELECT count(*) FROM kept_answers WHERE training_id = training.id AND answers IS NOT NULL) AS files,
        (SELECT max(created) FROM kept_answers WHERE training_id = training.id) AS last_used,
        (SELECT count(*) FROM watch WHERE training_id = training.id AND paused = 0) AS watches
    FROM training WHERE deleted = 0 AND evaluation IS NOT NULL
    UNION ALL SELECT id, name, created, 0, NULL, 0 FROM other_model WHERE deleted = 0 ORDER BY created"""


def used_models(workspace: Path, trust: Trust) -> tuple[UsedModel, ...]:
    """Return every model of a workspace, each file checked now; none where no workspace can be read."""
    folders = Folders(workspace)
    (rows,) = looked_up(folders.database, _MODELS)
    return tuple(_checked(row, folders.model(row["id"]), trust) for row in rows)


def _checked(row: sqlite3.Row, file: Path, trust: Trust) -> UsedModel:
    package, signers = _opened(file, trust)
    revoked = trust.policy.revoked
    return UsedModel(
        **{name: row[name] for name in ("id", "name", "created", "files", "last_used", "watches")},
        content=package.manifest.content if package else "",
        signed_by=signers,
        intact=package is not None,
        withdrawn=package is not None and _is_withdrawn(package, signers, revoked),
        checked=now(),
    )


def _opened(file: Path, trust: Trust) -> tuple[Package | None, tuple[str, ...]]:
    try:
        package = read_package(file)
        return package, signers_of(package.signatures, package.sealed, trust.keys, package.name)
    except AppError:
        return None, ()


def _is_withdrawn(package: Package, signers: tuple[str, ...], revoked: tuple[str, ...]) -> bool:
    """Whether the policy withdraws it, or only keys speak for it that it withdraws."""
    keys = {one.key for one in package.signatures} & set(revoked)
    return package.manifest.content in revoked or bool(keys and not signers)
