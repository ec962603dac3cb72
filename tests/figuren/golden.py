"""Writes the golden files anew, after a change that was meant: `python -m tests.figuren.golden`, and look at each."""

from pathlib import Path

from tests.figuren.gevallen import figuren

GOLDEN = Path(__file__).parent / "golden"


def main() -> None:
    for oud in GOLDEN.glob("*.svg"):
        oud.unlink()
    for naam, figuur in figuren().items():
        (GOLDEN / f"{naam}.svg").write_text(leesbaar(figuur.svg), encoding="utf-8")


def leesbaar(svg: str) -> str:
    """An element a line, so that a difference can be read."""
    return svg.replace("><", ">\n<") + "\n"


if __name__ == "__main__":
    main()
