"""The staff wing's store: the accepted records and the changes clerks propose. No public page reads it."""
