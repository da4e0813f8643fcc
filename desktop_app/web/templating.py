"""What templates may call: addresses of files, sentences, and who is asking."""

from flask import Flask
from jinja2 import ModuleLoader, StrictUndefined

from desktop_app import language
from desktop_app.paths import COMPILED, bundled
from desktop_app.reports.names import level_word, type_word
from desktop_app.reports.notice_words import notice_text, text_of
from desktop_app.web import guard
from desktop_app.web.assets import asset
from desktop_app.web.context import context
from desktop_app.web.keys import keys
from desktop_app.web.lesson import lesson_of
from desktop_app.web.reading.chips import told_options
from desktop_app.web.sheet import sheet_at
from desktop_app.workspace.personal import theme_of


def install(app: Flask) -> None:
    """Give templates their words, and let a misspelt name be an error instead of a gap."""
    compiled = bundled("ui", COMPILED)
    if compiled.is_dir():
        app.jinja_env.loader = ModuleLoader(compiled)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        _=language._,
        asset=asset,
        direction=lambda: "ltr",  # no language that is written from the right is there yet
        forms=language.forms,
        in_window=lambda: context().dialogs is not None,
        keys=keys,
        lesson_of=lesson_of,
        language=language.spoken,
        level_word=level_word,
        name=language.name,
        notice_text=notice_text,
        number=language.number,
        say=language.say,
        say_count=language.say_count,
        session_token=lambda: context().entrance.token,
        sheet_at=sheet_at,
        size=language.size,
        text=lambda code, **values: text_of(code, values),
        token_field=guard.FIELD,
        token_header=guard.HEADER,
        theme=lambda: theme_of(context().workspace.choices),
        told_options=told_options,
        type_word=type_word,
    )
