"""The rules that look at a base or a proposal as a whole, one module each. The table is `resedit.validate.table`."""
