"""Findings for machines: annotations, SARIF, JUnit. The terminal's form is in `resedit.formats.terminal`."""
