"""Signs to the doors of the server: the way out for who signed in, the way in for who has to once more."""

from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from csat_core.service import doors


def way_out() -> None:
    """Nothing; the sidebar ends with the way out, where there is one: nobody signs in on a machine of their own."""
    person = doors.who(st.context.cookies)
    if person is not None and person.until is not None:
        # no button of Streamlit's: those open another window
        st.sidebar.html('<a class="door" href="/signout">Sign out</a>')


def way_in() -> None:
    """Nothing; the way to the form, which leads back to this page and view."""
    here = urlsplit(st.context.url or "").path or "/"
    query = urlencode(st.query_params.to_dict())
    st.html(f'<a class="door" href="/signin?next={quote(f"{here}?{query}" if query else here, safe="")}">Sign in</a>')
