"""Checks of what an item claims against the article: F3 to F6, E1, T1 and T2."""
