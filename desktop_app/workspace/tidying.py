"""What is done once at each start, before anything else is written."""

from desktop_app.workspace.database import Database
from desktop_app.workspace.folders import Folders
from desktop_app.workspace.history import forget_the_oldest

# The order matters: what is deleted takes with it what belongs to it, and only then is looked for orphans.
_STEPS = (
    "DELETE FROM stored_table WHERE deleted = 1",
    "DELETE FROM training WHERE deleted = 1",
    "DELETE FROM answers WHERE deleted = 1",
    "DELETE FROM other_model WHERE deleted = 1",
    # A training that came to nothing and that nobody can go on with.
    """DELETE FROM training WHERE evaluation IS NULL AND id NOT IN (
        SELECT training_id FROM training_job WHERE state NOT IN ('failed', 'cancelled', 'finished')
    )""",
    "DELETE FROM program_request WHERE julianday(created) < julianday('now') - 1",
    # An interruption is shown for one whole run, and for good where rows can be answered further; how a
    # training went, and what was last found by comparing its answers, as long as there is the training; what
    # a forecast said last as long as there is that; of which table it learned as long as there are both; what
    # was last found of which rows are alike or odd as long as there is the table; and for a day what a
    # program asked for, since it may ask again what came of it.
    """DELETE FROM job WHERE state NOT IN ('waiting', 'running')
        AND NOT (state = 'interrupted' AND told = 0)
        AND id NOT IN (SELECT job_id FROM program_request)
        AND NOT (journey IN ('train', 'finish') AND subject IN (SELECT id FROM training))
        AND NOT (state IN ('interrupted', 'failed') AND subject IN (SELECT id FROM answers)
            AND number IN (SELECT max(number) FROM job WHERE journey = 'apply' GROUP BY subject))
        AND number NOT IN (
            SELECT max(number) FROM job WHERE state = 'finished' AND subject IN (SELECT id FROM training)
            AND journey IN ('compare_groups', 'compare_trainings') GROUP BY journey, subject
        )
        AND number NOT IN (
            SELECT max(number) FROM job WHERE state = 'finished' AND journey IN ('go_on', 'compare_beside')
            AND subject IN (SELECT id FROM other_model) GROUP BY subject
        )
        AND NOT (journey IN ('look_ahead', 'keep_beside') AND state = 'finished'
            AND id IN (SELECT id FROM other_model) AND subject IN (SELECT id FROM stored_table))
        AND number NOT IN (
            SELECT max(number) FROM job WHERE state = 'finished' AND subject IN (SELECT id FROM stored_table)
            AND journey IN ('group_file', 'odd_file') AND json_extract(params, '$.out') = ''
            GROUP BY journey, subject
        )""",
    "UPDATE job SET state = 'interrupted' WHERE state IN ('waiting', 'running')",
    "UPDATE job SET told = 1 WHERE state = 'interrupted'",
)
FORGET_FACTS = """DELETE FROM fact WHERE sha256 NOT IN (
        SELECT content FROM stored_table UNION SELECT content FROM history UNION SELECT plan FROM training
        UNION SELECT evaluation FROM training WHERE evaluation IS NOT NULL
        UNION SELECT explained FROM training UNION SELECT card FROM other_model
        UNION SELECT content FROM answers UNION SELECT preflight FROM answers
        UNION SELECT answers FROM answers WHERE answers IS NOT NULL
    )"""
# A search that was stopped or interrupted can be gone on with, and so can answers that were cut off; of other
# work nothing is left to use.
_JOBS = """SELECT job.id FROM job JOIN training ON training.id = job.subject AND evaluation IS NULL
    WHERE journey IN ('train', 'finish') AND state IN ('stopped', 'interrupted', 'failed')
    UNION SELECT id FROM job
    WHERE journey = 'apply' AND state IN ('interrupted', 'failed') AND subject IN (SELECT id FROM answers)"""


# A table may have been read anew since a search in it was interrupted.
_READINGS = """SELECT reading AS id FROM stored_table UNION SELECT reading FROM history
    UNION SELECT reading FROM training WHERE evaluation IS NULL AND table_id IS NOT NULL"""


def tidy(database: Database, folders: Folders) -> None:
    """Remove what was deleted, mark what was interrupted, and sweep files that belong to nothing."""
    with database.writing(urgent=True) as db:
        for step in _STEPS:
            db.execute(step)
        forget_the_oldest(db, folders)
        db.execute(FORGET_FACTS)
        jobs, readings, tables, models, answers = (
            [row["id"] for row in db.execute(statement)]
            for statement in (
                _JOBS,
                _READINGS,
                "SELECT id FROM stored_table",
                "SELECT id FROM training WHERE evaluation IS NOT NULL UNION SELECT id FROM other_model",
                "SELECT id FROM answers",
            )
        )
    folders.sweep(jobs=jobs, readings=readings, tables=tables, models=models, answers=answers)
