"""How the cells of a text table are told from each other."""

import re
from dataclasses import dataclass

_NONE = "\x1f"  # stands in for the delimiter of a table with one column: no letter that a person can type
_SEP_LINE = re.compile(r"\ufeff?\s*\"?sep=(.)\"?[ ,;\t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How the cells of a text table are told from each other."""

    delimiter: str = ""  # none: one column
    quote: str = '"'
    escape: str = ""  # stands before a quote that does not end its cell; none: such a quote is doubled
    skips_blanks: bool = False  # behind a delimiter

    @property
    def letter(self) -> str:
        """The delimiter as a CSV reader needs it: there is always one."""
        return self.delimiter or _NONE

    @property
    def is_plain(self) -> bool:
        """Whether every reader knows it: double quotes, doubled within a cell."""
        return self.quote == '"' and not self.escape and not self.skips_blanks


def delimiter_said(head: str) -> str:
    """Return the delimiter that the first line of a text names for spreadsheets, as in "sep=;"."""
    found = _SEP_LINE.match(head)
    return found[1] if found and found[1] not in "\r\n" else ""
