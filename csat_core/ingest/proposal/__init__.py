"""What each column is for: proposed from what it holds, decided by a person."""
