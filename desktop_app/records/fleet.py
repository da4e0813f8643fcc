"""What the programs of many computers report about the models that are in use on them."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedModel:
    """One model of a workspace, as its file was found by this check."""

    id: str
    name: str
    created: str  # ISO 8601, UTC
    content: str  # sha256 over what the model is, by which IT withdraws it; empty: the file cannot be read
    signed_by: tuple[str, ...]  # names of the keys that are trusted here
    intact: bool  # every part has the sha256 that the file names
    withdrawn: bool  # by the policy
    checked: str  # ISO 8601, UTC
    files: int  # that it answered in the window
    last_used: str | None  # ISO 8601, UTC: when the last of them came
    watches: int  # folders that it watches
