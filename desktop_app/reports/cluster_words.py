"""Groups of rows in words: whether there are any, and what tells each apart, in counts."""

from desktop_app import counting
from desktop_app.records.clusters import Cluster, Grouping, Trait
from desktop_app.records.notices import Value
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.value_words import day_text, number_texts
from desktop_app.reports.verdict_words import VerdictWords

_OF = 100
FEWEST_TO_CHOOSE = 2  # columns
_ENDS = {  # of a range: whether it has a start and an end
    "number": {
        (False, True): "clusters.under",
        (True, False): "clusters.over",
        (True, True): "clusters.between",
    },
    "date": {
        (False, True): "clusters.before",
        (True, False): "clusters.since",
        (True, True): "clusters.days",
    },
}


def grouping_words(grouping: Grouping) -> VerdictWords:
    """Return how far the groups may be relied on."""
    level, found = grouping.level, grouping.stability
    values: dict[str, Value] = {
        "count": grouping.tried,
        "same": counting.count(found.share, _OF),
        "low": counting.low(found.low, _OF),
        "high": counting.high(found.high, _OF),
        "guess": counting.count(found.chance, _OF),
        "between": grouping.between,
        "rows": grouping.rows,
        "column": grouping.repeats,
        "share": grouping.repeated,
    }
    ground = f"verdict.{level}.groups.body" if level in ("guessing", "suspicious") else "verdict.groups.body"
    if level == "guessing" and grouping.found_again:
        ground = "verdict.guessing.groups.close.body"
    return VerdictWords(
        level=level,
        badge=text_of(f"verdict.level.{level}{'.groups' if level in ('suspicious', 'guessing') else ''}"),
        line="",
        headline=text_of(f"verdict.{level}.groups.head", values),
        support=text_of(ground, values),
        help=text_of(f"verdict.{level}.groups.help", values) if _is_helped(grouping) else "",
        extras=(),
    )


def _is_helped(grouping: Grouping) -> bool:
    """Return whether there is advice: of two columns none can be left out."""
    return grouping.level != "guessing" or len(grouping.features) > FEWEST_TO_CHOOSE


def group_name(place: int, own: str = "") -> str:
    """Return what the group at a place is called: its *own* name, or a number until a person names it."""
    return own or text_of("clusters.name", {"count": place + 1})


def near_texts(grouping: Grouping) -> list[str]:
    """Return the rows between groups, which two each is between, and how many more there are."""
    names = [group_name(place, one.name) for place, one in enumerate(grouping.clusters)]
    texts = [
        text_of(
            "clusters.row_between", {"row": one.row + 1, "name": names[one.group], "other": names[one.other]}
        )
        for one in grouping.near
    ]
    return [*texts, *filter(None, [near_more_text(grouping)])]


def near_more_text(grouping: Grouping) -> str:
    """Return how many rows near a border are not among those that are listed."""
    more = grouping.between - len(grouping.near)
    return text_of("clusters.between_more", {"count": more}) if more > 0 and grouping.near else ""


def share_text(count: int, rows: int) -> str:
    """Return how many rows a group has, and of how many."""
    return text_of("clusters.share", {"count": count, "rows": rows})


def traits_text(cluster: Cluster) -> str:
    """Return what tells a group apart."""
    return "; ".join(map(trait_text, cluster.traits)) or text_of("clusters.like_all")


def trait_text(trait: Trait) -> str:
    """Return one column that tells a group apart, in counts."""
    values: dict[str, Value] = {
        "column": trait.column,
        "share": counting.count(trait.share, _OF),
        "elsewhere": counting.count(trait.elsewhere, _OF),
    }
    if trait.kind == "category":
        return text_of("clusters.is", values | {"value": trait.value})
    if trait.start is not None and trait.start == trait.end:
        return text_of("clusters.is_number", values | {"value": _ends(trait)["start"]})
    code = _ENDS[trait.kind][trait.start is not None, trait.end is not None]
    return text_of(code, values | _ends(trait))


def _ends(trait: Trait) -> dict[str, Value]:
    ends = {name: end for name, end in (("start", trait.start), ("end", trait.end)) if end is not None}
    texts = map(day_text, ends.values()) if trait.kind == "date" else number_texts([*ends.values()])
    return dict(zip(ends, texts, strict=True))
