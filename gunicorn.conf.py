"""How the web server runs, in production, in `make run` and under load; the environment may say otherwise."""

workers = 2
# A thread waits for the database or for a password's hash most of its time; a class that signs in at once needs many.
threads = 40
# Longer than a learner thinks between two answers, so that an answer does not begin with a new connection.
keepalive = 75
