"""`make messages`: bring each file of translations in step with the messages of the product, and say what is left."""

from __future__ import annotations

from gouden_poort.web.language.catalogues import FOLDER, is_open, read_messages
from gouden_poort.web.language.table import TRANSLATED
from tools.messages.collecting import collected
from tools.messages.files import in_step, written


def main() -> None:
    """Rewrite every file."""
    messages = collected()
    for language in TRANSLATED:
        path = FOLDER / f"{language.code}.po"
        kept = in_step(messages, read_messages(path) if path.exists() else None, language.code)
        path.write_text(written(kept), encoding="utf-8")
        todo = sum(1 for message in kept if message.id and is_open(message))
        print(f"{path.name}: {len(messages)} messages, {todo} to translate")


if __name__ == "__main__":
    main()
