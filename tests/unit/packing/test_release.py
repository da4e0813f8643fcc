"""The one script: what it makes of which bundle, and what it says of what it cannot make."""

import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest
import release
from packing import product

WORKFLOWS = sorted((product.ROOT / ".github" / "workflows").glob("*.yml"))


def released(bundle: Path, out: Path, *more: str) -> int:
    return release.main(["--bundle", str(bundle), "--out", str(out), "--quick", *more])


def test_a_bundle_becomes_what_its_system_installs(
    bundle: Path, windows_bundle: Path, tmp_path: Path
) -> None:
    (tmp_path / "mac" / "Hunch.app").mkdir(parents=True)

    assert release.kinds_for(bundle) == ["deb", "tar"]
    assert release.kinds_for(windows_bundle) == ["setup", "msi"]
    assert release.kinds_for(tmp_path / "mac" / "hunch") == ["dmg"]


@pytest.mark.skipif(os.name == "nt" or not shutil.which("zstd"), reason="packed on Linux, by zstd")
def test_beside_the_packages_lie_their_hashes_and_papers(bundle: Path, tmp_path: Path) -> None:
    assert released(bundle, tmp_path / "out", "--only", "tar") == 0

    files = {path.name: path for path in (tmp_path / "out").iterdir()}
    sums = dict(line.split("  ")[::-1] for line in files.pop(release.SUMS).read_text().splitlines())
    assert sums == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    assert f"hunch-{product.VERSION}-linux-sbom.cdx.json" in files
    assert f"hunch-{product.VERSION}-linux-licences.txt" in files


def test_what_this_computer_cannot_make_is_said_and_counts(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert released(bundle, tmp_path / "out") == 1

    said = capsys.readouterr().out
    assert "without the deb: dpkg-deb is not on this computer" in said
    assert "without the tar: zstd is not on this computer" in said


def test_a_bundle_of_another_version_is_not_packed_as_this_one(
    bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = bundle / "_internal" / "ui" / "about" / "sbom.cdx.json"
    paper.write_text(paper.read_text().replace(product.VERSION, "0.0.1"))

    assert released(bundle, tmp_path / "out") == 1
    assert "of version 0.0.1" in capsys.readouterr().out


def test_what_an_earlier_run_left_is_not_published_again(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "hunch-0.0.1.msi").touch()

    released(bundle, tmp_path / "out", "--only", "dmg")

    assert not (tmp_path / "out" / "hunch-0.0.1.msi").exists()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_use_actions_by_hash_and_ask_for_no_rights_by_default(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", text)

    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)
    assert "\npermissions: {}\n" in text


def test_secrets_reach_a_step_only_as_its_environment() -> None:
    text = (product.ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if "secrets." in line]

    assert lines
    assert all(re.fullmatch(r"[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}", line) for line in lines)
