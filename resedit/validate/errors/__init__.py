"""The rules whose findings stop apply and every output. The layers that read and apply find them: here is what they
mean and how to mend it, one module each. The table is `resedit.validate.table`.
"""
