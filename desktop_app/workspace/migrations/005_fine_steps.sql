-- That a finding is fine is a step like any other, undone and done again. It reads nothing, so several rows of the
-- history may have one reading, and `step` says which of them is the present one.
ALTER TABLE history RENAME TO history_before;
DROP INDEX history_of_table;
CREATE TABLE history (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    table_id TEXT NOT NULL REFERENCES stored_table (id) ON DELETE CASCADE,
    reading  TEXT NOT NULL,  -- the folder of its rows
    content  TEXT NOT NULL,
    wishes   TEXT NOT NULL,  -- what was decided of the file, as JSON: what one step changed is found by it
    fine     TEXT NOT NULL DEFAULT ''  -- keys of the findings that were fine then, parted by blanks
) STRICT;
CREATE INDEX history_of_table ON history (table_id, number);

INSERT INTO history (number, table_id, reading, content, wishes, fine)
SELECT before.number, before.table_id, before.reading, before.content, before.wishes, stored_table.fine
FROM history_before AS before JOIN stored_table ON stored_table.id = before.table_id;
DROP TABLE history_before;

ALTER TABLE stored_table ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
UPDATE stored_table SET step = coalesce(
    (SELECT number FROM history WHERE table_id = stored_table.id AND history.reading = stored_table.reading), 0
);

PRAGMA user_version = 5;
