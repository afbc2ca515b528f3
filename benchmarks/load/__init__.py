"""studyapp under load: learners who sign in, open an attempt and answer, beside a bare view that stores one row."""
