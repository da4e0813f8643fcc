"""What a job is called when the person is told about it."""

import re
from collections.abc import Mapping
from pathlib import PureWindowsPath

from desktop_app.language import _, mark, say
from desktop_app.records.jsonable import JSON

# Names that this program gives, and no person knows: of models that it keeps, of copies for a browser.
_MODEL, _COPY = re.compile(r"[0-9a-f]{16}\.hunch"), re.compile(r"[0-9a-f]{32}\.[a-z]+")
_ANY = mark("A job")
_PLAIN = {
    "apply": mark("Answering the rows of a file"),
    "predict_file": mark("Answering the rows of a file"),
    "predict_any": mark("Answering the rows of a file"),
    "answer_there": mark("Answering files where a cluster sees them"),
    "answer_table": mark("Answering the rows of a table"),
    "arrange": mark("Arranging the rows of a table"),
    "group_file": mark("Finding groups of rows"),
    "odd_file": mark("Finding odd rows"),
    "forecast_file": mark("Finding what comes next"),
    "look_ahead": mark("Finding what comes next"),
    "go_on": mark("Finding what comes next"),
    "compare_beside": mark("Comparing new rows with old ones"),
    "compare_groups": mark("Comparing groups of rows"),
    "compare_trainings": mark("Comparing two models"),
    "verify": mark("Checking a model"),
    "join": mark("Putting rows together"),
    "keep_beside": mark("Saving a model"),
    "export": mark("Saving a file"),
    "write_report": mark("Writing the report"),
    "reach_cluster": mark("Asking a cluster"),
    "sign": mark("Signing a model"),
    "save_impersonal": mark("Saving a model"),
    "hand_over": mark("Saving a model"),
}


def title(journey: str, params: Mapping[str, JSON]) -> str:
    """Return what the job does, for a sentence that names it in quotes."""
    match journey, params:
        case (
            (
                "import"
                | "prepare"
                | "check_file"
                | "inspect_file"
                | "inspect_model"
                | "look_at_model"
                | "accept_model"
                | "bring_onnx"
            ),
            _params,
        ):
            return say("Reading {file}", {"file": file_name(params)})
        case (("train" | "train_file" | "finish"), {"plan": {"target": str(target)}}):
            return say("Learning {target}", {"target": target})
        case "explain", {"plan": {"target": str(target)}}:
            return say("Looking into {target}", {"target": target})
        case (("export" | "write_report"), {"out": str(out)}) if not _COPY.fullmatch(_last_part(out)):
            return say("Saving {file}", {"file": _last_part(out)})
    return _(_PLAIN.get(journey, _ANY))


def file_name(params: Mapping[str, JSON]) -> str:
    """Return the name of the file that a job reads, as the person knows it."""
    match params:
        case {"name": str(name)} if name:
            return name
        case {"path": str(path)} if path and not _MODEL.fullmatch(_last_part(path)):
            return _last_part(path)
        case {"model": str(path)}:
            return _last_part(path)
    return ""


def _last_part(path: str) -> str:
    return PureWindowsPath(path).name  # which knows both kinds of slash
