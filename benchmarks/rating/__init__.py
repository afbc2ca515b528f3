"""People judge items without knowing what made them: pool, ratings file, summary (tests/corpus/ratings/README.md)."""
