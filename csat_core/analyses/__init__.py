"""One module for each question a person asks of a dataset."""
