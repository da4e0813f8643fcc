"""How a new table fits a model, told before any row is answered."""

import math
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from desktop_app.errors import DataError
from desktop_app.models.changed_units import about_units
from desktop_app.models.concerned import Found, Looking, rows_concerned
from desktop_app.models.frames import day_text
from desktop_app.models.frequent import Frequent
from desktop_app.models.lacking import about_lacking
from desktop_app.models.left_out_rows import about_left_out
from desktop_app.models.matched import as_in, matched_in
from desktop_app.models.news import level_of, usually_unseen
from desktop_app.models.renamed import Likely, likely_renamed, suggested
from desktop_app.models.same_way import about_reading
from desktop_app.models.scaling import about_scalings, as_scaled, offered, scalings_in
from desktop_app.models.seen_before import about_repeated, about_seen
from desktop_app.models.shifted import ShiftCount, about_middle
from desktop_app.models.tallies import Counting, Tally, tallies_of
from desktop_app.models.unmet import UnmetCount
from desktop_app.records.matching import ColumnMatch, Suggestion
from desktop_app.records.models import FEWEST_FITTING, Feature, ModelCard, Preflight
from desktop_app.records.notices import Notice, Value, about, first_few
from desktop_app.records.tables import Table

MOST_SHOWN = 3  # values named in one line
_MOST_LACKING = 5  # columns named, where nearly all are
_EMPTIER = 0.1  # more of the rows than when it learned
_MOSTLY = 0.5  # of the cells that are not empty


def preflight(card: ModelCard, folder: Path, table: Table, learned_from: Path | None = None) -> Preflight:
    """Return what of the table a model can use and what it has never seen, counted over all rows.

    *learned_from* is the folder of the table that the model learned from, where that is there.
    """
    table, features = as_scaled(table), card.schema.features
    missing = tuple(name for name in card.schema.names if table.column(name) is None)
    there = [feature for feature in features if feature.name not in missing]
    mapped, likely = matched_in(card, table), likely_renamed(card, table, missing)
    unmet, shifts, found = UnmetCount(card.schema), ShiftCount(there), Found()
    looking = Counting(counts=(unmet, shifts), found=found)
    tallies = tallies_of(folder, table, [*there, *(pair.as_feature for pair in likely)], looking)
    suggestions = tuple(_suggestions(likely, tallies, table.rows))
    notices = [*_about_model(card), *_about_missing(card, missing, suggestions)]
    notices += [*_about_columns(card, table, missing), *_about_mapped(mapped)]
    notices += about_scalings(scaled := scalings_in(card, table))
    card = as_in(card, mapped)
    notices += about_reading(card, table)
    is_known = card.evaluation.is_tested  # of a model that was made elsewhere, no rows may have come along
    for feature in there:
        notices += _about_values(feature, tallies[feature.name], table.rows, knows_empty=is_known)
        notices += about_middle(feature, table.column(feature.name))
    if card.schema.is_impersonal and any(notice.code == "check.unseen" for notice in notices):
        notices.append(Notice(code="check.impersonal"))
    notices += shifts.notices(table)
    notices += unmet.notices(table.rows)
    notices += about_units(there, table)
    notices += about_left_out(card, folder, table)
    notices += about_repeated(folder, table)
    if learned_from:
        notices += about_seen(card, folder, table, learned_from)
    cautious = any(notice.level != "note" for notice in notices)
    return Preflight(
        fit="unfit" if missing else "caution" if cautious else "fits",
        rows=table.rows,
        notices=tuple(notices),
        missing=missing,
        mapped=mapped,
        suggestions=suggestions,
        needed=len(features),
        scaled=scaled,
        offers=offered(notices, card, table),
        concerned=rows_concerned(notices, found, unmet.first, Looking(card, folder, table, learned_from)),
    )


def check_missing(card: ModelCard, found: Preflight, allowed: Collection[str]) -> None:
    """Raise DataError where a column is missing that is not *allowed* to be."""
    missing = [name for name in found.missing if name not in allowed]
    if not missing:
        return
    if wrong := _wrong_file(card, missing, found.suggestions):
        named = first_few(missing, _MOST_LACKING)
        raise DataError("check.wrong_file", **wrong, count=len(missing), lacking=named)
    options = " ".join(likely.option for likely in found.suggestions if likely.column in missing)
    if options:
        raise DataError("cli.columns_renamed", columns=missing, options=options)
    raise DataError("cli.missing_columns", columns=missing)


def _wrong_file(
    card: ModelCard, missing: Sequence[str], suggestions: Sequence[Suggestion]
) -> dict[str, int] | None:
    """Return how few columns fit, also under other names, where that is another table; else None."""
    needed, likely = len(card.schema.features), {one.column for one in suggestions}
    matched = needed - sum(name not in likely for name in missing)
    return {"matched": matched, "columns": needed} if matched < FEWEST_FITTING * needed else None


