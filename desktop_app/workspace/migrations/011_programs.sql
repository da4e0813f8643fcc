-- What a person set. Programs that may ask for things: of their tokens only the sha256 is kept. And which job each
-- of their requests has made, so that the same request makes no second one.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE program (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    scopes  TEXT NOT NULL,  -- what it may do, with blanks between
    sha256  TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    used    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE program_request (
    program_id TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
    key        TEXT NOT NULL,
    sha256     TEXT NOT NULL,  -- of what was asked
    job_id     TEXT NOT NULL,
    created    TEXT NOT NULL,
    PRIMARY KEY (program_id, key)
) STRICT;

PRAGMA user_version = 11;
