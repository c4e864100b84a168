"""What all doors share: the instance behind them, sessions, headers, errors, and the words pages have in common."""
