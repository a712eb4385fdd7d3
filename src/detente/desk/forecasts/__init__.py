"""The ledger of forecasts."""
