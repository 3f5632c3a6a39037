"""How fast the program is, as ratios of two things measured in the same run."""
