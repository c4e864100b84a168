"""Finding listings by words: the one room that knows Whoosh. Reads the ledger and the catalogue.

The words of a query are never kept or logged. The index is no store: it can be thrown away at any time.
"""
