"""Headings: what stands above a column of a table, and which kind of numbers stands below it.

A table keeps its numbers as they are, 0-1 for a share; only the page or the file that shows them makes percent of them.
"""


class Heading(str):
    """The heading of a column; its class says what kind of cells it has."""

    help: str
    """What a person reads who asks; empty where the heading says it all."""

    __slots__ = ("help",)

    def __new__(cls, text: str, help: str = "") -> "Heading":
        made = super().__new__(cls, text)
        made.help = help
        return made


class Text(Heading):
    """The heading of a column of words."""


class Day(Heading):
    """The heading of a column of dates."""


class Share(Heading):
    """The heading of a column of shares: shown as percent, kept as 0-1."""


class Points(Heading):
    """The heading of a column of differences of shares: shown in points with their sign, kept as -1 to 1."""


class Whole(Heading):
    """The heading of a column of counts: shown without decimals."""


class Money(Heading):
    """The heading of a column of amounts: shown in whole dollars."""


class Decimal(Heading):
    """The heading of a column of means and coefficients: shown with two decimals."""


class Fine(Heading):
    """The heading of a column of small numbers: shown with three decimals."""


class Tenth(Heading):
    """The heading of a column of numbers on 0 to 100: shown with one decimal."""


class Apart(Heading):
    """The heading of a column of differences that are in points already: shown with their sign and one decimal."""


class Probability(Heading):
    """The heading of a column of p-values: shown with four decimals, the smallest as below 0.0001."""


class Year(Heading):
    """The heading of a column of years."""


class Measured(Heading):
    """The heading of a column of amounts, each with a unit of its own."""


SCORES: dict[str, Heading] = {
    "share": Share("Satisfied"),
    "low": Share("95 % from"),
    "high": Share("95 % to"),
    "base": Whole("Base", "Answers behind the numbers"),
    "dsat": Share("Dissatisfied"),
    "net": Share("Net"),
    "mean": Decimal("Mean"),
    "top_box": Share("Top box"),
    "index": Tenth("Index", "The mean on 0 to 100"),
}
"""The numbers of a score, in every table that has them."""
