-- Of each file that says itself what is right, how right the answers are; which columns of new files are
-- multiplied before they are answered, the latest first; and which models a watched folder had before. All as JSON.
ALTER TABLE answers ADD COLUMN truth TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN scalings TEXT NOT NULL DEFAULT '';
ALTER TABLE watch ADD COLUMN former TEXT NOT NULL DEFAULT '[]';

UPDATE answers SET truth = coalesce((
    SELECT json_extract(body, '$.truth') FROM fact WHERE sha256 = answers.answers
), '');

DROP VIEW kept_answers;
CREATE VIEW kept_answers AS
SELECT
    answers.number, answers.id, answers.name, answers.created, answers.content, answers.preflight,
    answers.answers, answers.source, answers.truth, coalesce(answers.training_id, '') AS training_id
FROM answers
LEFT JOIN training ON training.id = answers.training_id
WHERE answers.deleted = 0 AND coalesce(training.deleted, 0) = 0;

DROP VIEW kept_training;
CREATE VIEW kept_training AS
SELECT
    training.number, training.id, training.name, training.created, training.plan, training.evaluation,
    training.table_name, training.reading, training.explained, training.decision, training.note, training.matches,
    training.scalings, training.origin, training.brief,
    coalesce(stored_table.id, '') AS table_id,
    coalesce(training_job.id, '') AS job_id,
    coalesce(training_job.state, '') AS state
FROM training
LEFT JOIN stored_table ON stored_table.id = training.table_id AND stored_table.deleted = 0
LEFT JOIN training_job ON training_job.training_id = training.id
WHERE training.deleted = 0;

PRAGMA user_version = 10;
