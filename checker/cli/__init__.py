"""The command line: thin, Dutch, and the only place besides the web page that reads the clock."""
