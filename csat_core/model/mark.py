"""The mark of a group in words: what the comparison with the rest allows one to say, the same on every surface."""

_MARKED = {"above": "above the rest", "below": "below the rest"}
_UNMARKED = {"real_but_too_small_to_matter": "too small to matter"}


def mark_words(mark: str, verdict: str) -> str:
    """What a compared group is: above or below the rest, too little apart from it to matter, or perhaps chance."""
    return _MARKED.get(mark) or _UNMARKED.get(verdict, "may be chance")
