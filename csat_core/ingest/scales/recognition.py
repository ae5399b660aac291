"""The scale of a column, whatever kind it is of: where the rules of all kinds of scales are asked, one behind the other."""

from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import Answers, FoundScale, answers_of
from csat_core.ingest.scales.coded_answers import coded_scale_of
from csat_core.ingest.scales.codes_beside_words import codes_beside, with_codes_silent, without
from csat_core.ingest.scales.effort import Effort, effort_in, turned_by
from csat_core.ingest.scales.explained_beside import with_lines_beside
from csat_core.ingest.scales.explained_codes import as_explained, explained_in
from csat_core.ingest.scales.explained_labels import without_explanations
from csat_core.ingest.scales.friends_and_family import with_test_doubted
from csat_core.ingest.scales.given_scales import hinted_scale_of
from csat_core.ingest.scales.half_scales import half_scale_of, stepped_scale_of
from csat_core.ingest.scales.initials import initials_scale_of
from csat_core.ingest.scales.labelled_scales import labelled_scale_of, with_declared, with_offered
from csat_core.ingest.scales.letter_grades import lettered_scale_of
from csat_core.ingest.scales.longer_legends import longer_legend
from csat_core.ingest.scales.numbered_scales import numbered_words_of
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.numeric_scales import numeric_scale_of
from csat_core.ingest.scales.open_directions import with_open_direction
from csat_core.ingest.scales.pictured_answers import as_pictured, pictured_in
from csat_core.ingest.scales.share_levels import share_scale_of
from csat_core.ingest.scales.spelled_numbers import as_spelled, spelled_in
from csat_core.ingest.scales.strange_labels import strange_labels, with_strange_silent
from csat_core.ingest.scales.turning import directed, names_good_or_bad, says_degrees
from csat_core.ingest.scales.worded_end import worded_end
from csat_core.ingest.scales.worded_scales import family_scale_of
from csat_core.ingest.scales.yes_no_codes import WAYS
from csat_core.ingest.texts.degrees import DEGREE
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says

GRADED = 4
"""From so many different answers on frequencies such as always and never rate whatever is asked."""


def recognise(profile: ColumnProfile, hints: Hints) -> FoundScale | None:
    """The scale the cells of `profile` lie on, in numbers or in words; None where they lie on none."""
    answers = answers_of(profile)
    if not answers.texts:
        return None
    said = profile.described
    if said.paired:
        return _of_pairs(profile, hints)
    known = hinted_scale_of(answers, said.hint)
    if known is not None:
        return known
    explained = explained_in(answers, profile.wording)
    if explained and (found := _directed(profile, explained.answers, hints)):
        return as_explained(found, explained)
    strange = strange_labels(profile)
    if strange and (found := recognise(strange.profile, hints)):
        return with_strange_silent(found, strange)
    codes = codes_beside(answers, said)
    if codes and (found := _directed(profile, without(answers, codes), hints)):
        return with_codes_silent(found, answers, codes)
    if found := _directed(profile, answers, hints):
        return found
    if ended := worded_end(answers):
        plain, end = ended
        found = _directed(profile, plain.answers, hints if hints.says_direction else replace(hints, end=end))
        return as_pictured(found, plain) if found else None
    for bare in (pictured_in(answers), without_explanations(answers)):
        if bare and (found := _directed(profile, bare.answers, hints)):
            return as_pictured(found, bare)
    return None


def _of_pairs(profile: ColumnProfile, hints: Hints) -> FoundScale | None:
    """The scale of words whose codes stand in another column; what the words say alone, where the codes show less of it."""
    alone = replace(profile.described, paired=())
    own = recognise(replace(profile, described=alone), hints)
    coded = recognise(replace(profile, described=replace(alone, value_labels=profile.described.paired)), hints)
    if coded is None or own is None or own.doubt:
        return coded or own
    return own if coded.doubt or coded.scale.points < own.scale.points else coded


def _directed(profile: ColumnProfile, answers: Answers, hints: Hints) -> FoundScale | None:
    """The scale of `answers`, turned where the question says that it is bad to agree."""
    offered = with_offered(with_declared(answers, profile.described), hints.offered)
    found = (
        labelled_scale_of(answers, profile.described, hints, profile.wording)
        or numbered_words_of(answers)
        or _spelled(answers, hints)
        or share_scale_of(answers, hints, says(profile.wording, Meaning.SATISFACTION))
        or numeric_scale_of(answers, hints)
        or half_scale_of(answers, hints)
        or stepped_scale_of(answers, hints)
        or family_scale_of(offered)
        or initials_scale_of(offered)
        or coded_scale_of(answers)
        or lettered_scale_of(answers)
    )
    if found is not None and found.family == "frequency":
        # how often the staff was polite is a rating, how often somebody comes is none
        graded = len({position for text, position in found.positions if text in dict(offered.texts)}) >= GRADED
        found = replace(found, needs_name=not graded or says(profile.wording, Meaning.HABIT))
    elif found is not None and found.family == DEGREE and found.needs_name:
        found = replace(found, needs_name=not names_good_or_bad(profile.wording))
    if found is not None and found.ways == WAYS:
        return found
    effort = _effort(profile, hints)
    if found is not None and found.numeric and effort:
        found = turned_by(found, effort)
        if effort is not Effort.EASY:
            return found
    if found is None:
        return None
    found = directed(found, profile.wording, hints.stated or hints.end, hints.language)
    found = with_open_direction(found, hints.recoded, hints.unknown)
    if longer := longer_legend(found, profile.described, answers, hints):
        read = _directed(profile, answers, replace(hints, stated=longer))
        return read and replace(read, needs_name=found.needs_name)
    is_explained = hints.says_direction or (hints.grades is not None and hints.grades.is_certain)
    if is_explained or not found.numeric:
        return found
    if says(profile.wording, Meaning.FRIENDS):
        found = with_test_doubted(found, answers)
    return with_lines_beside(found, profile.described, answers)


def _effort(profile: ColumnProfile, hints: Hints) -> Effort | None:
    """What is said of an effort, unless the name says in words of good and bad which end is the best."""
    said = effort_in(profile.wording)
    if said is None or not (hints.stated or hints.end):
        return said
    # `1 = none, 5 = a lot` says how much of the effort there was
    in_degrees = hints.stated and not hints.stated.is_reversed and says_degrees(*hints.stated.said)
    return (said if said is Effort.EASY else Effort.MUCH) if in_degrees else None


def _spelled(answers: Answers, hints: Hints) -> FoundScale | None:
    """The scale of numbers some of which are spelled otherwise than in digits; None without any."""
    spelled = spelled_in(answers)
    found = spelled and (numeric_scale_of(spelled.answers, hints) or half_scale_of(spelled.answers, hints))
    return as_spelled(found, spelled) if spelled and found else None
