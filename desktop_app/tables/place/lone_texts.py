"""Texts that stand alone in the last rows of a table, where every other row is filled in several columns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.tables.place.cell_kinds import kind_of

Row = Sequence[str]
Shape = tuple[str, ...]

_LEAST_WIDTH = 3  # columns: in fewer, a row with one cell is nothing special
_LEAST_ROWS = 2  # above them
_MOST = 20  # rows
_USUAL = 0.3  # of the cells of a column have its usual shape


def lone_texts(body: Sequence[Row], last: Sequence[Row], rows: int, width: int) -> int:
    """Return how many of the last of *rows* rows are notes below the table: one text in its first column.

    *body* and *last* are the first and the last rows; they may overlap. Where such a row stands anywhere
    else, or where the text looks like others of its column, it is a row of which the other cells are missing.
    """
    place = min((at for row in body for at, cell in enumerate(row) if cell), default=0)
    count = sum(1 for _row in _at_the_end(last, place))
    if width < _LEAST_WIDTH or not 0 < count <= _MOST:
        return 0
    above = [*body[: rows - count], *last[: len(last) - count]]
    if len(last) - count < _LEAST_ROWS or any(sum(map(bool, row)) < 2 for row in above):
        return 0
    column = Counter(row[place] for row in above if place < len(row) and row[place])
    texts = [row[place] for row in last[len(last) - count :]]
    return 0 if any(_is_usual(text, column) for text in texts) else count


def _at_the_end(rows: Sequence[Row], place: int) -> Iterator[Row]:
    """Yield the last rows with nothing but words at this place, from the bottom."""
    for row in reversed(rows):
        is_alone = place < len(row) and sum(map(bool, row)) == 1
        if not is_alone or kind_of(row[place]) != "words":
            return
        yield row


def _is_usual(text: str, column: Counter[str]) -> bool:
    """Whether a text is a value of its column: it stands there again, or many are shaped like it."""
    shape = _shape(text)
    alike = sum(count for cell, count in column.items() if _shape(cell) == shape)
    return text in column or alike >= _USUAL * max(1, column.total())


def _shape(text: str) -> Shape:
    """Return for each word of a text whether it holds digits, has a colon, begins with a capital letter."""
    return tuple(map(_shape_of_word, text.split()))


def _shape_of_word(word: str) -> str:
    if any(map(str.isdigit, word)):
        return "9"
    if ":" in word or "：" in word:
        return ":"
    return "A" if word[0].isupper() else "a" if word[0].isalnum() else "*"
