"""Whose models are believed here: the policy of IT, and the keys that the person trusts."""

import ctypes
import dataclasses
import getpass
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop_app.errors import SaveError, UsageError
from desktop_app.language import mark
from desktop_app.paths import policy_file
from desktop_app.records.jsonable import from_json
from desktop_app.records.record import dataclass
from desktop_app.records.trust import STRICTEST, Policy, PublicKey, Trust, key_of
from desktop_app.tables.out.placing import placed

KEYS_FILE = "trusted.keys"  # in the workspace: a line a key
_LARGEST = 2**20  # bytes of either file
SIGNERS = "trusted_signers"  # the same keys as `trusted_keys`, by their ids
SETTINGS = frozenset({SIGNERS, *(field.name for field in dataclasses.fields(Policy))})
LONGEST_DAYS = 36_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The policy that holds, the file that says it, and why that could not be obeyed, if so."""

    policy: Policy = Policy()
    path: Path | None = None
    problem: str = ""  # in words; the strictest of each setting holds then
    place: str = ""  # a setting, or a line of the file, where that can be told


def read_policy(named: Path | None) -> Found:
    """Return what IT lays down: in their place on this system or, if nothing is there, in the file *named*.

    A file that cannot be obeyed forbids all that it could forbid.
    """
    official = policy_file()
    if _is_there(official):
        return _obeyed(official, guarded=True)
    return _obeyed(named, guarded=False) if named else Found()


def expanded(place: str) -> Path:
    """Return the folder that a policy lays down: {user} in it is who works here, {home} their own folder."""
    if "{user}" in place:
        place = place.replace("{user}", getpass.getuser())
    return Path(place.replace("{home}", str(Path.home())))


def trust_of(named_policy: Path | None, workspace: Path, models: Path | None = None) -> Trust:
    """Return what a worker needs to know before it opens a model file; those in *models* are our own.

    Where only signed models may be opened, the person's own keys do not count: they could allow anything.
    """
    policy = read_policy(named_policy).policy
    own = () if policy.model_import == "signed_only" else read_keys(workspace)
    keys = {key.id: key for key in (*own, *policy.trusted_keys) if key.id not in policy.revoked}
    return Trust(policy=policy, keys=tuple(keys.values()), home=str(models.resolve()) if models else "")


def read_keys(workspace: Path) -> tuple[PublicKey, ...]:
    """Return the keys that the person trusts; a line that is none is not trusted."""
    try:
        text = _read(workspace / KEYS_FILE)
    except (OSError, ValueError):
        return ()
    return tuple(key for line in text.splitlines() if (key := _key(line)))


def add_key(workspace: Path, key: PublicKey) -> None:
    """Trust a key from now on, under its present name. Raises SaveError."""
    _write(workspace, [*(one for one in _kept(workspace) if one.id != key.id), key])


def remove_key(workspace: Path, key_id: str) -> PublicKey:
    """Trust a key no longer, and return it. Raises UsageError where it is not there, and SaveError."""
    keys = _kept(workspace)
    gone = next((key for key in keys if key.id == key_id), None)
    if gone is None:
        raise UsageError("key.unknown", id=key_id)
    _write(workspace, [key for key in keys if key != gone])
    return gone


def _kept(workspace: Path) -> tuple[PublicKey, ...]:
    """Return the keys that are written anew. Raises SaveError where there is a file that cannot be read."""
    path = workspace / KEYS_FILE
    try:
        _read(path)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise SaveError("save.failed", file=KEYS_FILE, reason=mark("its keys cannot be read")) from error
    return read_keys(workspace)


def _write(workspace: Path, keys: Sequence[PublicKey]) -> None:
    workspace.mkdir(parents=True, exist_ok=True, mode=0o700)
    with placed(workspace / KEYS_FILE) as draft:
        draft.write_text("".join(f"{key.line}\n" for key in keys), encoding="utf-8")


def _key(line: str) -> PublicKey | None:
    try:
        return key_of(line)
    except ValueError:
        return None


def _is_there(path: Path) -> bool:
    """Whether there is such a file; one that cannot be looked at is there."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _obeyed(path: Path, *, guarded: bool) -> Found:
    try:
        policy = _policy(_read(path))
    except OSError:
        problem = mark("the file cannot be read")
    except _WrongError as error:
        return Found(policy=STRICTEST, path=path, problem=str(error), place=error.place)
    except (TypeError, ValueError, RecursionError) as error:
        problem = str(error)
    else:
        if not (guarded and _can_be_changed(path)):
            return Found(policy=policy, path=path)
        problem = mark("the person who works here can change it")
    return Found(policy=STRICTEST, path=path, problem=problem)


