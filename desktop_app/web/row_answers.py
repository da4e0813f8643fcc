"""What was found of which rows are alike, or odd, as its page shows it."""

from flask import url_for

from desktop_app.errors import AppError
from desktop_app.language import _, say
from desktop_app.records.clusters import Cluster, GroupedFile, Grouping
from desktop_app.records.jobs import Job
from desktop_app.records.jsonable import from_json
from desktop_app.records.oddness import OddFile
from desktop_app.records.record import dataclass
from desktop_app.records.stored import StoredTable
from desktop_app.reports.charts import Rect, parts_of
from desktop_app.reports.cluster_words import (
    group_name,
    grouping_words,
    near_more_text,
    share_text,
    trait_text,
)
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.odd_words import oddness_words
from desktop_app.reports.pictures.group_map import group_map
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.verdict_words import TONES, VerdictWords
from desktop_app.web.new_data import Saved, saved_of
from desktop_app.web.odd_list import OddList, odd_list
from desktop_app.web.recent import when
from desktop_app.web.row_columns import NUMBERS, CountedColumns, Counting, column_places, counted_columns
from desktop_app.web.row_questions import REPORT, Kept, Key, choice_of_last, journey_of, kept, looks
from desktop_app.web.watching import Watch, job_of, watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group."""

    place: int
    name: str
    own_name: str  # that a person gave it
    slot: int  # its colour in the bar
    rows: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A row between two groups, and its place in the table; nothing where the table has changed."""

    title: str
    address: str
    groups: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found last."""

    words: VerdictWords
    tone: str
    moment: str
    is_stale: bool
    job: str = ""  # that found it
    leave_out: int | None = None  # the position of the column that can be left out for it
    parts: tuple[Rect, ...] = ()  # how large each group is
    groups: tuple[Group, ...] = ()
    map: Picture | None = None
    between: str = ""  # how many rows are near a border, where the verdict does not say it
    near: tuple[Between, ...] = ()  # rows between groups
    near_more: str = ""  # how many more there are
    odd: OddList | None = None
    can_be_saved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsPage:
    """All that the page shows."""

    key: Key
    columns: CountedColumns
    watch: Watch | None
    problem: AppError | None  # why the last look came to nothing
    found: Found | None
    saving: Watch | None
    saved: Saved | None
    is_report: bool  # whether that is of a report

    @property
    def question(self) -> str:
        """What is asked."""
        return text_of("suggest.groups" if self.key == "alike" else "suggest.odd")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of groups, which can be asked for; 0: as many as are clear."""
        return NUMBERS


def rows_page(
    key: Key, stored: StoredTable, choice: Counting | None = None, job_id: str = "", show: int | None = None
) -> RowsPage:
    """Return what the page shows; *choice*: of columns, where one was just made; *show*: so many odd rows."""
    last = next(iter(looks(key, stored.id)), None)
    watched = watch(last) if last and last.state != "finished" else None
    found, saving = kept(key, stored), _saving(key, stored, job_id)
    return RowsPage(
        key=key,
        columns=counted_columns(choice or choice_of_last(key, stored), stored.table),
        watch=watched if watched and not watched.is_over else None,
        problem=watched.problem if watched else None,
        found=_found(key, found, stored, show) if found else None,
        saving=watch(saving) if saving and saving.state != "finished" else None,
        saved=saved_of(saving),
        is_report=saving is not None and saving.journey == REPORT,
    )


def _saving(key: Key, stored: StoredTable, job_id: str) -> Job | None:
    """Return the job that saves, as the address names it; another one is none."""
    if not job_id:
        return None
    job = job_of(stored.id, job_id, journey_of(key), REPORT)
    return job if job.params.get("out") else None


def _found(key: Key, last: Kept, stored: StoredTable, show: int | None) -> Found:
    return _alike(last, stored) if key == "alike" else _odd(last, stored, show)


def _alike(last: Kept, stored: StoredTable) -> Found:
    grouping = from_json(GroupedFile, last.job.result).grouping
    words = grouping_words(grouping)
    clusters = grouping.clusters
    groups = tuple(_group(place, one, grouping.rows) for place, one in enumerate(clusters))
    return Found(
        words=words,
        tone=_tone(words),
        moment=_moment(last),
        is_stale=last.is_stale,
        job=last.job.id,
        leave_out=_position(grouping.repeats, stored),
        parts=parts_of([(group.name, one.rows) for group, one in zip(groups, clusters, strict=True)]),
        groups=groups,
        map=group_map(grouping.map, [group.name for group in groups], grouping.rows)
        if grouping.map
        else None,
        between=_between(grouping),
        near=_near(grouping, groups, "" if last.is_stale else stored.id),
        near_more=near_more_text(grouping),
        can_be_saved=bool(groups) and not last.is_stale,
    )


def _between(grouping: Grouping) -> str:
    if grouping.level not in ("suspicious", "guessing") or not grouping.clusters:
        return ""
    return text_of("clusters.near", {"count": grouping.between, "rows": grouping.rows})


def _near(grouping: Grouping, groups: tuple[Group, ...], table_id: str) -> tuple[Between, ...]:
    return tuple(
        Between(
            title=say("Row {row}", {"row": one.row + 1}),
            address=url_for("data.of_table", table_id=table_id, row=one.row + 1) if table_id else "",
            groups=text_of(
                "clusters.in_between", {"name": groups[one.group].name, "other": groups[one.other].name}
            ),
        )
        for one in grouping.near
    )


def _group(place: int, cluster: Cluster, rows: int) -> Group:
    return Group(
        place=place,
        name=group_name(place, cluster.name),
        own_name=cluster.name,
        slot=parts_of([("", 1)] * (place + 1))[-1].slot,
        rows=share_text(cluster.rows, rows),
        traits=tuple(map(trait_text, cluster.traits)) or (text_of("clusters.like_all"),),
    )


def _odd(last: Kept, stored: StoredTable, show: int | None) -> Found:
    oddness = from_json(OddFile, last.job.result).oddness
    words = oddness_words(oddness, is_seen=bool(stored.marks))
    return Found(
        words=words,
        tone=_tone(words),
        moment=_moment(last),
        is_stale=last.is_stale,
        leave_out=_position(oddness.shared.column if oddness.shared else "", stored),
        odd=odd_list(oddness, stored, show, is_stale=last.is_stale),
        can_be_saved=not last.is_stale,
    )


def _position(column: str, stored: StoredTable) -> int | None:
    found = column_places(stored.table).get(column)
    return found.position if found else None


def _tone(words: VerdictWords) -> str:
    """Return the colour of a verdict; that there is nothing to find is an answer, and no fault."""
    return "" if words.level == "guessing" else TONES[words.level]


def _moment(last: Kept) -> str:
    return _("Found on {moment}.").format(moment=when(last.job.created))
