"""What would run when it is loaded: objects in a skops payload, and pickles under our ending.

Each would make a file named "canary" where it runs, or call something that Hunch never calls.
"""

import functools
import gzip
import io
import operator
import os
import pickle
import subprocess
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np

from tests.unit.models.crafting import scalar

RUN = "touch canary"
PROTOCOLS = (0, 1, 2)


def _node(module: str, name: str, loader: str, **more: Any) -> dict[str, Any]:
    return {"__module__": module, "__class__": name, "__loader__": loader, "__id__": 7, **more}


def _list(*items: Any) -> dict[str, Any]:
    return _node("builtins", "list", "ListNode", content=list(items))


def _tuple(*items: Any) -> dict[str, Any]:
    return _node("builtins", "tuple", "TupleNode", content=list(items))


def _dict(**items: Any) -> dict[str, Any]:
    types = _list(*(_node("builtins", "str", "TypeNode") for _ in items))
    return _node("builtins", "dict", "DictNode", key_types=types, content=items)


def _function(module: str, name: str) -> dict[str, Any]:
    return _node(module, name, "FunctionNode", content={"module_path": module, "function": name})


def _partial(module: str, name: str, argument: str = RUN) -> dict[str, Any]:
    content = {
        "func": _function(module, name),
        "args": _tuple(scalar(argument)),
        "kwds": _dict(),
        "namespace": _dict(),
    }
    return _node("functools", "partial", "PartialNode", content=content)


def _object(module: str, name: str, **state: Any) -> dict[str, Any]:
    return _node(module, name, "ObjectNode", content=_dict(**state))


def _reduced(module: str, name: str, *arguments: Any) -> dict[str, Any]:
    return _node(module, name, "ReduceNode", content=_dict(), reduce={"args": _tuple(*arguments)})


def _operator(name: str, *arguments: Any) -> dict[str, Any]:
    return _node("operator", name, "OperatorFuncNode", attrs=_tuple(*arguments))


def _method(thing: dict[str, Any], name: str) -> dict[str, Any]:
    return _node("builtins", "method", "MethodNode", content={"func": name, "obj": thing})


GADGETS: dict[str, dict[str, Any]] = {
    "os.system": _function("os", "system"),
    "posix.system": _function("posix", "system"),
    "os.popen": _function("os", "popen"),
    "builtins.eval": _function("builtins", "eval"),
    "builtins.exec": _function("builtins", "exec"),
    "importlib.import_module": _function("importlib", "import_module"),
    "pickle.loads": _function("pickle", "loads"),
    "numpy.load": _function("numpy", "load"),
    "subprocess.Popen as a type": _node("subprocess", "Popen", "TypeNode"),
    "an object of Popen": _object("subprocess", "Popen", args=scalar(RUN), shell=scalar(value=True)),
    "Popen rebuilt": _reduced("subprocess", "Popen", scalar(RUN)),
    "os.system rebuilt": _reduced("os", "system", scalar(RUN)),
    "a partial of os.system": _partial("os", "system"),
    "a partial of eval": _partial("builtins", "eval", "open('canary', 'w')"),
    "a partial of subprocess.call": _partial("subprocess", "call"),
    "operator.methodcaller": _operator("methodcaller", scalar("system"), scalar(RUN)),
    "operator.attrgetter": _operator("attrgetter", scalar("__globals__")),
    "operator.call": _operator("call", _function("os", "system"), scalar(RUN)),
    "a method of a path": _method(_object("pathlib", "Path"), "touch"),
    "a method of an estimator": _method(_object("sklearn.linear_model", "Ridge"), "__reduce__"),
    "a defaultdict with a factory": _node(
        "collections",
        "defaultdict",
        "DefaultDictNode",
        content={"content": {}, "key_types": _list(), "default_factory": _function("os", "system")},
    ),
    "a loss": _node("sklearn.linear_model._sgd_fast", "Hinge", "LossNode", content=_tuple(scalar(1.0))),
    "a loss that is none": _node("subprocess", "Popen", "LossNode", content=_tuple(scalar(RUN))),
    "an object of joblib": _object("joblib.memory", "Memory", location=scalar("canary")),
    "a loader that nobody knows": _node("os", "system", "CanaryNode", content=RUN),
}


class _Calls:
    """What a pickle of this calls when it is loaded."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self.called = (function, arguments)

    def __reduce__(self) -> Any:
        return self.called


def pickles() -> dict[str, bytes]:
    """Return files that run something wherever they are unpickled."""
    system = _Calls(os.system, RUN)
    made = {f"protocol {protocol}": pickle.dumps(system, protocol) for protocol in range(6)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("archive/data.pkl", made["protocol 2"])
    array = io.BytesIO()
    np.save(array, np.array([system], dtype=object), allow_pickle=True)
    return made | {
        "Popen": pickle.dumps(_Calls(subprocess.Popen, ["touch", "canary"])),
        "a partial": pickle.dumps(functools.partial(operator.call, os.system, RUN)),
        "packed by gzip": gzip.compress(made["protocol 4"]),
        "packed as zip": packed.getvalue(),
        "an array of objects": array.getvalue(),
    }
