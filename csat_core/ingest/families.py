"""Families of answers in words, worst first. English now; another language adds its families to the table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One worded scale: for each position the folded whole labels that mean it, the usual one first."""

    name: str
    levels: tuple[tuple[str, ...], ...]
    needs_name: bool = False
    """Whether it is a rating only where the name of the column says so: yes and no answer many other questions."""


def _family(name: str, *levels: str, needs_name: bool = False) -> Family:
    """A family from one text per level, the labels of a level divided by bars."""
    parted = tuple(tuple(label.strip() for label in level.split("|")) for level in levels)
    return Family(name=name, levels=parted, needs_name=needs_name)


_NEITHER = "neither satisfied nor dissatisfied|neither dissatisfied nor satisfied|neither nor|neither|so-so"
_UNSATISFIED = "dissatisfied|unsatisfied|not satisfied"

FAMILIES = (
    _family("satisfaction", f"{_UNSATISFIED}|neutral or dissatisfied|dissatisfied or neutral|not at all satisfied", "satisfied"),
    _family("yes or no", "no|n", "yes|y", needs_name=True),
    _family("true or false", "false", "true", needs_name=True),
    _family("good or bad", "bad|poor|negative", "good|great|positive"),
    _family("mood", "unhappy|sad|frustrated", "happy"),
    _family("thumbs", "thumbs down|thumb down|thumbs_down|thumbsdown|\U0001f44e|dislike|disliked",
            "thumbs up|thumb up|thumbs_up|thumbsup|\U0001f44d|like|liked"),
    _family("agreement", "disagree", "agree"),
    _family("likelihood", "unlikely|not likely", "likely"),
    _family("effort", "difficult|hard", "easy"),
    _family("satisfaction", _UNSATISFIED, f"neutral|{_NEITHER}", "satisfied"),
    _family("quality", "bad|poor", "ok|okay|average|fair|neutral|acceptable", "good|great"),
    _family("feeling", "negative", "neutral|mixed", "positive"),
    _family("mood", "unhappy|sad", "neutral|ok|okay", "happy"),
    _family("faces", "\U0001f61e|\U0001f641|\u2639\ufe0f|\u2639|\U0001f622|\U0001f621", "\U0001f610|\U0001f636",
            "\U0001f642|\U0001f60a|\U0001f600|\U0001f603|\u263a\ufe0f|\u263a"),
    _family("promoters", "detractor|detractors", "passive|passives|neutral", "promoter|promoters"),
    _family("agreement", "disagree", "neutral|neither agree nor disagree|neither", "agree"),
    _family("effort", "difficult|hard", "neutral|neither easy nor difficult|neither|moderate", "easy"),
    _family("expectations", "below expectations|worse than expected|did not meet expectations|fell short of expectations",
            "met expectations|as expected|meets expectations|met my expectations",
            "exceeded expectations|better than expected|above expectations|exceeds expectations|exceeded my expectations"),
    _family("satisfaction", "very dissatisfied|very unsatisfied|not at all satisfied|extremely dissatisfied",
            "dissatisfied|unsatisfied|somewhat dissatisfied|rather dissatisfied|not very satisfied",
            "satisfied|somewhat satisfied|rather satisfied|fairly satisfied", "very satisfied|extremely satisfied"),
    _family("quality", "poor|bad", "fair|average", "good", "excellent|very good"),
    _family("quality", "very poor|very bad", "poor|bad", "good", "very good|excellent"),
    _family("agreement", "strongly disagree|totally disagree", "disagree|somewhat disagree", "agree|somewhat agree",
            "strongly agree|totally agree"),
    _family("likelihood", "very unlikely|not at all likely", "unlikely|somewhat unlikely|not very likely",
            "likely|somewhat likely", "very likely|extremely likely"),
    _family("effort", "very difficult|very hard", "difficult|hard", "easy", "very easy"),
    _family("satisfaction", "very dissatisfied|extremely dissatisfied|very unsatisfied|highly dissatisfied|completely dissatisfied",
            "dissatisfied|somewhat dissatisfied|unsatisfied|rather dissatisfied|slightly dissatisfied|moderately dissatisfied",
            f"neutral|{_NEITHER}|average|ok|okay",
            "satisfied|somewhat satisfied|rather satisfied|slightly satisfied|moderately satisfied",
            "very satisfied|extremely satisfied|highly satisfied|completely satisfied"),
    _family("satisfaction", "not at all satisfied", "slightly satisfied|not very satisfied|not so satisfied|a little satisfied",
            "moderately satisfied|somewhat satisfied", "very satisfied|mostly satisfied",
            "extremely satisfied|completely satisfied|totally satisfied"),
    _family("quality", "very poor|very bad|terrible|awful|horrible", "poor|bad|below average",
            "fair|average|acceptable|ok|okay|neutral|neither good nor bad", "good|above average", "very good|excellent|great"),
    _family("quality", "poor", "fair", "good|average", "very good", "excellent|outstanding|exceptional"),
    _family("mood", "very unhappy|very sad", "unhappy|sad", "neutral|ok|okay", "happy", "very happy"),
    _family("faces", "\U0001f621|\U0001f620|\U0001f62b|\U0001f622", "\U0001f641|\u2639\ufe0f|\u2639|\U0001f61f|\U0001f61e", "\U0001f610",
            "\U0001f642|\u263a\ufe0f|\u263a", "\U0001f600|\U0001f603|\U0001f604|\U0001f60d|\U0001f929|\U0001f60a"),
    _family("stars", "\u2605|\u2b50|\u2b50\ufe0f|\u2605\u2606\u2606\u2606\u2606", "\u2605\u2605|\u2b50\u2b50|\u2605\u2605\u2606\u2606\u2606",
            "\u2605\u2605\u2605|\u2b50\u2b50\u2b50|\u2605\u2605\u2605\u2606\u2606",
            "\u2605\u2605\u2605\u2605|\u2b50\u2b50\u2b50\u2b50|\u2605\u2605\u2605\u2605\u2606",
            "\u2605\u2605\u2605\u2605\u2605|\u2b50\u2b50\u2b50\u2b50\u2b50"),
    _family("agreement", "strongly disagree|totally disagree|completely disagree", "disagree|somewhat disagree|tend to disagree",
            "neutral|neither agree nor disagree|neither agree or disagree|neither disagree nor agree|neither|undecided",
            "agree|somewhat agree|tend to agree", "strongly agree|totally agree|completely agree"),
    _family("likelihood", "very unlikely|extremely unlikely|not at all likely|definitely not",
            "unlikely|somewhat unlikely|not very likely|probably not",
            "neutral|neither likely nor unlikely|neither|might or might not|maybe", "likely|somewhat likely|probably|probably yes",
            "very likely|extremely likely|definitely|definitely yes"),
    _family("likelihood", "not at all likely", "not so likely|not very likely|slightly likely", "somewhat likely|moderately likely",
            "very likely|likely", "extremely likely|completely likely"),
    _family("effort", "not at all easy", "not so easy|not very easy|slightly easy", "somewhat easy|moderately easy", "very easy|easy",
            "extremely easy"),
    _family("effort", "very difficult|extremely difficult|very hard|not at all easy", "difficult|somewhat difficult|hard|not so easy",
            "neutral|neither easy nor difficult|neither difficult nor easy|neither|moderate|average", "easy|somewhat easy",
            "very easy|extremely easy"),
    _family("satisfaction", "extremely dissatisfied|very dissatisfied|completely dissatisfied",
            "moderately dissatisfied|dissatisfied|mostly dissatisfied", "slightly dissatisfied|somewhat dissatisfied",
            f"neutral|{_NEITHER}", "slightly satisfied|somewhat satisfied", "moderately satisfied|satisfied|mostly satisfied",
            "extremely satisfied|very satisfied|completely satisfied"),
    _family("agreement", "strongly disagree", "disagree", "somewhat disagree|slightly disagree",
            "neutral|neither agree nor disagree|neither", "somewhat agree|slightly agree", "agree", "strongly agree"),
    _family("likelihood", "extremely unlikely|very unlikely", "moderately unlikely|unlikely", "slightly unlikely|somewhat unlikely",
            "neutral|neither likely nor unlikely|neither", "slightly likely|somewhat likely", "moderately likely|likely",
            "extremely likely|very likely"),
    _family("effort", "extremely difficult|very difficult", "moderately difficult|difficult", "slightly difficult|somewhat difficult",
            "neutral|neither easy nor difficult|neither", "slightly easy|somewhat easy", "moderately easy|easy",
            "extremely easy|very easy"),
)  # fmt: skip
"""Where several families hold all the answers of a column, the one with the fewest unused positions is taken."""
