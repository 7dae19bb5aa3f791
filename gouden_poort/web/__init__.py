"""Pages: Dutch, without script, phone first. One module per subject; templates/ mirrors them.

Views load, call one service and render. They never import storage; `app.py` joins the two.
"""
