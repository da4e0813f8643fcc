-- Where a model comes from that came as a file, as JSON; and of each what a list of a thousand shows: the
-- evaluation without what only its own page needs.
ALTER TABLE training ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE training ADD COLUMN brief TEXT NOT NULL DEFAULT '';

UPDATE training SET brief = coalesce((
    SELECT json_set(
        json_remove(
            body, '$.importances', '$.confusion', '$.misses', '$.receipt', '$.calibration', '$.cuts', '$.bands',
            '$.pace', '$.weak_spots', '$.rule'
        ),
        '$.left_out', json('[]'), '$.warnings', json('[]'), '$.candidates', json('[]')
    ) FROM fact WHERE sha256 = training.evaluation
), '');

DROP VIEW kept_training;
CREATE VIEW kept_training AS
SELECT
    training.number, training.id, training.name, training.created, training.plan, training.evaluation,
    training.table_name, training.reading, training.explained, training.decision, training.note, training.matches,
    training.origin, training.brief,
    coalesce(stored_table.id, '') AS table_id,
    coalesce(training_job.id, '') AS job_id,
    coalesce(training_job.state, '') AS state
FROM training
LEFT JOIN stored_table ON stored_table.id = training.table_id AND stored_table.deleted = 0
LEFT JOIN training_job ON training_job.training_id = training.id
WHERE training.deleted = 0;

PRAGMA user_version = 8;
