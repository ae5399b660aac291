"""Addresses of pages, and what a page is called by its address."""

from enum import StrEnum


def page_title(address: str) -> str:
    """What the page at this address is called."""
    return {"onepager": "One-pager", "roi": "ROI"}.get(address, address.capitalize())


class PageAddress(StrEnum):
    """Some of the pages, by their addresses."""

    @property
    def words(self) -> str:
        """What the page is called."""
        return page_title(self.value)
