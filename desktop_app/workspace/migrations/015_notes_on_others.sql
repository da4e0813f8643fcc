-- What a person wrote down about a model that answers no rows, such as a forecast.
ALTER TABLE other_model ADD COLUMN note TEXT NOT NULL DEFAULT '';

PRAGMA user_version = 15;
