"""The rules that read a text as an editing committee does: one module each. The table is `resedit.validate.table`."""
