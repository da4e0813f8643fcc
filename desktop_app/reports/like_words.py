"""Past rows like the one that is tried, and what would have to change in it, in words."""

import statistics
from collections.abc import Sequence

from desktop_app.records.asking import Ask, Changed, Like, Reply
from desktop_app.records.notices import first_few
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.row_words import Asked, amount_text, cell_words, class_of, looked_for

FEW_NEAR = 5  # rows about as like as rows of a table usually are to each other
MOST_NAMED = 6  # columns in one sentence


def similar_text(reply: Reply, asked: Asked, answer: str) -> str:
    """Return what became of the rows that are most like the one tried, which was answered with *answer*."""
    if not reply.like:
        return text_of("why.similar_none")
    outcomes = [like.outcome for like in reply.like]
    if asked.evaluation.task == "regression":
        return _amounts_text(reply.like, asked)
    yes = looked_for(asked, answer)
    return text_of("why.similar", {"count": len(outcomes), "yes_count": outcomes.count(yes), "yes": yes})


def few_text(reply: Reply) -> str:
    """Return that few rows are near; nothing where many are."""
    if not reply.like or reply.near >= FEW_NEAR:
        return ""
    return text_of("why.similar_few", {"count": reply.near})


def change_text(reply: Reply, asked: Asked) -> str:
    """Return what it would answer after the nearest change; nothing where there is none."""
    if not reply.changes:
        return ""
    if asked.evaluation.task != "regression":
        return text_of("why.change", {"answer": class_of(reply)})
    spread = (reply.high or 0.0) - (reply.low or 0.0)
    answer = reply.answer if reply.amount is None else amount_text(reply.amount, asked, beside=spread)
    return text_of("why.change_number", {"answer": answer})


def change_lines(changes: Sequence[Changed]) -> tuple[str, ...]:
    """Return each cell that would have to be another."""
    return tuple(
        text_of(
            "why.changed",
            {
                "column": one.column,
                "after": cell_words(one.after, beside=one.before),
                "before": cell_words(one.before, beside=one.after),
            },
        )
        for one in changes
    )


def already_text(question: Ask, reply: Reply) -> str:
    """Return that the class that is wanted is the answer as it is; nothing where it is not."""
    if not question.wanted or class_of(reply) != question.wanted:
        return ""
    return text_of("why.change_already", {"answer": question.wanted})


def no_change_text(question: Ask, asked: Asked) -> str:
    """Return that nothing was found, and which columns might have changed."""
    if not question.allowed:
        return text_of("why.change_nothing")
    allowed = {"allowed": first_few(question.allowed, MOST_NAMED)}
    if asked.evaluation.task != "regression":
        return text_of("why.change_none", allowed)
    return text_of("why.change_none_more" if question.more else "why.change_none_less", allowed)


def outcome_text(like: Like, asked: Asked) -> str:
    """Return what came of a past row."""
    if asked.evaluation.task != "regression":
        return like.outcome
    try:
        return cell_words(float(like.outcome))
    except ValueError:  # the file writes it in a way of its own
        return like.outcome


def _amounts_text(like: Sequence[Like], asked: Asked) -> str:
    try:
        amounts = [float(one.outcome) for one in like]
    except ValueError:  # the file writes them in a way of its own
        return text_of("why.similar_shown", {"count": len(like)})
    spread = max(amounts) - min(amounts)
    low, high, mean = (
        amount_text(one, asked, beside=spread)
        for one in (min(amounts), max(amounts), statistics.fmean(amounts))
    )
    return text_of("why.similar_number", {"count": len(amounts), "low": low, "high": high, "mean": mean})
