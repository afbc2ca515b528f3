"""How passwords are kept."""

import threading

from django.contrib.auth.hashers import Argon2PasswordHasher

from studyapp.gate import stepped_aside

AT_ONCE = 1


class QueuedArgon2Hasher(Argon2PasswordHasher):
    """Argon2id as OWASP's password storage cheat sheet asks for at least (19 MiB, 2 passes, 1 lane), one at a time.

    When a class signs in, each process works through its passwords one by one, so that answers under way find a free
    processor and sixty hashes do not ask for a gigabyte at once. A password kept at another price is hashed anew when
    its owner signs in.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
    _turn = threading.BoundedSemaphore(AT_ONCE)

    def encode(self, password: str, salt: str) -> str:
        with stepped_aside(), self._turn:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with stepped_aside(), self._turn:
            return super().verify(password, encoded)
