"""The sections that judge a model: the verdict, how good it is, and when it is wrong."""

from desktop_app import counting
from desktop_app.language import _, name, number, say
from desktop_app.records.reporting import ReportFacts
from desktop_app.records.results import Evaluation
from desktop_app.reports.confusion import ConfusionTable, confusion_table
from desktop_app.reports.deciding import USUAL
from desktop_app.reports.each_table import few_groups, group_heads, group_lines
from desktop_app.reports.each_words import each_lines
from desktop_app.reports.help_words import helps_of
from desktop_app.reports.insight_words import fails_texts, is_looked_into
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.bands import bands
from desktop_app.reports.pictures.calibration import calibration
from desktop_app.reports.pictures.each import each_group
from desktop_app.reports.pictures.pace import pace
from desktop_app.reports.pictures.ranking import precision_recall, roc
from desktop_app.reports.report.content import (
    Block,
    Judgement,
    Table,
    asides,
    bullets,
    figures,
    paragraphs,
)
from desktop_app.reports.result_words import baseline_text, confusion_text, misses_text, ranges_text
from desktop_app.reports.verdict_words import TONES, verdict_words

FEW_KINDS = 3  # up to so many, a heading has room for a sentence


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
    helps = [one.text for one in helps_of(facts.evaluation, facts.plan)]
    return (judgement, *paragraphs(words.help), *bullets(*helps, lead=text_of("help.title")))


def good_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return the score beside the simplest guess, right and wrong answers, and whether percentages fit."""
    evaluation = facts.evaluation
    ranking = (roc(evaluation), precision_recall(evaluation)) if is_expert else ()
    return (
        *paragraphs(
            baseline_text(evaluation),
            confusion_text(evaluation),
            misses_text(evaluation),
            ranges_text(evaluation),
            *each_lines(evaluation),
        ),
        *_of_groups(evaluation, is_expert=is_expert),
        *_right_and_wrong(evaluation),
        *_counted(facts),
        *figures(calibration(evaluation), pace(evaluation), *ranking, is_expert=is_expert),
    )


def _counted(facts: ReportFacts) -> tuple[Block, ...]:
    """Return that it answers by another line than the one these figures are counted at, if it does."""
    decision = facts.decision
    if decision is None or decision.chance == USUAL:
        return ()
    values = {"yes": decision.value, **counting.line(decision.chance)}
    return paragraphs(text_of("report.counted_usual", values))


def wrong_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return where it does worse than elsewhere; nothing where that was not looked into."""
    evaluation = facts.evaluation
    if not is_looked_into(evaluation):
        return ()
    found = bullets(*fails_texts(evaluation)) or paragraphs(text_of("why.fails_none"))
    return (*found, *figures(bands(evaluation), is_expert=is_expert))


def _of_groups(evaluation: Evaluation, *, is_expert: bool) -> tuple[Block, ...]:
    """Return the groups that have a model each, or a few of them, and the picture of all."""
    each = evaluation.each
    if each is None or not each.groups:
        return ()
    shown = few_groups(each)
    values = {"shown": len(shown), "count": len(each.groups), "column": each.column}
    heads = group_heads(evaluation, each)
    few = "each.table_few" if any(one.odd for one in shown) else "each.table_ends"
    table = Table(
        caption=text_of(few if len(shown) < len(each.groups) else "each.table", values),
        header=(name(each.column), _("Verdict"), *heads),
        rows=tuple(
            (name(one.name), ", ".join((one.level, *one.odd)), *one.cells)
            for one in group_lines(evaluation, each, shown)
        ),
        amounts=tuple(range(2, 2 + len(heads))),
    )
    return (table, *figures(each_group(each), is_expert=is_expert))


def _right_and_wrong(evaluation: Evaluation) -> tuple[Block, ...]:
    if evaluation.confusion is None:
        return ()
    shown = confusion_table(evaluation.confusion)
    table = Table(
        caption=text_of("report.right_wrong"),
        header=(_("Really there"), *(_said(label, shown) for label in shown.labels)),
        rows=tuple(
            (_really(line.label, shown), *(number(cell.count) for cell in line.cells)) for line in shown.lines
        ),
        amounts=tuple(range(1, len(shown.labels) + 1)),
    )
    joined = say("The {n} least frequent kinds are shown together as others.", {"n": shown.joined})
    return (table, *asides(joined if shown.joined else ""))


def _said(label: str, shown: ConfusionTable) -> str:
    return name(label) if len(shown.labels) > FEW_KINDS else say('said "{value}"', {"value": label})


def _really(label: str, shown: ConfusionTable) -> str:
    return name(label) if len(shown.labels) > FEW_KINDS else say('really "{value}"', {"value": label})
