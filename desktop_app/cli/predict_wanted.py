"""What `hunch predict` is asked, and what of it does not go together."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.cli.asked import Asked
from desktop_app.cli.predict_folder import Folders
from desktop_app.cli.reading import How
from desktop_app.cli.work import existing
from desktop_app.errors import UsageError
from desktop_app.jobs.watched.news import out_name
from desktop_app.records.written import Parts
from desktop_app.tables.out.writing import ENDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options of the command, as click hands them over."""

    out: str
    matches: tuple[str, ...]
    multiply: tuple[str, ...]
    allow_missing: tuple[str, ...]
    explain: bool
    force: bool
    format: str | None
    parts: int | None
    dask: str | None
    dask_keys: str | None
    shared: bool
    how: How

    @property
    def ending(self) -> str:
        """The ending of files in a folder, if one is wished."""
        return f".{self.format}" if self.format else ""

    def folders(self, folder: Path, out: Path) -> Folders:
        """Return the folder that is asked about."""
        return Folders(folder=folder, out=out, ending=self.ending, force=self.force, shared=self.shared)

    def parts_of(self, name: str) -> Parts | None:
        """Return the parts in which the answers to a file of that name are saved, if that is wished."""
        if self.parts is None:
            return None
        own = out_name(name)[1]
        return Parts(rows=self.parts, ending=self.ending or (own if own in ENDINGS else ".xlsx"))

    def check(self, asked: Asked, file: Path, out: Path) -> None:
        """Raise UsageError where options do not go together, or not with a file or a folder."""
        if self.shared and not (self.dask or asked.settings.dask):
            raise UsageError("shared.no_cluster")
        if file.is_dir():
            if self.parts:
                raise UsageError("parts.of_folder", folder=file.resolve().name)
            return
        existing(str(file))
        if self.parts:
            if file.resolve().parent == out.resolve():  # it would go with the parts that are replaced
                raise UsageError("parts.others", folder=out.name, file=file.name)
            return
        if self.format:
            raise UsageError("folder.format")
        if out.is_dir():
            raise UsageError("folder.into", file=file.name, out=out.name)
