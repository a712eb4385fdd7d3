"""Exploring: any relation over any period, two side by side, a country, trends, and the status of a day to be cited."""
