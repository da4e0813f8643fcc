"""Models pass between this scikit-learn and another patch of the same release, both of them real ones.

Put it into a folder of its own without what it needs, and name that in HUNCH_OTHER_SKLEARN:

    uv pip install --no-deps --target FOLDER scikit-learn==1.9.0
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sklearn

from desktop_app.models.opening import open_model
from tests.unit.models.made import CASES, Kind, save

ROOT = Path(__file__).parents[3]
OTHER = os.environ.get("HUNCH_OTHER_SKLEARN", "")
_THERE = """
import sys
from pathlib import Path
import sklearn
from desktop_app.models.opening import open_model
from tests.unit.models.made import CASES, save

home = Path(sys.argv[1])
for kind, target in CASES:
    said = [notice.code for notice in open_model(home / f"{kind}-{target}.hunch").notices]
    assert said == ["model.older_verified"], (kind, target, said)
    save(home / f"there-{kind}-{target}.hunch", kind, target)
print(sklearn.__version__)
"""

pytestmark = pytest.mark.skipif(not OTHER, reason="HUNCH_OTHER_SKLEARN names no other scikit-learn")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model of each kind by this scikit-learn, and one by the other that opened them."""
    home = tmp_path_factory.mktemp("patches")
    for kind, target in CASES:
        save(home / f"{kind}-{target}.hunch", kind, target)
    found = subprocess.run(
        [sys.executable, "-c", _THERE, str(home)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((OTHER, str(ROOT)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    other = found.stdout.strip()
    assert other.split(".")[:2] == sklearn.__version__.split(".")[:2]
    assert other != sklearn.__version__
    return home


@pytest.mark.parametrize(("kind", "target"), CASES)
def test_a_model_of_another_patch_is_used_after_its_stored_answers_agree(
    home: Path, kind: Kind, target: str
) -> None:
    opened = open_model(home / f"there-{kind}-{target}.hunch")

    assert opened.card.golden_rows > 0
    assert [notice.code for notice in opened.notices] == ["model.older_verified"]
