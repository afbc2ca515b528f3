"""Headless Chromium against a live server: light and dark, wide and 360 px, with axe on every screen."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the test

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), "")
expect.set_options(timeout=20_000)  # a busy machine is slow, which is no fault of the page
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(autouse=True)
def _served(transactional_db, settings, live_server):
    """Serve static files from where they are written."""
    settings.WHITENOISE_USE_FINDERS = True


@pytest.fixture
def check(live_server):
    """Return a function that runs axe in light and dark and refuses sideways scroll at 360 px."""

    axe = Axe()

    def run(page: Page) -> None:
        size = page.viewport_size
        for scheme, rules in (("light", None), ("dark", {"runOnly": ["color-contrast"]})):  # only colours differ
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = axe.run(page, options=rules)
            assert found.violations_count == 0, f"{page.url} in {scheme}: {found.generate_report()}"
        page.set_viewport_size({"width": 360, "height": 740})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, f"{page.url} is {wide} px wide on a phone of 360 px"
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")

    return run


@pytest.fixture
def faults(page: Page):
    """Collect what the browser complains about; the journey ends with none (also none of the content policy)."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    yield seen
    assert seen == []
