"""skops, which trusts the types of the closed list here and no others.

By itself it trusts every estimator of scikit-learn and every function of scipy. To find their names it loads
all of the one, and looks for each of the other in all modules that are loaded: a third of the time in which a
model opens. So these lists take the place of its own, before it loads.
"""

import sys
from importlib import import_module
from types import ModuleType

from desktop_app.models import closed

_PLACE = "skops.io._trusted_types"
_NOTHING: list[str] = []
_LISTS = {
    "PRIMITIVE_TYPE_NAMES": ["builtins.str"],
    "CONTAINER_TYPE_NAMES": sorted(closed.CONTAINERS),
    "NUMPY_DTYPE_TYPE_NAMES": sorted(closed.ARRAYS | closed.NAMED_TYPES),
    "NUMPY_RANDOM_BIT_GENERATOR_TYPE_NAMES": _NOTHING,
    "NUMPY_UFUNC_TYPE_NAMES": _NOTHING,
    "SCIPY_UFUNC_TYPE_NAMES": _NOTHING,
    "SKLEARN_ESTIMATOR_TYPE_NAMES": sorted(closed.OBJECTS - {*closed.TRUSTED}),
    "SKLEARN_INTERNAL_TYPE_NAMES": _NOTHING,
}


def _loaded() -> ModuleType:
    lists = ModuleType(_PLACE)
    vars(lists).update(_LISTS)
    sys.modules.setdefault(_PLACE, lists)
    return import_module("skops.io")


skops_io = _loaded()
