"""What the program says in a terminal or a native dialog while it starts and ends."""

from desktop_app.language import mark

# A link stands on a line of its own, so that a terminal can open it and nothing cuts it.
NO_WEBVIEW = mark(
    "This computer has no part to draw the window ({part}), so Hunch opens in your browser. "
    "Install {part} for a window of its own."
)
NO_DISPLAY = mark("There is no screen here, so Hunch is shown in a browser.")
WINDOW_FAILED = mark(
    "The window could not be shown, and Hunch opens in your browser. The next start tries the window again."
)
WINDOW_ENDED = mark(
    "The part of this computer that draws the window has ended twice, and Hunch goes on in your browser. "
    "The next start tries the window again."
)
NO_BROWSER = mark("No browser could be opened to show Hunch.")
OPEN_PAGE = mark("Open this file in a browser: {path}")
GET_WEBVIEW = mark(
    "This computer has no part to draw the window: Microsoft Edge WebView2 Runtime. Install it now? "
    "Its installer is Microsoft's and needs the network. Otherwise Hunch opens in your browser."
)
OPEN_LINK = mark("Open this link once:")
COPY_LINK = mark("Copy this link into the address line of your browser. It works once.")
ENTER_PRINTS = mark("Enter prints a new link. Ctrl+C ends Hunch.")
ENDED = mark("Hunch has ended. Everything is saved.")
SHOWN_THERE = mark('Hunch is already open. "{file}" is shown there.')
ALREADY_OPEN = mark("Hunch is already open.")
CLOSE_TITLE = mark("Close Hunch?")
STILL_LEARNING = mark("It is still learning. If you close, finished models are safe and it can go on later.")
REPLACE_TITLE = mark("Replace the file?")
REPLACE = mark('"{file}" is already there. Replace it?')
TABLES = mark("Tables")
ALL_FILES = mark("All files")
