"""The ledger (sổ công bố): publications, numbered, chained and signed, that are only ever added to.

It stores canonical documents under a listing id and says what stood when. It must not know records, kinds,
people's accounts or Flask. Only `publishing` appends; everybody may read.
"""
