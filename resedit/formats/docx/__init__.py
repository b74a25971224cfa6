"""formats/docx."""
