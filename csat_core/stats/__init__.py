"""Pure mathematics on small arrays: no data access, no words."""
