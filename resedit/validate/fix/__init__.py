"""Mending what has one right answer, in the files that people wrote."""
