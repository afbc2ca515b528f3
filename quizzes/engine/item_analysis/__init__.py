"""What answers say about items: facility, and who chose which option."""

from quizzes.engine.item_analysis.facility import facility
from quizzes.engine.item_analysis.options import OptionCount, count_options, count_texts

__all__ = ["OptionCount", "count_options", "count_texts", "facility"]
