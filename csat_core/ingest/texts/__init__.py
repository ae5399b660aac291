"""What texts in files mean: numbers, days, answers and names, in every language."""
