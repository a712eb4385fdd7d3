"""Pages that a reader puts together by asking: any relation over any period, two side by side, a country, trends, a status of a day."""
