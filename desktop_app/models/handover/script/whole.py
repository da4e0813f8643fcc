"""A model as a script of plain scikit-learn that learns it again from its file, and answers as it does.

What learns and what prepares is the engine's own text (`sources`); what was decided, as which kinds were
chosen and how they were set, is written out; all between is `ui/handover/script.txt`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from desktop_app.engine.kinds.boosting import Logarithm
from desktop_app.engine.kinds.portfolio import KINDS
from desktop_app.engine.model import Member
from desktop_app.engine.predictor import Predictor
from desktop_app.models.handover.script.facts import Learning, Reading
from desktop_app.models.handover.script.sources import carried
from desktop_app.paths import bundled
from desktop_app.records.decisions import Decision
from desktop_app.records.results import KindName

_TEMPLATE = ("ui", "handover", "script.txt")
_IMPORTS = (  # of the template
    *("import argparse", "import re", "import sys", "import numpy as np", "import pandas as pd"),
    *("from dataclasses import dataclass", "from typing import Any"),
    "from threadpoolctl import threadpool_limits",
)
_ANY_ROWS = 2**40  # more than there are
_PLACE = re.compile(r"^#\| (\w+)$", re.MULTILINE)
_ENGINE = "desktop_app.engine."
_OWN: Mapping[KindName, tuple[str, str]] = {  # kinds that learn by code of ours
    "kernel": ("kinds.kernel", "Kernel"),
    "network": ("kinds.network", "Network"),
    "rule": ("kinds.rule", "OneRule"),
}
_ALWAYS = {
    "cells": ("read_cells", "LARGEST"),
    "features.preparation": ("Preparation",),
    "kinds.kind": ("Lesson", "answers_of"),
    "model": ("settled", "blended"),
    "target": ("outcome_of",),
    "evaluation.intervals": ("Intervals",),
}
_HELD_BACK = {"validation.splits": ("alike", "_Dealer", "_strata")}
_BY_OWN_KIND = '''def by(kind, setting=0.0, seed=0):
    """Return what fits a kind of model that is not one of scikit-learn."""
    conditions = Conditions(classes=len(CLASSES), seed=seed, layout=LAYOUT)
    return lambda lesson: kind.fit(conditions, lesson, setting)


'''
_AS_LOGARITHM = '''def as_logarithm(estimator):
    """Return what fits an estimator to logarithms, and brings its answers back to the mean of the amounts."""

    def learn(lesson):
        estimator.fit(lesson.features, np.log1p(np.maximum(lesson.values, 0)))
        return Logarithm(estimator=estimator, factor=_factor(estimator.predict(lesson.features), lesson))

    return learn


'''
_ALL_ROWS = '''def rows_to_learn_from(cells, values):
    """Return all rows: those that tested the model were learned from in the end."""
    return np.arange(len(cells))


'''
_NOT_THE_TESTED = '''@dataclass(frozen=True)
class Known:
    """The answers, as the split sees them."""

    classes: tuple
    values: Any

    @property
    def codes(self):
        """The classes of the rows."""
        return self.values.astype(np.int64)


def rows_to_learn_from(cells, values):
    """Return the rows without those that were kept aside to test the model."""
    dealer = _Dealer(
        strata=_strata(Known(CLASSES, values)),
        are_classes=bool(CLASSES),
        clusters=alike(cells),
        seed=SEED,
        are_groups=False,
    )
    rows = np.arange(len(cells))
    return rows[dealer.fifths(rows, stream=0) != 0]


'''


def script_of(
    predictor: Predictor,
    learning: Learning,
    reading: Reading,
    header: str,
    decision: Decision | None = None,
) -> str:
    """Return the script. Raises ValueError where it is not known how a kind was set."""
    members = predictor.learned.members
    lines = list(_members(members, learning))
    kinds = {member.kind for member in members}
    fitting = _NOT_THE_TESTED if learning.is_held_back else _ALL_ROWS
    fitting += _BY_OWN_KIND if kinds & _OWN.keys() else ""
    fitting += _AS_LOGARITHM if "boosting_log" in kinds else ""
    template = bundled(*_TEMPLATE).read_text(encoding="utf-8")
    beside = _PLACE.sub("", template) + "\n" + fitting
    code = carried(_roots(kinds, is_held_back=learning.is_held_back), beside)
    pieces = {
        "header": header,
        "imports": _imports([*_IMPORTS, *code.imports, *_of_sklearn(members)]),
        "settings": "\n".join(_settings(predictor, learning, reading, decision)),
        "fitting": fitting,
        "members": "\n".join(f"    {line}," for line in lines),
        **{place: "\n\n\n".join(texts) for place, texts in _shared_out(code.texts).items()},
    }
    whole = _PLACE.sub(lambda found: pieces.get(found[1], "").strip("\n"), template)
    return re.sub(r"\n{4,}", "\n\n\n", whole).strip() + "\n"


def _roots(kinds: Iterable[KindName], *, is_held_back: bool) -> dict[str, tuple[str, ...]]:
    wanted = {**_ALWAYS, **(_HELD_BACK if is_held_back else {})}
    wanted |= {module: (name,) for kind, (module, name) in _OWN.items() if kind in kinds}
    if "boosting_log" in kinds:
        wanted["kinds.boosting"] = ("Logarithm", "_factor")
    roots = {f"{_ENGINE}{module}": names for module, names in wanted.items()}
    return {**roots, "desktop_app.tables.names": ("told_apart",)}


def _shared_out(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the text of the modules by the place of the template in which each belongs."""
    places: dict[str, list[str]] = {"names": [], "prepare": [], "learners": [], "answering": []}
    for module, text in texts.items():
        part = module.removeprefix(_ENGINE)
        if module == "desktop_app.tables.names":
            place = "names"
        elif part in ("evaluation.intervals", "model"):
            place = "answering"
        else:
            place = "learners" if part.startswith(("kinds.", "validation.", "rounding")) else "prepare"
        places[place].append(text.strip("\n"))
    return places


