"""From what the file of a forecast says of itself to the content of its report."""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.language import _, name, of_day
from desktop_app.models.forecast_prose import holds_text, purpose_texts
from desktop_app.models.prose import receipt_text
from desktop_app.records.forecast_cards import ForecastCard
from desktop_app.records.forecasts import SIMPLE, ForecastFound, SeriesAhead
from desktop_app.records.looking_ahead import WentOn
from desktop_app.records.record import dataclass
from desktop_app.records.reporting import ReportWishes, SectionName
from desktop_app.reports.forecast_card_words import CardWords, card_words, some_series_text
from desktop_app.reports.forecast_words import amounts_of, future_cells, remark_texts, until_text
from desktop_app.reports.hindsight_words import hindsight_lines
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.forecast_chart import forecast_chart
from desktop_app.reports.report.composing import put_together
from desktop_app.reports.report.content import (
    Block,
    Judgement,
    Report,
    Table,
    asides,
    bullets,
    figures,
    paragraphs,
)
from desktop_app.reports.report.printable import lines
from desktop_app.reports.verdict_words import TONES

MOST_SERIES, _MOST_STEPS = 6, 24  # that stand in a report
_OF_LOGARITHMS = "_log"
_OF = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of a forecast, with its words, and whether experts read it."""

    card: ForecastCard
    went: WentOn | None
    words: CardWords
    is_expert: bool
    note: str

    @property
    def found(self) -> ForecastFound:
        """What was found when it was learned."""
        return self.card.found

    @property
    def series(self) -> tuple[SeriesAhead, ...]:
        """What comes next: after the newer rows, where there are some."""
        return self.went.future.series if self.went else self.card.found.series


def compose_ahead(
    card: ForecastCard, wishes: ReportWishes, went: WentOn | None = None, *, note: str = ""
) -> Report:
    """Return the report of a forecast that its file tells all of.

    *went*: what came of newer rows; *note*: what the person wrote down. A section of which nothing is known
    is not in it.
    """
    words, is_expert = card_words(card), wishes.audience == "experts"
    known = _Known(card=card, went=went, words=words, is_expert=is_expert, note=note)
    found = {name: _BLOCKS[name](known) for name in wishes.wanted if name in _BLOCKS}
    about = text_of("ahead.about", {"target": card.found.asked.target, "file": card.table})
    return put_together(words.question, about, found, wishes)


def _short(known: _Known) -> tuple[Block, ...]:
    words = known.words.verdict
    judgement = Judgement(
        badge=words.badge,
        tone=TONES[words.level],
        line=words.line,
        headline=words.headline,
        support=words.support,
    )
    return (judgement, *paragraphs(words.help))


def _next(known: _Known) -> tuple[Block, ...]:
    found, went, shown = known.found, known.went, known.series[:MOST_SERIES]
    since = text_of("ahead.since", {"name": went.name}) if went else ""
    until = until_text(went.future, went.rows, found) if went else ""
    of = went.series if went else found.series_count
    return (
        *paragraphs(" ".join(filter(None, (since, until)))),
        *(block for one in shown for block in _of_series(one, known)),
        *asides(
            _("From and to: the range that is made for 8 of 10 real values."),
            some_series_text(len(shown), of) if found.asked.group else "",
        ),
    )


def _of_series(series: SeriesAhead, known: _Known) -> tuple[Block, ...]:
    """Return the picture of one series, and its steps."""
    found, asked = known.found, known.found.asked
    told = text_of("ahead.chart_of", {"group": name(asked.group), "name": name(series.name)})
    header = (name(asked.time), _("forecast"), _("from"), _("to"))
    cells = tuple(future_cells(series.future[:_MOST_STEPS], found))
    caption = told if asked.group else _("The steps ahead")
    table = Table(caption=caption, header=header, rows=cells, amounts=(1, 2, 3))
    more = len(series.future) - len(cells)
    drawn = forecast_chart(series, found) if series.past else None
    if drawn and asked.group:
        drawn = replace(drawn, title=f"{drawn.title} ({told})")
    return (
        *figures(drawn),
        *((table,) if cells else ()),
        *asides(text_of("forecast.more", {"count": more}) if more > 0 else ""),
    )


def _good(known: _Known) -> tuple[Block, ...]:
    """Return how far off it is by how far ahead, how many values its ranges held, and how it did since."""
    header = (_("ahead"), _("off by"), _("the simple way"), _("in their range"))
    rows = known.words.by_step
    caption = _("How far off it is, by how far ahead")
    steps = Table(caption=caption, header=header, rows=rows, amounts=(1, 2, 3))
    since = hindsight_lines(known.went.hindsight, known.found) if known.went else ()
    return (
        *paragraphs(*known.words.verdict.extras[:-1], " ".join(since)),
        *((steps,) if rows else ()),
    )


def _limits(known: _Known) -> tuple[Block, ...]:
    newer = remark_texts(known.went.future.remarks, known.found) if known.went else []
    remarks = dict.fromkeys((*known.words.remarks, *newer))
    return (*paragraphs(" ".join(purpose_texts(known.card))), *bullets(*remarks))


def _tried(known: _Known) -> tuple[Block, ...]:
    """Return each way that was tried, how far off it is, and how much it counts."""
    written = amounts_of(known.found)
    rows = tuple(
        (text_of(f"ahead.way.{way.name}"), written.near(way.miss), f"{way.weight * _OF:.0f}")
        for way in known.found.ways
    )
    header = (_("Way"), _("off by"), _("counts of 100"))
    return (Table(caption=_("Ways that were tried"), header=header, rows=rows, amounts=(1, 2)),) * bool(rows)


def _data(known: _Known) -> tuple[Block, ...]:
    rows = tuple((fact.name, fact.value) for fact in known.words.facts)
    holds = holds_text(known.found.asked.target)
    return (Table(caption=_("What it learned from"), header=(), rows=rows), *asides(holds))


def _tested(known: _Known) -> tuple[Block, ...]:
    """Return how it was tested, and how it looks ahead, with where that is described."""
    used = dict.fromkeys(way.name.removesuffix(_OF_LOGARITHMS) for way in known.found.ways if way.weight > 0)
    ways = [text_of(f"ahead.method.{way}") for way in used if way not in SIMPLE]
    lead = text_of("ahead.method.together" if ways else "ahead.method.simple")
    return (
        *paragraphs(*known.words.verdict.extras[-1:], text_of("ahead.method.tested"), lead),
        *bullets(*ways),
        *paragraphs(text_of("ahead.method.ranges")),
    )


def _proof(known: _Known) -> tuple[Block, ...]:
    card = known.card
    receipt = receipt_text(card.table_sha256, card.found.asked.seed, card.versions.get("hunch", ""))
    parts = ", ".join(f"{name(part)} {name(version)}" for part, version in card.versions.items())
    rows = (
        (_("Hash of the file it learned from (SHA-256)"), card.table_sha256),
        (_("Learned on"), name(of_day(card.created[:10]))),
        (_("Random seed"), str(card.found.asked.seed)),
        (_("Versions"), parts),
    )
    table = Table(caption=_("What the model depends on"), header=(), rows=rows)
    return (*paragraphs(receipt), *((table,) if known.is_expert else ()))


_BLOCKS: dict[SectionName, Callable[[_Known], tuple[Block, ...]]] = {
    "short": _short,
    "next": _next,
    "good": _good,
    "limits": _limits,
    "tried": _tried,
    "data": _data,
    "tested": _tested,
    "note": lambda known: paragraphs(*lines(known.note)),
    "proof": _proof,
}
