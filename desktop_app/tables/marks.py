"""What people and programs write where there is no value."""

# No value in any column; an error of a spreadsheet is none either.
CLEAR = frozenset(
    ("", "n/a", "nan", "null", "(null)", "<na>", "\\n", "k.a.", "k. a.", "#n/a", "#nv", "#null!", "#div/0!")
) | frozenset(("#value!", "#wert!", "#ref!", "#bezug!", "#name?", "#num!", "#zahl!"))
# No value beside words; beside single letters "-" can be a kind of its own, as "+" is.
SYMBOLS = frozenset(("?", "-", "--", "---", "–", "—", ".", ".."))
# No value beside words; beside short codes it is Namibia or North America.
CODE = "na"
# No value among numbers and dates only: "none" can be the kind of contract, "unknown" a kind of job.
WORDS = frozenset(("none", "nil", "missing", "unknown"))

MARKS = CLEAR | SYMBOLS | WORDS | {CODE}
