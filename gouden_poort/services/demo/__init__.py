"""An installation to try out: two organisations, their people, and citizens who are clearly invented.

Everything hangs on two organisations whose ids are always the same, so that it can be found and removed again.
"""
