"""Each script in docs/examples runs, and what it exports answers here as the framework itself does."""

from pathlib import Path

import pytest

from tests.frameworks.bringing import bring, brought_answers, is_near
from tests.frameworks.made import FRAMEWORKS, Framework, run_script

pytestmark = pytest.mark.frameworks


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda one: one.name)
def test_what_a_script_exports_answers_as_the_framework(framework: Framework, tmp_path: Path) -> None:
    made = run_script(framework, tmp_path)

    model = bring(made, tmp_path)

    answers, own = brought_answers(model, made, tmp_path), made.rows(made.answers)
    assert len(answers) == len(own) > 80
    assert [pair for pair in zip(answers, own, strict=True) if not is_near(*pair)] == []
