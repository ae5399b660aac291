"""Caveats: why a result should be read with care. A code for programs, a sentence for people."""

from enum import StrEnum


class Caveat(StrEnum):
    """Each code is stable; `words` is what a person reads."""

    EMPTY_BASE = "empty_base"
    HIDDEN_SMALL_BASE = "hidden_small_base"
    HIDDEN_COMPLEMENTARY = "hidden_complementary"
    NOT_TESTED = "not_tested"
    SMALL_BASE = "small_base"
    POOLED_HIDDEN = "pooled_hidden"
    FEW_EXPECTED = "few_expected"
    AGAINST_REST = "against_rest"
    BLANK_LEFT_OUT = "blank_left_out"
    ONE_GROUP = "one_group"
    ALL_ALIKE = "all_alike"
    FIRST_SEEN = "first_seen"
    NO_SPREAD = "no_spread"
    UNWEIGHTED = "unweighted"
    NO_DISSATISFIED_BAND = "no_dissatisfied_band"
    NO_DATES = "no_dates"
    DATES_WITHHELD = "dates_withheld"
    NO_COMPLETE_PREVIOUS_PERIOD = "no_complete_previous_period"
    BROKEN_TREND = "broken_trend"
    NO_LAST_YEAR = "no_last_year"
    TOO_FEW_FOR_LIMITS = "too_few_for_limits"
    NO_LIMITS = "no_limits"
    ROLLING_OVERLAPS = "rolling_overlaps"
    LONGER_PERIODS = "longer_periods"
    LAST_WINDOWS = "last_windows"
    NO_SPEND = "no_spend"
    BINARY_RATE = "binary_rate"
    NPS_BANDS = "nps_bands"
    GUIDE_RATES = "guide_rates"
    ANSWERS_AS_CUSTOMERS = "answers_as_customers"
    SEVERAL_ROUNDS = "several_rounds"
    LAST_ROUND = "last_round"
    CONSTANT_DRIVER = "constant_driver"
    CONSTANT_OUTCOME = "constant_outcome"
    MOSTLY_BLANK = "mostly_blank"
    LEAKING = "leaking"
    MOVES_TOGETHER = "moves_together"
    MANY_ANSWERS = "many_answers"
    ASSOCIATION_ONLY = "association_only"
    LISTWISE_LOSES = "listwise_loses"
    TOO_FEW_FOR_MODEL = "too_few_for_model"
    COLLINEAR = "collinear"
    NO_MIDDLE = "no_middle"
    BENT = "bent"
    PAIRWISE = "pairwise"
    SAMPLED = "sampled"
    SEPARATED = "separated"
    BENCHMARK_OTHER_METRIC = "benchmark_other_metric"
    BENCHMARK_OTHER_SCALE = "benchmark_other_scale"
    BENCHMARK_SCALE_UNKNOWN = "benchmark_scale_unknown"
    BENCHMARK_TWO_ANSWERS = "benchmark_two_answers"
    BENCHMARK_OTHER_LENGTH = "benchmark_other_length"
    BENCHMARK_OTHER_RULE = "benchmark_other_rule"
    BENCHMARK_YEARS_APART = "benchmark_years_apart"
    BENCHMARK_YEAR_UNKNOWN = "benchmark_year_unknown"
    BENCHMARK_EXACT = "benchmark_exact"
    BENCHMARK_SPREAD_ASSUMED = "benchmark_spread_assumed"
    BENCHMARK_SMALL_BASE = "benchmark_small_base"
    BENCHMARK_THREE_QUESTIONS = "benchmark_three_questions"
    BENCHMARK_NATIONAL = "benchmark_national"
    BENCHMARK_SHARE_AGAINST_INDEX = "benchmark_share_against_index"
    BEST_OF_MANY = "best_of_many"

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
    Caveat.POOLED_HIDDEN: "Groups that are hidden take part in the test together, as one group.",
    Caveat.FEW_EXPECTED: "Some groups are so small that chance was worked out exactly rather than approximated.",
    Caveat.AGAINST_REST: "With so many groups each is compared with all others together, not with every other one.",
    Caveat.BLANK_LEFT_OUT: "Answers that name no group, stage or number are shown, but are no part of the comparison.",
    Caveat.ONE_GROUP: "There are not two groups here to compare.",
    Caveat.ALL_ALIKE: "All answers of the groups are satisfied, or none is, so the groups cannot differ.",
    Caveat.FIRST_SEEN: "New means first seen in this data: at its beginning everybody is new, however long a customer.",
    Caveat.NO_SPREAD: "All answers are equal, so nothing is known of their spread and the mean has no interval.",
    Caveat.UNWEIGHTED: "Unweighted: the file has a weight column that is not applied.",
    Caveat.NO_DISSATISFIED_BAND: "This scheme names satisfied answers only, so there is no dissatisfied share.",
    Caveat.NO_DATES: "The file has no dates, so nothing can be said about change.",
    Caveat.DATES_WITHHELD: "Single periods are not shown here, as they would give small groups away: nothing can be said about change.",
    Caveat.NO_COMPLETE_PREVIOUS_PERIOD: "There are not two complete periods with enough answers to compare.",
    Caveat.BROKEN_TREND: "The wording or the scale of the question changed: scores before and after are not compared.",
    Caveat.NO_LAST_YEAR: "There is no comparable period a year before.",
    Caveat.TOO_FEW_FOR_LIMITS: "The usual range needs at least eight complete periods with enough answers.",
    Caveat.NO_LIMITS: "The usual range is worked out for shares only, not for means and net scores.",
    Caveat.ROLLING_OVERLAPS: "Rolling windows overlap, so they have no usual range; only windows apart are compared.",
    Caveat.LONGER_PERIODS: "The dates reach so far apart that longer periods are shown than were chosen; narrow the period to see those.",
    Caveat.LAST_WINDOWS: "The dates reach so far apart that only the last 1,500 windows are shown.",
    Caveat.NO_SPEND: "No revenue in the file and no spend typed in: customers at risk are shown, money is not.",
    Caveat.BINARY_RATE: "Everyone not satisfied takes the leaving rate of the dissatisfied, for nothing tells them further apart.",
    Caveat.NPS_BANDS: "Detractors, passives and promoters stand in for dissatisfied, neutral and satisfied.",
    Caveat.ANSWERS_AS_CUSTOMERS: "Every answer counts as a customer here: one who answered several times counts several times, and the spend is the average of an answer.",
    Caveat.SEVERAL_ROUNDS: "The survey was asked in rounds: a customer who answered in each counts once for each.",
    Caveat.LAST_ROUND: "The survey was asked in rounds: only those who answered in the last one count as customers.",
    Caveat.GUIDE_RATES: "The leaving rates are the guide's assumption, not measured here.",
    Caveat.CONSTANT_DRIVER: "Everybody gave the same answer to it, so it can go together with nothing.",
    Caveat.CONSTANT_OUTCOME: "Everybody gave the same answer to the outcome, so nothing can go together with it.",
    Caveat.MOSTLY_BLANK: "Nine in ten or more left it blank, so it stays outside the model.",
    Caveat.LEAKING: "It says the same as the outcome in other words, so it stays outside the model.",
    Caveat.MOVES_TOGETHER: "It moves together with another driver: how importance splits between them is uncertain.",
    Caveat.MANY_ANSWERS: "More than 11 different answers: no chi-square and no V.",
    Caveat.ASSOCIATION_ONLY: "Groups, not ratings: association only, outside the model.",
    Caveat.LISTWISE_LOSES: "The model uses the responses that rated every driver, fewer than half of those that rated a single one; "
    "to use every answer, choose pairs of questions.",
    Caveat.TOO_FEW_FOR_MODEL: "Too few responses rated every driver for a model of them all.",
    Caveat.COLLINEAR: "Some answers determine one another, so importance cannot be shared out among them.",
    Caveat.NO_MIDDLE: "Nobody gave it a low, a middle or a high answer, so its kind cannot be told.",
    Caveat.BENT: "Low answers go together with more satisfaction than middle ones, or high answers with less, so its kind cannot be told.",
    Caveat.PAIRWISE: "Each pair of questions on the responses that answered both; importance then has no interval.",
    Caveat.SAMPLED: "The intervals come from a repeatable sample of about 200,000 responses and are scaled to all of them.",
    Caveat.SEPARATED: "Some mix of drivers tells satisfied from the others without exception, so there is no logistic fit.",
    Caveat.BENCHMARK_OTHER_METRIC: "The benchmark measures something that this question cannot give, so there is no gap.",
    Caveat.BENCHMARK_OTHER_SCALE: "The benchmark was asked on another scale, so there is no gap.",
    Caveat.BENCHMARK_SCALE_UNKNOWN: "Nobody knows on which scale the benchmark was asked; on another one the gap is not fair.",
    Caveat.BENCHMARK_TWO_ANSWERS: "With two answers the index is the satisfied share itself, and a share is no average of many answers.",
    Caveat.BENCHMARK_OTHER_LENGTH: "The two indexes come from scales of different length.",
    Caveat.BENCHMARK_OTHER_RULE: "Our share follows a scoring scheme of its own; the benchmark may follow another.",
    Caveat.BENCHMARK_YEARS_APART: "More than two years lie between the benchmark and these answers.",
    Caveat.BENCHMARK_YEAR_UNKNOWN: "Nobody knows from which year the benchmark is, or these answers have no dates.",
    Caveat.BENCHMARK_EXACT: "The benchmark's base is not known, so it counts as exact and the interval is ours alone.",
    Caveat.BENCHMARK_SPREAD_ASSUMED: "The benchmark's answers are taken to be spread as widely as ours.",
    Caveat.BENCHMARK_SMALL_BASE: "Few answers stand behind the benchmark: shown, but not tested.",
    Caveat.BENCHMARK_THREE_QUESTIONS: "ACSI asks three 10-point questions; ours is one question, its mean laid on 0 to 100.",
    Caveat.BENCHMARK_NATIONAL: "No industry of the list is chosen for this dataset, so the national score stands in.",
    Caveat.BENCHMARK_SHARE_AGAINST_INDEX: "Not a fair comparison: a share of satisfied customers is not an average of all answers.",
    Caveat.BEST_OF_MANY: "The best of several looks better than it is, for luck took part in choosing it.",
}
