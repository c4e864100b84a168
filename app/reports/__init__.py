"""What people tell through the public forms, until the desk has dealt with it. Knows no page and no account.

Nothing here says who wrote, or from where, unless they chose to leave a way to answer them.
"""
