"""One entry of the catalogue: a text with named placeholders, in one or two grammatical numbers."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """A text; with *more*, the form for several, and the placeholder whose number chooses between them."""

    one: str
    more: str = ""
    counted: str = "count"
