"""What kind of browser asks, in words of our own list: enough to know one's own telephone in a list of two."""

from __future__ import annotations

from flask import request

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"))
_LATER_BROWSERS = (("CriOS", "Chrome"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"))
_LATER_SYSTEMS = (("Mac OS", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"))


def device_words() -> str:
    """Browser and system, such as `Firefox, Windows`; empty when neither is known. Nothing else of it is kept."""
    said = request.headers.get("User-Agent", "")
    found = (
        next((name for mark, name in marks if mark in said), "")
        for marks in (_BROWSERS + _LATER_BROWSERS, _SYSTEMS + _LATER_SYSTEMS)
    )
    return ", ".join(filter(None, found))
