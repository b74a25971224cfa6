"""Proving a text against a redline."""
