-- Which columns of new files a person said to be columns of a model under other names, as JSON; the latest first.
ALTER TABLE training ADD COLUMN matches TEXT NOT NULL DEFAULT '';

DROP VIEW kept_training;
CREATE VIEW kept_training AS
SELECT
    training.number, training.id, training.name, training.created, training.plan, training.evaluation,
    training.table_name, training.reading, training.explained, training.decision, training.note, training.matches,
    coalesce(stored_table.id, '') AS table_id,
    coalesce(training_job.id, '') AS job_id,
    coalesce(training_job.state, '') AS state
FROM training
LEFT JOIN stored_table ON stored_table.id = training.table_id AND stored_table.deleted = 0
LEFT JOIN training_job ON training_job.training_id = training.id
WHERE training.deleted = 0;

PRAGMA user_version = 7;
