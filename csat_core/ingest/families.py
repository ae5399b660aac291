"""Families of answers in words, worst first. English now; another language is another text in the table."""

from dataclasses import dataclass

BY_NAME = " (by name)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One worded scale: for each position the folded whole labels that mean it, the usual one first."""

    name: str
    levels: tuple[tuple[str, ...], ...]
    needs_name: bool = False
    """Whether it is a rating only where the name of the column says so: yes and no answer many other questions."""


_TEXTS = {
    "en": """
satisfaction
    dissatisfied | unsatisfied | not satisfied | neutral or dissatisfied | dissatisfied or neutral
    satisfied
yes or no (by name)
    no | n
    yes | y
true or false (by name)
    false
    true
0 or 1 (by name)
    0
    1
good or bad
    bad | poor | negative
    good | great | positive
mood
    unhappy | sad | frustrated
    happy
thumbs
    thumbs down | thumb down | thumbs_down | thumbsdown | 👎 | dislike | disliked
    thumbs up | thumb up | thumbs_up | thumbsup | 👍 | like | liked
agreement
    disagree
    agree
likelihood
    unlikely | not likely
    likely
effort
    difficult | hard
    easy
satisfaction
    dissatisfied | unsatisfied | not satisfied
    neutral | neither satisfied nor dissatisfied | neither dissatisfied nor satisfied | neither | so-so
    satisfied
quality
    bad | poor
    ok | okay | average | fair | neutral | acceptable
    good | great
feeling
    negative
    neutral | mixed
    positive
mood
    unhappy | sad
    neutral | ok | okay
    happy
faces
    😞 | 🙁 | ☹️ | ☹ | 😢 | 😡
    😐 | 😶
    🙂 | 😊 | 😀 | 😃 | ☺️ | ☺
promoters
    detractor | detractors
    passive | passives | neutral
    promoter | promoters
agreement
    disagree
    neutral | neither agree nor disagree | neither
    agree
effort
    difficult | hard
    neutral | neither easy nor difficult | neither | moderate
    easy
expectations
    below expectations | worse than expected | did not meet expectations | fell short of expectations
    met expectations | as expected | meets expectations | met my expectations
    exceeded expectations | better than expected | above expectations | exceeds expectations | exceeded my expectations
satisfaction
    very dissatisfied | very unsatisfied | not at all satisfied | extremely dissatisfied
    dissatisfied | unsatisfied | somewhat dissatisfied | rather dissatisfied | not very satisfied
    satisfied | somewhat satisfied | rather satisfied | fairly satisfied
    very satisfied | extremely satisfied
quality
    poor | bad
    fair | average
    good
    excellent | very good
quality
    very poor | very bad
    poor | bad
    good
    very good | excellent
agreement
    strongly disagree | totally disagree
    disagree | somewhat disagree
    agree | somewhat agree
    strongly agree | totally agree
likelihood
    very unlikely | not at all likely
    unlikely | somewhat unlikely | not very likely
    likely | somewhat likely
    very likely | extremely likely
effort
    very difficult | very hard
    difficult | hard
    easy
    very easy
satisfaction
    very dissatisfied | extremely dissatisfied | very unsatisfied | highly dissatisfied | completely dissatisfied
    dissatisfied | somewhat dissatisfied | unsatisfied | slightly dissatisfied | moderately dissatisfied
    neutral | neither satisfied nor dissatisfied | neither dissatisfied nor satisfied | neither | so-so | average | ok
    satisfied | somewhat satisfied | rather satisfied | slightly satisfied | moderately satisfied
    very satisfied | extremely satisfied | highly satisfied | completely satisfied
satisfaction
    not at all satisfied
    slightly satisfied | not very satisfied | not so satisfied | a little satisfied
    moderately satisfied | somewhat satisfied
    very satisfied | mostly satisfied
    extremely satisfied | completely satisfied | totally satisfied
quality
    very poor | very bad | terrible | awful | horrible
    poor | bad | below average
    fair | average | acceptable | ok | okay | neutral | neither good nor bad
    good | above average
    very good | excellent | great
quality
    poor
    fair
    good | average
    very good
    excellent | outstanding | exceptional
mood
    very unhappy | very sad
    unhappy | sad
    neutral | ok | okay
    happy
    very happy
faces
    😡 | 😠 | 😫 | 😢
    🙁 | ☹️ | ☹ | 😟 | 😞
    😐
    🙂 | ☺️ | ☺
    😀 | 😃 | 😄 | 😍 | 🤩 | 😊
stars
    ★ | ⭐ | ⭐️ | ★☆☆☆☆
    ★★ | ⭐⭐ | ★★☆☆☆
    ★★★ | ⭐⭐⭐ | ★★★☆☆
    ★★★★ | ⭐⭐⭐⭐ | ★★★★☆
    ★★★★★ | ⭐⭐⭐⭐⭐
agreement
    strongly disagree | totally disagree | completely disagree
    disagree | somewhat disagree | tend to disagree
    neutral | neither agree nor disagree | neither agree or disagree | neither disagree nor agree | neither | undecided
    agree | somewhat agree | tend to agree
    strongly agree | totally agree | completely agree
likelihood
    very unlikely | extremely unlikely | not at all likely | definitely not
    unlikely | somewhat unlikely | not very likely | probably not
    neutral | neither likely nor unlikely | neither | might or might not | maybe
    likely | somewhat likely | probably | probably yes
    very likely | extremely likely | definitely | definitely yes
likelihood
    not at all likely
    not so likely | not very likely | slightly likely
    somewhat likely | moderately likely
    very likely | likely
    extremely likely | completely likely
effort
    not at all easy
    not so easy | not very easy | slightly easy
    somewhat easy | moderately easy
    very easy | easy
    extremely easy
effort
    very difficult | extremely difficult | very hard | not at all easy
    difficult | somewhat difficult | hard | not so easy
    neutral | neither easy nor difficult | neither difficult nor easy | neither | moderate | average
    easy | somewhat easy
    very easy | extremely easy
satisfaction
    extremely dissatisfied | very dissatisfied | completely dissatisfied
    moderately dissatisfied | dissatisfied | mostly dissatisfied
    slightly dissatisfied | somewhat dissatisfied
    neutral | neither satisfied nor dissatisfied | neither dissatisfied nor satisfied | neither | so-so
    slightly satisfied | somewhat satisfied
    moderately satisfied | satisfied | mostly satisfied
    extremely satisfied | very satisfied | completely satisfied
agreement
    strongly disagree
    disagree
    somewhat disagree | slightly disagree
    neutral | neither agree nor disagree | neither
    somewhat agree | slightly agree
    agree
    strongly agree
likelihood
    extremely unlikely | very unlikely
    moderately unlikely | unlikely
    slightly unlikely | somewhat unlikely
    neutral | neither likely nor unlikely | neither
    slightly likely | somewhat likely
    moderately likely | likely
    extremely likely | very likely
effort
    extremely difficult | very difficult
    moderately difficult | difficult
    slightly difficult | somewhat difficult
    neutral | neither easy nor difficult | neither
    slightly easy | somewhat easy
    moderately easy | easy
    extremely easy | very easy
"""
}
"""A family begins at the margin; below it one level a line, worst first, the labels of a level divided by bars."""


def _families(text: str) -> tuple[Family, ...]:
    blocks: list[tuple[str, list[tuple[str, ...]]]] = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith(" "):
            blocks[-1][1].append(tuple(label.strip() for label in line.split("|")))
        else:
            blocks.append((line, []))
    return tuple(
        Family(name=name.removesuffix(BY_NAME), levels=tuple(levels), needs_name=name.endswith(BY_NAME))
        for name, levels in blocks
    )


FAMILIES = tuple(family for text in _TEXTS.values() for family in _families(text))
"""Where several families hold all the answers of a column, the one with the fewest unused positions is taken."""
