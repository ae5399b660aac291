"""Formats: one small file for each kind of container that is read, in the child process."""
