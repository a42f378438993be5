"""Takes the pictures of docs/images from a page: `make pictures`."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_WIDE, _PHONE = (1400, 900), (390, 844)
_NODE = "node=city/chongqing"
_ARTICLE = f"view=reading&read=seeds/articles/chongqing-industry-matchmaking.txt&{_NODE}"
_PICTURES = (
    *((f"graph-{scheme}", _WIDE, scheme, "") for scheme in ("light", "dark")),
    *((f"phone-{scheme}", _PHONE, scheme, "") for scheme in ("light", "dark")),
    ("article-light", _WIDE, "light", _ARTICLE),
)


def main(page: Path, folder: Path) -> None:
    """Opens the page once for each picture."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, (width, height), scheme, address in _PICTURES:
            tab = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            tab.goto(f"{page.resolve().as_uri()}#{address}")
            tab.wait_for_selector("body[data-ready]")
            tab.screenshot(path=folder / f"{name}.png")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
