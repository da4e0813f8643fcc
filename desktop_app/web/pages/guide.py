"""Help: how it goes, the documents, the words of the program, its keys; and what the program is made of."""

from flask import Blueprint, render_template, request

from desktop_app.reports.documents.catalogue import documents_of
from desktop_app.reports.word_list import words_like
from desktop_app.web.about import about
from desktop_app.web.places import places_of

pages = Blueprint("guide", __name__)
_LONGEST = 100  # letters that are looked for


@pages.get("/help")
def show() -> str:
    """Show the help, with the words that are looked for and where else they stand; to a script only those."""
    find = request.args.get("find", "")[:_LONGEST]
    page = "guide/_words.html" if "HX-Request" in request.headers else "guide/show.html"
    return render_template(
        page, find=find, words=words_like(find), places=places_of(find), documents=documents_of
    )


@pages.get("/about")
def show_about() -> str:
    """Show the version, whom to ask, and the licences."""
    return render_template("guide/about.html", about=about())
