"""Definitions: what each number on screen is, in one line, with its formula and source. Shown by the methods page."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a number is about, in the order in which they are shown."""

    SCORE = "The score"
    TIME = "In time"
    GROUPS = "Groups"
    JOURNEY = "The journey"
    DRIVERS = "Drivers"
    BENCHMARKS = "Benchmarks"
    MONEY = "Money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One number."""

    about: About
    name: str
    words: str
    formula: str
    source: str


DEFINITIONS = (
    Definition(
        about=About.SCORE,
        name="CSAT (share satisfied)",
        words="The satisfied answers among all answers.",
        formula="satisfied / base",
        source="GetFeedback's guide to customer satisfaction",
    ),
    Definition(
        about=About.SCORE,
        name="Base",
        words="The answers behind a number, after filters; "
        "blank, not applicable, don't know and not asked are never in it.",
        formula="answers on the scale",
        source="survey practice",
    ),
    Definition(
        about=About.SCORE,
        name="95 % interval of a share",
        words="Where the share would lie if the same customers were asked again; narrow with many answers.",
        formula="Wilson score interval, z = 1.96",
        source="Wilson 1927; statsmodels",
    ),
    Definition(
        about=About.SCORE,
        name="Dissatisfied (DSAT)",
        words="The dissatisfied answers among all.",
        formula="dissatisfied / base",
        source="Zendesk",
    ),
    Definition(
        about=About.SCORE,
        name="Net",
        words="Satisfied minus dissatisfied share; under the scheme nps this is the Net Promoter Score / 100.",
        formula="p - d +- z sqrt((p + d - (p - d)^2) / base)",
        source="variance of a difference of multinomial shares",
    ),
    Definition(
        about=About.SCORE,
        name="Mean",
        words="The average answer in the units of the file.",
        formula="sum of answers / base, Student's t interval",
        source="scipy",
    ),
    Definition(
        about=About.SCORE,
        name="Top box",
        words="The share of the highest answer.",
        formula="highest / base",
        source="survey practice",
    ),
    Definition(
        about=About.SCORE,
        name="Index",
        words="The mean laid on 0 to 100, as ACSI does.",
        formula="100 x (mean - lowest) / (highest - lowest)",
        source="ACSI",
    ),
    Definition(
        about=About.SCORE,
        name="Response rate",
        words="Answers among all who were asked; from a column of the file or a total typed in.",
        formula="answers / invited; the score's interval with n replaced by n(N-1)/(N-n)",
        source="finite population correction",
    ),
    Definition(
        about=About.SCORE,
        name="If the silent ones had answered",
        words="The score if all of them were dissatisfied, and if all were satisfied.",
        formula="satisfied / invited to (satisfied + silent) / invited",
        source="worst-case bounds",
    ),
    Definition(
        about=About.SCORE,
        name="Word for a score",
        words="Weak, not bad, good or excellent; said only where both ends of the interval earn the same word, and of all "
        "the data only, for it is a long-run judgement.",
        formula="below 50 % weak, to 60 % not bad, to 90 % good, above excellent",
        source="GetFeedback's guide",
    ),
    Definition(
        about=About.TIME,
        name="Change",
        words="The last complete period minus the complete period before it that has answers enough to test.",
        formula="p1 - p2 with Newcombe's hybrid score interval (method 10)",
        source="Newcombe 1998, Statistics in Medicine 17:873; statsmodels",
    ),
    Definition(
        about=About.TIME,
        name="Verdict of a change",
        words="Up or down when the interval leaves out zero; too small to matter when it also lies within 1 point; "
        "no change that matters when it holds zero and lies within 1 point; otherwise one cannot tell.",
        formula="interval against 0 and +-1 point",
        source="equivalence testing practice",
    ),
    Definition(
        about=About.TIME,
        name="Biggest rise",
        words="The largest rise from one complete period to the very next that is beyond chance even among all of them.",
        formula="pooled z of each two neighbours, Holm over all; Newcombe interval of the one chosen",
        source="Holm 1979; statsmodels",
    ),
    Definition(
        about=About.TIME,
        name="A year before, baseline",
        words="The latest complete period against the same period a year before, and against where it began: the first "
        "30 days from the first of a month. Rolling windows are compared only when they do not overlap.",
        formula="shares as for change; means by Welch's t interval; net scores by the sum of both variances",
        source="Newcombe 1998; Welch 1947; statsmodels",
    ),
    Definition(
        about=About.TIME,
        name="Usual range",
        words="Where complete periods with enough answers lie when nothing special happens; wider where they scatter "
        "more than chance makes them. At least eight periods of one wording.",
        formula="average -+ 3 x standard error x max(1, mean moving range of z / 1.128), within 0 to 1",
        source="Laney 2002, Quality Engineering 14:531 (p' chart)",
    ),
    Definition(
        about=About.TIME,
        name="Unusual period",
        words="Beyond the usual range, the eighth in a row on one side of the average, or part of a slow drift.",
        formula="drift: moving average of z with weight 0.2 beyond 3 of its standard errors",
        source="Montgomery, Introduction to Statistical Quality Control",
    ),
    Definition(
        about=About.TIME,
        name="Before and after an event",
        words="As many days before as after: seven weeks at most, or as long as it lasted, up to the neighbouring "
        "events; all days up to those where seven weeks hold too few answers. Nothing is compared across a change of "
        "the wording. A difference in time has other reasons too.",
        formula="after minus before, as for change; among groups only what Holm's rule lets stand",
        source="Newcombe 1998; Holm 1979",
    ),
    Definition(
        about=About.TIME,
        name="Money around an event",
        words="Revenue at risk among those who answered before, against the same number of customers with the answers "
        "after. An assumption: the guide's leaving rates and the average revenue of those who answered in the two windows.",
        formula="revenue at risk before - revenue at risk after, on the base before",
        source="GetFeedback's guide",
    ),
    Definition(
        about=About.TIME,
        name="Mentions of a word",
        words="The dissatisfied whose comments hold the event's word, before and after it.",
        formula="dissatisfied answers with the word / all dissatisfied answers of the same days",
        source="counting",
    ),
    Definition(
        about=About.TIME,
        name="Since you last looked",
        words="The answers that came since the visit before, against those that were there already.",
        formula="share of the new answers - share of the earlier ones, Newcombe interval; a visit ends after 12 hours",
        source="as for change",
    ),
    Definition(
        about=About.GROUPS,
        name="Best and worst group",
        words="The level furthest from everybody else by the cautious end of the interval, "
        "so that a lucky handful never wins.",
        formula="Newcombe interval of level minus rest, base of both from the testing threshold; pooled z with Holm over all levels compared",
        source="as for change",
    ),
    Definition(
        about=About.GROUPS,
        name="Groups compared",
        words="Whether satisfied answers are spread over the groups more unevenly than chance would. Hidden groups are one row of "
        "the test; answers that name no group are left out.",
        formula="Pearson chi-square of group x (satisfied, not), no Yates; p exact where an expected count is below 5 "
        "(Fisher, or 9,999 drawn tables)",
        source="scipy",
    ),
    Definition(
        about=About.GROUPS,
        name="Strength of a difference between groups",
        words="0 where all groups are alike, 1 where the group tells all; corrected for the number of groups.",
        formula="Cramer's V; corrected: sqrt(max(0, chi2/n - (r-1)(c-1)/(n-1)) / min(r'-1, c'-1)), r' = r - (r-1)^2/(n-1)",
        source="Bergsma 2013, J. Korean Statistical Society 42:323",
    ),
    Definition(
        about=About.GROUPS,
        name="Above or below the rest",
        words="A group that stands out from all others together, seeing how many groups were looked at.",
        formula="adjusted residual (O-E)/sqrt(E(1-r/n)(1-c/n)), Holm over the groups tested; and the verdict on its difference "
        "from the rest with Newcombe's interval is up or down",
        source="Agresti 2007, section 2.4.5; statsmodels",
    ),
    Definition(
        about=About.GROUPS,
        name="Pairs of groups",
        words="Every two groups against each other; with more than 26 each against all others.",
        formula="pooled two-proportion z, Holm over the pairs of groups with the base for a test",
        source="statsmodels",
    ),
    Definition(
        about=About.GROUPS,
        name="Trend along steps",
        words="Whether the share rises or falls along groups that are steps, such as bands of a number.",
        formula="Cochran-Armitage, scores 1 to k, z^2 = N r^2",
        source="Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375",
    ),
    Definition(
        about=About.JOURNEY,
        name="Pain point and high point",
        words="A stage of the journey below, or above, everybody else beyond chance and by more than the smallest "
        "difference that matters.",
        formula="Newcombe interval of stage minus rest, base of both from the testing threshold; verdict down or up that "
        "holds by pooled z with Holm over all stages",
        source="as for change",
    ),
    Definition(
        about=About.JOURNEY,
        name="Bands of a number",
        words="The score of answers that share a range of a number, such as minutes to reply; the first band against "
        "the last, and the trend over all.",
        formula="value <= cut belongs below; Newcombe interval of last minus first; Cochran-Armitage, scores 1 to k",
        source="Armitage 1955, Biometrics 11:375; Newcombe 1998",
    ),
    Definition(
        about=About.JOURNEY,
        name="Within what customers expect",
        words="The part of the answers whose number does not pass what customers expect, and the score on either side.",
        formula="answers with number <= limit / answers with a number; Newcombe interval of inside minus beyond",
        source="the limits are claims of GetFeedback's guide",
    ),
    Definition(
        about=About.DRIVERS,
        name="How closely a driver goes with the outcome",
        words="From -1 to 1: whether those who rate the driver higher also rate the outcome higher. Not what makes what.",
        formula="Pearson (Fisher's z), Spearman (Bonett-Wright), Kendall's tau-b and gamma (asymptotic errors), chi-square and V",
        source="Bonett and Wright 2000; Agresti 2002",
    ),
    Definition(
        about=About.DRIVERS,
        name="Importance of a driver",
        words="Its fair share of what all drivers together tell about the outcome, on responses that rated all of them.",
        formula="mean gain in R2 over every order of entering; Johnson's relative weights above 15 drivers",
        source="Lindeman, Merenda and Gold 1980; Groemping 2006; Johnson 2000",
    ),
    Definition(
        about=About.DRIVERS,
        name="95 % interval of importance",
        words="How far it would move with other customers; a customer's answers stay together.",
        formula="1,000 draws (200 above ten drivers) of a hundred hands of customers, at most about 200,000 responses",
        source="percentile bootstrap of clusters",
    ),
    Definition(
        about=About.DRIVERS,
        name="Penalty, reward and kind",
        words="What low ratings go with, and what high ones, against middle ones: must-have, the more the better, or delighter.",
        formula="coefficients of low and high in one regression of satisfied (0-1) on all drivers' lows and highs",
        source="penalty-reward contrast, Brandt 1987",
    ),
    Definition(
        about=About.DRIVERS,
        name="Expected gain of a driver",
        words="How many points of CSAT more if its dissatisfied customers had been neutral about it: what to do first.",
        formula="-(coefficient of low) x share rated low, for each band; the three bands sum to 0 and feed the money",
        source="follows from the above; an expectation, not a promise",
    ),
    Definition(
        about=About.BENCHMARKS,
        name="Gap to a benchmark",
        words="Our number minus that of others, only between like measures on like scales; "
        "the benchmark counts as exact unless its own base is known.",
        formula="ours - theirs; t interval of the mean index, Wilson of a share, Newcombe where theirs has a base",
        source="ACSI 2020 as listed in GetFeedback's guide; own figures",
    ),
    Definition(
        about=About.BENCHMARKS,
        name="Percentile among industries",
        words="How many of the industries score below our mean index, those level with us counted half.",
        formula="(industries below + level / 2) / industries",
        source="percentile rank, as scipy's percentileofscore of kind mean",
    ),
    Definition(
        about=About.BENCHMARKS,
        name="Our past as a benchmark",
        words="The last complete period against the same one a year before, the best quarter before it, and the baseline.",
        formula="Newcombe interval; best quarter by lower limit; baseline = 30 days from the first of a month",
        source="as for change",
    ),
    Definition(
        about=About.BENCHMARKS,
        name="Our best group as a benchmark",
        words="All other groups together against the group that is best by the cautious end of its interval.",
        formula="share of the rest - share of the best, Newcombe interval",
        source="as for change",
    ),
    Definition(
        about=About.MONEY,
        name="Customers lost",
        words="How many leave within a year, by the leaving rate of their band.",
        formula="sum over bands of customers x leaving rate (92 %, 80 %, 0 % unless changed)",
        source="GetFeedback's guide; an assumption until measured",
    ),
    Definition(
        about=About.MONEY,
        name="Revenue at risk",
        words="What the customers lost spend in a year.",
        formula="customers lost x average yearly spend",
        source="GetFeedback's guide",
    ),
    Definition(
        about=About.MONEY,
        name="Value of a point",
        words="Revenue saved for each point of CSAT; it depends on who moves.",
        formula="saved / (100 x change of CSAT)",
        source="follows from the above",
    ),
)
