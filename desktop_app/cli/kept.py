"""Where `groups` and `anomalies` may write: a table, and a model for new rows."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.cli.called import called
from desktop_app.cli.goal import Goal, goal
from desktop_app.reports.notice_words import text_of
from desktop_app.tables.out.delivering import ANSWER_ENDINGS

ENDINGS = (".hunch",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where each is written, if it was asked for."""

    out: Goal | None
    model: Goal | None

    @property
    def draft(self) -> str:
        """Where the table is written first; empty: nowhere."""
        return str(self.out.draft) if self.out else ""

    @property
    def model_draft(self) -> str:
        """The same of the model."""
        return str(self.model.draft) if self.model else ""


@contextmanager
def places(out: str | None, model: str | None, *, force: bool) -> Iterator[Places]:
    """Give a place to each file that was asked for, once nothing forbids it."""
    with ExitStack() as stack:

        def place(path: str | None, endings: tuple[str, ...]) -> Goal | None:
            if path is None:
                return None
            return stack.enter_context(goal(Path(path).absolute(), force=force, endings=endings))

        yield Places(out=place(out, ANSWER_ENDINGS), model=place(model, ENDINGS))


def kept_text(model: Goal) -> str:
    """Return where a model was saved, and how new rows are brought to it."""
    command = f"{called('predict')} {model.path.name} FILE --out OUT"
    return text_of("compare.kept", {"path": model.path.name, "command": command})
