-- Every reading of a table's file that can be gone back to, in the order in which they were made.
CREATE TABLE history (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    table_id TEXT NOT NULL REFERENCES stored_table (id) ON DELETE CASCADE,
    reading  TEXT NOT NULL UNIQUE,  -- the folder of its rows
    content  TEXT NOT NULL,
    wishes   TEXT NOT NULL  -- what was decided of the file, as JSON: what one step changed is found by it
) STRICT;
CREATE INDEX history_of_table ON history (table_id, number);

INSERT INTO history (table_id, reading, content, wishes)
SELECT stored_table.id, earlier_reading, earlier_content, coalesce(json_extract(body, '$.recipe.wishes'), '{}')
FROM stored_table JOIN fact ON sha256 = earlier_content
WHERE earlier_reading <> '' ORDER BY stored_table.number;

INSERT INTO history (table_id, reading, content, wishes)
SELECT stored_table.id, reading, content, coalesce(json_extract(body, '$.recipe.wishes'), '{}')
FROM stored_table JOIN fact ON sha256 = content ORDER BY stored_table.number;

ALTER TABLE stored_table DROP COLUMN earlier_reading;
ALTER TABLE stored_table DROP COLUMN earlier_content;

PRAGMA user_version = 2;
