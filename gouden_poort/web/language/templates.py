"""What templates know of languages: `_` and `ngettext` as in code, `nl` and its like, and which it is."""

from __future__ import annotations

from flask import Flask

from gouden_poort.web.language import address, catalogues
from gouden_poort.web.language.dutch import apart, as_typed, fixed, is_nl, nl, plain
from gouden_poort.web.language.saying import _, ngettext
from gouden_poort.web.language.speaking import spoken


def add_language(app: Flask) -> None:
    """Let templates speak. The extension finds their messages; ours say them, so no message can hold HTML."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.globals.update(
        {
            "_": _,
            "ngettext": ngettext,
            "language": spoken,
            "languages_offered": catalogues.offered,
            "address_in": address.address_in,
        }
    )
    for each in (nl, fixed, apart, as_typed, plain):
        app.add_template_filter(each)
    app.add_template_test(is_nl, "nl")
