"""Checks of the options beside each other: D1 to D3 and the minor flaws M1 to M4."""
