-- When somebody last opened a table, as a day; and, where rows of another table were joined into it, which one.
ALTER TABLE stored_table ADD COLUMN used TEXT NOT NULL DEFAULT '';
ALTER TABLE stored_table ADD COLUMN joined TEXT NOT NULL DEFAULT '';

UPDATE stored_table SET used = date('now');

PRAGMA user_version = 12;
