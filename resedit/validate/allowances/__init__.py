"""The rules about switching rules: an allowance that does nothing, or must not, is found itself. One module each. The
table is `resedit.validate.table`."""
