"""The command line: one file a command, each of which parses, calls kg and prints."""

from kg.cli.entry import main

__all__ = ["main"]
