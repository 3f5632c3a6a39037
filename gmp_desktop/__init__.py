"""GMP Desktop: the meeting desk of the Global Mercury Partnership Advisory Group."""

__version__ = "0.1.0"
