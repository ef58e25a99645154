"""Makes the Dutch pipeline that ships with the program; only `python -m checker.tagging.training` uses it."""
