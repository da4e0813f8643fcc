"""hunch_VERSION_MACHINE.deb: for Debian and its relatives, per machine; the same bytes each time."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from packing import archive, linux, product
from packing.plan import Plan

PLACE = Path("usr", "lib", "hunch")
# Without them it starts all the same and shows its pages in the browser.
RECOMMENDED = "gir1.2-webkit2-4.1, gir1.2-gtk-3.0, python3-gi"
GLIBC = re.compile(rb"GLIBC_(\d+)\.(\d+)")


def make(plan: Plan) -> Path:
    """Write the package and return its path; needs dpkg-deb, but no rights."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        _fill(root, plan.bundle)
        _control(root, plan.bundle)
        _same(root, plan.date)
        goal = plan.out / f"hunch_{product.VERSION}_{linux.DEBIAN_MACHINE}.deb"
        # The number of threads is stated, since it could decide about the bytes.
        how = ["-Zzstd", "-z1"] if plan.quick else ["-Zxz", "--threads-max=2"]
        command = ["dpkg-deb", "--root-owner-group", *how, "--build", str(root), str(goal)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(plan.date)}
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return goal


def _fill(root: Path, bundle: Path) -> None:
    archive.copy_bundle(bundle, root / PLACE)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "hunch").symlink_to("../lib/hunch/hunch")
    linux.furnish(root / "usr" / "share")
    pages = root / "usr" / "share" / "doc" / "hunch"
    pages.mkdir(parents=True)
    # Where people look for them; what Help shows lies in the program, and may not hang on this folder.
    (pages / "documents").symlink_to("../../../lib/hunch/_internal/docs")
    licence = (product.ROOT / "LICENSE").read_text(encoding="utf-8")
    about = (
        f"Parts of other people and their licences: /{PLACE.as_posix()}/_internal/ui/about/licences.txt\n\n"
    )
    (pages / "copyright").write_text(about + licence, encoding="utf-8")


def _control(root: Path, bundle: Path) -> None:
    files = [path for path in sorted((root / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    control = root / "DEBIAN"
    control.mkdir()
    lines = {
        "Package": "hunch",
        "Version": product.VERSION,
        "Architecture": linux.DEBIAN_MACHINE,
        "Maintainer": product.PUBLISHER,
        "Installed-Size": str(sum(-(-path.stat().st_size // 1024) for path in files)),
        "Depends": f"libc6 (>= {newest_glibc(bundle)}), libstdc++6, libgcc-s1",
        "Recommends": RECOMMENDED,
        "Section": "science",
        "Priority": "optional",
        "Description": f"{product.SUMMARY}\n"
        + "\n".join(f" {line}" for line in product.DESCRIPTION.split("\n")),
    }
    text = "\n".join(f"{name}: {value}" for name, value in lines.items())
    (control / "control").write_text(text + "\n", encoding="utf-8")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]  # noqa: S324 - what dpkg --verify reads
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    shutil.copyfile(linux.SPEC / "postrm", control / "postrm")
    (control / "postrm").chmod(0o755)


def newest_glibc(bundle: Path) -> str:
    """Return the version of the C library that the program's files ask for; 2.17 if none says."""
    wanted = {(2, 17)}
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if content[:4] == b"\x7fELF":
                wanted |= {(int(major), int(minor)) for major, minor in GLIBC.findall(content)}
    return ".".join(map(str, max(wanted)))


def _same(root: Path, date: int) -> None:
    """Give every file the same rights and date wherever the package is made."""
    for path in [*root.rglob("*"), root]:
        if not path.is_symlink():
            is_run = path.is_dir() or bool(path.stat().st_mode & 0o100)
            path.chmod(0o755 if is_run else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
