"""Money as people read it on a terminal."""

from csat_core.cli.calls import Document
from csat_core.cli.tables.page import Page, count, dollars, percent


def write(document: Document, page: Page) -> None:
    """Nothing; what is at risk before and after, and what that is worth."""
    states = [document["before"], *([document["after"]] if document["after"] else [])]
    if document.get("round"):
        its = document["round"]
        page.say(f"The last of {its['of']} rounds, {its['since']} to {its['until']}; --round all counts every one.")
    rows = [("CSAT", *(percent(state["csat"]) for state in states))]
    for band in ("dissatisfied", "neutral", "satisfied"):
        rows.append((f"customers {band}", *(count(state["customers"][band]) for state in states)))
    rows.append(("customers lost in a year", *(count(state["lost"]) for state in states)))
    rows.append(("revenue at risk in a year", *(dollars(state["at_risk"]) for state in states)))
    page.table(("", "before", "after")[: len(states) + 1], rows, words=1)
    if document["after"]:
        page.say(f"Saved: {count(document['saved_customers'])} customers, {dollars(document['saved'])} a year.")
        page.say(f"A point of CSAT along this change is worth {dollars(document['value_of_a_point'])} a year.")
    for path in document["paths"]:
        page.say(f"A point won from the {path['from']} is worth {dollars(path['value'])} a year.")
    if document["spend"] is not None:
        column = document.get("spend_column")
        of = f"{document['spend_provenance']}: '{column}'" if column else document["spend_provenance"]
        page.say(f"Average yearly spend: {dollars(document['spend'])} ({of}).")
    rates = ", ".join(f"{band} {percent(rate)}" for band, rate in document["churn"].items())
    page.say(f"Leaving rates: {rates} ({document['churn_provenance']}).")
    if document["scaled_to"]:
        page.say(f"Scaled to {count(document['scaled_to'])} customers, assuming the others are like those counted.")
    page.notes(document["caveats"])
