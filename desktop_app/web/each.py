"""One model for each group: what is chosen before learning, and the groups of a result as lists."""

from collections.abc import Mapping

from desktop_app.engine.roles import are_codes
from desktop_app.records.each import FEWEST_GROUPS, FEWEST_OWN, MOST_GROUPS, NO_GROUPS, Each, GroupResult
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.tables import Column, Table
from desktop_app.reports.each_table import GroupLine, group_heads, group_lines, worst_first
from desktop_app.reports.each_words import each_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.each import each_group
from desktop_app.reports.pictures.picture import Picture
from desktop_app.tables.columns.id_names import is_id_name, names_kinds, names_things
from desktop_app.web.listing import Stretch, stretch_of, wanted_in, with_words

_FILTERS = ("all", "better", "unclear", "few", "odd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to which groups have a model of their own, as the form sends it."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice of groups, with how many there are of it."""

    key: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EachPart:
    """What the results say of them."""

    title: str
    lines: tuple[str, ...]
    picture: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EachPage:
    """The groups that have a model each."""

    column: str
    title: str
    lead: tuple[str, ...]
    is_pooled: bool  # one model answers for all
    heads: tuple[str, ...]  # of the numbers
    picture: Picture | None
    filters: tuple[Filter, ...]
    kind: str
    find: str
    found: str  # which are listed, and of how many
    lines: tuple[GroupLine, ...]
    before: int | None  # where the list before, and the one behind, begins
    after: int | None


def each_options(table: Table, target: int, chosen: int | None) -> tuple[Option, ...]:
    """Return whether there may be a model for each value of a column; nothing where no column is fit."""
    fit = [one for one in table.columns if one.position != target and _is_fit(one, table)]
    if not fit:
        return ()
    is_one = chosen not in [one.position for one in fit]
    options = [
        Option(
            value=str(one.position),
            text=text_of("each.choice", {"column": one.name, "count": one.distinct}),
            is_chosen=one.position == chosen,
        )
        for one in fit
    ]
    return Option(value="", text=text_of("each.one_for_all"), is_chosen=is_one), *options


def _is_fit(column: Column, table: Table) -> bool:
    """Return whether most values of a column have enough rows for a model of their own."""
    if column.type in NO_GROUPS or (column.type == "number" and not _names_groups(column)):
        return False
    filled = table.rows - column.missing
    return FEWEST_GROUPS <= column.distinct <= MOST_GROUPS and filled >= FEWEST_OWN * column.distinct


def _names_groups(column: Column) -> bool:
    """Return whether numbers are names, as those of shops, and not amounts."""
    heading = column.in_file
    is_named = is_id_name(heading) or names_kinds(heading) or names_things(heading)
    return column.whole and (is_named or are_codes(column))


def each_part(evaluation: Evaluation) -> EachPart | None:
    """Return what the results say of the groups; None where one model answers for all rows."""
    if (each := evaluation.each) is None:
        return None
    title = text_of("each.title", {"column": each.column})
    return EachPart(title=title, lines=each_lines(evaluation), picture=each_group(each))


def each_page(evaluation: Evaluation, told: Mapping[str, str]) -> EachPage | None:
    """Return what an address tells to show of the groups; None where one model answers for all rows."""
    each = evaluation.each
    if each is None:
        return None
    kind = told.get("kind", "") if told.get("kind", "") in _FILTERS else "all"
    find = wanted_in(told)
    listed = _listed(each, kind, find)
    part = stretch_of(told, len(listed))
    return EachPage(
        column=each.column,
        title=text_of("each.title", {"column": each.column}),
        lead=each_lines(evaluation),
        is_pooled=each.is_pooled,
        heads=group_heads(evaluation, each),
        picture=each_group(each),
        filters=tuple(
            Filter(key=key, text=_filter_text(each, key), is_chosen=key == kind) for key in _FILTERS
        ),
        kind=kind,
        find=find,
        found=_found(find, part, len(listed)),
        lines=group_lines(evaluation, each, listed[part.start : part.end]),
        before=part.before,
        after=part.after,
    )


def _listed(each: Each, kind: str, find: str) -> list[GroupResult]:
    """Return the groups of a kind with all words of *find*: the odd ones first, then the worst."""
    groups = _of_kind(each, kind)
    found = [groups[at] for at in with_words([one.name for one in groups], find)]
    return worst_first(found)


def _of_kind(each: Each, kind: str) -> list[GroupResult]:
    if kind == "odd":
        return [one for one in each.groups if one.odd]
    return [one for one in each.groups if kind in ("all", one.level)]


def _filter_text(each: Each, key: str) -> str:
    return text_of(f"each.filter.{key}", {"count": len(_of_kind(each, key))})


def _found(find: str, part: Stretch, count: int) -> str:
    if not count:
        return text_of("each.none", {"find": find}) if find else text_of("each.none_here")
    return text_of("each.found", {"first": part.start + 1, "last": part.end, "count": count})
