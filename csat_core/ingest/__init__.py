"""From a file to a dataset: reader -> layout -> mapping -> checks -> load."""
