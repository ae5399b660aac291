"""What every error of the product has in common."""


class CsatError(Exception):
    """A bad call or a bad file, said in one plain sentence: what was found, what was expected, what to do.

    Subclasses live beside the thing they speak of and hold the text; pages and command line show `str(error)`.
    """

    on_page: str | None = None
    """The sentence of a page, where the other one names what is typed at a command line; None where they are the same."""
