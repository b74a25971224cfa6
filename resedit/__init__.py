"""Amendments as code for texts that conferences negotiate."""

__version__ = "0.1.0"
