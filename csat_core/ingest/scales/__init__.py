"""Which scale the answers of a column lie on, which end is the best, and what has to be asked."""
