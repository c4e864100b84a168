"""What the law and the calendar ask of the desk, and what waits for whom. Knows no page, no mail, no role."""
