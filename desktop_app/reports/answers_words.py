"""What is said of the answers to a new file."""

from desktop_app import counting
from desktop_app.records.models import Answers, Preflight
from desktop_app.records.notices import Level
from desktop_app.records.orders import Written
from desktop_app.records.results import Evaluation
from desktop_app.reports.answers_meant import recalls, total, yes_and_no
from desktop_app.reports.notice_words import notice_text, text_of

OF_THE_MODEL = ("check.guessing", "check.suspicious", "check.untested")
CHANGED = ("check.divided", "check.multiplied")  # what is said wherever answers are told of
MANY_CAUTIONS = 0.2  # of the rows: from here on it is the file that differs, not some of its rows


def preflight_lines(preflight: Preflight) -> tuple[tuple[Level, str], ...]:
    """Return how a new file fits a model, a line each, with the level that marks it."""
    lines = ((notice.level, notice_text(notice)) for notice in preflight.notices)
    return tuple((level, text) for level, text in lines if text)


def answers_lines(answers: Answers, evaluation: Evaluation | None = None) -> tuple[str, ...]:
    """Return what came of answering a file: rows, the answers in short, and how many have a caution."""
    lines = (
        text_of("apply.done", {"rows": answers.rows}),
        _summary(answers, evaluation),
        cautions_text(answers),
    )
    return tuple(line for line in lines if line)


def _summary(answers: Answers, evaluation: Evaluation | None) -> str:
    if answers.counts:
        return _kinds_summary(answers, evaluation)
    if answers.low is None or answers.middle is None or answers.high is None:
        return ""
    decimals = evaluation.decimals if evaluation else 6
    written, spread = counting.Amounts(digits=3, decimals=decimals), answers.high - answers.low
    return text_of(
        "apply.summary_number",
        {
            "low": written.level(answers.low, beside=spread),
            "middle": written.level(answers.middle, beside=spread),
            "high": written.level(answers.high, beside=spread),
        },
    )


def _kinds_summary(answers: Answers, evaluation: Evaluation | None) -> str:
    yes = max(answers.counts, key=answers.counts.__getitem__)
    if evaluation and len(evaluation.classes) == 2:
        yes = yes_and_no(evaluation)[0]
    values: dict[str, object] = {"yes": yes, "count": answers.counts.get(yes, 0), "rows": answers.rows}
    if not (evaluation and evaluation.confusion and answers.rows):
        return text_of("apply.summary", values)
    tested = {recall.kind: recall.rows for recall in recalls(evaluation.confusion)}
    shares = {
        "share": answers.counts.get(yes, 0) / answers.rows,
        "before": tested.get(yes, 0) / total(evaluation.confusion),
    }
    # Out of a hundred, however few rows there are: two files are compared, and their counts stand beside it.
    counted_of = max(counting.DENOMINATORS[0], min(answers.rows, total(evaluation.confusion)))
    of = counting.denominator(counted_of, list(shares.values()))
    counted = {field: counting.count(share, of) for field, share in shares.items()}
    code = "apply.summary_counted" if of == answers.rows else "apply.summary_compared"
    return text_of(code, {**values, **counted, "of": of})


def cautions_text(answers: Answers) -> str:
    """Return how many rows have a caution; nothing when none has."""
    if not answers.cautions or any(notice.code in OF_THE_MODEL for notice in answers.preflight.notices):
        return ""  # every row has one then, and the file is not to blame
    many = answers.cautions > MANY_CAUTIONS * answers.rows
    return text_of(
        "apply.cautions_many" if many else "apply.cautions",
        {"count": answers.cautions, "rows": answers.rows},
    )


def saved_lines(written: Written, name: str) -> tuple[str, ...]:
    """Return that a file was written, and what was changed in it: cells to keep it safe, names of columns.

    Of a workbook it is said whether it is the one that came in.
    """
    lines = [_saved(written, name)]
    if written.workbook == "same":
        lines.append(text_of("save.same_workbook", {"count": len(written.added)}))
    if written.covered:
        lines.append(text_of("save.covered"))
    if written.why_new:
        lines += [text_of("save.new_workbook"), notice_text(written.why_new)]
    if written.marked_cells:
        is_csv = (written.parts[0].name if written.parts else written.path.lower()).endswith(".csv")
        code = "save.text_mark_csv" if is_csv else "save.text_mark"
        lines.append(text_of(code, {"count": written.marked_cells}))
    if written.renamed:
        lines.append(text_of("save.renamed", {"count": len(written.renamed), "names": list(written.renamed)}))
    return tuple(lines)


def _saved(written: Written, name: str) -> str:
    if not written.parts:
        return text_of("save.done", {"file": name, "size": written.size})
    first, *_others = written.parts
    values = {"count": len(written.parts), "folder": name, "file": first.name, "size": written.size}
    return text_of("save.parts", values)
