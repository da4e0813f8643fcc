-- What was found out about a model after learning, what the person decided about it, and what they wrote down.
ALTER TABLE training ADD COLUMN explained TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN decision TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE stored_table ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- What was decided, in the order in which it was; the words are made when it is shown.
CREATE TABLE decided (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    table_id    TEXT REFERENCES stored_table (id) ON DELETE CASCADE,
    training_id TEXT REFERENCES training (id) ON DELETE CASCADE,
    moment      TEXT NOT NULL,
    notice      TEXT NOT NULL  -- a code and its values, as JSON
) STRICT;
CREATE INDEX decided_of_table ON decided (table_id);
CREATE INDEX decided_of_training ON decided (training_id);

DROP VIEW kept_training;
CREATE VIEW kept_training AS
SELECT
    training.number, training.id, training.name, training.created, training.plan, training.evaluation,
    training.table_name, training.reading, training.explained, training.decision, training.note,
    coalesce(stored_table.id, '') AS table_id,
    coalesce(training_job.id, '') AS job_id,
    coalesce(training_job.state, '') AS state
FROM training
LEFT JOIN stored_table ON stored_table.id = training.table_id AND stored_table.deleted = 0
LEFT JOIN training_job ON training_job.training_id = training.id
WHERE training.deleted = 0;

PRAGMA user_version = 6;
