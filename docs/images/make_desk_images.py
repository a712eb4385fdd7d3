"""Takes the pictures of the web desk: python docs/images/make_desk_images.py DESK (a desk that `detente run` has read).

A copy of the desk is served, with a user of its own, so the desk itself is not touched."""

from __future__ import annotations

import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
# name, address or what to click on the way, width, height, colour scheme
SHOTS = (
    ("desk-inbox", "desk/inbox/", "", 1280, 900, "light"),
    ("desk-review", "desk/inbox/", "table.inbox tbody a", 1120, 560, "light"),
    ("desk-statuses-dark", "desk/statuses/", "", 1280, 900, "dark"),
    ("desk-review-phone-dark", "desk/inbox/", "table.inbox tbody a", 390, 844, "dark"),
    ("desk-statuses-phone", "desk/statuses/", "", 390, 844, "light"),
    ("explore-relation", "explore/relation?name=BLR-RUS&from=2013-01-01", "[data-step='-1']", 1120, 1400, "light"),
)


def main(desk: Path) -> None:
    """Serve a copy and take the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "desk"
        shutil.copytree(desk, copy)
        password = secrets.token_urlsafe(16)
        call = [sys.executable, "-u", "-m", "detente.cli"]
        add = [*call, "user", "add", "ada", "--role", "editor", "--password-stdin", "--desk", str(copy)]
        subprocess.run(add, input=password + "\n", text=True, check=True)
        served = subprocess.Popen([*call, "serve", str(copy), "--port", "0"], stdout=subprocess.PIPE, text=True)
        try:
            take(_address(served), password)
        finally:
            served.terminate()
            served.wait(timeout=30)


def _address(served: Any) -> str:
    for line in served.stdout:
        if found := re.search(r"http://\S+?/(?= shows)", line):
            return found[0]
    raise SystemExit("the desk does not start")


def take(address: str, password: str) -> None:
    """Log in once a screen and take each picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for name, path, click, width, height, scheme in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto(address + "desk/login/")
            page.fill("[name=username]", "ada")
            page.fill("[name=password]", password)
            page.press("[name=password]", "Enter")
            page.wait_for_url(lambda url: "login" not in url)
            page.goto(address + path)
            if click:
                page.locator(click).first.click()
                page.wait_for_load_state("networkidle")
                page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=str(Path(__file__).with_name(f"{name}.png")))
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
