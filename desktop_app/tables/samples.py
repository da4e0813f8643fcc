"""The tables that ship with the program, so that a person can try it before opening a file."""

from pathlib import Path

from desktop_app.language import _, mark
from desktop_app.paths import bundled
from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A table to try: its file in `ui/samples/`, the question it is for, and what stands in it."""

    key: str
    file: str
    target: str
    question: str
    rows_are: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return bundled("ui", "samples", self.file)

    @property
    def title(self) -> str:
        """The question, in the person's language."""
        return _(self.question)

    @property
    def about(self) -> str:
        """What one row is and what is asked of it, in the person's language."""
        return _(self.rows_are)


SAMPLES = (
    Sample(
        key="penguins",
        file="penguins.csv",
        target="species",
        question=mark("Which penguin is it?"),
        rows_are=mark("344 penguins, measured: one of three kinds"),
    ),
    Sample(
        key="houses",
        file="houses.csv",
        target="median_house_value",
        question=mark("What will a house cost?"),
        rows_are=mark("2,064 districts of California: a number"),
    ),
    Sample(
        key="customers",
        file="customers.csv",
        target="left",
        question=mark("Who will leave?"),
        rows_are=mark("1,500 customers, and a column that gives the answer away"),
    ),
)
