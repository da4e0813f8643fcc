"""The sections that judge a model: the verdict, how good it is, and when it is wrong."""

from collections.abc import Iterator

from desktop_app.language import _, name, number, say
from desktop_app.records.reporting import ReportFacts
from desktop_app.records.results import Evaluation
from desktop_app.reports.confusion import Cell, ConfusionTable, confusion_table
from desktop_app.reports.insight_words import fails_texts, is_looked_into
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.bands import bands
from desktop_app.reports.pictures.calibration import calibration
from desktop_app.reports.pictures.pace import pace
from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.pictures.ranking import precision_recall, roc
from desktop_app.reports.report.content import Block, BulletList, Figure, Judgement, Paragraph, Table
from desktop_app.reports.result_words import baseline_text, confusion_text, misses_text, ranges_text
from desktop_app.reports.verdict_words import TONES, verdict_words

FEW_KINDS = 3  # up to so many, a heading has room for a sentence
MOST_NUMBERS = 12  # rows of numbers under a picture, for experts


def short_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return the verdict, with the simplest guess beside it, and what would help."""
    words = verdict_words(facts.evaluation)
    judgement = Judgement(
        badge=words.badge,
        tone=TONES[words.level],
        line=words.line,
        headline=words.headline,
        support=words.support,
    )
    return (judgement, *paragraphs(words.help))


def good_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return the score beside the simplest guess, right and wrong answers, and whether percentages fit."""
    evaluation = facts.evaluation
    drawn = [calibration(evaluation), pace(evaluation)]
    if is_expert:
        drawn += [roc(evaluation), precision_recall(evaluation)]
    return (
        *paragraphs(
            baseline_text(evaluation),
            confusion_text(evaluation),
            misses_text(evaluation),
            ranges_text(evaluation),
        ),
        *_right_and_wrong(evaluation),
        *figures(drawn, is_expert=is_expert),
    )


def wrong_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return where it does worse than elsewhere; nothing where that was not looked into."""
    evaluation = facts.evaluation
    if not is_looked_into(evaluation):
        return ()
    found = fails_texts(evaluation)
    told: tuple[Block, ...] = (
        (BulletList(sentences=found),) if found else paragraphs(text_of("why.fails_none"))
    )
    return (*told, *figures([bands(evaluation)], is_expert=is_expert))


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each text that says something."""
    return tuple(Paragraph(text=text) for text in texts if text)


def asides(*texts: str) -> tuple[Paragraph, ...]:
    """Return the same in smaller type."""
    return tuple(Paragraph(text=text, is_aside=True) for text in texts if text)


def figures(drawn: list[Picture | None], *, is_expert: bool) -> Iterator[Figure]:
    """Yield the pictures that there are; experts read their numbers, too, where they are few."""
    for picture in drawn:
        if picture:
            yield Figure(picture=picture, has_numbers=is_expert and 0 < len(picture.rows) <= MOST_NUMBERS)


def _right_and_wrong(evaluation: Evaluation) -> tuple[Block, ...]:
    if evaluation.confusion is None:
        return ()
    shown = confusion_table(evaluation.confusion)
    table = Table(
        caption=text_of("report.right_wrong"),
        header=(_("Really there"), *(_said(label, shown) for label in shown.labels)),
        rows=tuple((_really(line.label, shown), *_counts(line.cells)) for line in shown.lines),
        amounts=tuple(range(1, len(shown.labels) + 1)),
    )
    joined = say("The {n} least frequent kinds are shown together as others.", {"n": shown.joined})
    return (table, *asides(joined if shown.joined else ""))


def _counts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(number(cell.count) for cell in cells)


def _said(label: str, shown: ConfusionTable) -> str:
    return name(label) if len(shown.labels) > FEW_KINDS else say('said "{value}"', {"value": label})


def _really(label: str, shown: ConfusionTable) -> str:
    return name(label) if len(shown.labels) > FEW_KINDS else say('really "{value}"', {"value": label})
