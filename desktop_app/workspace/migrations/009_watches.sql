-- Folders whose new files are answered by a model. What came of each file is remembered beside its answers.
CREATE TABLE watch (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    training_id TEXT NOT NULL REFERENCES training (id) ON DELETE CASCADE,
    folder      TEXT NOT NULL,  -- a path of the person's, as JSON
    out         TEXT NOT NULL,  -- where its answers go, as JSON
    created     TEXT NOT NULL,
    paused      INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    told        TEXT NOT NULL DEFAULT '{}'  -- how it goes, as JSON
) STRICT;
CREATE INDEX watch_of_training ON watch (training_id);

PRAGMA user_version = 9;
