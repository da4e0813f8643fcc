"""The numbers that sentences carry: counts out of one denominator, and amounts with the digits that count."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from desktop_app.language import LONGEST, _, forms, localised, mark, number, say, ungrouped
from desktop_app.records.record import dataclass
from desktop_app.records.results import Evaluation

FEWER_THAN_ONE = mark("fewer than 1")
MORE_THAN = mark("more than {count}")
LESS_THAN = mark("less than {amount}")
DENOMINATORS = (100, 1_000, 10_000)
MOST_DIGITS = 6
FINEST = -300  # the power of ten beyond which a float holds nothing
_TINY = 1e-9  # so that 0.29 * 100 = 28.999999999999996 counts as 29
CELL_DIGITS, CELL_DECIMALS = 3, 2  # of a cell that is read; a price keeps its two decimals
_ALL_DIGITS = 17  # tell any two numbers apart
_WHOLE_FROM = 10_000  # middle values


def right(share: float, of: int) -> int:
    """Return how many of *of* are right; a half rounds down."""
    return math.ceil(share * of - 0.5 - _TINY)


def wrong(share: float, of: int) -> int:
    """Return how many of *of* are wrong; a half rounds up."""
    return math.floor(share * of + 0.5 + _TINY)


def low(share: float, of: int) -> int:
    """Return the low end of a range as a count, rounded down and never below 0."""
    return max(0, math.floor(share * of + _TINY))


def high(share: float, of: int) -> int:
    """Return the high end of a range as a count, rounded up and never above *of*."""
    return min(of, math.ceil(share * of - _TINY))


def count(share: float, of: int, *, is_wrong: bool = False) -> int | str:
    """Return a share as a count of *of*, so written that some never looks like none, nor nearly all like all.

    One above 0 that rounds to 0 is "fewer than 1"; of a hundred or more, nearly all are "more than 99".
    """
    counted = wrong(share, of) if is_wrong else right(share, of)
    if counted <= 0 < share:
        return _(FEWER_THAN_ONE)
    if counted >= of >= DENOMINATORS[0] and share < 1 - _TINY:
        return say(MORE_THAN, {"count": of - 1})
    return counted


def line(chance: float) -> dict[str, int | str]:
    """Return what fills {chance} and {of} of a sentence about a chance from which on something is done."""
    of = denominator(DENOMINATORS[-1], (chance, 1 - chance))
    return {"chance": count(chance, of), "of": of}


def denominator(tested: int, shares: Sequence[float], *, different: tuple[float, float] | None = None) -> int:
    """Return the one denominator for a page: the smallest of 100, 1,000 and 10,000 that tells enough.

    *shares* are those the page speaks of: none of them should be under 1 of the denominator. The two of
    *different* should not look equal. With fewer than 100 rows tested, those rows are the denominator.
    """
    if tested < DENOMINATORS[0]:
        return max(tested, 1)
    possible = [of for of in DENOMINATORS if of <= tested]
    return next((of for of in possible if _tells(of, shares, different)), possible[-1])


def _tells(of: int, shares: Sequence[float], different: tuple[float, float] | None) -> bool:
    if any(0 < share * of < 1 - _TINY for share in shares):
        return False
    return (
        different is None
        or different[0] == different[1]
        or right(different[0], of) != right(different[1], of)
    )


def page_of(evaluation: Evaluation) -> int:
    """Return the denominator of every count on a training's pages."""
    score, guess = evaluation.score, evaluation.baseline.value
    if not score.rows:  # nobody tested it: only files that were answered later are counted
        return DENOMINATORS[0]
    if score.metric == "mean_absolute_error":
        return denominator(score.rows, ())
    return denominator(
        score.rows, (score.value, guess, 1 - score.value, 1 - guess), different=(score.value, guess)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Writes numbers in the unit of the target, with the digits that count and the decimals the file has."""

    digits: int
    decimals: int
    most_decimals: int | None = None  # where numbers stand side by side
    may_be_year: bool = True  # a level of four digits, so that it is not grouped

    def alike(self, values: Iterable[float]) -> "Amounts":
        """Return how numbers are written side by side: with no more decimals than the largest of them."""
        return replace(self, most_decimals=max(0, -self._exponent(max(map(abs, values), default=0.0))))

    def near(self, value: float) -> str:
        """Return the number as it is read; a half rounds up, for it is said of misses."""
        return self.less(value) or _written(value, self._exponent(value), _half_up)

    def less(self, value: float) -> str:
        """Return "less than 0.01" of a number that would be 0 beside the others; of all others nothing."""
        least = 10.0 ** -(self.most_decimals or 0)
        if self.most_decimals is None or not 0 < value < least / 2:
            return ""
        return say(LESS_THAN, {"amount": number(least, decimals=self.most_decimals)})

    def low(self, value: float) -> str:
        """Return the low end of a range, rounded down."""
        return _written(value, self._exponent(value), lambda steps: math.floor(steps + _TINY))

    def high(self, value: float) -> str:
        """Return the high end of a range, rounded up."""
        return _written(value, self._exponent(value), lambda steps: math.ceil(steps - _TINY))

    def level(self, value: float, *, beside: float) -> str:
        """Return a value such as a mean, no finer than the miss or the spread *beside* it."""
        text = _written(value, self._exponent(beside), _half_up)
        return as_year(text) if self.may_be_year and not self.decimals else text

    def _exponent(self, value: float) -> int:
        """Return the power of ten that the number is rounded to."""
        if value == 0 or not math.isfinite(value):
            return -self.decimals
        wanted = max(FINEST, math.floor(math.log10(abs(value))) - self.digits + 1)
        # What is smaller than the file's last decimal must not look like nothing.
        finest = wanted if abs(value) < 10**-self.decimals else max(wanted, -self.decimals)
        return finest if self.most_decimals is None else max(finest, -self.most_decimals)


def decimals_of_two_digits(value: float) -> int:
    """Return with how many decimals a number shows two digits that count."""
    return max(0, 1 - math.floor(math.log10(value))) if value > 0 and math.isfinite(value) else 0


def as_year(text: str) -> str:
    """Return a number of four digits or fewer without a sign between its thousands: it may be a year."""
    return ungrouped(text) if len(text.partition(forms().decimal)[0].lstrip("-")) <= len("9,999") else text


def as_read(cell: float, *, beside: Iterable[float] = ()) -> str:
    """Return a number of a column as it is read: all that stands before its decimals, and about three digits.

    It is not grouped, for it may be a year. It has more digits where without them it might seem to lie on
    the other side of a number *beside* it.
    """
    return localised(with_a_point(cell, beside=beside))


def with_a_point(cell: float, *, beside: Iterable[float] = ()) -> str:
    """Return the same in every language, with a point before its decimals."""
    gap = min((abs(cell - other) for other in beside if other != cell), default=math.inf)
    texts = (_cell_text(cell, digits) for digits in range(CELL_DIGITS, _ALL_DIGITS + 1))
    return next((text for text in texts if abs(float(text) - cell) < gap / 2), _cell_text(cell, _ALL_DIGITS))


def without_cents(middles: Mapping[str, object]) -> dict[str, float]:
    """Return those of some middle values that lose their decimals: of 10,000 and more, if all stay different.

    A price has its cents, but what half of many prices are below is not known to the cent.
    """
    large = {key: one for key, one in middles.items() if isinstance(one, float) and abs(one) >= _WHOLE_FROM}
    whole = {key: float(round(one)) for key, one in large.items()}
    return whole if len(set(whole.values())) == len(set(large.values())) else {}


def _cell_text(cell: float, digits: int) -> str:
    if not 1 / 10**digits <= abs(cell) < LONGEST:
        return f"{cell:.{digits}g}" if cell else "0"
    if cell == round(cell, CELL_DECIMALS):
        decimals = CELL_DECIMALS
    else:
        decimals = max(0, digits - 1 - math.floor(math.log10(abs(cell))))
    text = f"{cell:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _half_up(steps: float) -> int:
    return math.floor(steps + 0.5 + _TINY)


def _written(value: float, exponent: int, rounded: Callable[[float], int]) -> str:
    if not math.isfinite(value):
        return number(value)
    if abs(value) >= LONGEST:
        return number(
            rounded(value / 10**exponent) * 10**exponent,
            digits=max(1, math.floor(math.log10(abs(value))) - exponent + 1),
        )
    if exponent >= 0:
        return number(rounded(value / 10**exponent) * 10**exponent)
    return number(rounded(value * 10**-exponent) / 10**-exponent, decimals=-exponent)


def amounts(*, tested: int, decimals: int, different: tuple[float, float] | None = None) -> Amounts:
    """Return how numbers in the target's unit are written on a page where so many rows were tested.

    The two numbers of *different* take more digits, also more than the file has, until they look different.
    """
    chosen = Amounts(digits=2 if tested < 1000 else 3, decimals=decimals)
    if different is None or different[0] == different[1]:
        return chosen
    while chosen.digits < MOST_DIGITS and chosen.near(different[0]) == chosen.near(different[1]):
        chosen = Amounts(digits=chosen.digits + 1, decimals=chosen.decimals + 1)
    return chosen
