"""Every failure the app expects, each with words fit for the person.

AppError
├── FileError        the file cannot be read, or is not a table            exit code 3
├── DataError        the table was read, but cannot answer this            exit code 4
├── ModelError       a model file is refused                               exit code 7
├── PolicyError      IT does not allow it on this computer                 exit code 6
├── UsageError       the command line was used wrongly                     exit code 2
│   └── ClusterError a cluster is named that cannot do the work            exit code 2
├── NotFoundError    this workspace holds no such table, model or job      exit code 4
├── SaveError        the disk or the folder did not take a file            exit code 3
└── InternalError    a bug, or a worker that died                          exit code 1

A failure is raised with a code and values: `raise FileError("refuse.empty", file=path.name)`. Only these two
cross a process; the sentence is made where it is shown.
"""

from collections.abc import Mapping

from desktop_app.errors.sayings import SAYINGS
from desktop_app.language import say


class AppError(Exception):
    """A failure we foresaw. Raises KeyError when made with a code that has no sentence."""

    exit_code = 1
    status = 400

    def __init__(self, code: str, **values: str | int | float | list[str] | None) -> None:
        self.code = code
        self.values = values
        self._saying = SAYINGS[code]
        super().__init__(f"{code} {values}" if values else code)

    @property
    def message(self) -> str:
        """What happened, in one sentence."""
        return say(self._saying.message, self.values)

    @property
    def hint(self) -> str:
        """What the person can do next."""
        return say(self._saying.hint, self.values)


class FileError(AppError):
    """The file cannot be opened, or what it holds is not a table."""

    exit_code = 3


class DataError(AppError):
    """The table was read, but it cannot answer this."""

    exit_code = 4


class ModelError(AppError):
    """The model file is damaged, not ours, or unsafe."""

    exit_code = 7


class PolicyError(AppError):
    """The rules of the organisation do not allow it on this computer."""

    exit_code = 6
    status = 403


class UsageError(AppError):
    """The command was given something that does not fit."""

    exit_code = 2


class ClusterError(UsageError):
    """The cluster that was named cannot be given the work; nothing has begun."""


class NotFoundError(AppError):
    """The workspace holds no such table, model or job."""

    exit_code = 4
    status = 404


class SaveError(AppError):
    """A file could not be written; what was there before is unchanged."""

    exit_code = 3
    status = 507


class InternalError(AppError):
    """A bug, or a worker process that ended without a word."""

    exit_code = 1
    status = 500


_KINDS: dict[str, type[AppError]] = {
    "file": FileError,
    "data": DataError,
    "model": ModelError,
    "policy": PolicyError,
    "usage": UsageError,
    "cluster": ClusterError,
    "missing": NotFoundError,
    "save": SaveError,
    "internal": InternalError,
}


def from_code(code: str, values: Mapping[str, object]) -> AppError:
    """Return the failure that another process described; an unknown code becomes the sentence for a bug."""
    if code not in SAYINGS:
        code, values = "error.unexpected", {"reference": code}
    return _KINDS[SAYINGS[code].kind](code, **values)  # type: ignore[arg-type]  # read from JSON as Value
