"""A tar of a folder that is the same bytes wherever and whenever it is made."""

import shutil
import subprocess
import tarfile
from pathlib import Path


def tar(folder: Path, goal: Path, date: int) -> None:
    """Write *folder*, under its own name, with sorted names, of root, each date *date* (seconds)."""

    def same(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = date
        is_run = member.isdir() or bool(member.mode & 0o100)
        member.mode = 0o755 if is_run else 0o644  # whatever the mask of the person was
        return member

    with tarfile.open(goal, "w", format=tarfile.PAX_FORMAT) as packed:
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}".removesuffix("/.")
            packed.add(path, name, recursive=False, filter=same)


def zstd(plain: Path, goal: Path, level: int) -> None:
    """Pack one file; two threads whatever the computer has, as their number could decide about the bytes."""
    command = [_program("zstd"), "-q", "-f", f"-{level}", "-T2", str(plain), "-o", str(goal)]
    subprocess.run(command, check=True)
    goal.chmod(0o644)  # zstd keeps the rights of its source, which was for nobody else


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise FileNotFoundError(f"{name} is not here. On Debian: apt-get install {name}")
    return found


def copy_bundle(bundle: Path, goal: Path) -> None:
    """Copy the frozen program, links as links."""
    shutil.copytree(bundle, goal, symlinks=True)
