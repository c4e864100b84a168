"""What all doors share: the instance behind them, sessions, headers, errors, the frame of every page."""
