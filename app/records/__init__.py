"""The staff wing's store: the accepted records, and the changes that clerks propose. Never read by a public page."""
