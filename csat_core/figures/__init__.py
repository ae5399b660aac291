"""Results as Plotly figures: they draw, and neither compute nor fetch."""
