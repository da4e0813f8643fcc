-- Which findings a person said to be fine: their keys, parted by blanks. They are not shown again.
ALTER TABLE stored_table ADD COLUMN fine TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 3;
