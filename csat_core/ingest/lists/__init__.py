"""Small lists that a person keeps as CSV."""
