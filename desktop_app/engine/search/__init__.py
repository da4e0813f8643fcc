"""The kinds of model that are tried, and which of them are delivered."""
