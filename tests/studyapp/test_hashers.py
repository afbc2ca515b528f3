"""Passwords: the hash that is stored, and moving older ones to it."""

from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.hashers import get_hashers_by_algorithm as by_algorithm

from studyapp import hashers
from studyapp.settings import PASSWORD_HASHERS


def test_a_password_is_stored_as_argon2id_at_owasps_least_price(settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    encoded = make_password("a long password")
    assert "$argon2id$" in encoded
    assert "m=19456,t=2,p=1" in encoded
    assert check_password("a long password", encoded)
    assert not check_password("another password", encoded)


def test_an_older_hash_is_replaced_at_the_next_sign_in(settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    old = by_algorithm()["pbkdf2_sha256"].encode("a long password", "salt", iterations=1)
    stored = []
    assert check_password("a long password", old, setter=lambda raw: stored.append(make_password(raw)))
    assert isinstance(identify_hasher(stored[0]), hashers.QueuedArgon2Hasher)
