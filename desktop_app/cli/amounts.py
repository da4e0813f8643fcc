"""Numbers that options take, and their bounds, in words: click would write "float range" and "x>=1"."""

import click

from desktop_app.language import mark, number, say

FROM_TO = mark("{low} to {high}")
OR_MORE = mark("{low} or more")


class Amount(click.FloatRange):
    """A number within its bounds."""

    name = "number"

    def _describe_range(self) -> str:
        return bounds(self.min, self.max)


class WholeNumber(click.IntRange):
    """A whole number within its bounds."""

    name = "number"

    def _describe_range(self) -> str:
        return bounds(self.min, self.max)


SEED = WholeNumber(min=0, max=2**32 - 1)  # as the libraries take it


def bounds(low: float | None, high: float | None) -> str:
    """Return from where to where a number may reach; it has a low end."""
    ends = {"low": number(low or 0), "high": None if high is None else number(high)}
    return say(FROM_TO if ends["high"] else OR_MORE, ends)
