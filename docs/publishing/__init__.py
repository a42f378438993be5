"""Makes the site of the documentation: `PYTHONPATH=docs python -m publishing FOLDER`, or `make docs`."""
