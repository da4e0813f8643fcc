"""The sections about the model itself: what matters to it, words of texts, and which models were tried."""

from dataclasses import replace

from desktop_app.language import _, duration
from desktop_app.records.explained import Effect, Explained
from desktop_app.records.reporting import ReportFacts
from desktop_app.records.results import Candidate, Evaluation
from desktop_app.reports.effect_words import pair_text, together_text
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.pictures.effects import effect_picture
from desktop_app.reports.pictures.importance import importance
from desktop_app.reports.report.content import Block, Table, asides, figures, paragraphs
from desktop_app.reports.result_words import (
    candidate_text,
    candidates_note,
    importance_title,
    models_tried,
    unused_text,
)
from desktop_app.reports.rule_words import rule_lines, rule_text
from desktop_app.reports.text_words import words_lead, words_note, words_of_answers

RARE = 5  # a value that fewer rows share may point to a person: it does not get into a report
_DRAWN, _DRAWN_FOR_EXPERTS = 3, 8  # columns with a curve of their own
_WITH_WORDS = 4  # answers whose words everyone reads


def matters_blocks(facts: ReportFacts, *, is_expert: bool) -> tuple[Block, ...]:
    """Return which columns it leans on, by how much, and what it does with them; as far as that is known."""
    evaluation, drawn = facts.evaluation, importance(facts.evaluation)
    undrawn = () if drawn else (importance_title(evaluation), unused_text(evaluation))
    return (
        *figures(drawn),  # its numbers stand in it
        *paragraphs(*undrawn),
        *(_effects(facts.explained, evaluation, is_expert=is_expert) if facts.explained else ()),
        *_words(evaluation, is_expert=is_expert),
        *(_rule(evaluation) if is_expert else ()),
    )


def tried_blocks(facts: ReportFacts) -> tuple[Block, ...]:
    """Return how the models that were tried did while practising."""
    evaluation = facts.evaluation
    tried = models_tried(evaluation)
    if not tried:
        return ()
    table = Table(
        caption=candidates_note(evaluation),
        header=(_("Model"), _("In the model"), _("Time")),
        rows=tuple(
            (candidate_text(one, evaluation), _part(one), duration(one.seconds) if one.seconds else "")
            for one in tried
        ),
        amounts=(1, 2),
    )
    return (table,)


def _effects(explained: Explained, evaluation: Evaluation, *, is_expert: bool) -> tuple[Block, ...]:
    most = _DRAWN_FOR_EXPERTS if is_expert else _DRAWN
    shared = [effect for effect in map(_without_rare, explained.effects) if len(effect.points) > 1][:most]
    drawn = (effect_picture(effect, place, explained, evaluation) for place, effect in enumerate(shared))
    pairs = explained.interactions if is_expert else ()
    return (
        *figures(*drawn),
        *asides(text_of("why.effect_limit") if shared else ""),
        *paragraphs(
            *(together_text(one, evaluation) for one in explained.together),
            *(pair_text(one, explained, evaluation) for one in pairs),
        ),
    )


def _without_rare(effect: Effect) -> Effect:
    """Return the curve without values of a category that few rows share."""
    if effect.kind != "category":
        return effect
    return replace(effect, points=tuple(point for point in effect.points if point.rows >= RARE))


def _words(evaluation: Evaluation, *, is_expert: bool) -> tuple[Block, ...]:
    """Return the words that go with each answer, each in five rows or more: a report shows no typical row."""
    answers = words_of_answers(evaluation)[: None if is_expert else _WITH_WORDS]
    tables = (Table(caption=one.first, header=one.header, rows=one.rows, amounts=(1, 2)) for one in answers)
    return (*paragraphs(words_lead(evaluation)), *tables, *asides(words_note(evaluation)))


def _rule(evaluation: Evaluation) -> tuple[Block, ...]:
    """Return a rule that can be read beside the model, where there is one."""
    lines = rule_lines(evaluation)
    if not lines:
        return ()
    rows = tuple((line.text, line.worth) for line in lines)
    return (Table(caption=rule_text(evaluation), header=(_("The rule"), _("How often it holds")), rows=rows),)


def _part(one: Candidate) -> str:
    """Return how much of the delivered model this one is: a share where it is several together."""
    if 0 < one.weight < 1:
        return f"{100 * one.weight:.0f} %"
    return _("chosen") if one.chosen else ""
