"""A model as one page that answers in any browser: a form, the model, and what reads it; no network."""

import base64
import hashlib
import json
import re
from functools import cache
from typing import Any

from desktop_app import __version__
from desktop_app.language import forms, of_day, spoken
from desktop_app.paths import bundled
from desktop_app.records.decisions import Decision
from desktop_app.records.models import Feature, ModelCard
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.report.html import pages
from desktop_app.reports.result_words import question_title
from desktop_app.reports.row_words import cell_words
from desktop_app.reports.verdict_words import verdict_words

_PAGE = "handover/page.html"
_SCRIPTS = ("features.js", "kinds.js", "model.js", "page.js")  # each after what it imports
_MODULE = re.compile(r"^(export |import .*$)", re.MULTILINE)
_DAY = 86_400
# What the script fills in; the marks are its own.
_SAID_BY_SCRIPT = ("handover.chance", "handover.between", "handover.outside", "handover.new")
_MARKS = {name: f"{{{name}}}" for name in ("count", "low", "high", "column", "value")}


def page_of_model(card: ModelCard, answers: str, decision: Decision | None, decimals: int) -> str:
    """Return the page of a model; *answers* is the model as `models.handover` packs it, in JSON."""
    evaluation = card.evaluation
    about = {
        "fields": [_field(feature) for feature in card.schema.features],
        "decision": None if decision is None else {"value": decision.value, "chance": decision.chance},
        "decimals": decimals,
        "signs": {"group": forms().group, "decimal": forms().decimal},
        "words": {code.partition(".")[2]: text_of(code, _MARKS) for code in _SAID_BY_SCRIPT},
    }
    page = pages().get_template(_PAGE)
    whole = page.render(
        language=spoken(),
        title=question_title(evaluation),
        verdict=verdict_words(evaluation),
        fields=card.schema.features,
        usual=_usual,
        target=card.schema.target,
        made=_made(card),
        policy=policy(),
        text=text_of,
    )
    pieces = {
        "style": f"<style>{_style()}</style>",
        "about": _data("about", json.dumps(about)),
        "answers": _data("answers", answers),
        "script": f"<script>{script()}</script>",
    }
    for name, piece in pieces.items():
        # No text of a table is like this mark: what it holds of signs is escaped.
        whole = whole.replace(f"<!-- {name} -->", piece, 1)
    return whole


@cache
def script() -> str:
    """Return the script of the page: the reader of models, and the form."""
    return "(() => {\n" + "\n".join(_MODULE.sub("", _read(name)) for name in _SCRIPTS) + "\n})();"


@cache
def policy() -> str:
    """Return the content policy of the page: its one script and style, and nothing from anywhere."""
    return (
        f"default-src 'none'; script-src '{_digest(script())}'; style-src '{_digest(_style())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _made(card: ModelCard) -> str:
    return text_of(
        "handover.made", {"version": __version__, "file": card.table, "day": of_day(card.created[:10])}
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _style() -> str:
    return _read("page.css")


@cache
def _read(name: str) -> str:
    return bundled("ui", "handover", name).read_text(encoding="utf-8")


def _data(name: str, text: str) -> str:
    """Return JSON as an element that a script reads; no sign in it begins or ends another one."""
    inside = text.replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{inside}</script>'


def _field(feature: Feature) -> dict[str, Any]:
    by = _DAY if feature.type == "date" else 1
    ends = [None if end is None else end / by for end in (feature.minimum, feature.maximum)]
    return {"name": feature.name, "type": feature.type, "minimum": ends[0], "maximum": ends[1]}


def _usual(feature: Feature) -> str:
    """Return between which numbers most rows lie; nothing for other columns."""
    if feature.type != "number" or feature.low is None or feature.high is None:
        return ""
    low, high = feature.low, feature.high
    values = {"low": cell_words(low, beside=high), "high": cell_words(high, beside=low)}
    return text_of("handover.usual", values)
