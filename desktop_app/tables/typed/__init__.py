"""Files that know their own columns: Parquet, JSON, statistics files."""
