"""Who works at the desk: accounts, what they may do, how they sign in, what they did. Knows no listing."""
