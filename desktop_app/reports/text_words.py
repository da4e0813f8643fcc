"""Words that go with an answer, as a person reads it: in counts of rows that did not find them."""

from desktop_app.language import _, number, say
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation
from desktop_app.records.texts import AnswerWords, TextWords, Word
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.verdict_numbers import Values, amounts_of

MOST_ANSWERS, MOST_WORDS = 10, 8  # also of a model file that a stranger made


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsOfAnswer:
    """The words that go with one answer: the clearest as a sentence, and all as a table."""

    title: str
    first: str
    header: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]  # the word, and two counts


def words_lead(evaluation: Evaluation) -> str:
    """Return which columns were looked through, and whether words were found; nothing where none were."""
    words = evaluation.words
    if words is None or not words.answers:
        return ""
    return text_of("words.lead" if words.are_found else "words.none", {"columns": list(words.columns)})


def words_note(evaluation: Evaluation) -> str:
    """Return in how many rows the words were found and counted; nothing where there is no word."""
    words = evaluation.words
    if words is None or not words.are_found:
        return ""
    told = [text_of("words.note", {"looked_at": words.looked_at, "counted": words.counted})]
    if words.are_drawn:
        told.append(text_of("words.drawn"))
    if words.kinds > len(words.answers):
        told.append(text_of("words.kinds", {"n": len(words.answers), "count": words.kinds}))
    return " ".join(told)


def words_of_answers(evaluation: Evaluation) -> tuple[WordsOfAnswer, ...]:
    """Return the words of each answer that has some."""
    return tuple(
        WordsOfAnswer(
            title=_title(answer, evaluation),
            first=word_text(answer.words[0], answer, evaluation),
            header=(
                _("Word"),
                say("of {count} such rows", {"count": answer.rows}),
                say("of {count} others", {"count": answer.others}),
            ),
            rows=tuple(
                (word.text, number(word.found), number(word.others)) for word in answer.words[:MOST_WORDS]
            ),
        )
        for answer in answers_with_words(evaluation.words)
    )


def words_lines(evaluation: Evaluation, most: int) -> tuple[str, ...]:
    """Return the first so many words of each answer, a sentence each, or that none was found."""
    answers = answers_with_words(evaluation.words)
    if not answers:
        return (words_lead(evaluation),)
    return tuple(word_text(word, answer, evaluation) for answer in answers for word in answer.words[:most])


def typical_lines(evaluation: Evaluation) -> tuple[str, ...]:
    """Return which rows of the table are the most typical of each class, counted from 1."""
    return tuple(
        text_of(
            "words.typical_rows",
            {"value": one.value, "rows": " · ".join(str(row.row + 1) for row in one.rows)},
        )
        for one in evaluation.typical
    )


def answers_with_words(words: TextWords | None) -> tuple[AnswerWords, ...]:
    """Return the answers that some word goes with."""
    return tuple(answer for answer in words.answers[:MOST_ANSWERS] if answer.words) if words else ()


def word_text(word: Word, answer: AnswerWords, evaluation: Evaluation) -> str:
    """Return in how many rows with an answer a word stands, and in how many others."""
    values: Values = {
        "word": word.text,
        "found": word.found,
        "rows": answer.rows,
        "others": word.others,
        "rest": answer.others,
    }
    return text_of(f"words.word_{_which(answer)}", values | _ends(answer, evaluation))


def _title(answer: AnswerWords, evaluation: Evaluation) -> str:
    return text_of(f"words.of_{_which(answer)}", _ends(answer, evaluation))


def _which(answer: AnswerWords) -> str:
    if answer.low is not None:
        return "high"
    return "kind" if answer.high is None else "low"


def _ends(answer: AnswerWords, evaluation: Evaluation) -> Values:
    """Return the class of an answer, or where its amounts begin or end."""
    values: Values = {"value": answer.value, "target": evaluation.target}
    if evaluation.task != "regression":
        return values
    written = amounts_of(evaluation)
    return values | {"low": written.low(answer.low or 0.0), "high": written.high(answer.high or 0.0)}
