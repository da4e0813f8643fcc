"""The questions of a file that only a person can answer, in words."""

from collections.abc import Sequence

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Choice, Question
from desktop_app.reports.notice_words import text_of

AS_IT_STANDS = "text"  # the reading that decides nothing
UNANSWERED = "import.unanswered"


def question_text(question: Question) -> str:
    """Return the question, with a cell that the two readings take for different things."""
    values: dict[str, object] = {"column": question.column}
    readings = [choice for choice in question.choices if choice.reading != AS_IT_STANDS]
    if len(readings) >= 2 and question.examples:
        place = telling(question)
        first, second = (_example(choice, place) for choice in readings[:2])
        values |= {"raw": question.examples[place], "reading_a": first, "reading_b": second}
        values |= {"date_a": first, "date_b": second}
    return text_of(question.code, values | question.values)


def telling(question: Question) -> int:
    """Return the place of the first example that the readings take for different things."""
    readings = [choice.examples for choice in question.choices if choice.reading != AS_IT_STANDS]
    for place in range(len(question.examples)):
        if len({examples[place] for examples in readings if place < len(examples)}) > 1:
            return place
    return 0


def open_notices(questions: Sequence[Question]) -> tuple[Notice, ...]:
    """Return that questions are open, where columns stay text until one is answered; else nothing."""
    columns = tuple(
        question.column
        for question in questions
        if question.choices and question.choices[0].reading == AS_IT_STANDS
    )
    if not columns:
        return ()
    values: dict[str, Value] = {"count": len(questions), "columns": list(columns)}
    return (Notice(code=UNANSWERED, values=values, columns=columns, level="caution"),)


def _example(choice: Choice, place: int) -> str:
    return choice.examples[place] if place < len(choice.examples) else ""
