"""Turns the templates of a bundle into modules: to compile those of the first page takes 0.07 s each.

python build/compile_pages.py INSIDE

In a process of its own, started alike: what else a process holds decides about single bits of bytecode.
"""

import compileall
import py_compile
import shutil
import sys
from pathlib import Path

from flask import Flask

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop_app.paths import COMPILED  # noqa: E402 - found by the line above
from desktop_app.web import templating  # noqa: E402


def main(inside: Path) -> int:
    """Put modules in the place of the templates below *inside*; return 1 where one does not compile."""
    templates, made = inside / "ui" / "templates", inside / "ui" / COMPILED
    app = Flask("desktop_app", template_folder=str(templates))
    templating.install(app)
    app.jinja_env.compile_templates(made, extensions=["html"], zip=None, ignore_errors=False)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH  # no dates, so that two runs give the same bytes
    if not compileall.compile_dir(made, quiet=1, legacy=True, stripdir=str(inside), invalidation_mode=mode):
        return 1
    for source in made.glob("*.py"):
        source.unlink()
    shutil.rmtree(templates)
    return 0


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.exit(main(Path(sys.argv[1])))
