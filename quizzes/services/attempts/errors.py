"""Why a learner's request changes nothing."""

from django.utils.translation import gettext as _

from quizzes.models import Response


class AttemptError(Exception):
    """The action is not open to the learner now; the text says why and what to do."""


class LateError(AttemptError):
    """The answer came after the time was over: it is stored, and not scored."""

    def __init__(self) -> None:
        super().__init__(_("Time is over. This answer came too late: it is kept, not scored. What was saved counts."))


class NewerAnswerError(Exception):
    """Another page of the same attempt has answered this slot since this page was shown."""

    def __init__(self, current: Response) -> None:
        super().__init__(_("There is a newer answer to this question."))
        self.current = current


class SettledError(Exception):
    """The key of this slot has been shown, so its answer stands."""
