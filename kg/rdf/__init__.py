"""Statements to quads, and quads to files; the format is chosen by the file's ending."""
