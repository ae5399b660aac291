"""Keys of two files that people would call the same, though the files write them otherwise."""

IGNORED = "upper and lower case, spaces and leading zeros"
"""What is not looked at then, in words."""


def alike(key: str) -> str:
    """A key, as SQL, without what spreadsheets and people change in it; NULL stays NULL."""
    return rf"regexp_replace(lower(regexp_replace({key}, '\s+', '', 'g')), '^0+(.)', '\1')"
