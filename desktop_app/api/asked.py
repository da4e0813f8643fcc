"""What may be asked: the one source of what is checked and of what the description says."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from desktop_app.records.decisions import LARGEST_COST
from desktop_app.records.plans import TrainingPlan
from desktop_app.records.tables import MOST_COLUMNS

LONGEST_COLUMN = 10_000  # letters
LONGEST_KEY = 200
LONGEST_BUDGET = 7 * 24 * 3600  # seconds
LARGEST_SEED = 2**32 - 1  # as the libraries take it
MOST_ITEMS = 200
Format = Literal["csv", "xlsx", "parquet"]
FORMATS: dict[Format, str] = {"csv": ".csv", "xlsx": ".xlsx", "parquet": ".parquet"}
_ID = "^[0-9a-f]{16}$"

Id = Annotated[str, Field(pattern=_ID)]
ColumnName = Annotated[str, Field(min_length=1, max_length=LONGEST_COLUMN)]
NoneOrColumn = Annotated[str, Field(max_length=LONGEST_COLUMN)]  # empty: none
Columns = Annotated[list[ColumnName], Field(max_length=MOST_COLUMNS)]
Cost = Annotated[float, Field(ge=0, le=LARGEST_COST, allow_inf_nan=False)]


class Body(BaseModel):
    """An object of JSON: a text is not taken for a number, and a field that is misspelt is said to be."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Asked(BaseModel):
    """What stands in an address, where all is text."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OnePath(Asked):
    """The id of one thing."""

    thing: Annotated[str, Field(pattern=_ID, description="The id of the thing that is asked for.")]


class PartQuery(Asked):
    """Which part of a list: where `next` of the part before stands, and how much."""

    limit: Annotated[int, Field(ge=1, le=MOST_ITEMS, description="How many to answer with at most.")] = 50
    cursor: Annotated[
        str, Field(max_length=100, description='What stood under "next" of the part before; empty: begin.')
    ] = ""


class FileQuery(Asked):
    """In which form a file is written."""

    format: Format = "csv"


class TableQuery(Asked):
    """What the file that a request brings is called."""

    name: Annotated[
        str, Field(min_length=1, max_length=200, description="The name of the file, such as customers.csv.")
    ]


class KeyHeader(BaseModel):
    """A name of the caller's for one request, so that sending it twice makes one job."""

    model_config = ConfigDict(frozen=True)

    key: Annotated[
        str,
        Field(
            alias="Idempotency-Key",
            pattern=f"^[!-~]{{0,{LONGEST_KEY}}}$",
            description="For 24 hours, the same key and the same request lead to the same job.",
        ),
    ] = ""


class CostsAsked(Body):
    """What mistakes cost, where there are two answers: in any unit."""

    missed: Annotated[Cost, Field(description="A row of the rarer kind that was not found.")]
    false: Annotated[Cost, Field(description="A row that was taken for that kind and is none.")]


class TrainingAsked(Body):
    """What to learn; the names are those of the options of `hunch train`."""

    table: Annotated[Id, Field(description="The id of a table.")]
    target: Annotated[ColumnName, Field(description="The column to predict.")]
    name: Annotated[str, Field(max_length=200, description="Of the model; empty: the target's.")] = ""
    task: Annotated[
        Literal["auto", "classification", "regression"], Field(description="Which kind, or what number.")
    ] = "auto"
    exclude: Annotated[Columns, Field(description="Columns to leave out.")] = []
    include: Annotated[
        Columns, Field(description="Columns to learn from though they would be left out.")
    ] = []
    known: Annotated[Columns, Field(description="Columns that are known in time.")] = []
    all_known: Annotated[bool, Field(description="All columns are known in time.")] = False
    group: Annotated[
        NoneOrColumn, Field(description="Test on values of this column that it has not seen.")
    ] = ""
    time: Annotated[NoneOrColumn, Field(description="Test on the latest rows by this column.")] = ""
    any_row: Annotated[bool, Field(description="Neither matters: any row may test.")] = False
    budget_seconds: Annotated[
        float, Field(ge=1, le=LONGEST_BUDGET, allow_inf_nan=False, description="How long it may take.")
    ] = TrainingPlan(target="").budget
    seed: Annotated[int, Field(ge=0, le=LARGEST_SEED)] = 0
    readable: Annotated[bool, Field(description="Only a rule that fits on one page.")] = False
    costs: Annotated[CostsAsked | None, Field(description="What mistakes cost.")] = None


class MatchAsked(Body):
    """A column of the table that is used as one of the model's."""

    column: Annotated[ColumnName, Field(description="As the model calls it.")]
    source: Annotated[ColumnName, Field(description="As the table calls it.")]


class PredictionAsked(Body):
    """Which table to answer with which model; the names are those of the options of `hunch predict`."""

    model: Annotated[Id, Field(description="The id of a model.")]
    table: Annotated[Id, Field(description="The id of a table.")]
    map: Annotated[
        list[MatchAsked], Field(max_length=MOST_COLUMNS, description="Columns that have other names there.")
    ] = []
    allow_missing: Annotated[Columns, Field(description="Columns of the model to go without.")] = []
    explain: Annotated[bool, Field(description="Say for each row what moved its answer most.")] = False
