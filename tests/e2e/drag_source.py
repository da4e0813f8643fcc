"""A window that a file can be dragged out of, as from a file manager: python -m tests.e2e.drag_source FILE"""

import sys
from pathlib import Path
from typing import Any

from desktop_app.shell.system_gi import offer_system_gi

SIDE, CORNER = 120, (1400, 1000)  # pixels


def main(file: str) -> None:
    """Show the window in the lower right corner until it is ended."""
    offer_system_gi()
    import gi

    gi.require_version("Gtk", "3.0")
    from gi.repository import Gdk, Gtk

    def give(_handle: Any, _context: Any, data: Any, _info: int, _time: int) -> None:
        data.set_uris([Path(file).absolute().as_uri()])

    window, handle = Gtk.Window(title="files"), Gtk.Button(label="file")
    handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    handle.drag_source_add_uri_targets()
    handle.connect("drag-data-get", give)
    window.add(handle)
    window.resize(SIDE, SIDE)
    window.move(*(end - SIDE for end in CORNER))
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main(sys.argv[1])
