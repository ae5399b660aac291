"""A further file of a survey that is here: what it adds, what it says otherwise, which rows came back mended."""
