"""Odd rows, and new rows beside old ones, as JSON."""

from collections.abc import Iterable

from desktop_app.records.compared_files import Placing, Scoring
from desktop_app.records.jsonable import JSON, to_json
from desktop_app.records.oddness import OddRow
from desktop_app.reports.beside_words import Compared
from desktop_app.reports.odd_words import reasons_text


def beside_json(compared: Compared) -> dict[str, JSON]:
    """Return what all new rows were told, and whether they are other rows."""
    told = _groups_json(compared, compared.placing) if compared.placing else {}
    told = _scoring_json(compared.scoring) if compared.scoring else told
    return {**told, "others": compared.are_others}


def _groups_json(compared: Compared, placing: Placing) -> dict[str, JSON]:
    return {
        "groups": [{"name": one.name, "before": one.before, "rows": one.now} for one in placing.shares],
        "none": placing.none,
        "none_before": to_json(compared.card.found.reached),
    }


def _scoring_json(scoring: Scoring) -> dict[str, JSON]:
    return {
        "of": scoring.usual,
        "count": scoring.oddness.count,
        "expected": scoring.oddness.by_chance,
        "upper": scoring.upper,
    }


def odd_rows_json(rows: Iterable[OddRow]) -> list[JSON]:
    """Return odd rows with their reasons, counted from 1."""
    return [
        {
            "row": row.row + 1,
            "less_odd": row.less_odd,
            "fault": row.is_fault,
            "description": reasons_text(row),
            "reasons": [to_json(reason) for reason in row.reasons],
        }
        for row in rows
    ]
