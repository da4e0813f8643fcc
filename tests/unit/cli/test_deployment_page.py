"""The page for who deploys says every rule, every fact of a fleet, and no command that is none."""

import json
import re
from pathlib import Path

import pytest

from desktop_app.cli.main import COMMANDS
from desktop_app.records.fleet import UsedModel
from desktop_app.records.trust import STRICTEST, Policy
from desktop_app.workspace.trust import SETTINGS, read_policy
from tests.unit.workspace.test_trust import LINE

PAGE = (Path(__file__).parents[3] / "docs" / "it" / "deployment.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_every_setting_is_on_the_page(setting: str) -> None:
    assert setting in ROWS


@pytest.mark.parametrize(
    "setting", ["export", "watch", "api", "dask", "dask_plain", "headless_bind", "diagnostics_export"]
)
def test_what_holds_without_it_and_in_a_broken_file_is_what_the_page_says(setting: str) -> None:
    without, broken = ROWS[setting].split(" | ")[-2:]

    assert without == f"`{getattr(Policy(), setting)}`"
    assert broken == f"`{getattr(STRICTEST, setting)}`"


def test_every_fact_of_a_model_is_on_the_page() -> None:
    assert {name for name in UsedModel.__dataclass_fields__ if f"`{name}`" not in PAGE} == set()


def test_the_example_can_be_obeyed(tmp_path: Path) -> None:
    text = re.search(r'^\{"model_import".*?\}$', PAGE, re.MULTILINE | re.DOTALL)
    assert text
    example = json.loads(text[0]) | {"trusted_keys": [LINE]}
    (tmp_path / "policy.json").write_text(json.dumps(example))

    assert read_policy(tmp_path / "policy.json").problem == ""


def test_each_command_on_the_page_is_one() -> None:
    assert set(re.findall(r"\bhunch ([a-z-]+)\b(?=[^`\n]*(?:`|\n))", PAGE)) - {"and"} <= set(COMMANDS)
