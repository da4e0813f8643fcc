-- Models that answer no rows, such as one that says what comes next: what each says of itself is a record, of a form
-- that its kind has. Their files lie among those of the others.
CREATE TABLE other_model (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    created TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    card    TEXT NOT NULL,
    origin  TEXT NOT NULL  -- the file as which it came, as JSON
) STRICT;

PRAGMA user_version = 13;
