"""A model and its answers, for people who write Python."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias

from desktop_app.jobs.limits import limits_of
from desktop_app.library.table import AS_IT_IS, File, Table, existing, quiet, written
from desktop_app.records.models import CAUTION, ModelCard, Preflight
from desktop_app.records.orders import MODEL_FILE, PredictFileOrder
from desktop_app.records.tables import Wishes
from desktop_app.reports.notice_words import notice_text
from desktop_app.reports.verdict_words import verdict_words
from desktop_app.settings import read_settings
from desktop_app.tables.out.placing import placed
from desktop_app.workspace.trust import trust_of

if TYPE_CHECKING:
    import pandas as pd

    from desktop_app.engine.training import Trained
    from desktop_app.models.opening import OpenedModel

Source: TypeAlias = "File | Table | pd.DataFrame"


class Verdict(NamedTuple):
    """Whether to use a model: "untested", "guessing", "suspicious" (do not), "weak", "useful", "good"."""

    level: str
    sentence: str


class Member(NamedTuple):
    """One learned part of a model: an estimator of scikit-learn, or plain arrays with `predict`."""

    kind: str
    weight: float  # in the weighted mean; what is left to 1 is the share of the simplest guess
    estimator: Any


class Check(NamedTuple):
    """How a table fits a model: "fits", "caution" or "unfit", the columns that it lacks, and why."""

    fit: str
    missing: tuple[str, ...]
    sentences: tuple[str, ...]
    details: Preflight


class Model:
    """A model that passed every check: what it is worth, and its answers."""

    def __init__(self, content: bytes, opened: "OpenedModel", trained: "Trained | None" = None) -> None:
        self._content, self._open, self._trained = content, opened, trained

    @classmethod
    def load(cls, path: File) -> Self:
        """Return the model in a file. Raises ModelError where it fails a check, PolicyError if forbidden."""
        from desktop_app.models.opening import open_model

        limits, file = limits_of(read_settings()), existing(path)
        return cls(file.read_bytes(), open_model(file, trust_of(limits.policy, limits.workspace)))

    @classmethod
    def learned(cls, path: Path, trained: "Trained") -> Self:
        """Return the model that was just learned here and saved at *path*: it needs nobody's permission."""
        from desktop_app.models.opening import open_model

        return cls(path.read_bytes(), open_model(path), trained)

    @property
    def card(self) -> ModelCard:
        """All that the model file says of itself: columns, plan, evaluation, how its file was read."""
        return self._open.card

    @property
    def verdict(self) -> Verdict:
        """Whether to use it."""
        words = verdict_words(self.card.evaluation)
        return Verdict(words.level, words.sentence)

    @property
    def candidates(self) -> "pd.DataFrame":
        """What was tried: name, metric, score (a loss: lower is better), seconds, chosen, weight, failed."""
        import pandas as pd

        names = ("name", "metric", "score", "seconds", "chosen", "weight", "failed")
        tried = self.card.evaluation.candidates
        return pd.DataFrame({name: [getattr(one, name) for one in tried] for name in names})

    @property
    def members(self) -> tuple[Member, ...]:
        """The learned estimators that it is made of, with their weights; none for the simplest guess.

        None either for a model that was made elsewhere.
        """
        from desktop_app.engine.model import Model as Learned

        model = self._open.predictor.model
        members = model.members if isinstance(model, Learned) else ()
        return tuple(Member(one.kind, one.weight, one.estimator) for one in members)

    @property
    def out_of_fold(self) -> "pd.DataFrame | None":
        """What was chosen said of rows in the search, while they were hidden from it.

        row (its place in the file, from 0), fold, then `prediction`, or a probability a class. None of a
        model that was loaded, or where the time was too short for all folds. The choice has seen these
        rows: what judges the model are those of `tested`.
        """
        practice = self._trained and self._trained.practice
        if not practice:
            return None
        return _said(self.card, practice.rows, practice.answers, fold=practice.folds)

    @property
    def tested(self) -> "pd.DataFrame | None":
        """What was said of the rows that no choice has seen: the ground of the score and the verdict.

        row (its place in the file, from 0; twice where rows are few), then as in `out_of_fold`. None of a
        model that was loaded.
        """
        tested = self._trained and self._trained.tested
        return _said(self.card, tested.rows, tested.answers) if tested else None

    def check(self, source: Source, *, matches: Mapping[str, str] | None = None) -> Check:
        """Return how a file, a table or a frame fits, before any row is answered; see `predict`."""
        from desktop_app.journeys.check_file import check_file
        from desktop_app.records.checking import CheckedFile, CheckFileOrder
        from desktop_app.records.jsonable import from_json, to_json

        with _asked(source) as (path, folder, wishes):
            model = folder / MODEL_FILE
            model.write_bytes(self._content)
            order = CheckFileOrder(model=str(model), path=str(path), wishes=wishes, matches=_words(matches))
            found = from_json(CheckedFile, check_file(to_json(order), folder, quiet)).preflight
        sentences = tuple(text for notice in found.notices if (text := notice_text(notice)))
        return Check(found.fit, found.missing, sentences, found)

    def predict(
        self,
        source: Source,
        *,
        matches: Mapping[str, str] | None = None,
        allow_missing: Sequence[str] = (),
    ) -> "pd.DataFrame":
        """Return an answer for each row, in the order of the rows, under the headings of `hunch predict`.

        `prediction`, `probability` and one `probability: CLASS` a class, or `prediction`, `low` and `high`
        (in 8 of 10 cases the real value lies between them); `caution` says why not to rely on a row, or is
        empty. A file or a table is read like the one that the model learned from; a frame needs the model's
        columns, or under *matches* {its column: the model's}. Raises DataError where one is missing that is
        not allowed to be.
        """
        import pandas as pd

        from desktop_app.journeys.predict_file import answer_file
        from desktop_app.records.orders import ANSWERS_FILE
        from desktop_app.tables.duck import connect

        with _asked(source) as (path, folder, wishes):
            order = PredictFileOrder(
                model="",
                path=str(path),
                out=str(folder / "answered.parquet"),
                matches=_words(matches),
                allow_missing=tuple(allow_missing),
                wishes=wishes,
                threads=limits_of(read_settings()).threads,
            )
            headings = answer_file(self._open, order, folder, quiet).answers.headings
            with connect(folder=folder) as duck:
                query = "SELECT * EXCLUDE (row) FROM read_parquet(?) ORDER BY row"
                found = duck.execute(query, [str(folder / ANSWERS_FILE)]).df()
        found.columns = pd.Index(headings)
        found[CAUTION] = found[CAUTION].fillna("")
        return found.set_index(source.index) if isinstance(source, pd.DataFrame) else found

    def save(self, path: File) -> None:
        """Write the model file, whole or not at all; one that is there is replaced. Raises SaveError."""
        with placed(Path(path).absolute()) as draft:
            draft.write_bytes(self._content)


@contextmanager
def _asked(source: Source) -> Iterator[tuple[Path, Path, Wishes]]:
    """Give the file that is asked about, a folder to work in, and how it is to be read."""
    import pandas as pd

    with tempfile.TemporaryDirectory(prefix="hunch-") as name:
        folder = Path(name)
        if isinstance(source, pd.DataFrame):
            yield written(source, folder / "rows.parquet"), folder, AS_IT_IS
        elif isinstance(source, Table):
            yield source.path, folder, source.wishes
        else:
            yield existing(source), folder, AS_IT_IS


def _words(matches: Mapping[str, str] | None) -> tuple[str, ...]:
    """Return which columns are used as the model's, as --map writes it."""
    return tuple(f"{theirs}={ours}" for theirs, ours in (matches or {}).items())


def _said(card: ModelCard, rows: Any, answers: Any, **more: Any) -> "pd.DataFrame":
    """Return rows by their places in the file, and what was said of each."""
    import pandas as pd

    names = [f"probability: {name}" for name in card.schema.classes] or ["prediction"]
    return pd.DataFrame({"row": rows, **more, **dict(zip(names, answers.T, strict=True))})
