-- Records are kept once each, by the hash of their text: a changed byte is noticed when it is read.
CREATE TABLE fact (
    sha256 TEXT PRIMARY KEY,
    body   TEXT NOT NULL
) STRICT;

-- In every table, `number` gives the order: the clock of a computer may jump.
CREATE TABLE stored_table (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    created TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    source  TEXT NOT NULL,  -- path of the person's file, as JSON; empty where a copy of ours lies in the workspace
    reading TEXT NOT NULL,  -- the folder of its rows: the id of the job that read the file
    content TEXT NOT NULL,
    earlier_reading TEXT NOT NULL DEFAULT '',  -- the reading before, until the next start
    earlier_content TEXT NOT NULL DEFAULT '',
    plan    TEXT NOT NULL DEFAULT ''  -- what was chosen to predict last, as JSON
) STRICT;

-- A model stays when its table goes: the model file needs nothing beside it.
CREATE TABLE training (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    table_id   TEXT REFERENCES stored_table (id) ON DELETE SET NULL,
    table_name TEXT NOT NULL,
    reading    TEXT NOT NULL,  -- which reading of the table it learns from
    name       TEXT NOT NULL,
    created    TEXT NOT NULL,
    deleted    INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    plan       TEXT NOT NULL,
    evaluation TEXT
) STRICT;
CREATE INDEX training_of_table ON training (table_id);

CREATE TABLE answers (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    training_id TEXT REFERENCES training (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,
    created     TEXT NOT NULL,
    deleted     INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    content     TEXT NOT NULL,
    preflight   TEXT NOT NULL,
    answers     TEXT
) STRICT;
CREATE INDEX answers_of_training ON answers (training_id);

CREATE TABLE job (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    journey TEXT NOT NULL,
    lane    TEXT NOT NULL CHECK (lane IN ('long', 'short')),
    state   TEXT NOT NULL DEFAULT 'waiting' CHECK (
        state IN ('waiting', 'running', 'finished', 'failed', 'cancelled', 'stopped', 'interrupted')
    ),
    params  TEXT NOT NULL,
    created TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    result  TEXT NOT NULL DEFAULT '{}',
    problem TEXT,
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))  -- its interruption was shown for one run
) STRICT;
CREATE INDEX job_for_subject ON job (subject);

CREATE VIEW training_job AS
SELECT subject AS training_id, id, state, max(number) AS number
FROM job WHERE journey IN ('train', 'finish') GROUP BY subject;

CREATE VIEW kept_training AS
SELECT
    training.number, training.id, training.name, training.created, training.plan, training.evaluation,
    training.table_name,
    coalesce(stored_table.id, '') AS table_id,
    coalesce(training_job.id, '') AS job_id,
    coalesce(training_job.state, '') AS state
FROM training
LEFT JOIN stored_table ON stored_table.id = training.table_id AND stored_table.deleted = 0
LEFT JOIN training_job ON training_job.training_id = training.id
WHERE training.deleted = 0;

CREATE VIEW kept_answers AS
SELECT
    answers.number, answers.id, answers.name, answers.created, answers.content, answers.preflight,
    answers.answers, coalesce(answers.training_id, '') AS training_id
FROM answers
LEFT JOIN training ON training.id = answers.training_id
WHERE answers.deleted = 0 AND coalesce(training.deleted, 0) = 0;

PRAGMA user_version = 1;
