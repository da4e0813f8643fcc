"""What is answered of models that answer no rows."""

from typing import Literal

from pydantic import Field

from desktop_app.api.said import Told
from desktop_app.api.told import Part, Verdict


class OtherModel(Told):
    """A model that answers no rows: a forecast, or one that puts new rows beside its old ones."""

    id: str
    kind: Literal["forecast", "compared"]
    name: str
    created: str
    table_name: str
    target: str | None = Field(description="Of a forecast; null of others.")
    verdict: Verdict | None = Field(description="Null where nothing was tested.")


class OtherModels(Part):
    """Some of the models that answer no rows, the newest first."""

    items: list[OtherModel]
