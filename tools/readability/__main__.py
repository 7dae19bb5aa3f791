"""`make readability`: what must be mended in the Dutch texts, and the ones that read hardest."""

from __future__ import annotations

import sys

from tools.messages.collecting import collected
from tools.readability.ease import hard_texts
from tools.readability.faults import faults, mean_length
from tools.readability.rule_texts import rule_texts
from tools.readability.sentences import texts_of


def main() -> int:
    """Print both lists; the first must be empty."""
    texts = [*texts_of(collected()), *rule_texts()]
    wrong = list(faults(texts))
    hard = sorted(hard_texts(texts), key=lambda found: found[0])
    for line in wrong:
        print(f"mend  {line}")
    for ease, text in hard:
        print(f"look  {ease:5.0f}  {text.place}: {text.words}")
    print(f"{len(texts)} texts, mean sentence {mean_length(texts):.1f} words")
    print(f"{len(wrong)} to mend, {len(hard)} to look at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
