-- A workbook comes back with its answers added, so it is remembered where it lies: a path of the person's as JSON,
-- empty where a copy of ours lies beside the answers.
ALTER TABLE answers ADD COLUMN source TEXT NOT NULL DEFAULT '';

DROP VIEW kept_answers;
CREATE VIEW kept_answers AS
SELECT
    answers.number, answers.id, answers.name, answers.created, answers.content, answers.preflight,
    answers.answers, answers.source, coalesce(answers.training_id, '') AS training_id
FROM answers
LEFT JOIN training ON training.id = answers.training_id
WHERE answers.deleted = 0 AND coalesce(training.deleted, 0) = 0;

PRAGMA user_version = 4;
