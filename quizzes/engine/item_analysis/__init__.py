"""What answers say about items: facility, how hard that is, and who chose which option."""

from quizzes.engine.item_analysis.bands import Band, difficulty_band
from quizzes.engine.item_analysis.facility import facility
from quizzes.engine.item_analysis.options import OptionCount, count_options, count_texts

__all__ = ["Band", "OptionCount", "count_options", "count_texts", "difficulty_band", "facility"]
