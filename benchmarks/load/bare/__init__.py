"""The least that Django can do with an answer: one view that stores one row. What the app costs is measured by it."""
