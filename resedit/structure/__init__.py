"""structure: from the lines of a text to its provisions."""
