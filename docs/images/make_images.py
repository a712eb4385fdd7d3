"""Takes the pictures of pages that the README shows: python docs/images/make_images.py DESK (a desk that `detente run` has read)."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from detente import open_desk
from detente.pages import write_site

# name, page (the first that matches), width, height, colour scheme, pixels a unit: small files, still sharp on a fine screen
SHOTS = (
    ("front.png", "index.html", 1120, 820, "light", 1),
    ("relation.png", "relations/blr-usa.html", 900, 760, "light", 1),
)
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]


def main(desk: Path) -> None:
    """Build the pages of a desk in a folder of its own and take the pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = Path(folder) / "site"
        write_site(open_desk(desk), out)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for name, path, width, height, scheme, scale in SHOTS:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=scale)
            page = context.new_page()
            page.goto((out / path).as_uri())
            page.screenshot(path=str(Path(__file__).with_name(name)))
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
