"""Plan: what is this survey for, and how is it going to be read?"""

from csat_core.model.plan import UNPLANNED
from pages.shared import options, planning, render, shell


def main() -> None:
    context = shell.begin("What is this survey for, and how is it read?")
    dataset = context.dataset
    render.said(planning.sentence(dataset))
    shown = options.choose(
        dataset,
        "show",
        "Show",
        ["read", *planning.PARTS],
        default="why" if dataset.plan == UNPLANNED else "read",
        words=lambda part: "The plan" if part == "read" else planning.PARTS[part][0],
        kind="segmented",
    )
    if shown == "read":
        planning.read(dataset, context.policy)
    else:
        planning.edit(dataset, shown)


shell.show(main)
