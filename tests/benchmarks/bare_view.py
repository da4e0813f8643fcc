"""A window with the web view of the system and one page of text: the least that a start takes.

Any Python with the system's gi runs it, beside our program in `tests/benchmarks/start.py`.
"""

from desktop_app.shell.system_gi import offer_system_gi

PAGE = f"<body style='color: #1B2129'><h1>Hunch</h1>{'<p>Text of a page that is there.</p>' * 10}</body>"


def main() -> None:
    """Show it until the process is ended."""
    offer_system_gi()
    import gi

    gi.require_version("Gtk", "3.0")
    gi.require_version("WebKit2", "4.1")
    from gi.repository import Gtk, WebKit2

    window, view = Gtk.Window(), WebKit2.WebView()
    window.set_default_size(1100, 760)
    window.add(view)
    view.load_html(PAGE, None)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main()
