"""What is said beside every answer, and instead of one; the one source of what the description says of it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from desktop_app.records.notices import Level


class Told(BaseModel):
    """An object that is answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Wrong(Told):
    """One thing that is wrong with a request."""

    place: Literal["body", "query", "header"] = Field(alias="in")
    pointer: str = Field(description="Where in it, as a JSON pointer.")
    detail: str


class Problem(Told):
    """Why a request is not answered (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="What is wrong, in one sentence.")
    hint: str = Field(description="What to do about it.")
    code: str = Field(description="The same for ever, for programs.")
    errors: list[Wrong] = Field(default=[], description="Each thing that is wrong.")


class Notice(Told):
    """Something to know: a code that stays the same, and a sentence."""

    code: str
    level: Level
    message: str
    columns: list[str]


class Failure(Told):
    """Why a job came to nothing."""

    code: str
    detail: str
    hint: str
