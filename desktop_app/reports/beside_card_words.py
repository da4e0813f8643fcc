"""What a file of groups, or of what is usual, says of itself, in words."""

from desktop_app.records.compared_cards import ComparedCard
from desktop_app.records.notices import first_few
from desktop_app.records.record import dataclass
from desktop_app.reports.beside_words import made_text
from desktop_app.reports.cluster_words import group_name, grouping_words, share_text, trait_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_words import VerdictWords

MOST_NAMED = 30  # columns


@dataclass(frozen=True, slots=True, kw_only=True)
class OldGroup:
    """One group of the old rows."""

    name: str
    size: str
    traits: tuple[str, ...]  # what tells it apart


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideCardWords:
    """All that is said of such a file before anything is compared with it."""

    question: str
    made: str
    verdict: VerdictWords | None  # of groups: how far they may be relied on
    groups: tuple[OldGroup, ...]
    odd: str  # how many of the old rows stood out
    reads: str


def beside_card_words(card: ComparedCard) -> BesideCardWords:
    """Return what the card says, in words."""
    grouping, oddness = card.found.grouping, card.found.oddness
    return BesideCardWords(
        question=beside_question(card),
        made=made_text(card),
        verdict=grouping_words(grouping) if grouping else None,
        groups=tuple(
            OldGroup(
                name=group_name(place, one.name),
                size=share_text(one.rows, card.rows),
                traits=tuple(map(trait_text, one.traits)) or (text_of("clusters.like_all"),),
            )
            for place, one in enumerate(grouping.clusters)
        )
        if grouping
        else (),
        odd=text_of("odd.at_home", {"count": oddness.count}) if oddness else "",
        reads=text_of("compare.reads", {"columns": first_few(card.schema.names, MOST_NAMED)}),
    )


def beside_question(card: ComparedCard) -> str:
    """Return what new rows are asked with it."""
    return text_of("kept_beside.asks_groups" if card.found.grouping else "kept_beside.asks_odd")
