"""A new worker answers soon: it loads what its order needs, and no more."""

import json
import subprocess
import sys
from pathlib import Path

from desktop_app.records.jsonable import to_json
from desktop_app.records.orders import PredictFileOrder
from tests.unit.models.made import customers, save

# What other orders need, or what skops would load by itself to name all estimators that there are.
NOT_NEEDED = (
    "sklearn.gaussian_process",
    "sklearn.mixture",
    "sklearn.semi_supervised",
    "sklearn.utils._testing",
    "desktop_app.engine.training",
    "desktop_app.engine.explanation",
    "docx",
    "lxml",
    "openpyxl",
    "pyreadstat",
    "python_calamine",
    "typst",
    "xlsxwriter",
)
ANSWERS = """
import json, sys
from pathlib import Path
from desktop_app.journeys.catalogue import JOURNEYS

JOURNEYS["predict_file"](json.loads(sys.argv[1]), Path(sys.argv[2]), lambda _: None)
print(json.dumps([*sys.modules]))
"""


def test_a_file_is_answered_by_a_linear_model_without_loading_what_it_does_not_need(tmp_path: Path) -> None:
    save(tmp_path / "model.hunch", "linear", "spent")
    customers().to_csv(tmp_path / "new.csv", index=False)
    order = PredictFileOrder(
        model=str(tmp_path / "model.hunch"),
        path=str(tmp_path / "new.csv"),
        out=str(tmp_path / "answers.csv"),
    )

    command = [sys.executable, "-c", ANSWERS, json.dumps(to_json(order)), str(tmp_path)]
    loaded = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    assert (tmp_path / "answers.csv").exists()
    assert [name for name in NOT_NEEDED if name in loaded] == []
