"""What a model does with its columns, found after learning: curves, columns that go together, pairs."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

LOOKING = {
    "why.looking": Sentence(mark('Looking at "{column}": {done} of {count} columns')),
    "why.looking_together": Sentence(mark("Looking for columns that go together")),
    "why.looking_pairs": Sentence(mark("Looking at columns in pairs")),
}

CURVES = {
    "why.effect": Sentence(
        mark('When only "{column}" changes, its average chance of "{yes}" goes from {from} to {to} of {of}.')
    ),
    "why.effect_number": Sentence(
        mark('When only "{column}" changes, its average answer goes from {from} to {to}.')
    ),
    "why.effect_bent": Sentence(
        mark(
            'When only "{column}" changes, its average chance of "{yes}" lies between {from} and {to} of '
            "{of}, up and down."
        )
    ),
    "why.effect_bent_number": Sentence(
        mark('When only "{column}" changes, its average answer lies between {from} and {to}, up and down.')
    ),
    "why.effect_kinds": Sentence(
        mark(
            'When only "{column}" changes, its average chance of "{yes}" goes from {from} of {of} for '
            '"{lowest}" to {to} for "{highest}".'
        )
    ),
    "why.effect_kinds_number": Sentence(
        mark(
            'When only "{column}" changes, its average answer goes from {from} for "{lowest}" to {to} for '
            '"{highest}".'
        )
    ),
    "why.effect_flat": Sentence(mark('When only "{column}" changes, its average answer hardly moves.')),
    "why.effect_limit": Sentence(
        mark(
            "It shows what the model uses, not what causes it. Changing something in real life may work "
            "differently."
        )
    ),
    "why.effect_sparse": Sentence(
        mark(
            "The grey part holds few {row_many} ({sparse} of the {rows} that were asked). Do not read much "
            "into it."
        )
    ),
    "why.effect_above": Sentence(
        mark(
            "The curve ends at {at}: above it there are few {row_many} "
            "({sparse} of the {rows} that were asked)."
        )
    ),
    "why.effect_below": Sentence(
        mark(
            "The curve begins at {at}: below it there are few {row_many} "
            "({sparse} of the {rows} that were asked)."
        )
    ),
    "why.effect_few_levels": Sentence(
        mark("What is grey stands in few {row_many}. Do not read much into it.")
    ),
    "why.effect_band": Sentence(
        mark("The band holds the middle half of the answers to {row_many} with about that value.")
    ),
    "why.effect_bars": Sentence(
        mark("The bar holds the middle half of the answers when every row has that value.")
    ),
}

TOGETHER = {
    "why.together": Sentence(mark("{columns} go together in this table, so their share is shown as one.")),
    "why.together_one": Sentence(
        mark(
            "With all of them mixed up between rows it is right for about {less} fewer of {of} "
            "({low} to {high})."
        )
    ),
    "why.together_one_rare": Sentence(
        mark(
            "With all of them mixed up between rows it finds about {less} fewer among the {k} it is surest "
            "about ({low} to {high})."
        )
    ),
    "why.together_number": Sentence(
        mark("With all of them mixed up between rows it is off by about {more} more ({low} to {high}).")
    ),
    "why.together_none": Sentence(
        mark("With all of them mixed up between rows there is no measurable difference.")
    ),
}

PAIRS = {
    "why.pair": Sentence(mark('What "{first}" does to its answer depends on "{second}".')),
    "why.pair_chance": Sentence(
        mark(
            'Where "{second}" is {here}, its average chance of "{yes}" goes from {from} of {of} '
            '(at "{first}" {start}) to {to} (at {end}); where it is {there}, from {low} to {high}.'
        )
    ),
    "why.pair_number": Sentence(
        mark(
            'Where "{second}" is {here}, its average answer goes from {from} (at "{first}" {start}) to {to} '
            "(at {end}); where it is {there}, from {low} to {high}."
        )
    ),
    "why.pair_read": Sentence(
        mark("Each field is the average answer for both values. The stronger its colour, the higher it is.")
    ),
}

STATES = {
    "why.table_gone": Sentence(
        mark(
            "The rows it learned from are not here, so what it does with each column cannot be looked "
            "into any more."
        )
    ),
    "why.not_looked": Sentence(
        mark("What it does with each column, and with columns that go together, can be looked into.")
    ),
}

SENTENCES = {**LOOKING, **CURVES, **TOGETHER, **PAIRS, **STATES}
