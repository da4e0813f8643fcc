"""The formulas of a workbook computed here: the few that ours use, as Excel defines them."""

import io
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import numpy as np
import openpyxl
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

_LEVELS = ({"=", "<>", "<", ">", "<=", ">="}, {"&"}, {"+", "-"}, {"*", "/"}, {"^"})
_EPOCH = date(1899, 12, 30)
Later = Callable[[], Any]


def opened(content: bytes, *, data_only: bool = False) -> Any:
    """Return a workbook; bars in cells are an extension that is not read."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(io.BytesIO(content), data_only=data_only)


class Sheets:
    """A workbook whose cells are computed when they are asked for."""

    def __init__(self, content: bytes, filled: dict[tuple[str, str], Any]) -> None:
        self.book = opened(content)
        self._known: dict[tuple[str, str], Any] = dict(filled)

    def cell(self, sheet: str, place: str) -> Any:
        """Return the value of a cell; an empty one is an empty text."""
        if (sheet, place) not in self._known:
            found = self.book[sheet][place].value
            is_formula = isinstance(found, str) and found.startswith("=")
            value = _Parsed(self, sheet, found).whole() if is_formula else found
            self._known[sheet, place] = "" if value is None else value
        return self._known[sheet, place]

    def area(self, sheet: str, named: str) -> Any:
        """Return the cell, or the cells (rows, columns), that a formula on a sheet names."""
        if "!" in named:
            sheet, _, named = named.rpartition("!")
            sheet = sheet.strip("'").replace("''", "'")
        named = named.replace("$", "")
        if ":" not in named:
            return self.cell(sheet, named)
        rows = self.book[sheet][named]
        return np.array([[self.cell(sheet, one.coordinate) for one in row] for row in rows], dtype=object)


class _Parsed:
    def __init__(self, sheets: Sheets, sheet: str, formula: str) -> None:
        self._sheets, self._sheet = sheets, sheet
        self._tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
        self._place = 0

    def whole(self) -> Any:
        return self._level(0)()

    def _level(self, level: int) -> Later:
        if level == len(_LEVELS):
            return self._operand()
        left = self._level(level + 1)
        while self._is_next(Token.OP_IN) and self._tokens[self._place].value in _LEVELS[level]:
            sign = self._next().value
            left = partial(_joined, sign, left, self._level(level + 1))
        return left

    def _operand(self) -> Later:
        token = self._next()
        if token.type == Token.OP_PRE:
            inner = self._operand()
            return lambda: -_numbers(inner()) if token.value == "-" else inner()
        if token.subtype == Token.OPEN:
            arguments = [self._level(0)]
            while self._next().subtype != Token.CLOSE:
                arguments.append(self._level(0))
            return (
                arguments[0] if token.type == Token.PAREN else partial(_called, token.value[:-1], arguments)
            )
        return partial(self._value, token)

    def _value(self, token: Token) -> Any:
        if token.subtype == Token.RANGE:
            return self._sheets.area(self._sheet, token.value)
        if token.subtype == Token.TEXT:
            return token.value[1:-1].replace('""', '"')
        return token.value == "TRUE" if token.subtype == Token.LOGICAL else float(token.value)

    def _next(self) -> Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def _is_next(self, kind: str) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place].type == kind


def _joined(sign: str, left: Later, right: Later) -> Any:
    one, other = left(), right()
    if sign == "&":
        return _text(one) + _text(other)
    if sign in _LEVELS[0]:
        return np.vectorize(partial(_compared, sign), otypes=[bool])(one, other)[()]
    return _SIGNS[sign](_numbers(one), _numbers(other))


def _compared(sign: str, one: Any, other: Any) -> bool:
    first, second = ((isinstance(value, str), value) for value in (one, other))  # texts come behind numbers
    return {
        "=": first == second,
        "<>": first != second,
        "<": first < second,
        ">": first > second,
        "<=": first <= second,
        ">=": first >= second,
    }[sign]


def _numbers(value: Any) -> Any:
    return np.asarray(value, dtype=np.float64)[()]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:.15g}"


def _called(name: str, arguments: list[Later]) -> Any:
    if name == "IF":
        return arguments[1 if arguments[0]() else 2]()
    if name == "IFERROR":
        with np.errstate(all="raise"):
            try:
                return arguments[0]()
            except ArithmeticError:
                return arguments[1]()
    return _FUNCTIONS[name](*(one() for one in arguments))


def _product(*several: Any) -> Any:
    return np.sum(np.prod([_numbers(one) for one in np.broadcast_arrays(*several)], axis=0))


def _day(number: float) -> date:
    return _EPOCH + timedelta(days=int(number))


def _half_up(value: Any, digits: float) -> float:
    assert digits == 0
    return float(np.sign(value) * np.floor(np.abs(value) + 0.5))


_SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "ISERROR": lambda _: False,
    "ISNUMBER": lambda value: not isinstance(value, str),
    "OR": lambda *several: any(several),
    "MAX": lambda *several: max(np.max(_numbers(one)) for one in several),
    "MIN": lambda *several: min(np.min(_numbers(one)) for one in several),
    "SUM": lambda area: np.sum(_numbers(area)),
    "SUMSQ": lambda area: np.sum(_numbers(area) ** 2),
    "SUMPRODUCT": _product,
    "MMULT": lambda one, other: _numbers(one) @ _numbers(other),
    "INDEX": lambda area, place: np.ravel(area)[int(place) - 1],
    "MATCH": lambda value, area, _: 1 + np.ravel(area).tolist().index(value),
    "EXACT": lambda text, area: np.array(
        [[_text(one) == _text(text) for one in row] for row in np.atleast_2d(area)]
    ),
    "COLUMN": lambda area: 2 + np.arange(np.size(area))[None, :],  # all lists begin in the second one
    "COUNTA": lambda area: sum(one != "" for one in np.ravel(area).tolist()),
    "MOD": lambda value, by: value - by * np.floor(value / by),
    "INT": np.floor,
    "ABS": np.abs,
    "ROUND": _half_up,
    "LOG": lambda value, base: np.log(value) / np.log(base),
    "EXP": np.exp,
    "SIN": np.sin,
    "COS": np.cos,
    "YEAR": lambda value: _day(value).year,
    "MONTH": lambda value: _day(value).month,
    "FIXED": lambda value, digits: f"{value:,.{int(digits)}f}",
}
