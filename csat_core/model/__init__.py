"""The nouns of the product: frozen, hashable values without behaviour that needs data."""
