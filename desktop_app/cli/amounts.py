"""Numbers that options take, and their bounds, in words: click would write "float range" and "x>=1"."""

from math import isfinite
from typing import Any

import click
from click.types import FloatParamType, IntParamType

from desktop_app.language import mark, number, say

FROM_TO = mark("{low} to {high}")
OR_MORE = mark("{low} or more")
OUTSIDE = mark("{typed} does not fit: it takes {range}.")


class _InWords:
    """A number that is refused in words of ours, with what was typed."""

    name = "number"
    min: Any
    max: Any
    plain: Any  # reads a number that has no bounds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        found = self.plain.convert(value, param, ctx)
        if not isfinite(found) or (self.min or 0) > found or (self.max is not None and found > self.max):
            said = {"typed": str(value).strip(), "range": self._describe_range()}
            self.plain.fail(say(OUTSIDE, said), param, ctx)
        return found

    def _describe_range(self) -> str:
        return bounds(self.min, self.max)


class _Plain(FloatParamType):
    name = "number"


class _PlainWhole(IntParamType):
    name = "number"


class Amount(_InWords, click.FloatRange):
    """A number that need not be a whole one."""

    plain = _Plain()


class WholeNumber(_InWords, click.IntRange):
    """A whole number."""

    plain = _PlainWhole()


SEED = WholeNumber(min=0, max=2**32 - 1)  # as the libraries take it


def bounds(low: float | None, high: float | None) -> str:
    """Return from where to where a number may reach; it has a low end."""
    ends = {"low": number(low or 0), "high": None if high is None else number(high)}
    return say(FROM_TO if ends["high"] else OR_MORE, ends)
