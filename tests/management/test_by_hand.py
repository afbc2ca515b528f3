"""Commands work from a shell as the README shows them, with no environment variable set."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_clean_needs_no_environment(tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("The harbour was closed\nafter a storm. It never\nopened again.\n")
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "manage.py", "clean", str(article)],
        cwd=ROOT,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "The harbour was closed after a storm. It never opened again."
