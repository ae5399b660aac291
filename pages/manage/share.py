"""Share: who else should see this, exactly what, and until when?"""

from datetime import UTC, datetime

from pages.shared import links_made, loaders, render, shares, shell


def main() -> None:
    context = shell.begin("Who else should see this?")
    made = loaders.shares()
    render.said(shares.sentence(made, datetime.now(UTC)))
    links_made.just_made()
    shares.form(context)
    links_made.listed(made)
    render.computed("share", shares.how)


shell.show(main)
