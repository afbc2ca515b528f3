"""Take the pictures of the README from a running demo: `python -m scripts.pictures http://127.0.0.1:8000`."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
PASSWORD = "classroom-demo"  # noqa: S105 - the demo's, known to everybody
QUIZ = "A state lost, a movement left"


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/sign-in/")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def article(page: Page, address: str) -> None:
    sign_in(page, address, "instructor")
    page.get_by_role("link", name="Articles").click()
    page.get_by_role("link", name=QUIZ).first.click()


def approval(page: Page, address: str) -> None:
    sign_in(page, address, "instructor")
    page.get_by_role("link", name="proposals to go through").first.click()


def editor(page: Page, address: str) -> None:
    """Open a text in the editor and put the cursor into a paragraph, so that its place in the raw text is marked."""
    article(page, address)
    page.get_by_role("link", name="Edit the text").click()
    page.locator(".edit-text").nth(2).focus()


def report(page: Page, address: str) -> None:
    sign_in(page, address, "instructor")
    page.get_by_role("link", name=QUIZ).first.click()


def feedback(page: Page, address: str) -> None:
    """Answer questions of the practice quiz until a choice is not right."""
    sign_in(page, address, "hugo")
    page.get_by_role("link", name=QUIZ).first.click()
    page.get_by_role("button").filter(has_text="Start").or_(page.get_by_role("button", name="Go on")).click()
    for _ in range(12):
        options = page.locator("input[type=radio]")
        if options.count():
            options.last.check()
        else:
            page.get_by_label("Your answer").fill("something else")
        page.get_by_role("button", name="Check answer").click()
        page.locator("#verdict-h").wait_for()
        if options.count() == 0 and page.locator(".option-wrong").count() and page.locator("#whynot-h").count():
            return
        page.get_by_role("link", name="Next").click()
        page.locator("#item-h").wait_for()


PICTURES: dict[str, Callable[[Page, str], None]] = {
    "article": article,
    "approval": approval,
    "feedback": feedback,
    "report": report,
    "editor": editor,
}


def main() -> None:
    address = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, walk in PICTURES.items():
            page = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce").new_page()
            walk(page, address)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
