"""The sentences about programs of the person's: what is said to them, and why they are not let in."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

_SEE = mark("See /api/v1/openapi.json.")

API_SAYINGS = {
    "api.foreign_host": Saying(
        "policy",
        mark("Nothing is answered under this name."),
        mark("Ask at the address that is shown under Settings."),
    ),
    "api.from_page": Saying(
        "policy",
        mark("Web pages are not answered here, only programs."),
        mark("Send no header Origin, and none that begins with Sec-Fetch."),
    ),
    "api.no_token": Saying(
        "policy",
        mark("The token is missing or wrong."),
        mark("Send it in the header Authorization: Bearer TOKEN. Tokens are made under Settings."),
    ),
    "api.scope": Saying(
        "policy",
        mark('This token does not let a program do that. It needs "{scope}".'),
        mark("Make a token for it under Settings."),
    ),
    "api.off": Saying(
        "policy",
        mark("Letting programs in is switched off on this computer by your organisation."),
        mark("Ask {contact} if you need it."),
    ),
    "api.port_taken": Saying(
        "usage",
        mark("Port {port} is taken by another program, so no program is let in."),
        mark(
            "Close that program and try again, or set HUNCH_API_PORT to another number and start Hunch again."
        ),
    ),
    "api.no_name": Saying(
        "usage",
        mark("The program needs a name."),
        mark("Write what you will know it by, such as the name of your script."),
    ),
    "api.no_scope": Saying(
        "usage", mark("A program that may do nothing needs no token."), mark("Tick what it may do.")
    ),
    "api.many_programs": Saying(
        "usage", mark("{most} programs are let in already."), mark("Shut one of them out first.")
    ),
    "api.not_found": Saying("missing", mark("There is nothing at this address, or no longer."), _SEE),
    "api.method": Saying("usage", mark("This address is asked in another way."), _SEE),
    "api.not_understood": Saying("usage", mark("The request cannot be understood."), _SEE),
    "api.media_type": Saying(
        "usage", mark("This address takes JSON."), mark("Send it with Content-Type: application/json.")
    ),
    "api.too_large": Saying(
        "usage",
        mark("The request is larger than {size}."),
        mark("Pack the file with gzip or save it as Parquet, or open it in Hunch itself."),
    ),
    "api.form": Saying(
        "usage",
        mark("The request does not fit. Wrong things in it: {count}."),
        mark("Each is named under errors. What fits is told by /api/v1/openapi.json."),
    ),
    "api.key_used": Saying(
        "usage",
        mark("This Idempotency-Key belongs to another request."),
        mark("Use a new one for each new request."),
    ),
    "api.later": Saying(
        "internal", mark("The file is being written."), mark("Ask for it again in a moment.")
    ),
    "api.missing_columns": Saying(
        "data",
        mark("The table lacks: {columns}."),
        mark('Match names with "map", or name them under "allow_missing" to go on without them.'),
    ),
    "field.missing": Saying("usage", mark("It is missing."), mark("Add it.")),
    "field.unknown": Saying("usage", mark("There is no such field."), _SEE),
    "field.text": Saying("usage", mark("It is a text of another form."), _SEE),
    "field.number": Saying("usage", mark("It is a number."), _SEE),
    "field.least": Saying("usage", mark("It is {least} or more."), _SEE),
    "field.most": Saying("usage", mark("It is {most} or less."), _SEE),
    "field.letters": Saying("usage", mark("It has up to {most} letters."), _SEE),
    "field.yes_no": Saying("usage", mark("It is true or false."), _SEE),
    "field.list": Saying("usage", mark("It is a list. It holds up to {most}."), _SEE),
    "field.object": Saying("usage", mark("It is an object."), _SEE),
    "field.choice": Saying("usage", mark("It is one of {options}."), _SEE),
    "field.wrong": Saying("usage", mark("It does not fit."), _SEE),
    "field.no_column": Saying(
        "usage",
        mark('There is no column "{column}". Did you mean "{suggestion}"?'),
        _SEE,
    ),
    "field.no_feature": Saying(
        "usage",
        mark('The model needs no column "{column}". Did you mean "{suggestion}"?'),
        _SEE,
    ),
    "field.twice": Saying("usage", mark('"{column}" is named twice.'), mark("Name it once.")),
    "field.one_way": Saying(
        "usage", mark("{names} ask for tests that exclude each other."), mark("Use one of them.")
    ),
    "field.cursor": Saying(
        "usage", mark("This cursor is none that was given out."), mark("Begin without one.")
    ),
}
