"""Who works at the desk: accounts, what they may do, how they sign in, and what they did. Knows no listing."""
