"""What attaching a second file would do, in sentences: how many responses find a row in it, and how many rows belong to one."""

from csat_core import words
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_findings import SAID
from csat_core.model.dataset import Role
from csat_core.model.formats import count, number


def told(attachment: Attachment) -> str:
    """A paragraph each: what is found, the fan-out of a plain join, shared money, rows that cannot be read."""
    match, counts = attachment.match, attachment.counts
    key = words.shortened(attachment.key, 80)
    said = [
        f"{count(match.matched)} of {count(match.matched + match.unmatched)} responses have a row in the file, found by the key '{key}'."
    ]
    if match.unused:
        belong = "belongs" if match.unused == 1 else "belong"
        said[0] += f" {count(match.unused)} of the {count(counts['keys'])} keys in the file {belong} to no response."
    if counts["repeated"]:
        have = "1 key has" if counts["repeated"] == 1 else f"{count(counts['repeated'])} keys have"
        said.append(
            f"{have} several rows, up to {count(counts['most'])}. Each response counts once all the same; put together row by row "
            f"it would count {number(match.fan_out or 1)} times."
        )
    if match.answered_again and any(each.column.role is Role.REVENUE for each in attachment.columns):
        have, its = (
            ("1 key has", "its") if match.answered_again == 1 else (f"{count(match.answered_again)} keys have", "their")
        )
        said.append(f"{have} several answers, which share {its} money, so that it counts once.")
    if counts["rejected"]:
        said.append(f"{count(counts['rejected'])} rows of the file cannot be read and are set aside.")
    said += [
        str(problem["on_page"] or problem["message"]) for problem in attachment.problems if problem["code"] in SAID
    ]
    return "\n\n".join(said)
