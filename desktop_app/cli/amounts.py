"""Numbers that options take, and their bounds, in words: click would write "float range" and "x>=1"."""

from math import isfinite
from typing import Any

import click
from click.types import FloatParamType, IntParamType

from desktop_app.language import mark, number, say

FROM_TO = mark("{low} to {high}")
OR_MORE = mark("{low} or more")
OUTSIDE = mark("{typed} does not fit: it takes {range}.")


class _Any(FloatParamType):
    name = "number"


class _AnyWhole(IntParamType):
    name = "number"


_ANY, _ANY_WHOLE = _Any(), _AnyWhole()


class Amount(click.FloatRange):
    """A number within its bounds."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number; it fails in words of ours, with what was typed."""
        found = _ANY.convert(value, param, ctx)
        if not isfinite(found) or not is_within(found, self):
            self.fail(outside(value, self), param, ctx)
        return float(found)

    def _describe_range(self) -> str:
        return bounds(self.min, self.max)


class WholeNumber(click.IntRange):
    """A whole number within its bounds."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; it fails in words of ours, with what was typed."""
        found = _ANY_WHOLE.convert(value, param, ctx)
        if not is_within(found, self):
            self.fail(outside(value, self), param, ctx)
        return int(found)

    def _describe_range(self) -> str:
        return bounds(self.min, self.max)


SEED = WholeNumber(min=0, max=2**32 - 1)  # as the libraries take it


def is_within(value: float, kind: Amount | WholeNumber) -> bool:
    """Return whether a number lies in the bounds of its option."""
    return (kind.min is None or value >= kind.min) and (kind.max is None or value <= kind.max)


def outside(typed: object, kind: Amount | WholeNumber) -> str:
    """Return that what was typed is out of the bounds of its option."""
    return say(OUTSIDE, {"typed": str(typed).strip(), "range": bounds(kind.min, kind.max)})


def bounds(low: float | None, high: float | None) -> str:
    """Return from where to where a number may reach; it has a low end."""
    ends = {"low": number(low or 0), "high": None if high is None else number(high)}
    return say(FROM_TO if ends["high"] else OR_MORE, ends)