def _members(members: Iterable[Member], learning: Learning) -> Iterator[str]:
    """Yield the code of each member; copies of a kind have one seed after the other."""
    copies: dict[str, int] = {}
    for member in members:
        seed = learning.seed + copies.get(member.kind, 0)
        copies[member.kind] = copies.get(member.kind, 0) + 1
        kind = KINDS[member.kind]
        most = kind.most_rows if kind.most_rows < _ANY_ROWS else None
        facts = f"kind={member.kind!r}, weight={member.weight!r}, form={kind.form!r}, most_rows={most!r}"
        yield f"Member(\n        {facts},\n        learn={_learner(member, learning, seed)},\n    )"


def _learner(member: Member, learning: Learning, seed: int) -> str:
    if member.kind in _OWN:
        setting = learning.settings.get(member.kind)
        if setting not in KINDS[member.kind].settings(_ANY):
            raise ValueError(member.kind)
        return f"by({_OWN[member.kind][1]}(), setting={setting!r}, seed={seed!r})"
    if isinstance(member.estimator, Logarithm):
        return f"as_logarithm({_call(member.estimator.estimator)})"
    return f"fitted({_call(member.estimator)})"


_ANY: Any = None  # of the kinds of ours, the settings do not depend on the table


def _call(estimator: Any) -> str:
    """Return the code that makes an estimator like this one, before it has learned."""
    usual = type(estimator)().get_params()
    said = {name: value for name, value in estimator.get_params().items() if value != usual[name]}
    lines = "".join(f"\n                {name}={value!r}," for name, value in said.items())
    return f"\n            {type(estimator).__name__}({lines}\n            )\n        "


def _of_sklearn(members: Iterable[Member]) -> Iterator[str]:
    for member in members:
        one = member.estimator.estimator if isinstance(member.estimator, Logarithm) else member.estimator
        package = ".".join(type(one).__module__.split(".")[:2])
        if package.startswith("sklearn."):
            yield f"from {package} import {type(one).__name__}"


def _imports(lines: Iterable[str]) -> str:
    """Return import statements, one for each package, those of Python's own first."""
    packages: dict[str, set[str]] = {}
    plain = set()
    for line in lines:
        if line.startswith("from "):
            _from, package, _import, name = line.split(" ", 3)
            packages.setdefault(package, set()).add(name)
        else:
            plain.add(line)
    several = [f"from {name} import {', '.join(sorted(packages[name]))}" for name in sorted(packages)]
    whole = [*sorted(plain), *several]
    own = [line for line in whole if line.split()[1].partition(".")[0] in sys.stdlib_module_names]
    return "\n".join([*own, "", *(line for line in whole if line not in own)])


def _settings(
    predictor: Predictor, learning: Learning, reading: Reading, decision: Decision | None
) -> Iterator[str]:
    layout, ranges = predictor.layout, predictor.intervals
    kinds = {"numbers": "number", "dates": "date", "categories": "category", "texts": "text"}
    columns = {name: kind for names, kind in kinds.items() for name in getattr(layout, names)}
    yield f"ENCODING, DELIMITER, HEADER = {reading.encoding!r}, {reading.delimiter!r}, {reading.header!r}"
    yield f"MISSING = {_set({'', *reading.missing})}  # beside nothing: words for not known"
    yield f"MISSING_IN = {dict(reading.missing_in)!r}  # the same of single columns"
    yield f"NAMES = {dict(reading.names)!r}  # what the file calls a column, where it was given another name"
    yield f"READINGS = {dict(reading.readings)!r}  # how numbers and days are written that are not plain"
    yield f"TARGET = {learning.target!r}"
    yield f"CLASSES = {predictor.classes!r}  # none: the answer is a number"
    yield f"COLUMNS = {_table(columns)}"
    yield f"ROWS = {learning.rows!r}  # with an answer"
    yield f"EMPTY = {_table(learning.empty)}  # share of the cells of a column"
    yield f"SEED = {learning.seed!r}"
    yield f"DECISION = {(decision.value, decision.chance) if decision else None!r}  # from which chance on"
    if ranges is None:
        yield "RANGE_OF = None"
    else:
        ends = {name: _list(getattr(ranges, name)) for name in ("answers", "below", "above")}
        yield f"RANGE_OF = {ends!r}  # how far answers were off on rows that were hidden"


def _table(columns: Mapping[str, object]) -> str:
    lines = "".join(f"    {name!r}: {fact!r},\n" for name, fact in columns.items())
    return "{\n" + lines + "}" if lines else "{}"


def _set(texts: Iterable[str]) -> str:
    return f"{{{', '.join(repr(text) for text in sorted(texts))}}}"


def _list(numbers: Any) -> list[float]:
    return [float(one) for one in np.asarray(numbers)]
