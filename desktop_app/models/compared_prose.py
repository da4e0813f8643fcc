"""The card of groups, or of what is usual, in plain words, as it travels inside the file."""

from desktop_app.language import mark, say
from desktop_app.models.prose import receipt_text
from desktop_app.records.compared_cards import ComparedCard

_GROUPS = mark("# Groups of rows")
_ODD = mark("# What is usual")
_FOR_GROUPS = mark('What it is for: to put newer rows like those in "{file}" into its {count} groups.')
_FOR_ODD = mark('What it is for: to say how odd newer rows are beside those in "{file}".')
_NOT_FOR = mark("What it is not for: rows of another kind, or of another time than its own.")
_LEARNED = mark("Learned from {rows} rows and these columns: {columns}.")
_REACHED = mark(
    "Of {held} old rows that were kept apart when the groups were made, {count} fitted none of them."
)
_HOLDS = mark(
    "This file holds no row of the table. It holds means of at least five rows, the ends of each column, and "
    "values that five rows or more share."
)
_HOLDS_GROUPS = mark(
    "This file holds no row of the table. It holds the middle of each group, the ends of each column, and "
    "values that five rows or more share."
)
MOST_NAMED = 30  # columns


def compared_card_text(card: ComparedCard) -> str:
    """Return what the file is for, what it learned from, how it was tested, and what it holds."""
    found, names = card.found, card.schema.names
    told = ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
    is_groups = found.grouping is not None
    lines = [
        say(_GROUPS if is_groups else _ODD),
        say(_FOR_GROUPS, {"file": card.table, "count": len(found.grouping.clusters)})
        if found.grouping
        else say(_FOR_ODD, {"file": card.table}),
        say(_NOT_FOR),
        say(_LEARNED, {"rows": card.rows, "columns": told}),
        *([reached_text(card)] if found.reached else []),
        holds_text(card),
        receipt_text(card.table_sha256, found.seed, card.versions["hunch"]),
    ]
    return "\n\n".join(lines) + "\n"


def reached_text(card: ComparedCard) -> str:
    """Return how many old rows fitted no group when they were not learned from."""
    reached = card.found.reached
    return say(_REACHED, {"held": reached.held, "count": reached.beyond}) if reached else ""


def holds_text(card: ComparedCard) -> str:
    """Return what the file holds of the table."""
    return say(_HOLDS_GROUPS if card.found.grouping else _HOLDS)
