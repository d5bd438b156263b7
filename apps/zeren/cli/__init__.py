"""The command line: one module a command, results on stdout, progress and complaints on stderr."""