def _about_model(card: ModelCard) -> list[Notice]:
    """Return that a model is not to be used, or only with care, whatever the file."""
    verdict = card.evaluation.verdict
    if verdict.is_for_use:
        return []
    return [
        Notice(code=f"check.{verdict.level}", level="caution" if verdict.level == "untested" else "problem")
    ]


def _about_missing(
    card: ModelCard, missing: Sequence[str], suggestions: Sequence[Suggestion]
) -> list[Notice]:
    if not missing:
        return []
    values: dict[str, Value] = {"count": len(missing), "columns": list(missing)}
    named = Notice(code="check.missing_many", values=values, columns=tuple(missing), level="problem")
    if wrong := _wrong_file(card, missing, suggestions):
        told = Notice(code="check.wrong_file", values={**wrong}, level="problem")
        return [told, named] if wrong["matched"] else [told]
    worth = about_lacking(card, missing[0]) if len(missing) == 1 else None
    return [worth or named]


def _about_columns(card: ModelCard, table: Table, missing: Sequence[str]) -> list[Notice]:
    notices = []
    needed = set(card.schema.names)
    target = table.column(card.schema.target)
    if not missing:
        notices.append(Notice(code="check.fits", values={"rows": table.rows, "columns": len(needed)}))
    if target is not None and target.missing < table.rows:
        values: dict[str, Value] = {"target": target.name, "count": table.rows - target.missing}
        notices.append(Notice(code="check.target_there", values=values, columns=(target.name,)))
    others = [column.name for column in table.columns if column.name not in needed | {card.schema.target}]
    if others:
        notices.append(Notice(code="check.extra", values={"count": len(others)}, columns=tuple(others)))
    return notices


def _about_mapped(mapped: Sequence[ColumnMatch]) -> list[Notice]:
    """Return which columns of the file are taken for columns of the model that it calls otherwise."""
    return [about(match.column, "check.mapped", source=match.source) for match in mapped]


def _suggestions(likely: Sequence[Likely], tallies: dict[str, Tally], rows: int) -> Iterator[Suggestion]:
    """Yield the columns that may be missing ones, with how many of their cells the model understands."""
    for pair in likely:
        tally = tallies[pair.column.name]
        strange = tally.unread.total() + tally.unseen.total()
        if pair.feature.type == "number":  # days go on: those beyond all that it has seen are usual
            strange += tally.beyond
        if found := suggested(pair, filled=rows - tally.empty, strange=strange):
            yield found


def _about_values(feature: Feature, tally: Tally, rows: int, *, knows_empty: bool) -> list[Notice]:
    notices, name = list[Notice](), feature.name
    filled = rows - tally.empty
    if (lost := tally.unread.total()) > _MOSTLY * filled:
        notices.append(about(name, "check.type", "caution", now="text", before=feature.type))
    elif lost:
        values = _most_frequent(tally.unread)
        notices.append(about(name, "check.not_read", "caution", count=lost, values=values))
    if feature.is_withheld and filled:
        notices.append(about(name, "check.withheld", "caution"))
    if tally.unseen:
        count, values = tally.unseen.total(), _most_frequent(tally.unseen)
        level = level_of(count, rows, usually_unseen(feature))
        notices.append(about(name, "check.unseen", level, count=count, values=values))
    if tally.beyond and feature.minimum is not None and feature.maximum is not None:
        ends: dict[str, Value] = {"min": feature.minimum, "max": feature.maximum}
        if feature.type == "date":
            ends = {"min": day_text(feature.minimum), "max": day_text(feature.maximum)}
        notices.append(about(name, "check.beyond", level_of(tally.beyond, rows), count=tally.beyond, **ends))
    if knows_empty and tally.empty and tally.empty / rows > _usually_empty(feature, rows):
        shares: dict[str, Value] = {"share": tally.empty / rows, "before": feature.missing_share}
        level = level_of(tally.empty, rows)
        notices.append(about(name, "check.empty", level, count=tally.empty, rows=rows, **shares))
    return notices


def _usually_empty(feature: Feature, rows: int) -> float:
    """Return the share of empty cells up to which a column of so many rows is as it was when it learned."""
    before = feature.missing_share
    luck = 2 * math.sqrt(before * (1 - before) / rows)
    return before + _EMPTIER + luck if before else 0.0


def _most_frequent(counts: Frequent) -> list[str]:
    return first_few([name for name, _cells in counts.most_common(MOST_SHOWN + 1)], MOST_SHOWN)
