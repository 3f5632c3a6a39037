"""The place of people, organisations and areas."""
