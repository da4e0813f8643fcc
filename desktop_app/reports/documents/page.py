"""A document as part of a page: Markdown made HTML, its links led to where they go in the program."""

import html
import posixpath
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from desktop_app.records.record import dataclass
from desktop_app.reports.documents.catalogue import FILES, document_at
from desktop_app.reports.documents.sections import anchor_of, read_document, sections

Address = Callable[[str, str], str]  # of a kind, "document" or "file", and its key
_OUTLINE = "h2"  # the headings to jump to


class DeadLinkError(Exception):
    """A document names a place that is not in the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows of a document: its text, and the headings to jump to, each with its place."""

    body: Markup
    outline: tuple[tuple[str, str], ...]


def shown(source: str, address: Address) -> Shown:
    """Return a document without its title, which the page has. Raises DeadLinkError."""
    tokens = _reader().parse(read_document(source))
    end = next(place for place, token in enumerate(tokens) if token.type == "heading_close")
    tokens = tokens[end + 1 :]
    _furnish(tokens, source, address)
    # Markdown-it escapes all there is, and its HTML is switched off.
    body = Markup(_reader().renderer.render(tokens, _reader().options, {}))  # noqa: S704 - see above
    return Shown(body=body, outline=_outline(tokens))


@cache
def _reader() -> MarkdownIt:
    """Return what reads Markdown: plain HTML in it is text, and tables are known."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    reader.add_render_rule("fence", _code)
    reader.add_render_rule("table_open", _table)
    reader.add_render_rule("table_close", lambda *_about: "</table></div>\n")
    return reader


def _code(_renderer: Any, tokens: Sequence[Token], place: int, _options: Any, _environment: Any) -> str:
    """Return an example, which is reached by keys since it may be wider than the page."""
    return f'<pre tabindex="0"><code>{html.escape(tokens[place].content)}</code></pre>\n'


def _table(_renderer: Any, tokens: Sequence[Token], place: int, _options: Any, _environment: Any) -> str:
    label = html.escape(tokens[place].meta["label"])
    return (
        f'<div class="scroller tall" tabindex="0" role="group" aria-label="{label}"><table class="figures">\n'
    )


def _furnish(tokens: list[Token], source: str, address: Address) -> None:
    """Give headings their places, tables their names, amounts their class, and links their goals."""
    heading = ""
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[place + 1].content
            token.attrSet("id", anchor_of(heading))
        elif token.type == "table_open":
            token.meta["label"] = f"Table: {_words(tokens[place + 1 :])}"
        elif token.type in ("th_open", "td_open"):
            _furnish_cell(tokens[place : place + 3])
        for number, child in enumerate(token.children or ()):
            if child.type == "link_open":
                _lead(child, (token.children or [])[number + 1], source, address)


def _furnish_cell(cell: Sequence[Token]) -> None:
    begin, content, end = cell
    if begin.attrs.pop("style", ""):
        begin.attrSet("class", "amount")  # an inline style is not let through by our pages
    if not content.content:
        begin.tag = end.tag = "td"  # a heading that says nothing is none


def _words(tokens: Sequence[Token]) -> str:
    """Return the headings of the columns of a table, the empty ones left out."""
    heads = [
        tokens[place + 1].content.replace("`", "")
        for place, token in enumerate(tokens[: _end(tokens)])
        if token.type == "th_open"
    ]
    return ", ".join(filter(None, heads))


def _end(tokens: Sequence[Token]) -> int:
    return next(place for place, token in enumerate(tokens) if token.type == "thead_close")


def _lead(link: Token, words: Token, source: str, address: Address) -> None:
    """Give a link its goal; one that is called by the name of a document's file gets the document's own."""
    goal = str(link.attrGet("href"))
    link.attrSet("href", _goal(goal, source, address))
    document = document_at(_path(goal.partition("#")[0], source))
    if document and words.content.endswith(".md"):
        words.content = document.title


def _path(link: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), link)) if link else source


def _goal(link: str, source: str, address: Address) -> str:
    """Return the address of what a link names, seen from a document. Raises DeadLinkError."""
    path, _mark, place = link.partition("#")
    goal = _path(path, source)
    anchor = f"#{anchor_of(place)}" if place else ""
    if goal in FILES and not place:
        return address("file", goal)
    document = document_at(goal)
    if not document or (anchor and anchor[1:] not in {section.anchor for section in sections(goal)}):
        raise DeadLinkError(f"{source}: {link}")
    return address("document", document.key) + anchor


def _outline(tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (tokens[place + 1].content.replace("`", ""), str(token.attrGet("id")))
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == _OUTLINE
    )
