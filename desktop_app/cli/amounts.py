"""Numbers that options take, called so: click would call them a float range and an integer range."""

import click


class Amount(click.FloatRange):
    """A number within its bounds."""

    name = "number"


class WholeNumber(click.IntRange):
    """A whole number within its bounds."""

    name = "number"
