"""The names that a person gave to columns, in place of what the file calls them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.records.notices import Notice, Value
from desktop_app.records.tables import Question
from desktop_app.tables.columns.studying import Studied
from desktop_app.tables.names import clean_name, free_name


def names_of(headings: Sequence[str], given: Mapping[str, str]) -> tuple[str, ...]:
    """Return a name for each column, all different: the one that was given, or else what the file calls it.

    A given name stays with the column it was given to, so that a model finds the column that it learned from:
    another one that is called so in the file gets a number. Of two that were given one name, the later one
    gets it. A name of nothing but blanks is none.
    """
    wanted = {heading: clean_name(given[heading]) for heading in headings if heading in given}
    wanted = {heading: name for heading, name in wanted.items() if name and name != heading}
    known, taken = {*headings, *wanted.values()}, set[str]()
    names: dict[str, str] = {}
    for heading in sorted(headings, key=lambda heading: heading not in wanted):
        name = wanted.get(heading, heading)
        names[heading] = free_name(name, known) if name in taken else name
        taken.add(names[heading])
        known.add(names[heading])
    return tuple(names[heading] for heading in headings)


def named(columns: Sequence[Studied], given: Mapping[str, str]) -> tuple[Studied, ...]:
    """Return the columns under their names, with all that is said of them."""
    names = names_of([column.name for column in columns], given)
    return tuple(
        column if column.name == name else _named(column, name)
        for column, name in zip(columns, names, strict=True)
    )


def about_names(columns: Sequence[Studied], given: Mapping[str, str]) -> tuple[Notice, ...]:
    """Return which columns got a number behind their name, since another one was given that name."""
    return tuple(
        Notice(
            code="import.name_taken",
            values={"name": wanted, "other": column.name},
            columns=(column.name,),
            level="caution",
        )
        for column in columns
        if column.heading and (wanted := clean_name(given.get(column.heading, "")) or column.heading)
        if wanted != column.name
    )


def renamed(notice: Notice, names: Mapping[str, str]) -> Notice:
    """Return what is said of columns under other names: *names* holds them by the names they had."""
    values = dict(notice.values)
    column, columns = values.get("column"), values.get("columns")
    if isinstance(column, str):
        values["column"] = names.get(column, column)
    if isinstance(columns, list):
        values["columns"] = [names.get(name, name) for name in columns]
    return replace(notice, values=values, columns=tuple(names.get(name, name) for name in notice.columns))


def _named(column: Studied, name: str) -> Studied:
    names = {column.name: name}
    reading = replace(
        column.reading, notices=tuple(renamed(notice, names) for notice in column.reading.notices)
    )
    question = column.question and _asked_of(column.question, name)
    return replace(column, name=name, heading=column.name, reading=reading, question=question)


def _asked_of(question: Question, name: str) -> Question:
    values: dict[str, Value] = {**question.values, "column": name}
    return replace(question, column=name, values=values)
