"""Columns of numbers that a new file has in another unit than the one that a model learned from."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.records.models import Feature
from desktop_app.records.notices import Notice, about
from desktop_app.records.tables import Table
from desktop_app.tables.columns.units import one_name


def about_units(features: Sequence[Feature], table: Table) -> list[Notice]:
    """Return for each column that is in another unit which one it is.

    Numbers without a unit are taken for those of the one that the model knows, as within a file.
    """
    notices = []
    for feature in features:
        column = table.column(feature.name)
        now = column.unit if column and column.factor == 1 else ""
        if now and feature.unit and one_name(now) != one_name(feature.unit):
            notices.append(about(feature.name, "check.unit", "caution", now=now, before=feature.unit))
    return notices


def cautions_of_units(features: Sequence[Feature], table: Table) -> list[Notice]:
    """Return the same as it is said of each row."""
    return [replace(notice, code="caution.unit") for notice in about_units(features, table)]
