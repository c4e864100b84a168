"""Typeset pages: what hangs on a wall or goes into a file. Told everything; reads no register, no request."""
