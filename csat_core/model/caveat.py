"""Caveats: why a result should be read with care. A code for programs, a sentence for people."""

from enum import StrEnum


class Caveat(StrEnum):
    """Each code is stable; `words` is what a person reads."""

    EMPTY_BASE = "empty_base"
    HIDDEN_SMALL_BASE = "hidden_small_base"
    HIDDEN_COMPLEMENTARY = "hidden_complementary"
    NOT_TESTED = "not_tested"
    SMALL_BASE = "small_base"
    UNWEIGHTED = "unweighted"
    NO_DISSATISFIED_BAND = "no_dissatisfied_band"
    NO_DATES = "no_dates"
    NO_COMPLETE_PREVIOUS_PERIOD = "no_complete_previous_period"
    NO_SPEND = "no_spend"
    BINARY_RATE = "binary_rate"
    NPS_BANDS = "nps_bands"
    GUIDE_RATES = "guide_rates"

    @property
    def words(self) -> str:
        """One plain sentence."""
        return _WORDS[self]


_WORDS = {
    Caveat.EMPTY_BASE: "There are no answers here, so there is no score.",
    Caveat.HIDDEN_SMALL_BASE: "Hidden: too few answers to show without pointing at single people.",
    Caveat.HIDDEN_COMPLEMENTARY: "Hidden too, so that a smaller group cannot be worked out by subtraction.",
    Caveat.NOT_TESTED: "Few answers: shown, but not tested and not ranked.",
    Caveat.SMALL_BASE: "A small base: read the interval, not the number alone.",
    Caveat.UNWEIGHTED: "Unweighted: the file has a weight column that is not applied.",
    Caveat.NO_DISSATISFIED_BAND: "This scheme names satisfied answers only, so there is no dissatisfied share.",
    Caveat.NO_DATES: "The file has no dates, so nothing can be said about change.",
    Caveat.NO_COMPLETE_PREVIOUS_PERIOD: "There are not yet two complete periods to compare.",
    Caveat.NO_SPEND: "No revenue in the file and no spend typed in: customers at risk are shown, money is not.",
    Caveat.BINARY_RATE: "Everyone not satisfied takes the leaving rate of the dissatisfied, for nothing tells them further apart.",
    Caveat.NPS_BANDS: "Detractors, passives and promoters stand in for dissatisfied, neutral and satisfied.",
    Caveat.GUIDE_RATES: "The leaving rates are the guide's assumption, not measured here.",
}
