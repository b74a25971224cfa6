"""The rules about the texts of a project side by side: one module each. The table is `resedit.validate.table`."""
