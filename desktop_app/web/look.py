"""Settings: the language and the colours of the pages."""

from collections.abc import Mapping

from desktop_app import language
from desktop_app.errors import UsageError
from desktop_app.language import _, mark
from desktop_app.records.record import dataclass
from desktop_app.web.context import context
from desktop_app.workspace.personal import LANGUAGE, Theme, keep_theme, theme_of

# Each in its own words, so that somebody finds it who reads no other.
_NAMES = {"en": "English", "de": "Deutsch"}
_THEMES: dict[Theme, str] = {
    "system": mark("As on this computer"),
    "light": mark("Light"),
    "dark": mark("Dark"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several, and whether it holds."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookSection:
    """What can be chosen about the look of the program."""

    languages: tuple[Choice, ...]
    themes: tuple[Choice, ...]


def look_section() -> LookSection:
    """Return what can be chosen, and what is."""
    choices = context().workspace.choices
    kept, theme = choices.get(LANGUAGE), theme_of(choices)
    languages = {"": _(_THEMES["system"]), **_NAMES}
    return LookSection(
        languages=tuple(
            Choice(value=value, words=words, is_chosen=value == kept) for value, words in languages.items()
        ),
        themes=tuple(
            Choice(value=value, words=_(words), is_chosen=value == theme) for value, words in _THEMES.items()
        ),
    )


def keep_look(form: Mapping[str, str]) -> None:
    """Keep what a form chose, and speak that language at once. Raises UsageError for what there is not."""
    choices, wanted = context().workspace.choices, form.get("language", "")
    theme = next((theme for theme in _THEMES if theme == form.get("theme")), None)
    if theme is None or (wanted and wanted not in _NAMES):
        raise UsageError("error.not_understood")
    keep_theme(choices, theme)
    choices.keep(LANGUAGE, wanted)
    language.use(wanted or context().language)
