"""Language: the only package that imports spaCy, NLTK and lemminflect."""

from quizzes.engine.language.analysis import ASKED_ABOUT, analyse
from quizzes.engine.language.values import Analysis, Figure, FigureClass, Mention, NameClass, Sentence

__all__ = ["ASKED_ABOUT", "Analysis", "Figure", "FigureClass", "Mention", "NameClass", "Sentence", "analyse"]
