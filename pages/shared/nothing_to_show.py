"""Nothing to show: why a link has nothing for its readers now, and what brings it back."""

from csat_core.errors import CsatError


class NothingToShowError(CsatError):
    """A link whose data has nothing for its readers; what they read is the message, under `title`."""

    title = "There is nothing to show here"
    brief = "shows nothing now"
    """In the list of links."""
    way_out = "Choose something else to share."
    """What whoever shares it can do."""


class ColumnGoneError(NothingToShowError):
    """The dataset lost the question or a group that the link names."""

    title = "What this link shows is not here any more"
    brief = "shows nothing now: a question or group that it names is not in the data any more"

    def __init__(self) -> None:
        super().__init__(
            "A question or a group that it names is no part of the survey any more. It opens again once that is back; "
            "otherwise whoever sent the link can make a new one."
        )


class TooFewAnswersError(NothingToShowError):
    """Too few answers to show without telling who said what."""

    title = "Too few answers to show"
    brief = "shows nothing now: too few answers"
    way_out = "A longer period or fewer filters bring more answers together."

    def __init__(self, needed: int) -> None:
        super().__init__(
            f"This page shows answers only where {needed} or more stand together, so that nobody can be recognised by them. "
            "There are too few now; the link shows them as soon as there are enough."
        )
