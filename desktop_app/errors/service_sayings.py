"""The sentences about a model that is served to other programs."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

SERVICE_SAYINGS = {
    "service.port_taken": Saying(
        "usage",
        mark("Port {port} of {host} is taken by another program."),
        mark("Port {free} is free: add --port {free}."),
    ),
    "service.no_address": Saying(
        "usage",
        mark("This computer cannot be reached at {host}, port {port}."),
        mark("127.0.0.1 is for this computer alone, 0.0.0.0 for every network that it is in."),
    ),
    "service.needs_token": Saying(
        "usage",
        mark("Other computers are answered only with a token."),
        mark("Write one into a file that only you can read, and name it with --token-file."),
    ),
    "service.bad_token": Saying(
        "usage",
        mark('"{file}" holds no token.'),
        mark("A token is one line of 16 to 200 letters, digits and the signs - . _ ~ + / =."),
    ),
    "service.open_token": Saying(
        "usage",
        mark('"{file}" can be read by others on this computer.'),
        mark("Take that right away: chmod 600."),
    ),
    "service.no_model": Saying(
        "usage",
        mark("It is not said which model to serve."),
        mark("Set HUNCH_MODEL to the path of a .hunch file."),
    ),
    "service.bad_variable": Saying(
        "usage",
        mark('{variable} cannot be "{word}".'),
        mark("It is a whole number from 1 on."),
    ),
    "service.busy": Saying(
        "internal",
        mark("The model is busy with other rows, or is being opened."),
        mark("Ask again in a moment."),
    ),
    "service.foreign_host": Saying(
        "policy",
        mark("Nothing is answered under this name."),
        mark("Whoever runs the service adds names with --allow-host."),
    ),
    "service.foreign_site": Saying(
        "policy",
        mark("Pages of other sites are not answered."),
        mark("Ask from a program, or from the page /docs of this service."),
    ),
    "service.no_token": Saying(
        "policy",
        mark("The token is missing or wrong."),
        mark("Send it in the header Authorization: Bearer TOKEN."),
    ),
    "service.media_type": Saying(
        "usage",
        mark("Rows come as application/json or as text/csv."),
        mark("Name it in the header Content-Type."),
    ),
    "service.no_json": Saying(
        "usage",
        mark("The request holds no JSON."),
        mark("It is UTF-8, and has no NaN and no Infinity."),
    ),
    "service.bad_rows": Saying(
        "usage",
        mark("The rows do not fit the model. Wrong things in them: {count}."),
        mark("Each is named under errors. What a row holds is told by /openapi.json."),
    ),
    "service.form": Saying(
        "usage",
        mark('The request is no object with a list "rows".'),
        mark('Send an object whose "rows" is a list of objects, one a row.'),
    ),
    "service.row_count": Saying(
        "usage",
        mark("A request holds 1 to {most} rows."),
        mark("Send the rows in several requests, or as text/csv."),
    ),
    "service.row_kind": Saying("usage", mark("A row is an object of columns."), mark("Send one.")),
    "service.cell_missing": Saying(
        "usage",
        mark('"{column}" is missing; where it is not known, it is null.'),
        mark("Add the column."),
    ),
    "service.cell_number": Saying(
        "usage", mark('"{column}" is a number or null.'), mark("Send it without quotes.")
    ),
    "service.cell_text": Saying("usage", mark('"{column}" is a text or null.'), mark("Send it in quotes.")),
    "service.cell_date": Saying(
        "usage",
        mark('"{column}" is a day such as 2024-05-31, or 2024-05-31T08:30:00 without a zone, or null.'),
        mark("Send it in quotes."),
    ),
    "service.not_found": Saying(
        "missing", mark("There is nothing at this address."), mark("See /openapi.json.")
    ),
    "service.method": Saying(
        "usage", mark("This address is asked in another way."), mark("See /openapi.json.")
    ),
    "service.too_large": Saying(
        "usage", mark("The request is larger than {size}."), mark("Send the rows in several requests.")
    ),
    "service.not_understood": Saying(
        "usage", mark("The request cannot be understood."), mark("See /openapi.json.")
    ),
}
