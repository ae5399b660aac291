"""What is done with the content of a file, in the child process."""
