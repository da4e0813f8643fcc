"""Orders another reading of a table, and makes tables that were read in one way or another."""

from dataclasses import replace

from desktop_app.records.tables import Choice, Question, Recipe, SheetName, Table, Wishes
from tests.api.made import table

DAYS = ("01/02/2024", "03/04/2024")


ASKED = Question(
    code="import.date_question",
    column="months",
    examples=DAYS,
    choices=(
        Choice(reading="text", examples=DAYS),
        Choice(reading="date-dmy", examples=("1 Feb 2024", "3 Apr 2024")),
        Choice(reading="date-mdy", examples=("2 Jan 2024", "4 Mar 2024")),
    ),
)


BOOK = Recipe(
    format="xlsx",
    sheet="Data",
    range="B3:F40",
    header=3,
    sheets=(SheetName(name="Data"), SheetName(name='"><b>notes', is_hidden=True)),
)


def read_so(recipe: Recipe, *questions: Question) -> Table:
    return replace(table(), recipe=recipe, questions=questions)


CSV = Recipe(format="csv", encoding="utf-8", delimiter=",", wishes=Wishes(readings={"id": "text"}))
