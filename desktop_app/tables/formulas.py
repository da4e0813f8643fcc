"""Text that a spreadsheet would take for a formula, and the mark that keeps it text."""

import re

MARK = "'"
NUMBER = r"[+-]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
HARMLESS = rf"(?:{NUMBER}|[+-]+)"  # also signs with nothing to reckon with: a "-" goes out as it came
_STARTS = r"[=+\-@\t\r\x00＝＋－＠]"

# A cell that has the mark already gets another, so that taking one off gives back what was there.
NEEDS_MARK = f"^'*{_STARTS}"
HAS_MARK = f"^'+{_STARTS}"


def without_mark(text: str) -> str:
    """Return the text as it was before it was marked."""
    return text.removeprefix(MARK) if re.match(HAS_MARK, text) else text
