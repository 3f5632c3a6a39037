"""Lists of people who registered: what their columns mean, and the people in them."""
