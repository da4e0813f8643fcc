"""Records in words: the one door through which pages and the command line get their sentences."""

from desktop_app.reports.answers_words import answers_lines, cautions_text, preflight_lines, saved_lines
from desktop_app.reports.names import fit_word, job_title, kind_name, level_word, reason_word, type_word
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.reports.result_words import (
    baseline_text,
    candidate_text,
    confusion_text,
    importance_limit,
    importance_text,
    importance_title,
    left_out_text,
    misses_text,
    question_title,
    ranges_text,
    unused_text,
)
from desktop_app.reports.verdict_words import VerdictWords, verdict_words

__all__ = [
    "VerdictWords",
    "answers_lines",
    "baseline_text",
    "candidate_text",
    "cautions_text",
    "confusion_text",
    "fit_word",
    "importance_limit",
    "importance_text",
    "importance_title",
    "job_title",
    "kind_name",
    "left_out_text",
    "level_word",
    "misses_text",
    "notice_text",
    "preflight_lines",
    "question_title",
    "ranges_text",
    "reason_word",
    "saved_lines",
    "text_of",
    "type_word",
    "unused_text",
    "verdict_words",
]
