"""hunch-VERSION-linux-MACHINE.tar.zst: the program, with scripts that install and remove it."""

import shutil
import tempfile
from pathlib import Path

from packing import archive, linux, product
from packing.plan import Plan


def make(plan: Plan) -> Path:
    """Write the archive and return its path."""
    name = f"hunch-{product.VERSION}-linux-{linux.MACHINE}"
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / name
        archive.copy_bundle(plan.bundle, top / "hunch")
        linux.furnish(top / "share")
        for script in ("install.sh", "uninstall.sh"):
            shutil.copyfile(linux.SPEC / script, top / script)
            (top / script).chmod(0o755)
        plain = Path(folder) / "plain.tar"
        archive.tar(top, plain, plan.date)
        goal = plan.out / f"{name}.tar.zst"
        archive.zstd(plain, goal, 3 if plan.quick else 19)
    return goal
