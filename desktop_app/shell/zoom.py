"""How large pages are shown in the window, by the web view of each system; pywebview has no word for it."""

import sys
from typing import Any


def zoom(window: Any, scale: float) -> None:
    """Show the pages of a window at *scale*, 1 being as they are made, in the thread that draws."""
    if sys.platform == "win32":
        from System import Func, Type  # type: ignore[import-not-found]
        from webview.platforms.winforms import BrowserView

        form = BrowserView.instances[window.uid]

        def change() -> None:
            form.browser.webview.ZoomFactor = scale

        form.Invoke(Func[Type](change))
    elif sys.platform == "darwin":
        from PyObjCTools import AppHelper  # type: ignore[import-not-found]
        from webview.platforms.cocoa import BrowserView

        AppHelper.callAfter(BrowserView.instances[window.uid].webview.setPageZoom_, scale)
    else:
        from gi.repository import GLib
        from webview.platforms.gtk import BrowserView

        GLib.idle_add(BrowserView.instances[window.uid].webview.set_zoom_level, scale)
