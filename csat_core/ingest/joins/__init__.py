"""A second file: its values stand beside the responses, one a response."""
