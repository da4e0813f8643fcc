"""A folder as a file manager shows it: its files can be dragged out, and open by a double-click.

python build/folder_window.py FOLDER X Y WIDTH HEIGHT
"""

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from desktop_app.shell.system_gi import offer_system_gi  # noqa: E402 - after the path

ICON = 64  # pixels
PICTURE, NAME, ADDRESS = range(3)  # the columns of the list


def main(folder: Path, x: int, y: int, width: int, height: int) -> None:
    """Show the folder there until the process is ended; it is read anew when something changes in it."""
    offer_system_gi()
    import gi

    gi.require_version("Gdk", "3.0")
    gi.require_version("Gtk", "3.0")
    from gi.repository import GdkPixbuf, Gio, Gtk

    listed = Gtk.ListStore(GdkPixbuf.Pixbuf, str, str)
    watch = Gio.File.new_for_path(str(folder)).monitor_directory(Gio.FileMonitorFlags.NONE, None)
    watch.connect("changed", lambda *_about: _read(folder, listed))
    _read(folder, listed)
    window = Gtk.Window(title="files")
    window.add(_view(listed))
    window.resize(width, height)
    window.move(x, y)
    window.show_all()
    Gtk.main()


def _read(folder: Path, listed: Any) -> None:
    """List the files of the folder with the signs that the desktop has for them."""
    from gi.repository import Gio, Gtk

    listed.clear()
    for path in sorted(path for path in folder.iterdir() if not path.name.startswith(".")):
        file = Gio.File.new_for_path(str(path))
        about = file.query_info("standard::icon", Gio.FileQueryInfoFlags.NONE, None)
        found = Gtk.IconTheme.get_default().lookup_by_gicon(about.get_icon(), ICON, 0)
        listed.append([found.load_icon() if found else None, path.name, file.get_uri()])


def _view(listed: Any) -> Any:
    """Return what shows the list, hands files over when they are dragged, and opens them."""
    from gi.repository import Gdk, Gio, Gtk

    view = Gtk.IconView(model=listed)
    view.set_pixbuf_column(PICTURE)
    view.set_text_column(NAME)
    view.set_item_width(2 * ICON)

    def give(_view: Any, _context: Any, data: Any, _info: int, _time: int) -> None:
        data.set_uris([listed[path][ADDRESS] for path in view.get_selected_items()])

    def open_it(_view: Any, path: Any) -> None:
        Gio.AppInfo.launch_default_for_uri(listed[path][ADDRESS], None)

    targets = Gtk.TargetList.new([])
    targets.add_uri_targets(0)
    view.enable_model_drag_source(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    view.drag_source_set_target_list(targets)
    view.connect("drag-data-get", give)
    view.connect("item-activated", open_it)
    return view


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:6]))
