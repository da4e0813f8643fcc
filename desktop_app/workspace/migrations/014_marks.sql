-- What a person says of the odd rows of a table: a list, the last one given last.
ALTER TABLE stored_table ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';

PRAGMA user_version = 14;
