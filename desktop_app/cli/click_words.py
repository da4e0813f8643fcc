"""What click says of itself, in the person's language.

Click asks gettext for its sentences, of which it brings no translation: from here on gettext asks ours.
"""

import gettext
import os

from desktop_app.language import mark, spoken
from desktop_app.paths import bundled

SENTENCES = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Show the version and exit."),
    mark("Show this message and exit."),
    mark("default: {default}"),
    mark("Missing command."),
    mark("No such command {name!r}."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("Option {name!r} does not take a value."),
    (mark("{value!r} is not {choice}."), mark("{value!r} is not one of {choices}.")),
    (mark("Option {name!r} requires an argument."), mark("Option {name!r} requires {nargs} arguments.")),
    (mark("Got unexpected extra argument ({args})"), mark("Got unexpected extra arguments ({args})")),
)


def speak_for_click() -> None:
    """Let click speak the language that this process speaks."""
    os.environ["LANGUAGE"] = spoken()  # where gettext looks for the language
    gettext.bindtextdomain("hunch", str(bundled("ui", "languages")))
    gettext.textdomain("hunch")
