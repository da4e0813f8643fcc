"""Words that go with an answer and typical rows, made for tests."""

from desktop_app.records.texts import AnswerWords, TextWords, TypicalRow, TypicalRows, Word

REFUND = Word(text="refund", found=41, others=3)
BROKEN = Word(text="arrived broken", found=12, others=1)


def words(*answers: AnswerWords, columns: tuple[str, ...] = ("note",), **facts: int | bool) -> TextWords:
    return TextWords(columns=columns, looked_at=900, counted=260, answers=answers, **facts)  # type: ignore[arg-type]  # counts, and whether


def answer(
    value: str = "yes", *told: Word, low: float | None = None, high: float | None = None
) -> AnswerWords:
    return AnswerWords(value=value, rows=60, others=200, words=told, low=low, high=high)


WORDS = words(answer("no"), answer("yes", REFUND, BROKEN))
TYPICAL = (
    TypicalRows(value="no", rows=(TypicalRow(row=3, chance=0.97),)),
    TypicalRows(value="yes", rows=(TypicalRow(row=12, chance=0.999), TypicalRow(row=0, chance=0.9))),
)
