"""What was looked at on a computer, and what of it may be told to others."""

from desktop_app.records.record import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; where it is not fine, what follows and how to mend it."""

    code: str  # what was looked at, the same in every language
    thing: str
    value: str
    fine: bool = True
    effect: str = ""
    fix: str = ""
    told: str | int = ""  # the value as it may leave this computer; nothing where it may hold a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """One environment variable, the value that holds, and where it came from."""

    name: str
    value: str
    source: str
