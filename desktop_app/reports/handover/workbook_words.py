"""The words of a workbook that answers for a model."""

import datetime
import re
from collections.abc import Iterator

from desktop_app import __version__
from desktop_app.language import localised, of_day
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Feature, ModelCard
from desktop_app.records.workbooks import Question, WorkbookWords
from desktop_app.reports.decision_words import decided_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.result_words import question_title
from desktop_app.reports.row_words import cell_words
from desktop_app.reports.verdict_words import verdict_words

MANY_ROWS = 200
_HEADINGS = (
    *("sheets.column", "sheets.row", "sheets.usual", "sheets.caution"),
    *("sheets.answer", "sheets.chance", "sheets.low", "sheets.high"),
)
_DAY = 86_400
_EPOCH = datetime.date(1970, 1, 1)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_MARKS = {name: f"{{{name}}}" for name in ("count", "low", "high")}


def words_of_workbook(
    card: ModelCard, decision: Decision | None, decimals: int, computing: tuple[str, str]
) -> WorkbookWords:
    """Return all texts of a workbook; *computing* names the two sheets that compute."""
    verdict = verdict_words(card.evaluation)
    warning = "" if card.evaluation.verdict.is_for_use else f"{verdict.badge}. {verdict.line} "
    return WorkbookWords(
        title=question_title(card.evaluation),
        verdict=f"{verdict.badge}. {verdict.headline}",
        level=verdict.level,
        sheets=(_sheet("sheets.one"), _sheet("sheets.many"), _sheet("sheets.about")),
        questions=tuple(_question(one) for one in card.schema.features if one.type != "text"),
        target=card.schema.target,
        classes=card.schema.classes,
        headings={code.partition(".")[2]: text_of(code) for code in _HEADINGS},
        fill=text_of("sheets.fill"),
        nothing=text_of("sheets.nothing"),
        chance=text_of("sheets.of_hundred", _MARKS),
        between=text_of("handover.between", _MARKS),
        paste=f"{warning}{text_of('sheets.paste', {'rows': MANY_ROWS})}",
        about=tuple(_about(card, decision, computing)),
        rows=MANY_ROWS,
        decimals=decimals,
        decision=decision,
    )


def _sheet(code: str) -> str:
    return _NOT_IN_NAMES.sub(" ", text_of(code))[:_LONGEST_NAME]


def _about(
    card: ModelCard, decision: Decision | None, computing: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield what must be known of the model, each with a heading; what there is nothing of is left out."""
    verdict = verdict_words(card.evaluation)
    learned = {"count": card.evaluation.learned_rows, "file": card.table, "day": of_day(card.created[:10])}
    texts = {
        "sheets.verdict": f"{verdict.badge}. {verdict.line} {verdict.headline} {verdict.support}",
        "sheets.use": verdict.help,
        "sheets.tested": " ".join(verdict.extras),
        "sheets.decision": decided_text(decision),
        "sheets.learned": text_of("sheets.learned_text", learned),
        "sheets.not_for": text_of("sheets.not_for_text"),
        "sheets.inside": text_of("sheets.inside_text"),
        "sheets.computed": text_of("sheets.computed_text", {"learned": computing[0], "work": computing[1]}),
        "sheets.made": text_of("sheets.made_text", {"version": __version__}),
    }
    for code, text in texts.items():
        if text.strip():
            yield text_of(code), text.strip()


def _question(feature: Feature) -> Question:
    label = f"{feature.name} ({feature.unit})" if feature.unit else feature.name
    if feature.type not in ("number", "date"):
        usual = text_of("sheets.listed", {"count": len(feature.levels)}) if feature.levels else ""
        new = text_of("sheets.new")
        return Question(column=feature.name, label=label, type="category", usual=usual, new=new)
    is_day = feature.type == "date"
    ends = [
        None if end is None else end / (_DAY if is_day else 1) for end in (feature.minimum, feature.maximum)
    ]
    low, high = (_shown(end, is_day=is_day) for end in (feature.minimum, feature.maximum))
    return Question(
        column=feature.name,
        label=label,
        type="date" if is_day else "number",
        usual=_usual(feature, low, high),
        minimum=ends[0],
        maximum=ends[1],
        outside=text_of("sheets.outside", {"low": low, "high": high}),
        unread=text_of("sheets.no_date" if is_day else "sheets.no_number"),
    )


def _usual(feature: Feature, low: str, high: str) -> str:
    if feature.type == "date":
        return text_of("sheets.days", {"low": low, "high": high}) if low and high else ""
    if feature.low is None or feature.high is None:
        return ""
    ends = {
        "low": cell_words(feature.low, beside=feature.high),
        "high": cell_words(feature.high, beside=feature.low),
    }
    return text_of("handover.usual", ends)


def _shown(end: float | None, *, is_day: bool) -> str:
    if end is None:
        return ""
    if not is_day:
        return localised(f"{end:.10g}")
    try:
        return of_day((_EPOCH + datetime.timedelta(days=end // _DAY)).isoformat())
    except OverflowError:
        return ""
