"""One command, one module; `resedit.cli.app` has the table."""
