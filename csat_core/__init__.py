"""Customer-satisfaction analytics without a user interface: the same calls serve pages, command line and notebooks."""

__version__ = "0.1.0"