class _WrongError(ValueError):
    """Something in a policy that is wrong, and where."""

    def __init__(self, problem: str, place: str) -> None:
        super().__init__(problem)
        self.place = place


def _policy(text: str) -> Policy:
    try:
        facts = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise _WrongError(mark("it is not JSON"), f"{error.lineno}:{error.colno}") from error
    if not isinstance(facts, dict):
        raise _WrongError(mark("it is not JSON"), "")
    if unknown := sorted(facts.keys() - SETTINGS):
        raise _WrongError(mark("it has a setting that this version does not know"), unknown[0])
    wrong = next((name for name in facts if not _is_sound({name: facts[name]})), "")
    try:
        return _sound(facts)
    except _UNSOUND as error:
        raise _WrongError(mark("a setting has a value that it cannot have"), wrong) from error


_UNSOUND = (AttributeError, KeyError, TypeError, ValueError)


def _is_sound(facts: dict[str, Any]) -> bool:
    try:
        _sound(dict(facts))
    except _UNSOUND:
        return False
    return True


def _sound(facts: dict[str, Any]) -> Policy:
    """Return the policy that settings of known names lay down; raises what their values cause."""
    signers = facts.pop(SIGNERS, {})
    trusted = (*map(key_of, facts.pop("trusted_keys", [])), *(_signer(*one) for one in signers.items()))
    if facts.get("model_import", "ask") != "ask":  # a backup brings models that nobody asks about again
        facts.setdefault("archive_import", "off")
    found = from_json(Policy, facts | {"trusted_keys": []})
    if found.workspace and not expanded(found.workspace).is_absolute():
        raise ValueError("a folder that depends on where the program is started")
    most, days = found.max_import_mb, found.keep_tables_days
    if (most is not None and most < 1) or (days is not None and not 1 <= days <= LONGEST_DAYS):
        raise ValueError("a number that is too small or too large")
    return replace(
        found,
        trusted_keys=tuple(dict.fromkeys(trusted)),
        revoked=tuple(one.lower() for one in found.revoked),
        contact=found.contact or Policy().contact,
    )


def _signer(key_id: str, told: dict[str, str]) -> PublicKey:
    """Return a key that is given by its parts; raises ValueError where it has another id."""
    if told.keys() != {"name", "ed25519"}:
        raise ValueError("a key with other parts")
    key = key_of(PublicKey(name=told["name"], key=told["ed25519"]).line)
    if key.id != key_id:
        raise ValueError("a key under the id of another one")
    return key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON in which no name stands twice, as nobody could tell which is meant."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError(mark("a setting stands twice in it"))
    return dict(pairs)


def _read(path: Path) -> str:
    """Return a short text. Raises OSError, and ValueError where it is none."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError(mark("it is too long"))
    try:
        return data.decode("utf-8-sig")  # as editors of Windows write it
    except UnicodeDecodeError as error:
        raise ValueError(mark("it is not a text in UTF-8")) from error


def _can_be_changed(path: Path) -> bool:
    """Whether the person could write the policy themselves; an administrator may."""
    if sys.platform == "win32":  # which tells what its lists of rights allow only to who tries
        return not ctypes.windll.shell32.IsUserAnAdmin() and _opens(path)
    return os.geteuid() != 0 and (os.access(path, os.W_OK) or os.access(path.parent, os.W_OK))


def _opens(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False
