"""`make pictures`: write each picture of a folder again with few colours; what stays too large is told.

Our pages are flat: 48 colours show text and lines as they are, in a third of the bytes; a long page makes do with less.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

MOST_BYTES = 160_000
_COLOURS = (48, 32, 24, 16, 12)


def make_small(path: Path) -> int:
    """Write one picture again, and say how many bytes it takes."""
    with Image.open(path) as picture:
        whole = picture.convert("RGB")
    for colours in _COLOURS:
        few = whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
        if path.stat().st_size <= MOST_BYTES:
            break
    return path.stat().st_size


def main(folder: Path) -> int:
    """Make all of a folder small; 1 when one is still too large."""
    sizes = {path: make_small(path) for path in sorted(folder.glob("*.png"))}
    large = {path: size for path, size in sizes.items() if size > MOST_BYTES}
    for path, size in large.items():
        print(f"too large: {path.name}, {size} bytes")
    print(f"{len(sizes)} pictures, {sum(sizes.values()) // 1000} kB")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
