"""Lets `python -m kg.cli` stand for `kg`."""

from kg.cli.entry import main

main()
