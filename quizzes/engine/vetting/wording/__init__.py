"""Checks of how a stem reads: F1, F2, F7 and the minor flaws M5, M6 and M8."""
