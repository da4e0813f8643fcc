"""A folder of parts to be written: beside its goal first, and into place as a whole."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from desktop_app.cli.goal import Goal, draft_beside
from desktop_app.errors import SaveError, UsageError
from desktop_app.errors.disk import save_error
from desktop_app.tables.out.delivering import ANSWER_ENDINGS
from desktop_app.tables.out.placing import settle
from desktop_app.tables.out.writing import ENDINGS

_PART = re.compile(r"part-\d{5,}(" + "|".join(map(re.escape, ENDINGS)) + ")")


class GoalOfParts(Goal):
    """A folder that shows all of its parts, or is not there; *draft* is its place until then."""

    def land(self) -> None:
        """Move the finished folder into place; an earlier one of parts goes where that was asked for."""
        _check_folder(self.path, force=self.force)
        before = self.draft.with_name("before")
        try:
            settle(self.draft)
            try:
                if self.path.is_dir():
                    self.path.rename(before)
                self.draft.rename(self.path)
            except BaseException:  # Ctrl+C too: what lies beside the goal goes in the end
                if before.exists() and not self.path.exists():
                    before.rename(self.path)
                raise
        except OSError as error:
            raise save_error(error, self.path) from error
        with contextlib.suppress(OSError):  # not every disk can be asked
            settle(self.path.parent)


@contextlib.contextmanager
def goal_of_parts(path: Path, *, force: bool) -> Iterator[GoalOfParts]:
    """Give a folder beside *path* for the parts, once nothing forbids it; it goes in the end."""
    if path.suffix.lower() in ANSWER_ENDINGS or path.is_file():
        raise UsageError("parts.out", out=path.name)
    if not path.parent.is_dir():
        raise SaveError("save.no_folder", file=path.name, folder=str(path.parent))
    _check_folder(path, force=force)
    with draft_beside(path) as folder:
        draft = folder / "parts"
        draft.mkdir()
        yield GoalOfParts(path, draft, force=force)


def _check_folder(path: Path, *, force: bool) -> None:
    """Raise UsageError where the folder would lose something that nobody wants to lose."""
    try:
        found = sorted(path.iterdir())
        others = [one.name for one in found if not (_PART.fullmatch(one.name) and one.is_file())]
    except FileNotFoundError:
        return
    except OSError as error:
        raise save_error(error, path) from error
    if others:
        raise UsageError("parts.others", folder=path.name, file=others[0])
    if found and not force:
        raise UsageError("cli.out_exists", file=path.name)
