"""The whole catalogue: code -> sentence. A code is never given a second meaning."""

from desktop_app.reports import (
    sentences_amounts,
    sentences_apply,
    sentences_beside,
    sentences_cli,
    sentences_findings,
    sentences_import,
    sentences_learn,
    sentences_names,
    sentences_plan,
    sentences_reading,
    sentences_steps,
    sentences_typed,
    sentences_verdict,
    sentences_workbook,
)
from desktop_app.reports.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    **sentences_import.SENTENCES,
    **sentences_findings.SENTENCES,
    **sentences_reading.SENTENCES,
    **sentences_steps.SENTENCES,
    **sentences_typed.SENTENCES,
    **sentences_plan.SENTENCES,
    **sentences_learn.SENTENCES,
    **sentences_verdict.SENTENCES,
    **sentences_amounts.SENTENCES,
    **sentences_beside.SENTENCES,
    **sentences_apply.SENTENCES,
    **sentences_workbook.SENTENCES,
    **sentences_names.SENTENCES,
    **sentences_cli.SENTENCES,
}
