"""What is said of a column of a new file that may be one that a model misses."""

from desktop_app.records.matching import Suggestion
from desktop_app.reports.notice_words import text_of


def suggestion_text(suggestion: Suggestion) -> str:
    """Return the question whether a column is the missing one, with what speaks for it."""
    values = {"column": suggestion.column, "suggestion": suggestion.source}
    if not suggestion.of:
        return text_of("check.renamed_text", values)
    return text_of("check.renamed", {**values, "matched": suggestion.matched, "of": suggestion.of})
