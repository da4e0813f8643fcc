"""Every journey by its name, loaded when it is asked for: reading a file needs no scikit-learn.

`dict(JOURNEYS)` loads them all, which is what a worker does that has time to wait for its order.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from desktop_app.journeys.journey import Journey

_MODULES = {  # journey -> module of this room, and its function
    "import": ("import_table", "import_table"),
    "train": ("train", "train"),
    "finish": ("finish", "finish"),
    "explain": ("explain", "explain"),
    "compare_groups": ("compare_groups", "compare"),
    "compare_trainings": ("compare_trainings", "compare"),
    "prepare": ("prepare", "prepare"),
    "join": ("join_tables", "join_tables"),
    "apply": ("apply", "apply"),
    "answer_table": ("answer_table", "answer_table"),
    "answer": ("answering", "open_for_questions"),  # the two that stay to be asked
    "serve": ("serving", "open_for_service"),
    "export": ("export_table", "export_table"),
    "arrange": ("arrange", "arrange"),
    "inspect_file": ("inspect_file", "inspect_file"),
    "inspect_model": ("inspect_file", "inspect_model"),
    "convert_file": ("convert_file", "convert_file"),
    "train_file": ("train_file", "train_file"),
    "group_file": ("group_file", "group_file"),
    "odd_file": ("odd_file", "odd_file"),
    "forecast_file": ("forecast_file", "forecast_file"),
    "go_on": ("go_on", "go_on"),
    "compare_beside": ("compare_beside", "compare_beside"),
    "keep_beside": ("keep_beside", "keep_beside"),
    "look_ahead": ("look_ahead", "look_ahead"),
    "predict_any": ("predict_any", "predict_any"),
    "predict_file": ("predict_file", "predict_file"),
    "check_file": ("check_file", "check_file"),
    "write_report": ("write_report", "write_report"),
    "verify": ("verify", "verify"),
    "look_at_model": ("model_files", "look_at_model"),
    "accept_model": ("model_files", "accept_model"),
    "answer_there": ("answer_there", "answer_there"),
    "reach_cluster": ("reach_cluster", "reach_cluster"),
    "sign": ("sign", "sign"),
    "look_through": ("look_through", "look_through"),
    "bring_onnx": ("bring_onnx", "bring_onnx"),
    "hand_over": ("hand_over", "hand_over"),
    "save_impersonal": ("save_impersonal", "save_impersonal"),
}


class _Catalogue(Mapping[str, Journey]):
    """The journeys; looking one up imports its module."""

    def __getitem__(self, name: str) -> Journey:
        module, function = _MODULES[name]
        journey: Journey = getattr(import_module(f"desktop_app.journeys.{module}"), function)
        return journey

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


JOURNEYS: Mapping[str, Journey] = _Catalogue()
