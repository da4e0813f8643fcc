"""Words for "not known" that stand among the kinds of a column, and would count as a kind."""

from collections.abc import Iterator

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Bar, Column
from desktop_app.tables.findings.stored_rows import StoredRows, finding

_FEWEST_CELLS = 2
_MOST_OF_ALL = 0.9  # of the cells
# Only words that can hardly mean anything else: "none" may be a kind, as of contracts.
_WORDS = frozenset(
    (
        *("unknown", "not known", "n/k", "not available", "not specified", "unspecified", "not recorded"),
        *("missing", "no data", "undefined", "unbekannt", "keine angabe", "keine daten", "nicht bekannt"),
        *("fehlt", "inconnu", "inconnue", "non renseigné", "non précisé", "desconocido", "desconocida"),
        *("sin datos", "sin dato", "no consta", "sconosciuto", "sconosciuta", "non disponibile"),
        *("onbekend", "desconhecido", "desconhecida", "sem dados", "nieznany", "nieznana", "nieznane"),
        *("brak danych", "неизвестно", "нет данных"),
    )
)


def unknown_words(rows: StoredRows) -> Iterator[Notice]:
    """Yield which columns of kinds hold a word that says that the value is not known."""
    for column in rows.table.columns:
        bar = _bar_of_unknown(column, _MOST_OF_ALL * rows.filled(column))
        if bar and column.type in ("category", "yes/no"):
            values: dict[str, Value] = {"value": bar.label, "count": bar.count, "rows": rows.table.rows}
            yield finding("find.unknown", (column,), "note", **values)


def _bar_of_unknown(column: Column, most: float) -> Bar | None:
    """Return the most frequent value of a column that is such a word, in at most so many cells."""
    found = (bar for bar in column.top_values if bar.label.strip().lower() in _WORDS)
    return next((bar for bar in found if _FEWEST_CELLS <= bar.count <= most), None)
