"""Plain numbers of which one end alone has words: `9` and `10 - Extremely likely`, where nobody gave the other end."""

import re
from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.scales.pictured_answers import Pictured
from csat_core.ingest.scales.stated_ends import StatedEnd, is_best
from csat_core.model.scale import number_text

FEWEST_PLAIN = 2
"""Different plain numbers beside the one with words."""
_PLAIN = re.compile(r"-?[0-9]{1,3}")


def worded_end(answers: Answers) -> tuple[Pictured, StatedEnd] | None:
    """The answers by their numbers, and what the words say of the end that has some; None where others have words too."""
    plain = [text for text, _ in answers.texts if _PLAIN.fullmatch(text)]
    rest = [text for text, _ in answers.texts if text not in plain]
    label = numbered(rest[0]) if len(rest) == 1 and len(plain) >= FEWEST_PLAIN and not answers.unseen else None
    best = is_best(label.words) if label and label.words else None
    if label is None or best is None or min(map(int, plain)) <= label.number <= max(map(int, plain)):
        return None
    number = number_text(label.number)
    counts = Counter({number if text == rest[0] else text: count for text, count in answers.texts})
    read = replace(
        answers, texts=tuple(counts.most_common()), written={number: answers.written[rest[0]]} | answers.written
    )
    end = StatedEnd(number=label.number, is_best=best, words=answers.written[rest[0]], said=(label.words,))
    return Pictured(answers=read, plain={rest[0]: number}), end
