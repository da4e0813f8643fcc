"""A row that was tried, kept as a part of the person's note on the model, which its report shows."""

from desktop_app.reports.notice_words import text_of
from desktop_app.web.context import context
from desktop_app.web.trying.answer import answer_to
from desktop_app.web.trying.asking import Subject
from desktop_app.web.trying.cells import text_in
from desktop_app.web.trying.page import FIRST_FIELDS, real_text
from desktop_app.web.trying.trial import Trial, cells_of


def keep(subject: Subject, trial: Trial) -> str:
    """Write the row and its answer at the end of the note, and return what is said of that."""
    answer = answer_to(subject, trial)
    if answer.problem:
        return answer.problem.message
    if not answer.text:
        return answer.mend
    row, remarks = _row(subject, trial, answer.text), context().workspace.remarks
    return text_of("why.kept_done" if remarks.add_to_note(subject.training.id, row) else "why.kept_full")


def _row(subject: Subject, trial: Trial, answer: str) -> str:
    cells = cells_of(trial, subject.known)
    told = subject.shown[:FIRST_FIELDS]
    pairs = [(known.name, text_in(known, cells[known.name]) or text_of("why.empty")) for known in told]
    lines = [f"- {' '.join(name.split())}: {' '.join(text.split())}" for name, text in pairs]
    if others := len(subject.known) - len(told):
        lines.append(f"- {text_of('why.kept_others', {'count': others})}")
    real = real_text(trial.origin, subject.evaluation.target)
    return "\n".join(line for line in (text_of("why.kept"), *lines, answer, real) if line)
