"""Letters about what waits, to people of the desk. Knows no page; what waits is for `duties` to say."""
