"""Who answers the files of a folder: workers of this computer, or a cluster that sees the files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from desktop_app.cli.asked import Asked
from desktop_app.cli.folder_cluster import FolderCluster
from desktop_app.cli.folder_plan import Planned
from desktop_app.cli.goal import draft_beside, goal
from desktop_app.cli.shared_storage import answered_there, error_of
from desktop_app.cli.side_by_side import Together, in_turn, shared_out
from desktop_app.cli.work import done_by_worker
from desktop_app.errors import AppError, DataError, FileError, InternalError
from desktop_app.jobs.watched.watcher import OF_A_FILE
from desktop_app.records.orders import PredictedFile, PredictFileOrder
from desktop_app.records.remote import Cluster, OnCluster
from desktop_app.records.shared_files import NotAnswered
from desktop_app.tables.out.delivering import ANSWER_ENDINGS

# What one file lacks of that which is asked of all.
_LACKING = ("cli.no_sheet", "cli.no_sheets", "cli.no_range", "cli.no_letters", "cli.assume_column")
Outcome = PredictedFile | AppError


class Way(Protocol):
    """How the files are answered."""

    @property
    def told(self) -> OnCluster | None:
        """What is told of a cluster, once they are; None where there was none."""

    def outcomes(self, due: Sequence[Planned]) -> Iterator[Outcome]:
        """Yield what came of each file, in their order; raises what is not of one file alone."""


@dataclass(frozen=True, slots=True)
class Here:
    """Each file is read and written by a worker of this computer; a cluster may answer its rows."""

    asked: Asked
    order: PredictFileOrder
    crew: FolderCluster
    force: bool

    @property
    def told(self) -> OnCluster | None:
        """What is told of the cluster."""
        return self.crew.told

    def outcomes(self, due: Sequence[Planned]) -> Iterator[Outcome]:
        """Yield what came of each file; several are answered at a time."""
        settings, places = shared_out(self.asked.settings, len(due))
        theirs, together = replace(self.asked, settings=settings), Together(self.asked.output, len(due))

        def answered(number: int, one: Planned) -> Outcome:
            def by(cluster: Cluster | None, draft: Path) -> PredictedFile:
                of_file = replace(self.order, path=str(one.file), out=str(draft), cluster=cluster)
                report = together.of(number, one.file.name)
                return done_by_worker(theirs, "predict_file", of_file, PredictedFile, report)

            try:
                with goal(one.out, force=self.force, endings=ANSWER_ENDINGS) as place:
                    found = self.crew.answered(lambda cluster: by(cluster, place.draft))
                    place.land()
            except AppError as error:
                return _of_file(error)
            return found

        return in_turn(answered, due, places, together)


class There:
    """The files are read and written by the workers of a cluster, on storage that all of them see."""

    def __init__(self, asked: Asked, order: PredictFileOrder, *, force: bool) -> None:
        self._asked, self._order, self._force = asked, order, force
        self.told: OnCluster | None = None

    def outcomes(self, due: Sequence[Planned]) -> Iterator[Outcome]:
        """Yield what came of each file, once all are answered.

        What a worker that was lost had begun lies in a folder beside the answers, which goes in the end.
        """
        with draft_beside(due[0].out) as draft:
            found = answered_there(self._asked, self._order, due, draft, force=self._force)
        self.told = found.on_cluster
        for one in found.outcomes:
            yield _of_file(error_of(one)) if isinstance(one, NotAnswered) else one


def _of_file(error: AppError) -> AppError:
    """Return the error where it is the file that cannot be answered; raises that of the model or the disk."""
    if isinstance(error, FileError | DataError | InternalError) or error.code in (*OF_A_FILE, *_LACKING):
        return error
    raise error
