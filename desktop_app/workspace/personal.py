"""How a person wants the program to be, remembered from one start to the next: language, colours, size."""

from typing import Literal, get_args

from desktop_app.workspace.choices import Choices

Theme = Literal["system", "light", "dark"]
LEVELS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
LANGUAGE = "language"  # empty: that of the computer
LESSON = "lesson"  # the job that opened its table; empty: never begun
LESSON_OVER = "over"
CLUSTER, CLUSTER_KEYS = "cluster", "cluster_keys"  # that learns instead: its address; a folder
_THEME, _ZOOM = "theme", "zoom"


def theme_of(choices: Choices) -> Theme:
    """Return in which colours pages are shown."""
    kept = choices.get(_THEME)
    return next((theme for theme in get_args(Theme) if theme == kept), "system")


def keep_theme(choices: Choices, theme: Theme) -> None:
    """Keep in which colours pages are shown."""
    choices.keep(_THEME, theme)


def zoom_of(choices: Choices) -> float:
    """Return at which scale the window shows pages; 1 is the usual one."""
    kept = choices.get(_ZOOM)
    return next((level for level in LEVELS if str(level) == kept), 1.0)


def change_zoom(choices: Choices, steps: int) -> float:
    """Keep and return the scale that is some steps further; with 0 steps the usual one."""
    here = LEVELS.index(zoom_of(choices)) + steps if steps else LEVELS.index(1.0)
    scale = LEVELS[min(max(0, here), len(LEVELS) - 1)]
    choices.keep(_ZOOM, str(scale))
    return scale
